"""Tests of the codes of returned texts: what is right becomes the story's own markup, what is wrong is named."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.translation.files.codes import Apart, problems_of_codes, rich_text, taken_apart
from articles.translation.files.inline import Code, CodeKind, Flow, html_of, joined, marked, words_of
from articles.translation.units import Unit

LINK = '<a href="https://example.org/">'
SOURCE = f'<p data-block-key="k">The <b>sea</b> {LINK}shore</a><br/></p>'


def unit(text: str, *, is_rich: bool = True) -> Unit:
    return Unit("block:a", "block:a", "paragraph", text, is_rich)


def apart(source: str = SOURCE, own: str = "") -> Apart:
    return taken_apart(unit(source), unit(own) if own else None)


def flow(text: str) -> Flow:
    """`[1` opens, `1]` closes, `{1}` stands alone."""
    items: list[str | Code] = []
    for word in text.split(" "):
        if word.startswith("["):
            items.append(Code(CodeKind.OPEN, word[1:]))
        elif word.endswith("]"):
            items.append(Code(CodeKind.CLOSE, word[:-1]))
        elif word.startswith("{"):
            items.append(Code(CodeKind.ALONE, word[1:-1]))
        else:
            items.append(word)
    return tuple(items)


def problem(text: str, where: Apart) -> str:
    return next(problems_of_codes(flow(text), where), "")


def test_a_text_with_its_codes_has_the_markup_of_the_source() -> None:
    text = flow("[3 ساحل 3] <b> [2 دریا 2] {4}")
    assert problem("[3 ساحل 3] <b> [2 دریا 2] {4}", apart()) == ""
    expected = f'<p data-block-key="k">{LINK}ساحل</a>&lt;b&gt;<b>دریا</b><br/></p>'
    assert rich_text(text, apart()) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[3 x 3] {4} [9 y 9]", "“9” never left"),
        ("[3 x 3] {4} [ y ]", "“” never left"),
        ("[3 x 3] {4} {2}", "“2” never left"),
        ("[3 x 3] [4 y 4]", "“4” never left"),
        ("[3 x 3] {4} {4}", "“4” stands there twice"),
        ("[3 x [2 y 3] 2] {4}", "“3” is not closed"),
        ("[3 x {4}", "“3” is not closed"),
        ("x 3] {4}", "“3” is not closed"),
        ("[2 x 2] {4}", f"“3” is missing: {LINK}"),
        ("[3 x 3]", "“4” is missing: <br/>"),
    ],
)
def test_a_wrong_code_is_named(text: str, words: str) -> None:
    assert words in problem(text, apart())


def test_a_language_may_do_without_bold_and_italics() -> None:
    assert problem("[3 x 3] {4}", apart()) == ""


def test_what_a_translation_did_without_before_is_not_missing() -> None:
    assert problem("x {4}", apart(own="<p>Own words<br/></p>")) == ""


def test_codes_of_the_translation_alone_are_its_own() -> None:
    own = apart("<p>a</p>", '<p>b <a href="/own">c</a></p>')
    assert problem("x [t2 y t2]", own) == ""
    assert rich_text(flow("x [t2 y t2]"), own) == '<p>x<a href="/own">y</a></p>'


POINTS = "<ul><li>One</li><li>two</li></ul>"
PARAGRAPHS = "<p>One</p><p>two</p>"


@pytest.mark.parametrize(
    ("source", "text", "is_right"),
    [
        (POINTS, "[2 a 2] [3 b 3]", True),
        (POINTS, "[3 b 3] [2 a 2]", True),
        (POINTS, "x [2 a 2] [3 b 3]", False),
        (POINTS, "[2 a [3 b 3] 2]", False),
        (PARAGRAPHS, "[1 a 1] [2 b 2]", True),
        (PARAGRAPHS, "[1 a 1] [2 b 2] c", False),
        (PARAGRAPHS, "[1 a [2 b 2] 1]", False),
        (f"<p>{LINK}a</a> {LINK}b</a></p>", "[2 a [3 b 3] 2]", False),
        ("<p><b>a</b></p><p>c</p>", "[2 [1 a 1] 2] [3 c 3]", False),
    ],
)
def test_paragraphs_points_and_links_stay_where_they_may_be(source: str, text: str, is_right: bool) -> None:
    found = problem(text, apart(source))
    assert found == ("" if is_right else "The paragraphs or points are not where they were.")


def test_the_translations_own_paragraphs_may_stay_where_the_source_has_one() -> None:
    own = apart("<p>One two</p>", PARAGRAPHS)
    assert problem("[t1 a t1] [t2 b t2]", own) == ""
    assert rich_text(flow("[t1 a t1] [t2 b t2]"), own) == "<p>a</p><p>b</p>"
    assert rich_text(flow("a"), own) == "<p>a</p>"


def test_a_line_has_no_codes() -> None:
    line = taken_apart(unit("a < b", is_rich=False), None)
    assert line.source.flow == ("a < b",)
    assert "never left" in problem("x [1 y 1]", line)


PIECES = st.sampled_from([
    "words ", "<script>", "&amp;", Code(CodeKind.ALONE, "4"), Code(CodeKind.ALONE, "9"), Code(CodeKind.OPEN, "t1"),
    *(Code(kind, number) for kind in (CodeKind.OPEN, CodeKind.CLOSE) for number in ("1", "2", "3")),
])  # fmt: skip


@given(st.lists(PIECES, max_size=12), st.sampled_from([SOURCE, POINTS, PARAGRAPHS, "", "<p>plain</p>"]))
@example([Code(CodeKind.OPEN, "3"), "x", Code(CodeKind.CLOSE, "3"), Code(CodeKind.ALONE, "4")], SOURCE)
def test_whatever_comes_back_is_named_or_has_the_markup_of_the_source_alone(
    items: list[str | Code], source: str
) -> None:
    where, text = apart(source), joined(items)
    if next(problems_of_codes(text, where), ""):
        return
    made = marked(rich_text(text, where))
    allowed = {tag.html for tag in marked(f"<div>{source}</div>").tags.values()}
    assert {tag.html for tag in made.tags.values()} <= allowed
    assert words_of(made.flow) == words_of(text)
    assert html_of(made.flow, made.tags, made.before, made.after) == rich_text(text, where)
