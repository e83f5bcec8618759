"""Tests of XLIFF documents as trees, also from those who mean harm."""

from __future__ import annotations

import pytest

from newsroom.exchange.refusing import FileIsRefused
from newsroom.exchange.xliff import (
    MOST_ELEMENTS,
    MOST_NESTED,
    NAMESPACE_1,
    NAMESPACE_2,
    checked_root,
    child,
    first,
    notes_of,
    number_in,
)


def document(inside: str, namespace: str = NAMESPACE_2, prolog: str = "") -> str:
    return f'{prolog}<xliff xmlns="{namespace}">{inside}</xliff>'


@pytest.mark.parametrize("namespace", [NAMESPACE_1, NAMESPACE_2])
@pytest.mark.parametrize(
    ("prolog", "inside", "words"),
    [
        ("<!DOCTYPE xliff>", "<file/>", "document type or entities"),
        ('<!DOCTYPE x SYSTEM "http://evil.example/x.dtd">', "<file/>", "document type or entities"),
        ('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>', "<file>&b;</file>", "document type or entities"),
        ('<?xml version="1.0" encoding="koi8-r"?>', "<file/>", "says that it is in koi8-r"),
        ("", "", "no file element"),
        ("", "<file>", "not well-formed"),
        ("", "<file>&undeclared;</file>", "not well-formed"),
        ("", "<file/>" * MOST_ELEMENTS, f"more than {MOST_ELEMENTS} elements"),
        ("", f"<file>{'<g>' * MOST_NESTED}{'</g>' * MOST_NESTED}</file>", "nested too deep"),
        ("", f"<file>{'<g>' * 24_000}{'</g>' * 24_000}</file>", "nested too deep"),
    ],
)
def test_what_means_harm_is_refused(namespace: str, prolog: str, inside: str, words: str) -> None:
    with pytest.raises(FileIsRefused, match=words):
        checked_root(document(inside, namespace, prolog))


def test_notes_are_found_in_both_versions() -> None:
    one = checked_root(document('<file><header><note from="a"> 1 </note></header></file>', NAMESPACE_1))
    two = checked_root(document('<file><notes><note category="a">1</note><note/></notes></file>'))
    assert notes_of(first(one, "file")) == {"a": "1"}
    assert notes_of(first(two, "file")) == {"a": "1", "": ""}


def test_a_child_has_its_parents_namespace() -> None:
    root = checked_root(document("<file/>"))
    made = child(first(root, "file"), "unit", {"id": "a"})
    assert (made.tag, made.get("id")) == (f"{{{NAMESPACE_2}}}unit", "a")
    assert first(root, "nothing") is None


@pytest.mark.parametrize(("text", "number"), [("7", 7), ("", None), ("-1", None), ("1" * 10, None), ("٧", None)])
def test_only_a_plain_number_is_one(text: str, number: int | None) -> None:
    assert number_in(text) == number
