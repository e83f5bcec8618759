"""Tests of the screens on which translations leave and come back, forged requests among them."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from articles.pages.article import ArticlePage
from articles.translation.models import Translation
from newsroom.exchange.archives import unpack
from newsroom.exchange.refusing import LARGEST_FILE
from newsroom.users.desks import desk_of
from newsroom.users.groups import chiefs_of, editors_of, translators_of
from newsroom.users.models import User
from tests.articles.translation.files.travellers import sent_out, traces, translated
from tests.articles.translation.stories import edited, make_source, paragraphs, publish, record_of, translate, write
from tests.factories import make_administrator, make_draft, make_front_page, make_user

pytestmark = pytest.mark.django_db
PREFIX = "فا "
BY_SCRIPT = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def story(db: None) -> ArticlePage:
    """A Persian draft of a live English story, which has an Armenian one too."""
    source = make_source(2)
    translate(source, "hy")
    return translate(source, "fa")


@pytest.fixture
def reza(story: ArticlePage) -> Client:
    return client_of("reza", editors_of("fa"))


def client_of(name: str, *groups: str) -> Client:
    client = Client()
    client.force_login(make_user(name, *groups))
    return client


def page(story: ArticlePage | int, name: str = "files") -> str:
    return reverse(f"translation_files:{name}", args=[story if isinstance(story, int) else story.pk])


def upload(client: Client, story: ArticlePage, data: bytes) -> HttpResponse:
    file = BytesIO(data)
    file.name = "back.xlf"
    answer: HttpResponse = client.post(page(story, "return"), {"file": file}, headers=BY_SCRIPT)
    return answer


def step_of(answer: HttpResponse) -> str:
    step: str = answer.context["step"]  # type: ignore[attr-defined]
    return step


def file_for(story: ArticlePage) -> bytes:
    sender = User.objects.filter(username="admin").first() or make_administrator()
    return translated(sent_out(story, sender), PREFIX.__add__)


def test_a_file_leaves_is_read_and_is_stored_once_it_was_confirmed(story: ArticlePage, reza: Client) -> None:
    hub = reza.get(page(story)).content.decode()
    record = record_of(story).pk
    assert f'value="{record}" checked' in hub
    sent = reza.get(page(story), {"translation": record, "format": "1.2"})
    assert sent["Content-Disposition"] == f'attachment; filename="story-{story.pk}.fa.xlf"'
    assert "no-store" in sent["Cache-Control"]
    before = traces(story)
    report = upload(reza, story, translated(sent.content, PREFIX.__add__))
    shown = report.content.decode()
    assert f'<td lang="fa" dir="rtl">{PREFIX}The sea falls</td>' in shown
    assert '<td lang="en" dir="ltr">The sea falls</td>' in shown
    assert traces(story) == before
    stored = reza.post(page(story, "return"), {"step": step_of(report)})
    assert stored.status_code == 302
    draft = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object()
    assert (draft.title, draft.latest_revision.user.username) == (f"{PREFIX}The sea falls", "reza")
    assert not ArticlePage.objects.get(pk=story.pk).live


def test_several_languages_leave_as_an_archive(story: ArticlePage) -> None:
    source = record_of(story).source
    keys = list(Translation.objects.order_by("pk").values_list("pk", flat=True))
    boss = Client()
    boss.force_login(make_administrator())
    archive = boss.get(page(source), {"translation": keys, "format": "2.0"})
    assert archive["Content-Type"] == "application/zip"
    assert len(list(unpack(archive.content))) == 2


def test_a_chief_sees_the_languages_of_the_desk_and_no_others(story: ArticlePage) -> None:
    chief = client_of("chief", chiefs_of(desk_of("hy")))
    rows = chief.get(page(record_of(story).source)).context["rows"]
    assert [language.code for _row, language in rows] == ["hy"]


def test_nothing_to_send_and_no_language_are_said(story: ArticlePage, reza: Client) -> None:
    asked = {"translation": record_of(story).pk, "format": "2.0", "only_changed": "on"}
    assert "There is no text to send." in reza.get(page(story), asked).content.decode()
    assert "Choose a language." in reza.get(page(story), {"format": "2.0"}).content.decode()
    assert reza.get(page(story), asked | {"format": "nonsense"}).context["send"].errors["format"]


def test_a_story_without_translations_says_how_to_begin() -> None:
    source = make_source(1)
    make_front_page("fa")
    shown = client_of("reza", editors_of("fa")).get(page(source)).content.decode()
    assert "Begin one first." in shown
    assert reverse("translation_desk:translate", args=[source.pk]) in shown


def test_a_forged_translation_does_not_leave(story: ArticlePage, reza: Client) -> None:
    armenian = Translation.objects.get(locale__language_code="hy")
    for key in (armenian.pk, 999_999, "x", ""):
        asked = {"translation": [record_of(story).pk, key], "format": "2.0"}
        assert reza.get(page(story), asked).status_code == 404
        assert reza.get(page(record_of(story).source), asked).status_code == 404


@pytest.mark.parametrize("groups", [(editors_of("hy"),), (translators_of("fa"),), (translators_of("ka"),)])
def test_who_may_not_edit_the_translation_neither_gets_it_nor_brings_it(
    story: ArticlePage, groups: tuple[str, ...]
) -> None:
    data, record, before = file_for(story), record_of(story).pk, traces(story)
    make_front_page("ka")
    gia = client_of("gia", *groups)
    assert gia.get(page(story), {"translation": record, "format": "2.0"}).status_code == 404
    assert upload(gia, story, data).status_code in {403, 404}
    assert gia.post(page(story, "return"), {"step": "x"}, headers=BY_SCRIPT).status_code in {403, 404}
    assert traces(story) == before


def test_people_of_no_language_and_strangers_stay_outside(story: ArticlePage) -> None:
    for name in ("files", "return"):
        assert Client().get(page(story, name)).status_code == 302
        assert client_of(f"nobody {name}").get(page(story, name)).status_code in {302, 403}


def test_a_source_that_one_may_not_read_does_not_leave(story: ArticlePage, reza: Client) -> None:
    data = file_for(story)
    elsewhere = make_front_page("uz").locale
    Translation.objects.filter(story=story.pk).update(source=make_draft("ka", title="Secret"), locale=elsewhere)
    shown = reza.get(page(story))
    assert b"Secret" not in shown.content
    assert upload(reza, story, data).status_code == 403


def test_a_page_that_is_no_translation_takes_nothing_back(story: ArticlePage, reza: Client) -> None:
    assert upload(reza, record_of(story).source, file_for(story)).status_code == 404
    assert reza.get(page(999_999)).status_code == 404


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"x" * (LARGEST_FILE + 1), "larger than 16 MB"),
        (b"<" * 50 * 2**20, "larger than 16 MB"),
        (b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', "document type or entities"),
        (b"PK\x03\x04", "not well-formed"),
        ("слова".encode("koi8-r"), "neither in UTF-8"),
    ],
)
def test_a_hostile_file_is_refused_on_the_form(story: ArticlePage, reza: Client, data: bytes, words: str) -> None:
    before = traces(story)
    assert words in upload(reza, story, data).content.decode()
    assert traces(story) == before


def test_a_refused_text_is_named_and_there_is_nothing_to_confirm(story: ArticlePage, reza: Client) -> None:
    data = file_for(story).replace(f"{PREFIX}The sea falls".encode(), b"<script>alert(1)</script>")
    answer = upload(reza, story, data)
    shown = answer.content.decode()
    assert step_of(answer) == ""
    assert "While one text is refused, none is stored." in shown
    assert "“script” never left" in shown
    assert "alert(1)" not in shown


def test_doubtful_texts_are_stored_only_with_a_tick(story: ArticlePage, reza: Client) -> None:
    data = file_for(story)
    publish(record_of(story).source, edited(paragraphs(2), "b1", "Else."))
    report = upload(reza, story, data)
    assert "The source has changed since" in report.content.decode()
    before = traces(story)
    again = reza.post(page(story, "return"), {"step": step_of(report)})
    assert "Say that you want the doubtful texts too." in again.content.decode()
    assert traces(story) == before
    assert reza.post(page(story, "return"), {"step": step_of(again), "take_doubtful": "on"}).status_code == 302
    assert record_of(story).parts["stale"] == ["block:b1"]


def test_a_confirmation_counts_once_for_one_person_one_story_and_one_version(story: ArticlePage, reza: Client) -> None:
    step = step_of(upload(reza, story, file_for(story)))
    other = translate(make_source(1, title="Other"), "fa")
    mina = client_of("mina", editors_of("fa"))
    for client, where, sent in ((mina, story, step), (reza, other, step), (reza, story, step + "x"), (reza, story, "")):
        before = traces(where)
        assert client.post(page(where, "return"), {"step": sent}).status_code == 302
        assert traces(where) == before
    write(story, title="دریاچه")
    before = traces(story)
    reza.post(page(story, "return"), {"step": step})
    assert traces(story) == before


def test_a_confirmation_does_nothing_to_a_story_that_somebody_holds(story: ArticlePage, reza: Client) -> None:
    step = step_of(upload(reza, story, file_for(story)))
    ArticlePage.objects.filter(pk=story.pk).update(locked=True, locked_by=make_user("other"))
    before = traces(story)
    told = reza.post(page(story, "return"), {"step": step}, follow=True)
    assert "The story is locked." in told.content.decode()
    assert traces(story) == before


def test_the_way_is_in_the_storys_editor(story: ArticlePage, reza: Client) -> None:
    assert page(story) in reza.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()


def test_a_form_of_another_site_changes_nothing(story: ArticlePage) -> None:
    make_user("reza", editors_of("fa"))
    client = Client(enforce_csrf_checks=True)
    client.login(username="reza", password="a password only for tests")
    assert upload(client, story, b"<x/>").status_code == 403


HUB, REPORT = 16, 24
"""Queries, the admin's own for any page among them."""


def test_as_many_queries_for_many_languages_as_for_one(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    source = make_source(3)
    boss = Client()
    boss.force_login(make_administrator())
    translate(source, "fa")
    boss.get(page(source))
    with django_assert_num_queries(HUB):
        boss.get(page(source))
    for code in ("hy", "ka", "ru"):
        translate(source, code)
    with django_assert_num_queries(HUB):
        assert len(boss.get(page(source)).context["rows"]) == 4


def test_as_many_queries_for_a_report_on_many_texts_as_on_few(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    boss = Client()
    boss.force_login(make_administrator("boss"))
    for length in (1, 40):
        story = translate(make_source(length), "fa")
        data = file_for(story)
        boss.get(page(story))
        with django_assert_num_queries(REPORT):
            assert len(upload(boss, story, data).context["rows"]) == length + 1  # type: ignore[attr-defined]
