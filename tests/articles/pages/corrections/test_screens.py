"""Tests of the screens: who may, what they say, and that nobody else changes anything."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.pages.article import ArticlePage
from articles.pages.corrections.correcting import correct, handle, withdraw
from articles.pages.corrections.models import Correction, CorrectionText
from newsroom.languages import LANGUAGES
from newsroom.users.desks import desk_of
from newsroom.users.groups import chiefs_of, editors_of, translators_of, writers_of
from tests.factories import make_administrator, make_draft, make_front_page, make_story, make_translation, make_user

pytestmark = pytest.mark.django_db
State = CorrectionText.State
WORDS = {"gravity": "factual", "wrong": "Девять", "right": "Семь"}


def signed_in(user: Any) -> Client:
    client = Client()
    client.force_login(user)
    return client


def editor(code: str) -> Client:
    make_front_page(code)
    return signed_in(make_user(f"editor-{code}", editors_of(code)))


@pytest.fixture
def story() -> ArticlePage:
    made = make_story("ru", title="Паром")
    make_translation(made, "fa", title="کشتی")
    return made


@pytest.fixture
def waiting(story: ArticlePage) -> CorrectionText:
    """The task of the Persian desk."""
    correction = correct(story, by=None, gravity="factual", wrong="Девять", right="<b>Семь</b>")
    return correction.texts.get(state=State.WAITING)


def test_an_editor_corrects_and_a_foreign_desk_deals_with_it(story: ArticlePage) -> None:
    russian, persian = editor("ru"), editor("fa")
    form = russian.get(reverse("correct_story", args=[story.pk])).content.decode()
    assert 'lang="ru" dir="ltr"' in form
    done = russian.post(reverse("correct_story", args=[story.pk]), WORDS, follow=True)
    assert "Readers are told" in done.content.decode()
    text = CorrectionText.objects.get(state=State.WAITING)
    listed = persian.get(reverse("waiting_corrections")).content.decode()
    address = reverse("handle_correction", args=[text.pk])
    assert address in listed
    assert "کشتی" in listed
    asked = persian.get(address).content.decode()
    assert "Девять" in asked
    assert 'lang="fa" dir="rtl"' in asked
    persian.post(address, {"state": "corrected", "wrong": "نه نفر", "right": "هفت نفر"})
    text.refresh_from_db()
    assert (text.state, text.right, text.handled_by.get_username()) == (State.CORRECTED, "هفت نفر", "editor-fa")
    assert "No correction waits" in persian.get(reverse("waiting_corrections")).content.decode()
    again = persian.post(address, {"state": "not_concerned"}, follow=True).content.decode()
    assert "Somebody has dealt with this correction already." in again


def test_an_editor_withdraws_with_a_reason(story: ArticlePage, waiting: CorrectionText) -> None:
    client = editor("ru")
    address = reverse("withdraw_correction", args=[waiting.correction_id])
    assert address in client.get(reverse("correct_story", args=[story.pk])).content.decode()
    assert "&lt;b&gt;Семь" in client.get(address).content.decode()
    client.post(address, {"reason": " "})
    assert Correction.objects.filter(withdrawn_at=None).exists()
    client.post(address, {"reason": "It was nine"})
    assert not Correction.objects.filter(withdrawn_at=None).exists()
    again = client.post(address, {"reason": "x"}, follow=True).content.decode()
    assert "This correction was withdrawn." in again


def test_nobody_else_may_and_nobody_else_is_told(story: ArticlePage, waiting: CorrectionText) -> None:
    for code in ("ru", "fa", "ka"):
        make_front_page(code)
    people = {
        "writer": [writers_of("ru")],
        "translator": [translators_of("fa")],
        "georgian": [editors_of("ka")],
        "chief": [chiefs_of(desk_of("ka"))],
    }
    doors = {
        reverse("correct_story", args=[story.pk]): WORDS,
        reverse("handle_correction", args=[waiting.pk]): {"state": "not_concerned"},
        reverse("withdraw_correction", args=[waiting.correction_id]): {"reason": "x"},
    }
    before = list(Correction.objects.values()), list(CorrectionText.objects.values())
    for name, groups in people.items():
        if name == "chief" and desk_of("ka") in (desk_of("ru"), desk_of("fa")):
            continue
        client = signed_in(make_user(name, *groups))
        for address, data in doors.items():
            for answer in (client.get(address), client.post(address, data)):
                assert answer.status_code in (302, 403)
                told = answer.content.decode()
                assert "Паром" not in told
                assert "Девять" not in told
    assert (list(Correction.objects.values()), list(CorrectionText.objects.values())) == before


def test_each_desk_deals_with_its_own_language_alone(story: ArticlePage, waiting: CorrectionText) -> None:
    russian, persian = editor("ru"), editor("fa")
    russian.post(reverse("handle_correction", args=[waiting.pk]), {"state": "not_concerned"})
    persian.post(reverse("withdraw_correction", args=[waiting.correction_id]), {"reason": "x"})
    persian.post(reverse("correct_story", args=[story.pk]), WORDS)
    waiting.refresh_from_db()
    assert waiting.state == State.WAITING
    assert Correction.objects.get().withdrawn_at is None
    listed = russian.get(reverse("waiting_corrections")).content.decode()
    assert reverse("handle_correction", args=[waiting.pk]) not in listed


def test_looking_changes_nothing(story: ArticlePage, waiting: CorrectionText) -> None:
    client = signed_in(make_administrator())
    client.get(reverse("correct_story", args=[story.pk]), WORDS)
    client.get(reverse("handle_correction", args=[waiting.pk]), {"state": "not_concerned"})
    client.get(reverse("withdraw_correction", args=[waiting.correction_id]), {"reason": "x"})
    waiting.refresh_from_db()
    assert waiting.state == State.WAITING
    assert Correction.objects.get().withdrawn_at is None
    for name in ("correct_story", "handle_correction", "withdraw_correction"):
        assert client.get(reverse(name, args=[10**9])).status_code == 404


@pytest.mark.parametrize(
    "data",
    [{}, {"wrong": ""}, {"right": "\u202e\x00 "}, {"gravity": "grave"}, {"wrong": "x" * 10_000}],
)
def test_bad_answers_are_asked_again(story: ArticlePage, data: dict[str, str]) -> None:
    answer = editor("ru").post(reverse("correct_story", args=[story.pk]), (WORDS | data) if data else {})
    assert answer.status_code == 200
    assert not Correction.objects.exists()


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"state": "waiting"},
        {"state": "corrected"},
        {"state": "corrected", "wrong": "x"},
        {"state": "corrected", "wrong": "x", "right": "y" * 10_000},
    ],
)
def test_bad_answers_of_a_desk_are_asked_again(waiting: CorrectionText, data: dict[str, str]) -> None:
    answer = editor("fa").post(reverse("handle_correction", args=[waiting.pk]), data)
    assert answer.status_code == 200
    waiting.refresh_from_db()
    assert waiting.state == State.WAITING


def test_a_desk_is_asked_for_no_words_that_nobody_would_read(story: ArticlePage) -> None:
    draft = make_draft("ka", translation_key=story.translation_key)
    text = correct(story, by=None, gravity="minor", wrong="a", right="b").texts.get(story=draft)
    client = editor("ka")
    address = reverse("handle_correction", args=[text.pk])
    assert 'name="wrong"' not in client.get(address).content.decode()
    client.post(address, {"state": "corrected", "wrong": "x", "right": "y"})
    text.refresh_from_db()
    assert (text.state, text.right) == (State.CORRECTED, "")


def test_a_story_that_went_meanwhile_is_not_corrected(story: ArticlePage) -> None:
    client = editor("ru")
    story.unpublish()
    said = client.post(reverse("correct_story", args=[story.pk]), WORDS, follow=True).content.decode()
    assert "Readers cannot see this story now" in said
    assert not Correction.objects.exists()


def test_the_editor_of_an_unchecked_story_says_so_and_shows_the_way(
    story: ArticlePage, waiting: CorrectionText
) -> None:
    edit = reverse("wagtailadmin_pages:edit", args=[waiting.story_id])
    shown = editor("fa").get(edit).content.decode()
    assert "The original was corrected." in shown
    assert reverse("handle_correction", args=[waiting.pk]) in shown
    assert reverse("correct_story", args=[waiting.story_id]) in shown
    translator = signed_in(make_user("reza", translators_of("fa")))
    assert reverse("correct_story", args=[waiting.story_id]) not in translator.get(edit).content.decode()
    handle(waiting, by=None, state=State.NOT_CONCERNED)
    assert "The original was corrected." not in signed_in(make_administrator()).get(edit).content.decode()


def test_the_list_is_for_publishers_and_takes_as_many_queries_for_many(story: ArticlePage) -> None:
    client, address = editor("fa"), reverse("waiting_corrections")
    counts = []
    for _ in range(2):
        for _ in range(2):
            correct(story, by=None, gravity="minor", wrong="a", right="b")
        client.get(address)
        cache.clear()
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address, {"p": "x"}).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1]
    translator = signed_in(make_user("reza", translators_of("fa")))
    assert translator.get(address).status_code in (302, 403)
    assert address not in translator.get(reverse("wagtailadmin_home")).content.decode()
    assert address in client.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_language_is_asked_in_its_own_direction(code: str) -> None:
    story = make_story("en" if code != "en" else "ru")
    made = make_translation(story, code)
    text = correct(story, by=None, gravity="factual", wrong="a", right="b").texts.get(story=made)
    shown = signed_in(make_administrator()).get(reverse("handle_correction", args=[text.pk])).content.decode()
    row = LANGUAGES[code]
    assert f'lang="{row.tag}" dir="{row.direction}"' in shown


def test_a_withdrawn_task_is_only_shown(waiting: CorrectionText) -> None:
    withdraw(waiting.correction, by=None, reason="r")
    shown = editor("fa").get(reverse("handle_correction", args=[waiting.pk])).content.decode()
    assert "This correction was withdrawn." in shown
    assert 'name="state"' not in shown
