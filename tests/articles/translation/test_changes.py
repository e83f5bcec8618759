"""Tests of the comparison: random edits against a plain oracle."""

from __future__ import annotations

import random

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


@settings(deadline=None)
@given(ROUNDS, SEEDS)
def test_what_is_behind_is_what_differs_from_what_was_seen(rounds: list[list[tuple[str, int]]], seed: int) -> None:
    body = paragraphs(6)
    seen = Seen.of(content(body), 1)
    for number, edits in enumerate(rounds):
        before, body = body, changed(body, edits, f"r{number}")
        now = content(body)
        found = changes_between(seen, now, None)
        assert {(change.part, change.kind.value) for change in found if change.kind != "moved"} == differences(
            before, body
        )
        common = [row["id"] for row in before if row["id"] in {new["id"] for new in body}]
        in_order = common == [row["id"] for row in body if row["id"] in common]
        assert any(change.kind == "moved" for change in found) != in_order
        parts = list(dict.fromkeys(change.part for change in found))
        random.Random(seed).shuffle(parts)
        for part in parts:
            if part in {change.part for change in changes_between(seen, now, None)}:
                seen.see(part, parts_of(now), order_of(now), number + 2, here=True)
            seen = Seen.read(seen.write())
        for change in changes_between(seen, now, None):
            seen.see(change.part, parts_of(now), order_of(now), number + 2, here=True)
        assert changes_between(seen, now, None) == []


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
        found = changes_between(seen, content(body), keys)
        assert "block:own" not in {change.part for change in found}
        assert not {"block:b2"} & {change.part for change in found}
        for change in found:
            seen.see(change.part, parts_of(content(body)), order_of(content(body)), number, here=True)
        assert marks_of(seen, content(here))["block:own"] == Mark.ADDED_HERE


@given(st.permutations(list("abcdefg")))
def test_the_longest_order_is_an_order_of_both(keys: list[str]) -> None:
    order = list("abcdefg")
    kept = longest_in_order(keys, order)
    assert kept == sorted(kept) == [key for key in keys if key in kept]
    assert len(kept) >= 1


def test_a_dropped_answer_loses_nothing_else() -> None:
    seen = Seen.of(content(paragraphs(3)), 1)
    now = content([paragraphs(3)[2], paragraphs(3)[0]], title="B")
    before = seen.write()
    seen.see("title", parts_of(now), order_of(now), 2, here=True)
    seen.unsee("title")
    assert seen.write() == before
