"""A name withheld: gone from every language and from the log, and back again."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry

from articles.credits.models import Correspondent
from articles.credits.naming import line_of, with_parties
from articles.credits.reach import spellings_of, stories_by_language, tells_name
from articles.credits.withholding import (
    NameIsAlreadyWithheld,
    NameIsNotWithheld,
    ReasonTellsName,
    restore_name,
    withhold_name,
)
from articles.pages.article import ArticlePage
from articles.pages.corrections.correcting import correct
from articles.pages.killing.killing import kill_story
from articles.pages.mentions import mentions_of
from newsroom.languages import LANGUAGES
from newsroom.users.models import User
from tests.factories import make_administrator, make_correspondent, make_picture, make_place, make_story, make_user

NAMES = {"en": "Asad Mammadov", "ru": "Асад Мамедов", "fa": "اسد محمدوف", "ka": "ასად მამედოვი"}
REASON = "The family asked for it."

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin() -> User:
    return make_administrator()


@pytest.fixture
def person() -> Correspondent:
    return make_correspondent("Asad Mammadov", names=NAMES)


def story_by(person: Correspondent, code: str = "en", **fields: Any) -> ArticlePage:
    place = make_place("Baku", phrases={"ru": "в Баку"})
    return make_story(code, credits=[{"correspondent": person, "place": place}], **fields)


def line(story: ArticlePage, code: str) -> str:
    return line_of(with_parties(story.credits.get_queryset()), code).text(code)


def test_the_name_leaves_the_credit_line_of_every_language_and_comes_back(person: Correspondent, admin: User) -> None:
    story = story_by(person)
    before = {code: line(story, code) for code in LANGUAGES}
    assert all(person.name_in(code) in before[code] for code in LANGUAGES)

    withhold_name(person, by=admin, reason=REASON)
    for code in LANGUAGES:
        withheld = line(story, code)
        assert withheld
        assert not any(spelling in withheld for spelling in spellings_of(person)), code
        assert "Baku" not in withheld and "Баку" not in withheld, code

    restore_name(person, by=admin, reason=REASON)
    assert {code: line(story, code) for code in LANGUAGES} == before


@pytest.mark.parametrize("code", ["en", "ru", "fa", "ka"])
def test_the_name_leaves_the_page_of_the_story_and_comes_back(
    client: Client, person: Correspondent, admin: User, code: str
) -> None:
    story = story_by(person, code)
    assert NAMES[code] in client.get(story.url_path).content.decode()
    withhold_name(person, by=admin, reason=REASON)
    page = client.get(story.url_path).content.decode()
    assert story.title in page
    assert not any(name in page for name in NAMES.values())
    assert person.key not in page
    restore_name(person, by=admin, reason=REASON)
    assert NAMES[code] in client.get(story.url_path).content.decode()


def test_the_page_of_the_person_is_not_found_while_the_name_is_withheld(
    client: Client, person: Correspondent, admin: User
) -> None:
    story_by(person)
    address = f"/en/people/{person.key}/"
    assert client.get(address).status_code == 200
    withhold_name(person, by=admin, reason=REASON)
    assert client.get(address).status_code == 404
    restore_name(person, by=admin, reason=REASON)
    assert client.get(address).status_code == 200


def test_the_log_has_the_reason_and_no_name(person: Correspondent, admin: User) -> None:
    log(person, "wagtail.create", user=admin)
    log(person, "wagtail.edit", user=admin)
    withhold_name(person, by=admin, reason=REASON)
    entries = ModelLogEntry.objects.for_instance(person)
    assert entries.count() == 3
    assert {entry.label for entry in entries} == {person.key}
    latest = entries.get(action="articles.withhold_name")
    assert latest.data == {"reason": REASON}
    assert latest.user == admin
    assert REASON in latest.message


def test_restoring_gives_the_log_its_labels_back_but_not_in_the_entries_about_the_name(
    person: Correspondent, admin: User
) -> None:
    log(person, "wagtail.create", user=admin)
    withhold_name(person, by=admin, reason=REASON)
    restore_name(person, by=admin, reason="The danger is over.")
    labels = dict(ModelLogEntry.objects.for_instance(person).values_list("action", "label"))
    assert labels == {
        "wagtail.create": "Asad Mammadov",
        "articles.withhold_name": person.key,
        "articles.restore_name": person.key,
    }


def test_an_edit_while_the_name_is_withheld_is_logged_without_it(person: Correspondent, admin: User) -> None:
    withhold_name(person, by=admin, reason=REASON)
    entry = log(person, "wagtail.edit", user=admin)
    assert "Mammadov" not in entry.label


@pytest.mark.parametrize("reason", ["Asad Mammadov was arrested", "мамедова ищут", "MAMMADOV asked"])
def test_a_reason_that_tells_the_name_is_refused(person: Correspondent, admin: User, reason: str) -> None:
    with pytest.raises(ReasonTellsName):
        withhold_name(person, by=admin, reason=reason)
    person.refresh_from_db()
    assert not person.is_withheld
    assert not ModelLogEntry.objects.for_instance(person).exists()


def test_nobody_without_the_permission_withholds_or_restores(person: Correspondent, admin: User) -> None:
    with pytest.raises(PermissionDenied):
        withhold_name(person, by=make_user(), reason=REASON)
    withhold_name(person, by=admin, reason=REASON)
    with pytest.raises(PermissionDenied):
        restore_name(person, by=make_user("boris"), reason=REASON)
    person.refresh_from_db()
    assert person.is_withheld


def test_a_name_is_withheld_and_restored_once(person: Correspondent, admin: User) -> None:
    with pytest.raises(NameIsNotWithheld):
        restore_name(person, by=admin, reason=REASON)
    withhold_name(person, by=admin, reason=REASON)
    with pytest.raises(NameIsAlreadyWithheld):
        withhold_name(person, by=admin, reason=REASON)


def test_stories_are_counted_by_language_in_one_query(person: Correspondent, django_assert_num_queries: Any) -> None:
    for code in ("ru", "en", "en"):
        story_by(person, code)
    story_by(make_correspondent("Mike Eckel"), "fa")
    with django_assert_num_queries(1):
        counts = stories_by_language(person)
    assert counts == {LANGUAGES["en"]: 2, LANGUAGES["ru"]: 1}


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "What Asad Mammadov saw"},
        {"standfirst": "MAMMADOV was there"},
        {"lead_caption": "Photo: Mammadov"},
        {"body": [("paragraph", "<p>Об этом рассказал корреспонденту Мамедову сосед.</p>")]},
        {"body": [("paragraph", "<p>ЖУРНАЛИСТ МАМЕДОВ</p>")]},
        {"body": [("heading", "محمدوف در باکو")]},
    ],
)
def test_stories_whose_words_hold_the_name_are_found(person: Correspondent, fields: dict[str, Any]) -> None:
    story = make_story(**fields)
    make_story(title="Asad", body=[("paragraph", "<p>Асад, но не тот.</p>")])
    assert [mention.item.pk for mention in mentions_of(person).stories] == [story.pk]


def test_stories_whose_readers_are_told_the_name_beside_them_are_found(person: Correspondent) -> None:
    corrected, killed = make_story(title="Corrected"), make_story(title="Killed")
    make_story(title="Another")
    correct(corrected, by=None, gravity="minor", wrong="Photo: Асад Мамедов", right="Photo: AFP")
    kill_story(killed, by=None, reason="Safety", tells_readers=True, notes={"en": "Mr. MAMMADOV was not there."})
    found = mentions_of(person).stories
    assert {mention.item.pk for mention in found} == {corrected.pk, killed.pk}


def test_pictures_whose_words_hold_the_name_are_found(person: Correspondent) -> None:
    picture = make_picture(title="A harbour", credit="Асад Мамедов / RFE/RL")
    make_picture(title="A mountain", credit="Mike Eckel")
    mentions = mentions_of(person)
    assert [mention.item.pk for mention in mentions.pictures] == [picture.pk]
    assert mentions.are_all


def test_mentions_are_searched_in_two_queries(person: Correspondent, django_assert_num_queries: Any) -> None:
    for number in range(3):
        make_story(title=f"Mammadov {number}")
    with django_assert_num_queries(2):
        assert len(mentions_of(person).stories) == 3


def test_a_first_name_alone_tells_nobody(person: Correspondent) -> None:
    assert not tells_name("Asad", person)
    assert tells_name("mammadov", person)
