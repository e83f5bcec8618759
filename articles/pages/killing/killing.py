"""Killing a story in every language at once, and reviving it."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Q
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, log
from wagtail.models import Revision

from articles.legal.ledger.stories import record_kill, record_publication
from articles.pages.acting import acting
from articles.pages.article import ArticlePage
from articles.pages.killing.models import Kill
from articles.pages.publishing import let_files_follow
from articles.pages.visibility import StoryQuerySet
from newsroom.languages import LANGUAGES
from newsroom.text import clean_text
from newsroom.users.models import User

LOG_KILL, LOG_REVIVE = "story.killed", "story.revived"
LONGEST_REASON = 2000
LONGEST_NOTE = 1000

killed = Signal()
revived = Signal()
"""Both sent with the `Kill` as `instance` and the `stories` concerned, in the transaction."""


class StoryIsAlreadyKilled(ValueError):
    """The story is killed, and was not revived since."""


class StoryIsNotKilled(ValueError):
    """Nothing is to be revived: the story was never killed, or somebody revived it meanwhile."""


class ReasonIsMissing(ValueError):
    """Neither is done without saying why."""


@transaction.atomic
def kill_story(
    story: ArticlePage,
    *,
    by: User | None,
    reason: str,
    tells_readers: bool = False,
    notes: Mapping[str, str] | None = None,
) -> Kill:
    """Takes the story off every surface in every language, with all that waits to be published of it.

    Everything else hears of it by the rows that are written in this transaction. `notes` is what readers are told
    besides the standard words, by language. Raises StoryIsAlreadyKilled, ReasonIsMissing; `by` None is a program.
    """
    why = _reason(reason)
    languages = list(languages_of(story).select_for_update(of=("self",)).select_related("locale"))
    if in_force(story) is not None:
        raise StoryIsAlreadyKilled(story.title)
    now = timezone.now()
    kill = Kill.objects.create(
        translation_key=story.translation_key,
        reason=why,
        tells_readers=tells_readers,
        notes=_notes(notes or {}) if tells_readers else {},
        killed_by=by,
        killed_at=now,
    )
    with acting(by):
        for page in languages:
            _take_down(page, kill)
            log(page, LOG_KILL, user=by, data={"reason": why})
    killed.send(sender=Kill, instance=kill, stories=languages)
    return kill


@transaction.atomic
def revive_story(story: ArticlePage, *, by: User | None, reason: str) -> Kill:
    """Lets readers see again what they could see before the story was killed.

    Raises StoryIsNotKilled, ReasonIsMissing.
    """
    why = _reason(reason)
    languages = list(languages_of(story).select_for_update(of=("self",)).select_related("locale"))
    kill = Kill.objects.select_for_update().filter(translation_key=story.translation_key, revived_at=None).first()
    if kill is None:
        raise StoryIsNotKilled(story.title)
    kill.revived_at, kill.revived_by, kill.revival_reason = timezone.now(), by, why
    kill.save()
    stories = [page for page in languages if page.killed_at == kill.killed_at]
    with acting(by):
        for page in stories:
            page.killed_at = None
            page.save(clean=False, update_fields=["killed_at"])
            if page.live:
                record_publication(page, page.live_revision)
            let_files_follow(page)
            log(page, LOG_REVIVE, user=by, data={"reason": why})
    revived.send(sender=Kill, instance=kill, stories=stories)
    return kill


def in_force(story: ArticlePage) -> Kill | None:
    """The killing that holds the story down now."""
    return Kill.objects.filter(translation_key=story.translation_key, revived_at=None).first()


def languages_of(story: ArticlePage) -> StoryQuerySet:
    """The story in all its languages, live or not, and whatever mirrors one of them."""
    own = ArticlePage.objects.filter(translation_key=story.translation_key)
    return ArticlePage.objects.filter(Q(pk__in=own.values("pk")) | Q(alias_of__in=own.values("pk"))).order_by("path")


def _take_down(page: ArticlePage, kill: Kill) -> None:
    """One language: no longer visible, nothing of it scheduled, nothing of it waiting for approval.

    What its own sender had cancelled before keeps that moment, so that a revival does not bring it back.
    """
    if page.killed_at is None:
        page.killed_at = kill.killed_at
        page.save(clean=False, update_fields=["killed_at"])
        if page.first_published_at:
            record_kill(page)
    Revision.objects.for_instance(page).filter(approved_go_live_at__isnull=False).update(approved_go_live_at=None)
    state = page.current_workflow_state
    if state:
        state.cancel(user=kill.killed_by)
    let_files_follow(page)


def _reason(text: str) -> str:
    cleaned = clean_text(text).strip()[:LONGEST_REASON]
    if not cleaned:
        raise ReasonIsMissing
    return cleaned


def _notes(notes: Mapping[str, str]) -> dict[str, str]:
    cleaned = {code: clean_text(text).strip()[:LONGEST_NOTE] for code, text in notes.items() if code in LANGUAGES}
    return {code: text for code, text in cleaned.items() if text}


def register_actions(actions: LogActionRegistry) -> None:
    """Registers them with Wagtail."""
    actions.register_action(LOG_KILL, _("Kill in every language"), _("Killed the story in every language"))
    actions.register_action(LOG_REVIVE, _("Revive"), _("Revived the story"))
