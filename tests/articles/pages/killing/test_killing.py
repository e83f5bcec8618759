"""Tests of the use case: one action, every language, every surface that the database feeds."""

from __future__ import annotations

import re

import pytest
from django.core.management import call_command
from django.test import Client, TestCase
from django.utils import timezone
from wagtail.models import Locale, PageLogEntry, Revision

from articles.legal.models import LedgerEntry, PublicRevision
from articles.pages.article import ArticlePage
from articles.pages.founding import section
from articles.pages.killing.killing import (
    LOG_KILL,
    ReasonIsMissing,
    StoryIsAlreadyKilled,
    StoryIsNotKilled,
    kill_story,
    killed,
    revive_story,
    revived,
)
from articles.pages.killing.models import Kill
from articles.pages.publishing import publish_due
from articles.syndication.cancelling import cancel, take_cancellation_back
from newsroom.languages import LANGUAGES
from newsroom.outbox.models import Message
from tests.answers import read_whole
from tests.factories import make_picture, make_story, make_translation, make_user, publish_page

pytestmark = pytest.mark.django_db
REASON = "The source withdrew its account"


def in_every_language(**fields: object) -> list[ArticlePage]:
    """A live story in all languages, breaking everywhere."""
    until = timezone.now() + timezone.timedelta(hours=6)
    story = make_story(title="Sunken ferry", breaking_until=until, **fields)
    others = [code for code in LANGUAGES if code != "en"]
    return [story, *(make_translation(story, code, title=f"Ferry {code}", breaking_until=until) for code in others)]


def status(client: Client, address: str) -> int:
    """What a file's address answers, the file read to its end."""
    answer = client.get(address)
    read_whole(answer)
    return answer.status_code


def test_a_killed_story_is_gone_from_every_language_and_list_at_once(client: Client) -> None:
    stories = in_every_language(lead_picture=make_picture())
    assert all(client.get(story.url_path).status_code == 200 for story in stories)
    kill = kill_story(stories[3], by=None, reason=REASON)
    assert ArticlePage.objects.published().count() == 0
    for story in stories:
        code = story.language_code
        assert client.get(story.url_path).status_code == 404
        for address in (f"/{code}/", f"/{code}/world/", f"/{code}/search/?q=ferry"):
            answer = client.get(address)
            assert story.title not in answer.content.decode()
    assert set(ArticlePage.objects.values_list("killed_at", flat=True)) == {kill.killed_at}


def test_public_copies_of_its_pictures_go(client: Client) -> None:
    story = make_story(lead_picture=make_picture())
    found = re.search(r'src="(/media/[^"]+)"', client.get(story.url_path).content.decode())
    assert found
    assert status(client, found.group(1)) == 200
    with TestCase.captureOnCommitCallbacks(execute=True):
        kill_story(story, by=None, reason=REASON)
    assert status(client, found.group(1)) == 404


def test_killing_and_reviving_are_in_the_ledger_and_the_log() -> None:
    story = make_story()
    make_translation(story, "fa")
    anna = make_user()
    kill_story(story, by=anna, reason=REASON)
    entries = LedgerEntry.objects.filter(kind="story.killed")
    assert entries.count() == 2
    assert set(entries.values_list("staff_id", flat=True)) == {anna.pk}
    shown = PublicRevision.objects.filter(ceased_at=None, page__in=ArticlePage.objects.all())
    assert not shown.exists()
    revive_story(story, by=anna, reason="It was right after all")
    assert shown.count() == 2
    call_command("verify_ledger")
    assert PageLogEntry.objects.filter(action=LOG_KILL).count() == 2


def test_reviving_brings_back_what_was_visible_and_nothing_else(client: Client) -> None:
    story = make_story()
    draft = make_translation(story, "ka", publish=False, live=False)
    russian = make_translation(story, "ru")
    kill_story(story, by=None, reason=REASON)
    revive_story(russian, by=None, reason="Confirmed")
    assert {client.get(page.url_path).status_code for page in (story, russian)} == {200}
    assert client.get(draft.url_path).status_code == 404
    assert not ArticlePage.objects.filter(killed_at__isnull=False).exists()


def test_reviving_does_not_bring_back_a_language_that_its_sender_had_cancelled_before() -> None:
    story = make_story()
    cancelled = make_translation(story, "ru")
    ArticlePage.objects.filter(pk=cancelled.pk).update(translated_from=story)
    cancel(ArticlePage.objects.get(pk=cancelled.pk))
    before = ArticlePage.objects.get(pk=cancelled.pk).killed_at
    kill_story(story, by=None, reason=REASON)
    revive_story(story, by=None, reason="Confirmed")
    assert ArticlePage.objects.get(pk=story.pk).is_visible
    assert ArticlePage.objects.get(pk=cancelled.pk).killed_at == before


def test_a_sender_who_takes_a_cancellation_back_leaves_the_killing_of_the_newsroom() -> None:
    story = make_story()
    cancelled = make_translation(story, "ru", translated_from=story)
    cancel(cancelled)
    kill = kill_story(story, by=None, reason=REASON)
    russian = ArticlePage.objects.get(pk=cancelled.pk)
    take_cancellation_back(russian)
    assert russian.killed_at == kill.killed_at


def test_what_is_scheduled_or_made_later_stays_down(client: Client) -> None:
    story = make_story()
    later = make_translation(story, "ru", publish=False, live=False)
    later.go_live_at = timezone.now() + timezone.timedelta(hours=1)
    later.save_revision().publish()
    assert Revision.objects.filter(approved_go_live_at__isnull=False).exists()
    kill_story(story, by=None, reason=REASON)
    Revision.objects.filter(object_id=str(later.pk)).update(approved_go_live_at=timezone.now())
    publish_due()
    assert client.get(later.url_path).status_code == 404
    section("fa", "world", "World")
    copied = ArticlePage.objects.get(pk=story.pk).copy_for_translation(Locale.objects.get(language_code="fa"))
    published = publish_page(ArticlePage.objects.get(pk=copied.pk))
    assert published.killed_at is not None
    assert client.get(published.url_path).status_code == 404
    again = publish_page(ArticlePage.objects.get(pk=story.pk))
    assert again.killed_at is not None
    assert client.get(again.url_path).status_code == 404


def test_nothing_is_done_twice_or_without_a_reason() -> None:
    story = make_story()
    for empty in ("", "  \n", "\u202e\x00"):
        with pytest.raises(ReasonIsMissing):
            kill_story(story, by=None, reason=empty)
    with pytest.raises(StoryIsNotKilled):
        revive_story(story, by=None, reason=REASON)
    kill_story(story, by=None, reason="x" * 5000)
    with pytest.raises(StoryIsAlreadyKilled):
        kill_story(story, by=None, reason=REASON)
    assert Kill.objects.count() == 1
    assert len(Kill.objects.get().reason) == 2000


def test_whoever_listens_hears_of_both_in_the_transaction() -> None:
    heard: list[tuple[str, int]] = []

    def hear_kill(stories: list[ArticlePage], **kwargs: object) -> None:
        heard.append(("killed", len(stories)))

    def hear_revival(stories: list[ArticlePage], **kwargs: object) -> None:
        heard.append(("revived", len(stories)))

    story = make_story()
    make_translation(story, "fa")
    killed.connect(hear_kill)
    revived.connect(hear_revival)
    kill_story(story, by=None, reason=REASON)
    revive_story(story, by=None, reason=REASON)
    killed.disconnect(hear_kill)
    revived.disconnect(hear_revival)
    assert heard == [("killed", 2), ("revived", 2)]


def test_caches_are_told_of_every_language(settings: object) -> None:
    settings.CDN_PURGE_URLS = ["http://127.0.0.1:9"]
    story = make_story()
    make_translation(story, "fa")
    Message.objects.all().delete()
    kill_story(story, by=None, reason=REASON)
    keys = set(Message.objects.values_list("key", flat=True))
    assert len(keys) >= 3  # the work, and the lists of two languages
