"""Tests of lists in words, in every language."""

from __future__ import annotations

import re

import pytest

from newsroom.formats import has_formats, join_list, list_patterns
from newsroom.languages import LANGUAGES

MEMBERS = ["Քիոտո", "Ⅷ-7", "{0}", "%s", "Ωμέγα"]
"""Members in letters and marks that no conjunction of the table has."""
ENGLISH = re.compile(r"\b(and|or|with|et|al)\b", re.IGNORECASE)
EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGES)


@EVERY_LANGUAGE
def test_every_language_can_join_a_list(code: str) -> None:
    assert has_formats(code)
    assert set(list_patterns(code)) >= {"2", "start", "middle", "end"}


@EVERY_LANGUAGE
@pytest.mark.parametrize("count", range(6))
def test_all_members_stand_in_their_order(code: str, count: int) -> None:
    members = MEMBERS[:count]
    text = join_list(members, code)
    places = [text.index(member) for member in members]
    assert places == sorted(places)
    assert [text.count(member) for member in members] == [1] * count


@EVERY_LANGUAGE
@pytest.mark.parametrize("count", range(2, 6))
def test_members_are_joined_by_more_than_commas(code: str, count: int) -> None:
    joints = _joints(MEMBERS[:count], code)
    assert any(character.isalpha() for character in joints[-1])
    assert all(joint.strip() for joint in joints)


@EVERY_LANGUAGE
@pytest.mark.parametrize("count", range(1, 6))
def test_only_english_says_and(code: str, count: int) -> None:
    joints = " ".join(_joints(MEMBERS[:count], code))
    assert bool(ENGLISH.search(joints)) == (code == "en" and count > 1)


@EVERY_LANGUAGE
def test_two_members_have_one_conjunction_and_one_member_has_none(code: str) -> None:
    first, second = MEMBERS[:2]
    assert join_list([first, second], code) == list_patterns(code)["2"].format(first, second)
    assert join_list([first], code) == first
    assert join_list([], code) == ""


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A, B, and C"),
        ("ru", "A, B и C"),
        ("uk", "A, B і C"),
        ("kk", "A, B және C"),
        ("ba", "A, B һәм C"),
        ("tg", "A, B ва C"),
        ("uz-cyrl", "A, B ва C"),
        ("crh", "A, B ve C"),
        ("ce", "A а, B а, C а"),
        ("hu", "A, B és C"),
        ("ps", "A، B، او C"),
        ("ur", "A، B، اور C"),
    ],
)
def test_list_reads_as_the_language_writes_it(code: str, text: str) -> None:
    assert join_list(["A", "B", "C"], code) == text


def _joints(members: list[str], code: str) -> list[str]:
    """What stands between the members, the words after the last one included in the last."""
    text = join_list(members, code)
    pieces = re.split("|".join(map(re.escape, members)), text)
    assert pieces[0] == ""
    joints = pieces[1:-1]
    if not joints:
        return [pieces[-1]]
    joints[-1] += pieces[-1]
    return joints
