"""Correcting a story that readers have seen, in its language and, desk by desk, in all the others."""

from __future__ import annotations

from django.db import transaction
from django.dispatch import Signal
from django.utils import timezone
from wagtail.log_actions import log

from articles.pages.article import ArticlePage
from articles.pages.corrections.keeping import LOG_CORRECT, LOG_HANDLE, LOG_WITHDRAW, keep, keep_withdrawal
from articles.pages.corrections.models import TOLD, Correction, CorrectionText
from articles.pages.corrections.words import words
from articles.pages.holding import hold_stories
from articles.pages.purges import let_caches_follow
from newsroom.users.models import User

State = CorrectionText.State

corrected = Signal()
"""Sent with a `Correction` as `instance` and the `waiting` stories, whose desks have the task, in the transaction."""


class StoryIsNotPublic(ValueError):
    """What nobody can read needs no correction: it is simply changed."""


class CorrectionIsHandled(ValueError):
    """The desk has dealt with it already."""


class CorrectionIsWithdrawn(ValueError):
    """It was a mistake itself, and is told no more."""


@transaction.atomic
def correct(story: ArticlePage, *, by: User | None, gravity: str, wrong: str, right: str) -> Correction:
    """Tells the story's readers what was wrong and what is right, and gives every other language the task to check.

    Raises StoryIsNotPublic, WordsAreMissing, WordsAreTooLong, ValueError for an unknown gravity; `by` None is a
    program.
    """
    was, is_now, kind = words(wrong), words(right), Correction.Gravity(gravity)
    family = ArticlePage.objects.filter(translation_key=story.translation_key)
    stories = {row.pk: row for row in family.select_for_update(of=("self",)).defer("body").order_by("path")}
    own = stories.pop(story.pk, None)
    if own is None or not own.is_visible:
        raise StoryIsNotPublic(story.title)
    now = timezone.now()
    correction = Correction.objects.create(
        translation_key=own.translation_key, story=own, gravity=kind, made_by=by, made_at=now
    )
    text = CorrectionText(correction=correction, story=own, state=State.CORRECTED, wrong=was, right=is_now)
    text.handled_by, text.handled_at = by, now
    text.save()
    others = [CorrectionText(correction=correction, story=other) for other in stories.values()]
    CorrectionText.objects.bulk_create(others)
    _follow([own.pk, *stories])
    _note_update(own)
    keep(text, by)
    log(own, LOG_CORRECT, user=by, data={"correction": correction.pk})
    corrected.send(sender=Correction, instance=correction, waiting=list(stories.values()))
    return correction


@transaction.atomic
def handle(text: CorrectionText, *, by: User | None, state: str, wrong: str = "", right: str = "") -> CorrectionText:
    """Notes what a language's desk found: that its version had the mistake, in its own words, or had not.

    A version that nobody has read yet needs no words, and keeps none: its readers never meet the mistake.
    Raises CorrectionIsHandled, CorrectionIsWithdrawn, WordsAreMissing, WordsAreTooLong, ValueError for another state.
    """
    if state not in (State.CORRECTED, State.NOT_CONCERNED):
        raise ValueError(state)
    rows = CorrectionText.objects.select_for_update(of=("self",)).select_related("correction", "story")
    row = rows.get(pk=text.pk)
    if row.correction.withdrawn_at is not None:
        raise CorrectionIsWithdrawn(row.pk)
    if row.state != State.WAITING:
        raise CorrectionIsHandled(row.pk)
    is_told = state == State.CORRECTED and was_read(row.story)
    if is_told:
        row.wrong, row.right = words(wrong), words(right)
    row.state, row.handled_by, row.handled_at = State(state), by, timezone.now()
    row.save()
    _follow([row.story_id])
    if is_told:
        _note_update(row.story)
        keep(row, by)
    else:
        let_caches_follow(row.story)
    log(row.story, LOG_HANDLE, user=by, data={"correction": row.correction_id, "state": state})
    return row


@transaction.atomic
def withdraw(correction: Correction, *, by: User | None, reason: str) -> Correction:
    """Takes a correction that was a mistake itself away from every language; the log and the ledger keep it.

    Raises CorrectionIsWithdrawn, WordsAreMissing and WordsAreTooLong for the reason.
    """
    why = words(reason)
    row = Correction.objects.select_for_update(of=("self",)).select_related("story").get(pk=correction.pk)
    if row.withdrawn_at is not None:
        raise CorrectionIsWithdrawn(row.pk)
    row.withdrawn_at, row.withdrawn_by = timezone.now(), by
    row.save()
    _follow(list(row.texts.values_list("story", flat=True)))
    let_caches_follow(row.story)
    keep_withdrawal(row, by)
    log(row.story, LOG_WITHDRAW, user=by, data={"correction": row.pk, "reason": why})
    return row


def take_over(translation: ArticlePage, source: ArticlePage) -> int:
    """Gives a fresh translation the tasks that its source has not dealt with; a corrected source passes none on."""
    if not source.has_corrections:
        return 0
    texts = CorrectionText.objects.filter(story=source, state=State.WAITING, correction__withdrawn_at=None)
    keys = list(texts.values_list("correction", flat=True))
    rows = [CorrectionText(correction_id=key, story=translation) for key in keys]
    CorrectionText.objects.bulk_create(rows, ignore_conflicts=True)
    if keys:
        _follow([translation.pk])
        translation.has_corrections = True
    return len(keys)


def was_read(story: ArticlePage) -> bool:
    """Whether readers can have met the story, now or earlier."""
    if story.first_published_at is None:
        return False
    return story.embargo_until is None or story.embargo_until <= timezone.now()


def _follow(keys: list[int]) -> None:
    """Has these stories know whether there is something to tell; locked in the order in which a killing does it."""
    hold_stories(keys)
    told = set(CorrectionText.objects.filter(TOLD, story__in=keys).values_list("story", flat=True))
    for answer, some in ((True, told), (False, set(keys) - told)):
        ArticlePage.objects.filter(pk__in=some).update(has_corrections=answer)


def _note_update(story: ArticlePage) -> None:
    """Counts as an update for readers; lists, search and shared caches watch the saving.

    The caches drop the story in all its languages with that, so those with a new note need no order of their own.
    """
    story.updated_at = timezone.now()
    story.save(clean=False, update_fields=["updated_at"])
