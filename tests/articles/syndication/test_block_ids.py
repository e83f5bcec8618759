"""Tests of the ids that imported blocks get."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from articles.syndication.block_ids import settled

KINDS = st.lists(st.sampled_from(["paragraph", "heading", "quote", "picture"]), max_size=12)


def raw(kinds: list[str], prefix: str, words: str = "") -> list[dict[str, Any]]:
    return [{"id": f"{prefix}-{n:04x}", "type": kind, "value": f"{words}{n}"} for n, kind in enumerate(kinds)]


def ids(blocks: list[dict[str, Any]]) -> list[str]:
    return [block["id"] for block in blocks]


def test_a_paragraph_put_in_between_leaves_the_others_what_they_were() -> None:
    known = raw(["paragraph"] * 3, "known")
    again = [*known[:1], {"id": "x", "type": "paragraph", "value": "new"}, *known[1:]]
    blocks = [{**block, "id": f"file-{n:04x}"} for n, block in enumerate(again)]
    assert ids(settled(blocks, known, [])) == ["known-0000", "file-0001", "known-0001", "known-0002"]


def test_an_edited_paragraph_keeps_its_id() -> None:
    known = raw(["paragraph"] * 3, "known")
    blocks = [{**block, "id": f"file-{n:04x}"} for n, block in enumerate(known)]
    blocks[1]["value"] = "other"
    assert ids(settled(blocks, known, [])) == ids(known)


def test_a_translation_has_the_ids_of_its_source() -> None:
    source = raw(["paragraph", "heading", "picture", "paragraph"], "source")
    blocks = raw(["paragraph", "heading", "quote", "picture", "paragraph"], "file", "перевод")
    assert ids(settled(blocks, [], source)) == ["source-0000", "source-0001", "file-0002", "source-0002", "source-0003"]


def test_pictures_of_a_gallery_are_paired_too() -> None:
    gallery = {"id": "g", "type": "gallery", "value": [{"id": "one", "value": {}}, {"id": "two", "value": {}}]}
    own = {"id": "h", "type": "gallery", "value": [{"id": key, "value": {}} for key in "abc"]}
    (block,) = settled([own], [], [gallery])
    assert (block["id"], ids(block["value"])) == ("g", ["one", "two", "c"])


@given(KINDS, KINDS, KINDS)
def test_no_id_stands_twice_and_no_block_is_lost(new: list[str], old: list[str], other: list[str]) -> None:
    blocks = raw(new, "same", "new")
    found = settled(blocks, raw(old, "same", "old"), raw(other, "same", "other"))
    assert len(set(ids(found))) == len(found) == len(blocks)
    assert [block["value"] for block in found] == [block["value"] for block in blocks]
    assert settled(blocks, found, []) == found
