"""Tests of answers on a real server, and of what readers get while it is away."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.utils import timezone
from elasticsearch import Elasticsearch

from articles.legal.reader import Reader, serving
from articles.legal.terms import Kind, ScopeKind
from articles.legal.values import Scope
from articles.pages.article import ArticlePage
from newsroom.languages import LANGUAGES
from newsroom.outbox.models import Message
from newsroom.regions.location import Location
from search import asking
from search.answering import answer, suggestions
from search.answers import DATABASE, ELASTICSEARCH
from search.breaker import Breaker
from search.client import client
from search.questions import LAST_PAGE, NEWEST, Question
from tests.articles.legal.laws import WORLD, law, notice, rule
from tests.factories import make_agency, make_correspondent, make_place, make_story, make_translation
from tests.search.indexes import index_stories

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.usefixtures("unhurried")]


@pytest.fixture
def requests(search_index_settings: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """The addresses that were asked of the server since the fixture was emptied."""
    made: list[str] = []
    perform = type(client().transport).perform_request

    def counted(self: Any, method: str, target: str, **options: Any) -> Any:
        made.append(target)
        return perform(self, method, target, **options)

    monkeypatch.setattr(type(client().transport), "perform_request", counted)
    yield made


def titles(question: Question) -> list[str]:
    found = answer(question)
    assert found.source == ELASTICSEARCH
    return [hit.story.title for hit in found.hits]


def ask(text: str, code: str = "en", **fields: Any) -> list[str]:
    return titles(Question(code, text, **fields))


WORDS = {
    code: (
        {
            "Cyrl": "Каспий Ташкент", "Arab": "تاشکند دریا", "Armn": "Երևան Կասպից", "Geor": "თბილისი კასპია",
        }.get(row.script, "Tashkent Kaspiy")
    )
    for code, row in LANGUAGES.items()
}  # fmt: skip


@pytest.mark.usefixtures("search_index_settings")
class TestFinding:
    def test_a_story_is_found_by_a_word_of_its_headline_in_every_language(self) -> None:
        stories = [make_story(code, title=words) for code, words in WORDS.items()]
        index_stories(*stories)
        assert {code: ask(words.split()[0], code) for code, words in WORDS.items()} == {
            code: [words] for code, words in WORDS.items()
        }

    def test_all_of_two_words_must_match(self) -> None:
        index_stories(make_story(title="The sea recedes"), make_story(title="The harbour closes"))
        assert ask("sea recedes") == ["The sea recedes"]
        assert ask("sea harbour") == []

    def test_most_of_many_words_must_match(self) -> None:
        index_stories(make_story(title="Seven harbours close early"), make_story(title="Seven cities"))
        assert ask("seven harbours close tomorrow") == ["Seven harbours close early"]

    def test_a_phrase_must_stand_as_it_is(self) -> None:
        index_stories(make_story(title="Red line drawn"), make_story(title="A line in Red ink"))
        assert ask('"Red line"') == ["Red line drawn"]

    def test_unwanted_words_and_phrases_take_stories_away(self) -> None:
        index_stories(make_story(title="Sea level falls"), make_story(title="Sea air"), make_story(title="Sea"))
        assert set(ask("sea -level")) == {"Sea air", "Sea"}
        assert set(ask('sea -"level falls" -air')) == {"Sea"}

    def test_operators_of_the_server_are_plain_words(self) -> None:
        index_stories(make_story(title="Sea level"), make_story(title="Sea AND air"))
        assert ask("headline:sea") == []
        assert ask("se*") == []
        assert ask("air AND sea") == ["Sea AND air"]
        assert ask('{"match_all": {}}') == []

    def test_a_name_typed_in_latin_letters_is_found_in_another_script(self) -> None:
        index_stories(
            make_story("ru", title="Тиллерсон прибыл"),
            make_story("ka", title="თბილისი და ვაშინგტონი"),
            make_story("fa", title="سفر تیلرسون"),
        )
        assert ask("Tillerson", "ru") == ["Тиллерсон прибыл"]
        assert ask("washington", "ka") == ["თბილისი და ვაშინგტონი"]
        assert ask("Tillerson", "fa") == ["سفر تیلرسون"]

    def test_a_name_in_another_spelling_is_found_where_nothing_else_is(self) -> None:
        index_stories(make_story("uk", title="Зеленський виступив"))
        assert ask("Зеленский", "uk") == ["Зеленський виступив"]

    def test_an_exact_headline_comes_first(self) -> None:
        index_stories(make_story(title="Sea", standfirst="Level level level sea sea"), make_story(title="Sea level"))
        assert ask("Sea level")[0] == "Sea level"

    def test_of_two_alike_the_newer_comes_first(self) -> None:
        old, new = make_story(title="Sea level"), make_story(title="Sea level")
        ArticlePage.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=900))
        index_stories(ArticlePage.objects.get(pk=old.pk), new)
        assert [hit.story.pk for hit in answer(Question("en", "sea")).hits] == [new.pk, old.pk]

    def test_newest_first_goes_by_time_alone(self) -> None:
        old, new = make_story(title="Sea sea sea"), make_story(title="A sea among many other words of a headline")
        ArticlePage.objects.filter(pk=old.pk).update(updated_at=timezone.now() - timedelta(days=1))
        index_stories(ArticlePage.objects.get(pk=old.pk), new)
        assert ask("sea", order=NEWEST) == [new.title, old.title]

    def test_days_are_inclusive(self) -> None:
        story = make_story(title="Sea")
        index_stories(story)
        day = story.updated_at.date()
        assert ask("sea", since=day, until=day) == ["Sea"]
        assert ask("sea", since=day + timedelta(days=1)) == []
        assert ask("sea", until=date.max) == ["Sea"]

    def test_no_words_find_every_story(self) -> None:
        index_stories(make_story(title="One"), make_story(title="Two"))
        assert set(ask("")) == {"One", "Two"}

    def test_pages_follow_each_other_and_end(self) -> None:
        index_stories(*(make_story(title=f"Sea {number}") for number in range(12)))
        first, second, beyond = (ask("sea", page=page) for page in (1, 2, 10**6))
        assert (len(first), len(second), beyond) == (10, 2, [])
        assert not set(first) & set(second)
        assert LAST_PAGE * 10 <= 500


@pytest.mark.usefixtures("search_index_settings")
class TestSecrecy:
    """Nothing that the reader may not see is found, counted, suggested or related."""

    def _everything(self, text: str) -> tuple[Any, ...]:
        found = answer(Question("en", text))
        assert found.source == ELASTICSEARCH
        return (
            [hit.story.pk for hit in found.hits],
            found.total,
            found.facets,
            found.did_you_mean,
            found.elsewhere,
            suggestions("en", text[:4]),
        )

    NOTHING = ([], 0, (), None, (), [])

    def test_an_embargoed_story_is_not_there_until_its_time(self) -> None:
        story = make_story(title="Secret harbour")
        story.embargo_until = timezone.now() + timedelta(hours=1)
        story.save()
        index_stories(story)
        assert self._everything("harbour") == self.NOTHING
        story.embargo_until = timezone.now() - timedelta(seconds=5)
        story.save()
        index_stories(story)
        assert answer(Question("en", "harbour")).total == 1

    def test_a_tombstone_is_not_there(self) -> None:
        story = make_story(title="Secret harbour")
        ArticlePage.objects.filter(pk=story.pk).update(live=False)
        index_stories(story)
        assert self._everything("harbour") == self.NOTHING

    def test_a_withdrawn_story_is_not_counted_before_the_worker_comes(self) -> None:
        story, other = make_story(title="Secret harbour"), make_story(title="Open harbour")
        index_stories(story, other)
        story.unpublish()
        Message.objects.create(destination="search", key=f"en:{story.pk}")
        found = answer(Question("en", "harbour"))
        assert ([hit.story.title for hit in found.hits], found.total) == (["Open harbour"], 1)
        assert [value.count for facet in found.facets for value in facet.values] == [1]
        assert suggestions("en", "secr") == []

    def test_a_deleted_story_is_not_counted_before_the_worker_comes(self) -> None:
        story = make_story(title="Secret harbour")
        index_stories(story)
        ArticlePage.objects.filter(pk=story.pk).update(live=False)
        Message.objects.create(destination="search", key=f"en:{story.pk}", failed_at=timezone.now())
        assert self._everything("harbour") == self.NOTHING

    def test_a_story_that_changed_is_shown_with_the_words_of_now(self) -> None:
        story = make_story(
            title="Open harbour", standfirst="New", body=[{"type": "paragraph", "value": "<p>Old harbour</p>"}]
        )
        index_stories(story)
        Message.objects.create(destination="search", key=f"en:{story.pk}")
        (hit,) = answer(Question("en", "harbour")).hits
        assert hit.snippet == "New"

    def test_a_name_withheld_a_moment_ago_finds_nothing(self) -> None:
        person = make_correspondent("Anna Karimova")
        story = make_story(title="Harbour", credits=[{"correspondent": person}])
        index_stories(story)
        assert answer(Question("en", "Karimova")).total == 1
        person.withheld_at = timezone.now()
        person.save()
        Message.objects.create(destination="search", key=f"en:{story.pk}")
        assert self._everything("Karimova") == self.NOTHING

    def test_a_withheld_name_is_no_facet(self) -> None:
        person = make_correspondent("Anna Karimova")
        index_stories(make_story(title="Harbour", credits=[{"correspondent": person}]))
        person.withheld_at = timezone.now()
        person.save()
        assert "person" not in {facet.name for facet in answer(Question("en", "harbour")).facets}

    @pytest.mark.parametrize("kind", [ScopeKind.SITE, ScopeKind.SECTION, ScopeKind.TAG, ScopeKind.STORY])
    def test_what_the_law_withholds_is_as_if_it_were_not_there(self, kind: ScopeKind) -> None:
        story = make_story(title="Secret harbour")
        story.tags.add("banned")
        story.save()
        twin = make_translation(story, "ru", title="Тайный harbour")
        index_stories(story, twin)
        target = {
            ScopeKind.SITE: "",
            ScopeKind.SECTION: str(story.get_parent().translation_key),
            ScopeKind.TAG: "banned",
            ScopeKind.STORY: str(story.translation_key),
        }[kind]
        order = rule(notice=notice("order", Kind.WITHHELD, is_sealed=True), area=WORLD, scope=Scope(kind, target),
                     languages=frozenset({"en"}))  # fmt: skip
        with serving(Reader("en", Location("RU", None), rules=law(order))):
            hidden = self._everything("harbour")
            misspelt = self._everything("harbuor")
        assert hidden[:4] == ([], 0, (), None)
        assert hidden[5] == []
        assert misspelt[3] is None
        assert answer(Question("en", "harbour")).total == 1

    def test_other_languages_are_counted_under_their_own_law(self) -> None:
        index_stories(make_story(), *(make_story(code, title="Тиллерсон") for code in ("ru", "bg")))
        order = rule(notice=notice("order", Kind.WITHHELD), area=WORLD, languages=frozenset({"ru"}))
        assert {other.language for other in answer(Question("en", "Tillerson")).elsewhere} == {"ru", "bg"}
        with serving(Reader("en", rules=law(order))):
            assert {other.language for other in answer(Question("en", "Tillerson")).elsewhere} == {"bg"}


@pytest.mark.usefixtures("search_index_settings")
class TestFacets:
    def test_each_facet_is_counted_under_the_others_but_not_under_itself(self) -> None:
        reuters, anna, baku = make_agency("Reuters"), make_correspondent("Anna"), make_place("Baku")
        index_stories(
            make_story(title="Sea 1", section_slug="world", credits=[{"agency": reuters}], place=baku),
            make_story(title="Sea 2", section_slug="culture", credits=[{"agency": reuters}, {"correspondent": anna}]),
            make_story(title="Sea 3", section_slug="culture"),
        )
        found = answer(Question("en", "sea", section="culture"))
        facets = {facet.name: {v.label: (v.count, v.is_chosen) for v in facet.values} for facet in found.facets}
        assert found.total == 2
        assert facets == {
            "section": {"World": (1, False), "Culture": (2, True)},
            "agency": {"Reuters": (1, False)},
            "person": {"Anna": (1, False)},
        }

    def test_each_filter_narrows(self) -> None:
        reuters, anna, baku = make_agency("Reuters"), make_correspondent("Anna"), make_place("Baku")
        credits = [{"agency": reuters}, {"correspondent": anna}]
        index_stories(make_story(title="Sea 1", credits=credits, place=baku), make_story(title="Sea 2"))
        place = baku.uri.rpartition(":")[2]
        for chosen in ({"agency": reuters.key}, {"person": anna.key}, {"place": place}):
            assert ask("sea", **chosen) == ["Sea 1"]
        assert ask("sea", has_video=True) == []
        assert ask("sea", section="nowhere") == []

    def test_queries_of_the_database_do_not_grow(self, django_assert_max_num_queries: Callable[..., Any]) -> None:
        credits = [{"agency": make_agency(f"Agency {n}")} for n in range(5)]
        index_stories(*(make_story(title=f"Sea {n}", credits=credits) for n in range(10)))
        with django_assert_max_num_queries(8):
            assert len(answer(Question("en", "sea")).hits) == 10


@pytest.mark.usefixtures("search_index_settings")
class TestWaysOn:
    def test_a_misspelt_word_is_told(self) -> None:
        index_stories(make_story(title="Parliament votes"), make_story("ru", title="Парламент голосует"))
        assert answer(Question("en", "parlaiment")).did_you_mean == "Parliament"
        assert answer(Question("ru", "парлмент голосует")).did_you_mean == "Парламент голосует"

    def test_a_right_word_is_left(self) -> None:
        index_stories(make_story(title="Parliament votes"))
        assert answer(Question("en", "parliament")).did_you_mean is None

    def test_a_name_is_offered_in_the_languages_that_have_it(self) -> None:
        index_stories(
            make_story("ru", title="Тиллерсона ждут"), make_story("sr", title="Тилерсон"), make_story(title="Sea")
        )
        assert {other.language for other in answer(Question("en", "Tillerson")).elsewhere} == {"ru", "sr"}

    def test_headlines_are_suggested_while_one_types(self) -> None:
        index_stories(make_story(title="Harbour closes"), make_story(title="The old harbour"), make_story(title="Sea"))
        assert suggestions("en", "harb") == ["Harbour closes", "The old harbour"]
        assert suggestions("en", "old ha") == ["The old harbour"]
        assert suggestions("en", "h") == suggestions("en", '"*\x00') == []


class TestRequests:
    HOSTILE = ("a " * 5000, "*" * 1000, '"' * 1000, "\x00\ud800", "\u200f\u202e-", "((((", '{"query":{"match_all":{}}}',
               "-" * 500, '-"', "x" * 10_000, "AND OR NOT", "a:b:c", "😀" * 300, "\u0301" * 400, "'" * 999)  # fmt: skip

    def test_one_question_makes_at_most_two_requests(self, requests: list[str]) -> None:
        index_stories(make_story(title="Sea level"))
        for text in ("sea", "see", "nothing whatever", '"sea level" -air', ""):
            requests.clear()
            answer(Question("en", text))
            assert 1 <= len(requests) <= 2
        requests.clear()
        suggestions("en", "sea")
        assert len(requests) == 1

    @pytest.mark.parametrize("number", range(len(HOSTILE)))
    def test_hostile_text_gets_an_answer_of_the_index(self, requests: list[str], number: int) -> None:
        index_stories(make_story(title="Sea level"))
        requests.clear()
        found = answer(Question("en", self.HOSTILE[number]))
        assert found.source == ELASTICSEARCH
        assert len(requests) <= 2
        assert isinstance(suggestions("en", self.HOSTILE[number]), list)


class TestAway:
    @pytest.fixture
    def away(self, settings: Any) -> Iterator[None]:
        settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"
        client.cache_clear()
        yield
        client.cache_clear()

    @pytest.mark.usefixtures("away")
    def test_the_database_answers_and_says_so(self) -> None:
        make_story(title="Sea level")
        found = answer(Question("en", "sea"))
        assert ([hit.story.title for hit in found.hits], found.source, found.is_makeshift) == (
            ["Sea level"],
            DATABASE,
            True,
        )
        assert suggestions("en", "sea") == ["Sea level"]

    @pytest.mark.usefixtures("away")
    def test_what_was_asked_is_not_logged(self, caplog: pytest.LogCaptureFixture) -> None:
        with caplog.at_level(logging.DEBUG):
            answer(Question("en", "prigozhin"))
        assert "prigozhin" not in caplog.text
        assert sum("does not answer readers" in record.message for record in caplog.records) == 1

    def test_an_index_that_is_not_built_yet_is_replaced_by_the_database(self, search_index_settings: str) -> None:
        make_story(title="Sea level")
        found = answer(Question("en", "sea"))
        assert (found.total, found.is_makeshift) == (1, True)

    def test_it_recovers_by_itself(self, search_index_settings: str, monkeypatch: pytest.MonkeyPatch) -> None:
        moment = [0.0]
        breaker = Breaker(clock=lambda: moment[0])
        monkeypatch.setattr(asking, "breaker", breaker)
        index_stories(make_story(title="Sea level"))
        breaker.failed()
        assert answer(Question("en", "sea")).is_makeshift
        moment[0] += 6
        assert answer(Question("en", "sea")).source == ELASTICSEARCH

    def test_without_a_configured_server_the_database_is_no_makeshift(self) -> None:
        assert django_settings.ELASTICSEARCH_URL == ""
        make_story(title="Sea level")
        found = answer(Question("en", "sea"))
        assert (found.total, found.source, found.is_makeshift) == (1, DATABASE, False)

    def test_too_many_waiting_messages_leave_the_answer_to_the_database(self, search_index_settings: str) -> None:
        index_stories(make_story(title="Sea level"))
        Message.objects.bulk_create(Message(destination="search", key=f"en:{n}") for n in range(1, 1002))
        assert answer(Question("en", "sea")).is_makeshift

    def test_the_client_is_one_for_the_process(self, search_index_settings: str) -> None:
        assert client() is client()
        assert isinstance(client(), Elasticsearch)
