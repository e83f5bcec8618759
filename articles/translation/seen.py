"""What a translation has seen of its source, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from articles.translation.parts import Content, Part, order_of, parts_of

MOST_ANSWERS = 200
"""Answers that can be taken back."""


@dataclass(frozen=True, slots=True)
class Sight:
    """The version of the source in which one part was last seen, and what it was there."""

    revision: int | None
    digest: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What was known of a part before its last answer."""

    sight: Sight | None
    order: tuple[str, ...]
    was_not_here: bool


@dataclass
class Seen:
    """What was seen, in which order, and which parts the translation leaves out for good."""

    sights: dict[str, Sight] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    not_here: set[str] = field(default_factory=set)
    answers: dict[str, Answer] = field(default_factory=dict)
    stale: list[str] = field(default_factory=list)
    """The parts that the last count found behind."""
    above: list[str] = field(default_factory=list)
    """The parts that it found behind higher up the chain."""

    @classmethod
    def of(cls, content: Content, revision: int | None) -> Seen:
        """Everything of one version."""
        sights = {key: Sight(revision, part.digest) for key, part in parts_of(content).items()}
        return cls(sights=sights, order=order_of(content))

    @classmethod
    def read(cls, stored: Mapping[str, Any]) -> Seen:
        """What `write` gave."""
        return cls(
            sights={key: Sight(*pair) for key, pair in stored.get("seen", {}).items()},
            order=list(stored.get("order", ())),
            not_here=set(stored.get("not_here", ())),
            answers={
                key: Answer(Sight(*row["sight"]) if row["sight"] else None, tuple(row["order"]), row["not_here"])
                for key, row in stored.get("answers", {}).items()
            },
            stale=list(stored.get("stale", ())),
            above=list(stored.get("above", ())),
        )

    def write(self) -> dict[str, Any]:
        """JSON."""
        return {
            "seen": {key: [sight.revision, sight.digest] for key, sight in self.sights.items()},
            "order": self.order,
            "not_here": sorted(self.not_here),
            "answers": {
                key: {
                    "sight": [answer.sight.revision, answer.sight.digest] if answer.sight else None,
                    "order": list(answer.order),
                    "not_here": answer.was_not_here,
                }
                for key, answer in self.answers.items()
            },
            "stale": self.stale,
            "above": self.above,
        }

    def revisions(self) -> set[int]:
        """The versions that it refers to, those that taking an answer back needs included."""
        sights = [*self.sights.values(), *(answer.sight for answer in self.answers.values() if answer.sight)]
        return {sight.revision for sight in sights if sight.revision is not None}

    def see(self, part: str, now: Mapping[str, Part], order: list[str], revision: int | None, *, here: bool) -> None:
        """Takes one part as it is now, its place included; `here` is False where the translation leaves it out."""
        self.answers.pop(part, None)
        answer = Answer(self.sights.get(part), tuple(self.order), part in self.not_here)
        self.answers[part] = answer
        for oldest in list(self.answers)[:-MOST_ANSWERS]:
            del self.answers[oldest]
        if part not in now:
            self.sights.pop(part, None)
            self.order = [key for key in self.order if key != part]
            self.not_here.discard(part)
            return
        self.sights[part] = Sight(revision, now[part].digest)
        if now[part].is_block:
            self._place(part, order)
        if here:
            self.not_here.discard(part)
        else:
            self.not_here.add(part)

    def unsee(self, part: str) -> None:
        """Takes the last answer about a part back. Raises KeyError where there is none."""
        answer = self.answers.pop(part)
        if answer.sight is None:
            self.sights.pop(part, None)
        else:
            self.sights[part] = answer.sight
        self.not_here.discard(part)
        if answer.was_not_here:
            self.not_here.add(part)
        self.order = [key for key in self.order if key != part]
        if part in answer.order:
            before = [key for key in answer.order[: answer.order.index(part)] if key in self.order]
            self.order.insert(self.order.index(before[-1]) + 1 if before else 0, part)

    def _place(self, part: str, order: list[str]) -> None:
        """Puts a block after the nearest one before it that stands in its right place."""
        rest = [key for key in self.order if key != part]
        settled = set(longest_in_order(rest, order))
        before = [key for key in order[: order.index(part)] if key in settled]
        rest.insert(rest.index(before[-1]) + 1 if before else 0, part)
        self.order = rest


def longest_in_order(keys: Iterable[str], order: list[str]) -> list[str]:
    """The most of the keys that stand in the same order in both; the rest has moved.

    The longest increasing subsequence of their places, by the patience method; of several, the one that ends first.
    """
    places = {key: place for place, key in enumerate(order)}
    known = [key for key in keys if key in places]
    piles: list[str] = []
    below: dict[str, str | None] = {}
    for key in known:
        low, high = 0, len(piles)
        while low < high:
            middle = (low + high) // 2
            if places[piles[middle]] < places[key]:
                low = middle + 1
            else:
                high = middle
        below[key] = piles[low - 1] if low else None
        piles[low:] = [key, *piles[low + 1 :]]
    found: list[str] = []
    key_or_none: str | None = piles[-1] if piles else None
    while key_or_none is not None:
        found.append(key_or_none)
        key_or_none = below[key_or_none]
    return found[::-1]
