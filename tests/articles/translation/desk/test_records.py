"""Tests of the record of a translation and what is done to it by a button."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.pages.article import ArticlePage
from articles.translation.desk.screens import address
from articles.translation.models import Translation
from articles.translation.models.translation import Priority
from articles.translation.wanting import want
from newsroom.users.groups import editors_of, translators_of
from newsroom.users.models import User
from tests.factories import make_front_page, make_story, make_user

pytestmark = pytest.mark.django_db
ASKED_BY_SCRIPT = {"x-requested-with": "XMLHttpRequest"}
DEEDS = ["claim", "hand_back", "start", "give_up"]


def client_of(name: str, *groups: str) -> Client:
    client = Client()
    client.force_login(make_user(name, *groups))
    return client


@pytest.fixture
def row(db: None) -> Translation:
    """What is wanted in Persian."""
    for code in ("fa", "ka"):
        make_front_page(code)
    [wanted] = want(make_story(title="The sea"), ["fa"], by=None)
    return wanted


def test_a_translator_sees_what_is_wanted_and_begins_it(row: Translation) -> None:
    reza = client_of("reza", translators_of("fa"))
    assert "The sea" in reza.get(address("record", row.pk)).content.decode()
    answer = reza.post(address("start", row.pk))
    row.refresh_from_db()
    assert answer.url == f"/admin/pages/{row.story_id}/edit/"
    assert str(row.assignee) == "reza"
    assert reza.get(answer.url).status_code == 200
    assert not ArticlePage.objects.get(pk=row.story_id).live


def test_an_editor_gives_it_out(row: Translation) -> None:
    reza = make_user("reza", translators_of("fa"))
    edda = client_of("edda", editors_of("fa"))
    assert "reza: free" in edda.get(address("record", row.pk)).content.decode()
    edda.post(address("record", row.pk), {"translator": reza.pk, "priority": 0, "deadline": "2026-12-01 10:00"})
    row.refresh_from_db()
    assert (row.assignee, row.priority, row.deadline.year) == (reza, Priority.LEGAL, 2026)  # type: ignore[union-attr]


def test_it_is_given_to_nobody_of_another_desk(row: Translation) -> None:
    gia = make_user("gia", translators_of("ka"))
    edda = client_of("edda", editors_of("fa"))
    answer = edda.post(address("record", row.pk), {"translator": gia.pk, "priority": 2})
    assert answer.status_code == 200
    row.refresh_from_db()
    assert row.assignee is None


def test_a_translator_gives_nothing_out(row: Translation) -> None:
    reza = client_of("reza", translators_of("fa"))
    person = User.objects.get(username="reza")
    answer = reza.post(address("record", row.pk), {"translator": person.pk, "priority": 0}, headers=ASKED_BY_SCRIPT)
    assert answer.status_code == 403
    row.refresh_from_db()
    assert (row.assignee, row.priority) == (None, Priority.NORMAL)


@pytest.mark.parametrize("name", ["record", *DEEDS])
def test_other_desks_find_nothing_and_change_nothing(row: Translation, name: str) -> None:
    gia = client_of("gia", editors_of("ka"))
    before = Translation.objects.values().get()
    assert gia.post(address(name, row.pk), {"priority": 0}, headers=ASKED_BY_SCRIPT).status_code == 404
    assert gia.get(address("record", row.pk)).status_code == 404
    assert Translation.objects.values().get() == before
    assert ArticlePage.objects.count() == 1


@pytest.mark.parametrize("name", DEEDS)
def test_nothing_is_done_by_looking(row: Translation, name: str) -> None:
    reza = client_of("reza", translators_of("fa"))
    assert reza.get(address(name, row.pk)).status_code == 405


def test_who_comes_second_is_told_so(row: Translation) -> None:
    first, second = client_of("reza", translators_of("fa")), client_of("mina", translators_of("fa"))
    first.post(address("claim", row.pk))
    answer = second.post(address("claim", row.pk), follow=True)
    assert "reza has taken this translation already." in answer.content.decode()
    second.post(address("hand_back", row.pk))
    row.refresh_from_db()
    assert str(row.assignee) == "reza"


def test_a_button_leads_back_to_where_it_stood_and_nowhere_else(row: Translation) -> None:
    reza = client_of("reza", translators_of("fa"))
    board = address("board")
    assert reza.post(address("claim", row.pk), {"next": board}).url == board
    assert reza.post(address("hand_back", row.pk), {"next": "https://evil.example/"}).url == address("work")
