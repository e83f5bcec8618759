"""Setting, moving and lifting the embargo of a story, in every language of it at once."""

from __future__ import annotations

from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, log

from articles.legal.ledger.stories import record_embargo
from articles.pages.acting import acting
from articles.pages.article import ArticlePage
from articles.pages.embargo.rights import may_set, may_set_everywhere
from articles.pages.killing.killing import languages_of
from articles.pages.publishing import let_files_follow
from newsroom.text import clean_text
from newsroom.users.models import User

LOG_SET, LOG_LIFTED = "story.embargo_set", "story.embargo_lifted"
LONGEST_REASON = 2000


class ReasonIsMissing(ValueError):
    """Nobody lets readers in early without saying why."""


class EmbargoIsOver(ValueError):
    """The moment is past, so it holds nobody back."""


class StoryExpiresBefore(ValueError):
    """In some language the story would expire before anybody has seen it."""


@transaction.atomic
def set_embargo(
    story: ArticlePage, *, until: datetime | None, by: User | None, reason: str = "", everywhere: bool = True
) -> list[ArticlePage]:
    """Holds the story back until a moment, in every language or in its own alone; None lifts the embargo.

    Gives the pages for which that changes something. What lets readers in earlier than was said needs a reason, and
    who publishes the source. Raises PermissionDenied, ReasonIsMissing, EmbargoIsOver, StoryExpiresBefore; `by` None is
    a program.
    """
    if until is not None and until <= timezone.now():
        raise EmbargoIsOver
    languages = languages_of(story) if everywhere else ArticlePage.objects.filter(pk=story.pk)
    pages = list(languages.select_for_update(of=("self",)).select_related("locale").order_by("path"))
    changed = [(page, was) for page in pages if (was := embargo_of(page)) != until or page.embargo_until != until]
    is_earlier = any(opens_earlier(was, until) for _page, was in changed)
    if by is not None:
        needed = may_set_everywhere if everywhere or is_earlier else may_set
        if not needed(by, story):
            raise PermissionDenied
    why = clean_text(reason).strip()[:LONGEST_REASON]
    if is_earlier and not why:
        raise ReasonIsMissing
    if until is not None and any(page.expire_at and page.expire_at <= until for page in pages):
        raise StoryExpiresBefore
    with acting(by):
        for page, was in changed:
            _write(page, was, until, by, why)
    return [page for page, _was in changed]


def embargo_of(story: ArticlePage) -> datetime | None:
    """The embargo that the newest version of the story would be published under."""
    version = story.get_latest_revision_as_object() if story.latest_revision_id else story
    until: datetime | None = version.embargo_until
    return until


def opens_earlier(was: datetime | None, until: datetime | None) -> bool:
    """Whether this lets readers in before the moment that was said; an embargo that has ended holds nobody."""
    return was is not None and was > timezone.now() and (until is None or until < was)


def _write(page: ArticlePage, was: datetime | None, until: datetime | None, by: User | None, why: str) -> None:
    if opens_earlier(was, until):
        page.embargo_lifted_from = was
    page.embargo_until = until
    saved = ["embargo_until", "embargo_lifted_from", *_move_times(page, was, until)]
    page.save(clean=False, update_fields=saved)
    if page.live or page.first_published_at:
        record_embargo(page)
    let_files_follow(page)
    action = LOG_SET if until else LOG_LIFTED
    told = {"was": was.isoformat() if was else None, "until": until.isoformat() if until else None, "reason": why}
    log(page, action, user=by, data=told)


def _move_times(page: ArticlePage, was: datetime | None, until: datetime | None) -> list[str]:
    """What was published under an embargo tells readers its end as its time; that end is another one now."""
    moved = [name for name in ("published_at", "updated_at") if was is not None and getattr(page, name) == was]
    for name in moved if was is not None and was > timezone.now() else []:
        setattr(page, name, until or timezone.now())
    return moved


def register_actions(actions: LogActionRegistry) -> None:
    """Registers them with Wagtail."""
    actions.register_action(LOG_SET, _("Set embargo"), _("Set the embargo"))
    actions.register_action(LOG_LIFTED, _("Lift embargo"), _("Lifted the embargo"))
