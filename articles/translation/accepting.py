"""Dealing with changes of a source, one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, log

from articles.translation.keeping import keep_what_was_seen
from articles.translation.models import Translation
from articles.translation.parts import order_of, parts_of
from articles.translation.seen import Seen
from articles.translation.staleness import blocks_here, changes_of, recount, source_content, version_of

ACCEPTED, TAKEN_BACK = "translation.change_accepted", "translation.answer_taken_back"


class Answer(StrEnum):
    """What a translator says of a change."""

    STILL_FINE = "still_fine"
    DONE = "done"
    NOT_HERE = "not_here"


class NothingToAccept(ValueError):
    """The part is not behind: nobody changed it, or it was dealt with meanwhile."""


class ChangedMeanwhile(ValueError):
    """The part changed once more after it was shown."""


class NothingToTakeBack(ValueError):
    """No answer about the part is remembered."""


def accept(
    translation: Translation, part: str, *, by: AbstractBaseUser | None, answer: Answer, shown: str | None = None
) -> None:
    """Takes one part as dealt with, as it now is in the source.

    `shown` is the digest of what the translator has before them, empty for a part that is gone; where it is told, it
    must still be so. Raises NothingToAccept and ChangedMeanwhile.
    """
    accept_parts(translation, [part], by=by, answer=answer, shown={} if shown is None else {part: shown})


def accept_everything(translation: Translation, *, by: AbstractBaseUser | None, answer: Answer) -> int:
    """Takes every part that is behind as dealt with, and says how many there were."""
    parts = list(dict.fromkeys(change.part for change in changes_of(translation)))
    if parts:
        accept_parts(translation, parts, by=by, answer=answer)
    return len(parts)


@transaction.atomic
def accept_parts(
    translation: Translation,
    parts: Iterable[str],
    *,
    by: AbstractBaseUser | None,
    answer: Answer,
    shown: Mapping[str, str] | None = None,
) -> None:
    """Takes these parts as dealt with, all or none. Raises as `accept`."""
    row = _locked(translation)
    parts = list(parts)
    if set(parts) - {change.part for change in changes_of(row)}:
        raise NothingToAccept(", ".join(parts))
    revision, content = version_of(row.source), source_content(row)
    now, order = parts_of(content), order_of(content)
    for part, digest in (shown or {}).items():
        if digest != (now[part].digest if part in now else ""):
            raise ChangedMeanwhile(part)
    seen, here = Seen.read(row.parts), blocks_here(row)
    for part in parts:
        applies = answer != Answer.NOT_HERE
        seen.see(part, now, order, revision.pk if revision else None, applies=applies, here=here)
    _keep(row, seen)
    _log(row, ACCEPTED, by, {"parts": parts, "answer": answer.value})
    _show(translation, row)


@transaction.atomic
def take_back(translation: Translation, part: str, *, by: AbstractBaseUser | None) -> None:
    """Makes a part as it was before the last answer about it. Raises NothingToTakeBack."""
    row = _locked(translation)
    seen = Seen.read(row.parts)
    try:
        seen.unsee(part)
    except KeyError as error:
        raise NothingToTakeBack(part) from error
    _keep(row, seen)
    _log(row, TAKEN_BACK, by, {"parts": [part]})
    _show(translation, row)


def answered(translation: Translation) -> list[str]:
    """The parts whose last answer can be taken back, the latest first."""
    return list(Seen.read(translation.parts).answers)[::-1]


def _locked(translation: Translation) -> Translation:
    """The row as it is; its source is read after it is locked, so a publication just before counts."""
    return Translation.objects.select_for_update().get(pk=translation.pk)


def _keep(row: Translation, seen: Seen) -> None:
    """Stores what is seen, counts anew, and keeps the versions that it refers to."""
    row.parts = seen.write()
    recount(row)
    keep_what_was_seen([row])


def _show(translation: Translation, row: Translation) -> None:
    """Brings the caller's object up to what was stored."""
    for name in ("parts", "stale_parts", "stale_above", "stale_since"):
        setattr(translation, name, getattr(row, name))


def _log(row: Translation, action: str, by: AbstractBaseUser | None, data: dict[str, Any]) -> None:
    if row.story:
        log(row.story, action, user=by, data=data)


def register_actions(actions: LogActionRegistry) -> None:
    """Registers them with Wagtail."""
    actions.register_action(ACCEPTED, _("Deal with a change of the source"), _("Dealt with a change of the source"))
    actions.register_action(TAKEN_BACK, _("Take an answer back"), _("Took back an answer about a change"))
