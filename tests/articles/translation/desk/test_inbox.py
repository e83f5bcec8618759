"""Tests of the inbox and of the ways to the desk."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.translation.desk.screens import address
from articles.translation.models import Notification
from articles.translation.notifying import notify
from articles.translation.wanting import want
from newsroom.users.groups import PHOTO_EDITORS, editors_of, translators_of
from newsroom.users.models import User
from tests.factories import make_front_page, make_story, make_user

pytestmark = pytest.mark.django_db
KIND = Notification.Kind.ASSIGNED


@pytest.fixture
def reza(db: None) -> User:
    make_front_page("fa")
    return make_user("reza", translators_of("fa"))


@pytest.fixture
def as_reza(reza: User) -> Client:
    client = Client()
    client.force_login(reza)
    return client


def test_what_one_is_told_is_read_and_leads_to_its_matter(reza: User, as_reza: Client) -> None:
    [row] = want(make_story(title="The sea"), ["fa"], by=None)
    [note] = notify([reza], KIND, row)
    assert "Assigned to you (Persian): The sea" in as_reza.get(address("inbox")).content.decode()
    assert as_reza.get(address("note", note.pk)).url == address("record", row.pk)
    note.refresh_from_db()
    assert note.read_at


def test_everything_is_marked_as_read_at_once(reza: User, as_reza: Client) -> None:
    other = make_user("mina", translators_of("fa"))
    notify([reza, other], KIND)
    as_reza.post(address("inbox"))
    assert [note.user for note in Notification.objects.filter(read_at=None)] == [other]


def test_the_notes_of_others_are_not_there(reza: User, as_reza: Client) -> None:
    [note] = notify([make_user("mina", translators_of("fa"))], KIND, title="Not for Reza")
    assert "Not for Reza" not in as_reza.get(address("inbox")).content.decode()
    assert as_reza.get(address("note", note.pk)).status_code == 404
    note.refresh_from_db()
    assert note.read_at is None


def test_the_menu_counts_what_is_unread(reza: User, as_reza: Client) -> None:
    home = reverse("wagtailadmin_home")
    assert ") Translation desk" not in as_reza.get(home).content.decode()
    notify([reza], KIND)
    assert "(1) Translation desk" in as_reza.get(home).content.decode()


def test_the_menu_leads_only_those_to_the_desk_who_work_in_a_language(reza: User) -> None:
    client = Client()
    client.force_login(make_user("paul", PHOTO_EDITORS))
    assert address("work") not in client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_story_leads_to_its_translation() -> None:
    story = make_story()
    client = Client()
    client.force_login(make_user("anna", editors_of("en")))
    for page in (
        reverse("wagtailadmin_pages:edit", args=[story.pk]),
        reverse("wagtailadmin_explore", args=[story.get_parent().pk]),
    ):
        assert address("translate", story.pk) in client.get(page).content.decode()


def test_queries_do_not_grow_with_notes(reza: User, as_reza: Client, django_assert_max_num_queries: object) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            as_reza.get(address("inbox"))
        return len(queries)

    notify([reza], KIND, want(make_story(), ["fa"], by=None)[0])
    asked()
    one = asked()
    for _ in range(30):
        notify([reza], KIND, want(make_story(), ["fa"], by=None)[0])
    assert asked() <= one
