"""What of a source changed since a translation last saw it: a pure comparison, part by part."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from articles.pages.article import LINES
from articles.translation.parts import Content, Part, order_of, parts_of
from articles.translation.seen import Seen

REFERENCES = ("picture", "video", "address")
"""What blocks hold besides words."""


class ChangeKind(TextChoices):
    """How a part differs."""

    CHANGED = "changed", _("Changed")
    ADDED = "added", _("New in the source")
    REMOVED = "removed", _("Removed from the source")
    MOVED = "moved", _("Moved in the source")


@dataclass(frozen=True, slots=True)
class Change:
    """One way in which one part of the source differs from what was seen of it."""

    part: str
    kind: ChangeKind
    after: Part | None
    """The part as it is now."""


def changes_between(seen: Seen, now: Content, here: Collection[str] | None) -> list[Change]:
    """Every change, in the source's present order, those that were removed last.

    `here` are the keys of the translation's own blocks, None where all are taken to be there. What the translation
    leaves out is not behind when the source changes, moves or removes it.
    """
    parts, order = parts_of(now), order_of(now)
    moved = set(seen.order) - set(seen.settled(order, here))
    return [*_present(seen, parts, moved, here), *_removed(seen, parts, here)]


def _present(
    seen: Seen, parts: dict[str, Part], moved: Collection[str], here: Collection[str] | None
) -> Iterator[Change]:
    for key, part in parts.items():
        sight = seen.sights.get(key)
        if key in seen.not_here:
            continue
        if sight is None:
            if part.is_block or part.value:
                yield Change(key, ChangeKind.ADDED, part)
            continue
        if seen.leaves_out(key, here):
            continue
        if sight.digest != part.digest:
            yield Change(key, ChangeKind.CHANGED, part)
        if key in moved:
            yield Change(key, ChangeKind.MOVED, part)


def _removed(seen: Seen, parts: dict[str, Part], here: Collection[str] | None) -> Iterator[Change]:
    for key in seen.order:
        if key not in parts and not seen.leaves_out(key, here):
            yield Change(key, ChangeKind.REMOVED, None)


def is_wording(before: Part, after: Part) -> bool:
    """Whether two versions of a part differ in words alone: the same pictures, videos and addresses, no credits."""
    if before.kind != after.kind:
        return False
    if not after.is_block:
        return after.kind in LINES
    return _references(before.value) == _references(after.value)


def _references(value: object) -> list[object]:
    if isinstance(value, dict):
        own = [value.get(name) for name in REFERENCES if name in value]
        return own + [inner for child in value.values() for inner in _references(child)]
    if isinstance(value, list):
        return [inner for child in value for inner in _references(child)]
    return []
