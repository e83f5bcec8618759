"""Tests of the comparison: random edits against a plain oracle."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from articles.translation.changes import changes_between
from articles.translation.marks import Mark, marks_of
from articles.translation.parts import BLOCK, Content, order_of, parts_of
from articles.translation.seen import Seen, longest_in_order
from tests.articles.translation.stories import Raw, paragraph, paragraphs

EDITS = st.tuples(st.sampled_from(["edit", "add", "remove", "move"]), st.integers(0, 99))
ROUNDS = st.lists(st.lists(EDITS, max_size=6), min_size=1, max_size=3)
SEEDS = st.integers(0, 2**16)


def content(body: Raw, title: str = "A") -> Content:
    return {"title": title, "body": list(body)}


def changed(body: Raw, edits: list[tuple[str, int]], label: str) -> Raw:
    """The blocks after random edits."""
    body = list(body)
    for number, (what, place) in enumerate(edits):
        at = place % len(body) if body else 0
        if what == "add":
            body.insert(at, paragraph(f"{label}-{number}", f"Added {label} {number}"))
        elif body and what == "edit":
            body[at] = paragraph(body[at]["id"], f"Edited {label} {number}")
        elif body and what == "remove":
            del body[at]
        elif body:
            block = body.pop(at)
            body.insert((place * 7) % (len(body) + 1), block)
    return body


def differences(before: Raw, after: Raw) -> set[tuple[str, str]]:
    """An oracle for a translation that had seen `before`: moves apart, which have more than one explanation."""
    old, new = {row["id"]: row for row in before}, {row["id"]: row for row in after}
    found = {(BLOCK + key, "removed") for key in old if key not in new}
    found |= {(BLOCK + key, "added") for key in new if key not in old}
    return found | {(BLOCK + key, "changed") for key in new if key in old and new[key] != old[key]}


def fewest_moves(before: list[str], after: list[str]) -> int:
    """An oracle: how many keys must be lifted out so that both orders agree, by trying all."""
    return min(
        len(before) - len(kept)
        for size in range(len(before) + 1)
        for kept in combinations(before, size)
        if sorted(kept, key=after.index) == list(kept)
    )


def found(seen: Seen, now: Content, here: set[str] | None = None) -> list[tuple[str, str]]:
    return [(change.part, change.kind.value) for change in changes_between(seen, now, here)]


def see(seen: Seen, part: str, now: Content, revision: int, here: set[str] | None = None) -> None:
    seen.see(part, parts_of(now), order_of(now), revision, applies=True, here=here)


@settings(deadline=None)
@given(ROUNDS, SEEDS, st.sets(st.integers(0, 5)))
def test_what_is_behind_is_what_differs_from_what_was_seen(
    rounds: list[list[tuple[str, int]]], seed: int, left_out: set[int]
) -> None:
    body = paragraphs(6)
    seen = Seen.of(content(body), 1)
    dropped = {f"{BLOCK}b{number}" for number in left_out}
    for number, edits in enumerate(rounds):
        before, body = body, changed(body, edits, f"r{number}")
        now = content(body)
        here = {BLOCK + row["id"] for row in [*before, *body]} - dropped
        behind = found(seen, now, here)
        silent = {(part, kind) for part, kind in differences(before, body) if part in dropped}
        assert {pair for pair in behind if pair[1] != "moved"} == differences(before, body) - silent
        moved = {part for part, kind in behind if kind == "moved"}
        common = [key for key in order_of(content(before)) if key in here and key in order_of(now)]
        assert [key for key in common if key not in moved] == [
            key for key in order_of(now) if key in common and key not in moved
        ]
        assert len(moved) == fewest_moves(common, order_of(now))
        parts = list(dict.fromkeys(part for part, _ in behind))
        random.Random(seed).shuffle(parts)
        for part in parts:
            see(seen, part, now, number + 2, here)
            seen = Seen.read(seen.write())
            behind = [pair for pair in behind if pair[0] != part]
            assert found(seen, now, here) == behind


@settings(deadline=None)
@given(ROUNDS)
def test_blocks_of_the_translations_own_survive_every_round(rounds: list[list[tuple[str, int]]]) -> None:
    body = paragraphs(6)
    own = paragraph("own", "Only here.")
    here = [body[4], own, body[0], body[1], body[3], body[5]]
    seen = Seen.of(content(body), 1)
    marks = marks_of(seen, content(here))
    assert marks == {"block:own": Mark.ADDED_HERE, "block:b4": Mark.MOVED_HERE, "block:b2": Mark.LEFT_OUT}
    keys = {BLOCK + block["id"] for block in here}
    for number, edits in enumerate(rounds):
        body = changed(body, edits, f"r{number}")
        behind = {part for part, _ in found(seen, content(body), keys)}
        assert not {"block:own", "block:b2"} & behind
        for part in behind:
            see(seen, part, content(body), number, keys)
        assert marks_of(seen, content(here))["block:own"] == Mark.ADDED_HERE


@given(st.permutations(list("abcdefg")))
def test_the_longest_order_is_an_order_of_both(keys: list[str]) -> None:
    order = list("abcdefg")
    kept = longest_in_order(keys, order)
    assert kept == sorted(kept) == [key for key in keys if key in kept]
    assert len(kept) >= 1


@settings(deadline=None)
@given(ROUNDS, SEEDS, st.booleans())
def test_the_last_answer_can_be_taken_back(rounds: list[list[tuple[str, int]]], seed: int, applies: bool) -> None:
    seen = Seen.of(content(paragraphs(6)), 1)
    now = content(changed(paragraphs(6), [edit for edits in rounds for edit in edits], "r"), title="B")
    parts = list(dict.fromkeys(part for part, _ in found(seen, now)))
    random.Random(seed).shuffle(parts)
    for part in parts:
        before = seen.write()
        seen.see(part, parts_of(now), order_of(now), 2, applies=applies, here=None)
        assert (part, "changed") not in found(seen, now)
        again = Seen.read(seen.write())
        again.unsee(part)
        assert again.write() == before


def test_a_block_that_only_passed_what_is_left_out_has_not_moved() -> None:
    body = paragraphs(4)
    seen = Seen.of(content(body), 1)
    now = content([body[1], body[2], body[0], body[3]])
    assert found(seen, now) == [("block:b0", "moved")]
    assert found(seen, now, {"block:b0", "block:b3"}) == []


def test_blocks_with_one_id_are_one_place() -> None:
    body = [*paragraphs(2), paragraph("b0", "Pasted twice.")]
    assert order_of(content(body)) == ["block:b0", "block:b1"]
    assert found(Seen.of(content(body), 1), content(body)) == []
