"""Tests of XLIFF as it leaves."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

import pytest

from articles.translation.files.writing import write_1, write_2
from tests.articles.translation.files.test_reading import ONE, TWO, sent, story


def test_translators_see_codes_and_no_html() -> None:
    for data, names in ((ONE, {"source", "g"}), (TWO, {"source", "pc"})):
        [source] = [element for element in fromstring(data).iter() if element.tag.endswith("}source")]
        assert {element.tag.rpartition("}")[2] for element in source.iter()} == names
        assert "".join(source.itertext()) == "The sea & the shore"


def test_codes_say_what_they_are_as_the_standard_has_it() -> None:
    assert b'type="fmt" subType="xlf:b"' in TWO
    assert b'type="link"' in TWO
    assert b'ctype="x-html-b"' in ONE


def test_a_limit_is_told() -> None:
    assert b'maxwidth="3000" size-unit="char"' in ONE
    assert b'<note category="longest">3000</note>' in TWO
    unlimited = story("fa", sent(longest=None))
    assert b"maxwidth" not in write_1(unlimited)
    assert b"longest" not in write_2(unlimited)


@pytest.mark.parametrize("letter", ["\0", "\x0b", "\ufffe", "\ud800"])
def test_what_xml_cannot_hold_is_left_out(letter: str) -> None:
    odd = story("fa", sent(source=(f"a{letter}b",), target=()))
    assert b">ab<" in write_1(odd)
    assert b">ab<" in write_2(odd)
