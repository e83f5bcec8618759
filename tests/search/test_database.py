"""Tests of the search of the database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from articles.legal.reader import Reader, serving
from articles.legal.terms import Kind
from articles.pages.article import ArticlePage
from newsroom.languages import LANGUAGES
from search import database, prefiltering
from search.answers import DATABASE
from search.questions import NEWEST, PER_PAGE, Question
from search.words import words_of
from tests.articles.legal.laws import WORLD, law, notice, rule
from tests.factories import make_agency, make_correspondent, make_draft, make_place, make_story, make_video

pytestmark = pytest.mark.django_db


def ask(text: str, code: str = "en", **fields: Any) -> list[str]:
    question = Question(code, text, **fields)
    found = database.answer(question, words_of(text))
    assert found.source == DATABASE
    return [hit.story.title for hit in found.hits]


def paragraph(text: str) -> list[dict[str, Any]]:
    return [{"type": "paragraph", "value": f"<p>{text}</p>"}]


OWN_NAMES = {code: row.own_name.split()[0] for code, row in LANGUAGES.items()}


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_word_of_a_body_is_found_whatever_its_case(code: str) -> None:
    make_story(code, title="One", body=paragraph(f"x {OWN_NAMES[code]} x"))
    make_story(code, title="Other", body=paragraph("x"))
    assert ask(OWN_NAMES[code].lower(), code) == ["One"]
    assert ask(OWN_NAMES[code].upper(), code) == ["One"]


def test_inflected_forms_are_found() -> None:
    make_story("ru", title="Журналистов отпустили")
    make_story("ru", title="Журнал закрыт")
    assert ask("журналистами", "ru") == ["Журналистов отпустили"]


def test_a_name_of_another_script_is_found() -> None:
    make_story("ru", title="Тиллерсон прибыл")
    assert ask("Tillerson", "ru") == ["Тиллерсон прибыл"]


def test_phrases_and_unwanted_words_count() -> None:
    make_story(title="Red line drawn")
    make_story(title="A line in red")
    assert ask('"red line"') == ["Red line drawn"]
    assert ask("red -drawn") == ["A line in red"]
    assert ask('red -"red line"') == ["A line in red"]


def test_words_in_a_headline_count_more_and_newness_after_that() -> None:
    make_story(title="Other", body=paragraph("The sea"))
    old, new = make_story(title="Sea"), make_story(title="Sea")
    ArticlePage.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=400))
    found = database.answer(Question("en", "sea"), words_of("sea"))
    assert [hit.story.pk for hit in found.hits][:2] == [new.pk, old.pk]
    assert ask("sea", order=NEWEST)[-1] == "Sea"


def test_hits_have_marks() -> None:
    make_story(title="Sea <level>", standfirst="None", body=paragraph("By the sea &amp; the sand"))
    (hit,) = database.answer(Question("en", "sea"), words_of("sea")).hits
    assert hit.headline == "<mark>Sea</mark> &lt;level&gt;"
    assert hit.snippet == "By the <mark>sea</mark> &amp; the sand"


def test_each_filter_narrows() -> None:
    anna, reuters, baku = make_correspondent("Anna"), make_agency("Reuters"), make_place("Baku")
    film = [{"type": "video", "value": {"video": make_video().pk, "title": "Film", "caption": ""}}]
    credits = [{"correspondent": anna, "place": baku}, {"agency": reuters}]
    story = make_story(title="Sea 1", section_slug="culture", credits=credits, body=film)
    make_story(title="Sea 2")
    today = story.updated_at.date()
    for chosen in (
        {"section": "culture"},
        {"person": anna.key},
        {"agency": reuters.key},
        {"place": baku.uri.rpartition(":")[2]},
        {"has_video": True},
    ):
        assert ask("sea", **chosen) == ask("", **chosen) == ["Sea 1"]
    assert ask("sea", section="nowhere") == []
    assert len(ask("sea", since=today, until=today)) == 2
    assert ask("sea", since=today + timedelta(days=1)) == ask("sea", until=today - timedelta(days=1)) == []
    assert len(ask("sea", since=date.min, until=date.max)) == 2
    anna.withheld_at = timezone.now()
    anna.save()
    assert ask("sea", person=anna.key) == []


def test_nothing_is_found_that_readers_may_not_see() -> None:
    make_draft(title="Sea draft")
    embargoed, killed, withheld = (make_story(title=f"Sea {n}") for n in range(3))
    later = timezone.now() + timedelta(hours=1)
    ArticlePage.objects.filter(pk=embargoed.pk).update(embargo_until=later)
    ArticlePage.objects.filter(pk=killed.pk).update(killed_at=timezone.now())
    order = rule(notice=notice("order", Kind.WITHHELD), area=WORLD)
    assert ask("sea") == [withheld.title]
    with serving(Reader("en", rules=law(order))):
        assert ask("sea") == ask("") == database.suggested("en", "sea") == []
    assert database.suggested("en", "sea") == [withheld.title]


def test_words_of_an_unpublished_revision_find_nothing() -> None:
    story = make_story(title="Sea")
    story.title = "Secret"
    story.save_revision()
    assert ask("secret") == database.suggested("en", "secr") == []


def test_it_looks_through_the_newest_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefiltering, "WINDOW", 3)
    stories = [make_story(title=f"Sea {n}") for n in range(4)]
    assert stories[0].title not in ask("sea")
    monkeypatch.setattr(database, "MOST_READ", 2)
    found = database.answer(Question("en", "sea"), words_of("sea"))
    assert (found.total, found.total_is_exact) == (2, False)


def test_queries_of_the_database_do_not_grow(django_assert_max_num_queries: Callable[..., Any]) -> None:
    for number in range(PER_PAGE + 2):
        make_story(title=f"Sea {number}")
    with django_assert_max_num_queries(3):
        assert len(ask("sea")) == PER_PAGE
    assert len(ask("sea", page=2)) == 2
    assert ask("sea", page=10**6) == []


@pytest.mark.parametrize(
    "text", ["", "%", "_", "'", '"', "\\", "\x00", "\ud800", "*" * 1000, '"' * 1000, "a " * 5000, "x" * 10_000, "-sea"]
)
def test_hostile_text_gets_an_answer(text: str) -> None:
    make_story(title="Sea")
    assert isinstance(ask(text), list)
    assert isinstance(database.suggested("en", text), list)


def test_wildcards_of_the_database_are_plain_text() -> None:
    make_story(title="Sea")
    assert ask("s%a") == ask("s_a") == []


def test_suggestions_have_every_word_and_the_last_one_may_be_unfinished() -> None:
    make_story(title="Harbour closes")
    make_story(title="The old harbour")
    make_story(title="Share")
    assert set(database.suggested("en", "HARB")) == {"Harbour closes", "The old harbour"}
    assert database.suggested("en", "old har") == ["The old harbour"]
    assert database.suggested("en", "h") == []
