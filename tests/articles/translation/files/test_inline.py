"""Tests of taking rich text apart and putting it together."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.translation.files.inline import (
    Code,
    CodeKind,
    html_of,
    is_same,
    marked,
    nesting_problem,
    numbered_like,
    tidied,
    words_of,
)

TEXTS = [
    "",
    "Words without an element",
    '<p data-block-key="a1">The <b>sea</b> &amp; the <a href="https://example.org/?a=1&amp;b=2">shore</a></p>',
    '<p data-block-key="a1">One</p><p data-block-key="a2">two<br/>three</p>',
    '<ul><li data-block-key="x">دریا <i>می‌رود</i></li><li>2<ol><li>inner</li></ol></li></ul>',
    '<p><a linktype="page" id="7">&lt;b&gt; is no tag</a></p>',
]


@pytest.mark.parametrize("html", TEXTS)
def test_what_was_taken_apart_is_put_together_byte_for_byte(html: str) -> None:
    text = marked(html)
    assert html_of(text.flow, text.tags, text.before, text.after) == html
    assert nesting_problem(text.flow) is None


@given(st.text())
def test_any_text_can_be_taken_apart_and_is_closed(html: str) -> None:
    assert nesting_problem(marked(html).flow) is None


def test_the_element_around_the_whole_stays_at_home() -> None:
    text = marked("<p>The <b>sea</b></p>")
    assert (text.before, text.after, words_of(text.flow)) == ("<p>", "</p>", "The sea")
    assert [item.kind for item in text.flow if isinstance(item, Code)] == ["open", "close"]


def test_a_translations_codes_have_the_numbers_of_the_same_ones_of_the_source() -> None:
    source = marked('<p>A <b>b</b> <a href="/x">c</a></p>')
    text = numbered_like(source, marked('<p><a href="/x">C</a> <strong>B</strong> <i>d</i></p>'))
    opened = [item.id for item in text.flow if isinstance(item, Code) and item.kind is CodeKind.OPEN]
    assert opened == ["3", "2", "t4"]


@pytest.mark.parametrize(
    ("flow", "problem"),
    [
        (
            (Code(CodeKind.OPEN, "1"), Code(CodeKind.OPEN, "2"), Code(CodeKind.CLOSE, "1"), Code(CodeKind.CLOSE, "2")),
            "1",
        ),
        ((Code(CodeKind.OPEN, "1"), "x"), "1"),
        (("x", Code(CodeKind.CLOSE, "2")), "2"),
    ],
)
def test_codes_that_cross_or_hang_are_named(flow: tuple[str | Code, ...], problem: str) -> None:
    assert nesting_problem(flow) == problem


def test_spaces_of_programs_make_no_difference() -> None:
    assert is_same(("The  sea\n", Code(CodeKind.ALONE, "1")), ("The sea", Code(CodeKind.ALONE, "1"), " "))


def test_line_breaks_and_outer_spaces_of_programs_are_tidied_and_no_other_spaces() -> None:
    code = Code(CodeKind.ALONE, "1")
    assert tidied(("\n  One\n  two\u00a0:  ", code, " e\u0301 \n")) == ("One two\u00a0:  ", code, " é")
    assert tidied(("One  two \t three \r\n\tfour",)) == ("One  two three four",)


def test_a_million_spaces_are_tidied_like_one() -> None:
    assert tidied(("a" + " " * 1_000_000 + "b\nc",)) == ("a" + " " * 1_000_000 + "b c",)


@pytest.mark.parametrize(("html", "name"), [("<p>a</p>", "p"), ('<ul class="x"><li>a</li></ul>', "ul"), ("a", "")])
def test_the_element_around_the_whole_has_a_name(html: str, name: str) -> None:
    assert marked(html).outermost == name
