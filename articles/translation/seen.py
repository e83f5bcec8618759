"""What a translation has seen of its source, part by part."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from articles.translation.parts import BLOCK, Content, Part, order_of, parts_of

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

    def leaves_out(self, part: str, here: Collection[str] | None) -> bool:
        """Whether the translation does without it; `here` are its blocks, None where all are taken to be there."""
        return part in self.not_here or (part.startswith(BLOCK) and here is not None and part not in here)

    def settled(self, order: list[str], here: Collection[str] | None) -> list[str]:
        """The blocks that are still where they were seen, of those that the translation has: all others moved."""
        return longest_in_order([key for key in self.order if not self.leaves_out(key, here)], order)

    def see(
        self,
        part: str,
        now: Mapping[str, Part],
        order: list[str],
        revision: int | None,
        *,
        applies: bool,
        here: Collection[str] | None,
    ) -> None:
        """Takes one part as it is now, its place included; where it does not apply, the translation leaves it out."""
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
            self._place(part, order, here)
        if applies:
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

    def _place(self, part: str, order: list[str], here: Collection[str] | None) -> None:
        """Puts a block that is elsewhere now after the nearest one before it that is in its place."""
        settled = self.settled(order, here)
        if part in settled:
            return
        in_place = set(settled)
        before = [key for key in order[: order.index(part)] if key in in_place]
        self.order = [key for key in self.order if key != part]
        self.order.insert(self.order.index(before[-1]) + 1 if before else 0, part)


def longest_in_order(keys: Iterable[str], order: list[str]) -> list[str]:
    """The most of the keys that stand in the same order in both; the rest has moved.

    The longest increasing subsequence of their places, by the patience method from the end. Of several the one with
    the earliest places: so what is put into its place joins those that were there before, and none of them leaves.
    """
    places = {key: place for place, key in enumerate(order)}
    known = [key for key in keys if key in places]
    highest: list[int] = []
    by_length: dict[int, list[tuple[int, str]]] = defaultdict(list)
    for number, key in reversed(list(enumerate(known))):
        length = bisect_left(highest, -places[key])
        highest[length : length + 1] = [-places[key]]
        by_length[length].append((number, key))
    found: list[str] = []
    at, place = -1, -1
    for length in reversed(range(len(highest))):
        # Of keys from which equally many follow, the later one has the earlier place.
        at, key = next((n, k) for n, k in by_length[length] if n > at and places[k] > place)
        place = places[key]
        found.append(key)
    return found
