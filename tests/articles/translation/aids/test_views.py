"""Tests of the addresses of a translator's aids, forged requests included."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation as active

from articles.pages.article import ArticlePage
from articles.translation.models import GlossaryTerm, Translation
from articles.translation.units import units_of
from articles.translation.ways import Way, ways_in
from newsroom.users.groups import editors_of, translators_of
from tests.articles.translation.stories import (
    edited,
    make_source,
    paragraph,
    publish,
    raw_body,
    record_of,
    translate,
    write,
)
from tests.factories import make_agency, make_front_page, make_story, make_user

pytestmark = pytest.mark.django_db

NAMES = (
    "translation_offers",
    "translation_suggest",
    "translation_fill",
    "translation_review",
    "translation_checks",
)
READING = {"translation_offers"}


@pytest.fixture
def desks():
    for code in ("ru", "uk"):
        make_front_page(code)


@pytest.fixture
def rita(desks, client):
    user = make_user("rita", editors_of("ru"))
    client.force_login(user)
    return user


@pytest.fixture
def story(desks):
    return translate(make_source(2), "ru")


def ask(client, name: str, pk: int, **sent):
    address = reverse(name, args=[pk])
    return client.get(address, sent) if name in READING else client.post(address, sent)


def text_of(story, key: str) -> str:
    version = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object()
    return units_of(version.serializable_data())[key].text


def told(response) -> list[str]:
    return [str(message) for message in response.wsgi_request._messages]


def test_everything_is_filled_without_a_choice(client, rita, story, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        ask(client, "translation_fill", record_of(story).pk)
    assert text_of(story, "block:b1") == "<p>[ru: Sentence number 1 stands here.]</p>"


def test_missing_engine_is_a_message_and_changes_nothing(client, rita, story, settings) -> None:
    settings.TRANSLATION_ENGINE = None
    before = story.latest_revision_id
    for sent in ({}, {"unit": ["title"]}):
        response = client.post(reverse("translation_fill", args=[record_of(story).pk]), sent, follow=True)
        assert "does not translate between these languages" in response.content.decode()
    assert ArticlePage.objects.get(pk=story.pk).latest_revision_id == before


def test_checked_texts_are_no_longer_the_machines(client, rita, story) -> None:
    ask(client, "translation_fill", record_of(story).pk, unit=["title", "block:b0"])
    ask(client, "translation_review", record_of(story).pk, unit=["title", "block:forged", "x" * 5000])
    content = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object().serializable_data()
    ways = ways_in(record_of(story), content)
    assert (ways["title"], ways["block:b0"]) == (Way.REVIEWED, Way.MACHINE)


def test_offers_come_as_buttons_with_the_text(client, rita) -> None:
    source = publish(make_source(1), [paragraph("b1", 'A "sea" falls & falls.')])
    first = translate(source, "ru")
    publish(first, edited(raw_body(first), "b1", "Море <b>уходит</b> &amp; уходит."))
    again = make_story(title="Another", body=json.dumps([paragraph("c", 'A "sea" falls & falls.')]))
    second = translate(again, "ru")
    response = ask(client, "translation_offers", record_of(second).pk, unit="block:c")
    [button] = BeautifulSoup(response.content, "html.parser").select("button[data-offer-text]")
    assert button["data-offer-text"] == "<p>Море <b>уходит</b> &amp; уходит.</p>"
    assert button["type"] == "button"
    assert button.span["lang"] == "ru"


def test_nothing_to_offer_says_what_to_do(client, rita, story) -> None:
    response = ask(client, "translation_offers", record_of(story).pk, unit="title")
    assert "Write it" in response.content.decode()


@pytest.mark.parametrize("unit", ["", "block:forged", "block:b0/../title", "x" * 10_000])
def test_text_that_the_source_does_not_have_is_not_found(client, rita, story, unit: str) -> None:
    assert ask(client, "translation_offers", record_of(story).pk, unit=unit).status_code == 404


def test_checks_are_told_with_where_they_are(client, rita, story) -> None:
    GlossaryTerm.objects.create(source_language="en", language="ru", term="sentence", translation="предложение")
    body = edited(raw_body(story), "b0", "Фраза 0 тут стоит, <script>alert(1)</script>")
    write(story, body)
    page = ask(client, "translation_checks", record_of(story).pk).content.decode()
    rows = BeautifulSoup(page, "html.parser").select("[data-check-unit]")
    assert {row["data-check-unit"] for row in rows} == {"title", "block:b0", "block:b1"}
    assert "Glossary" in page
    assert "<script" not in page


def test_checks_know_the_names_of_the_credits(client, rita) -> None:
    agency = make_agency("Reuters", names={"ru": "Рейтер"})
    source = make_story(standfirst="So says Reuters today", credits=[{"agency": agency}])
    story = translate(source, "ru")
    write(story, title="История", standfirst="Так сообщают сегодня")
    assert "Reuters" in ask(client, "translation_checks", record_of(story).pk).content.decode()
    write(story, title="История", standfirst="Так сообщает Рейтер")
    assert "found nothing" in ask(client, "translation_checks", record_of(story).pk).content.decode()


def test_checks_ask_as_much_for_a_long_story_as_for_a_short_one(client, rita, django_assert_max_num_queries) -> None:
    for count in (1, 30):
        record = record_of(translate(make_source(count), "ru"))
        with django_assert_max_num_queries(32):
            assert ask(client, "translation_checks", record.pk).status_code == 200


@pytest.mark.parametrize("name", NAMES)
def test_other_desks_are_refused_and_change_nothing(client, story, name: str) -> None:
    client.force_login(make_user("olena", editors_of("uk")))
    before = story.latest_revision_id
    response = ask(client, name, record_of(story).pk, unit="title")
    assert response.status_code in (302, 403)
    assert response.status_code == 403 or response.url == reverse("wagtailadmin_home")
    assert ArticlePage.objects.get(pk=story.pk).latest_revision_id == before
    assert record_of(story).ways == {}


@pytest.mark.parametrize("name", NAMES)
def test_strangers_are_asked_who_they_are(client, story, name: str) -> None:
    response = ask(client, name, record_of(story).pk, unit="title")
    assert response.status_code == 302
    assert "login" in response.url


@pytest.mark.parametrize("name", NAMES)
def test_record_that_does_not_exist_or_has_no_story_is_not_found(client, rita, story, name: str) -> None:
    wanted = Translation.objects.create(
        translation_key=story.translation_key, locale=make_front_page("hy").locale, source=story.translated_from
    )
    for pk in (999_999, wanted.pk):
        assert ask(client, name, pk, unit="title").status_code == 404


@pytest.mark.parametrize("name", NAMES)
def test_other_methods_are_not_allowed(client, rita, story, name: str) -> None:
    address = reverse(name, args=[record_of(story).pk])
    response = client.post(address) if name in READING else client.get(address)
    assert response.status_code == 405


def test_story_that_another_holds_is_neither_filled_nor_checked(client, rita, story) -> None:
    ask(client, "translation_fill", record_of(story).pk, unit=["title"])
    before = ArticlePage.objects.get(pk=story.pk).latest_revision_id
    ArticlePage.objects.filter(pk=story.pk).update(locked=True, locked_by=make_user("boris"))
    ways = record_of(story).ways
    for name in ("translation_fill", "translation_review"):
        ask(client, name, record_of(story).pk, unit=["title", "block:b0"])
        ask(client, name, record_of(story).pk)
    assert record_of(story).ways == ways
    assert ArticlePage.objects.get(pk=story.pk).latest_revision_id == before


def test_translator_may_use_every_aid_of_a_story_in_their_language(client, story) -> None:
    client.force_login(make_user("tim", translators_of("ru")))
    for name in NAMES:
        with active.override("en"):
            assert ask(client, name, record_of(story).pk, unit="title").status_code in (200, 302)
