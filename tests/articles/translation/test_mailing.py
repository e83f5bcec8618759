"""Tests of the letters, of what people are told of, and of deadlines that come near."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail
from django.utils import timezone
from django.utils.translation import get_language
from wagtail.users.models import UserProfile

from articles.pages.killing.killing import kill_story
from articles.translation import mailing
from articles.translation.mailing import choose_letters, send_letters
from articles.translation.models import Notification
from articles.translation.notifying import notify
from articles.translation.reminding import remind_of_deadlines
from articles.translation.translating import translate_into
from articles.translation.wanting import want
from newsroom.users.groups import editors_of, translators_of
from newsroom.users.models import User
from tests.factories import make_draft, make_front_page, make_story, make_user, publish_page

pytestmark = pytest.mark.django_db
KIND = Notification.Kind.ASSIGNED


@pytest.fixture
def reza(db: None) -> User:
    make_front_page("fa")
    return make_user("reza", translators_of("fa"))


def letters() -> list[str]:
    """The texts of what is sent once everything has waited long enough."""
    before = len(mail.outbox)
    send_letters(timezone.now() + timedelta(minutes=5))
    return [str(letter.body) for letter in mail.outbox[before:]]


def test_what_is_new_comes_once_and_in_one_letter(reza: User) -> None:
    for title in ("The sea", "The land"):
        notify([reza], KIND, want(make_story(title=title), ["fa"], by=None)[0])
    assert send_letters() == 0
    [letter] = letters()
    assert "Assigned to you (Persian): The sea\nAssigned to you (Persian): The land" in letter
    assert mail.outbox[0].to == [reza.email]
    assert letters() == []


def test_what_was_read_and_people_who_want_none_get_no_letter(reza: User) -> None:
    notify([reza], KIND)
    Notification.objects.update(read_at=timezone.now())
    mina = make_user("mina", translators_of("fa"))
    choose_letters(mina, wanted=False)
    notify([mina], KIND)
    assert letters() == []
    choose_letters(mina, wanted=True)
    notify([mina], KIND)
    assert len(letters()) == 1


def test_a_letter_is_in_the_reader_s_language_of_the_admin(reza: User, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailing, "line_of", lambda *args, **kwargs: get_language())
    profile = UserProfile.get_for_user(reza)
    profile.preferred_language = "ru"
    profile.save()
    notify([reza], KIND)
    [letter] = letters()
    assert letter.startswith("ru\n")


def test_no_letter_tells_the_headline_of_what_is_under_embargo_killed_or_not_theirs(reza: User) -> None:
    embargoed = make_draft(title="Secret until noon", embargo_until=datetime(2099, 1, 1, tzinfo=UTC))
    killed = make_story(title="Secret for good")
    stale = [want(story, ["fa"], by=None)[0] for story in (embargoed, killed)]
    kill_story(killed, by=None, reason="wrong")
    for row in stale:
        notify([reza], KIND, row)
    draft = want(make_draft(title="Secret of others"), ["fa"], by=None)[0]
    make_front_page("ka")
    notify([make_user("gia", translators_of("ka"))], KIND, draft)
    told = "\n".join(letters())
    assert "Assigned to you (Persian)" in told
    assert "Secret" not in told


def test_a_change_of_the_source_is_told_once_until_it_is_read(reza: User) -> None:
    story = make_story(title="First")
    [page] = translate_into(story, ["fa"], by=reza)
    page.desk_record.assignee = reza
    page.desk_record.save()
    for title in ("Second", "Third"):
        story.title = title
        publish_page(story)
        story.refresh_from_db()
    assert [note.kind for note in Notification.objects.filter(user=reza)] == ["source_changed"]


def test_where_nobody_translates_the_desk_is_told(reza: User) -> None:
    edda = make_user("edda", editors_of("fa"))
    story = make_story(title="First")
    translate_into(story, ["fa"], by=reza)
    story.title = "Second"
    publish_page(story)
    assert list(Notification.objects.values_list("user__username", "kind")) == [(edda.username, "source_changed")]


def test_desks_hear_that_a_story_is_killed(reza: User) -> None:
    edda, story = make_user("edda", editors_of("fa")), make_story()
    want(story, ["fa"], by=None)
    Notification.objects.all().delete()
    kill_story(story, by=None, reason="wrong")
    assert list(Notification.objects.values_list("user", "kind")) == [(edda.pk, "killed")]


def test_a_deadline_that_is_near_is_told_once(reza: User) -> None:
    now = timezone.now()
    near, far = now + timedelta(hours=1), now + timedelta(days=2)
    for title, deadline in (("near", near), ("far", far)):
        [row] = want(make_story(title=title), ["fa"], by=None, deadline=deadline)
        row.assignee = reza
        row.save()
    assert remind_of_deadlines() == 1
    assert remind_of_deadlines() == 0
    assert Notification.objects.filter(user=reza, kind="deadline").count() == 1
