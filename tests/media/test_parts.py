"""Tests of what part of a file a request asks for."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from media.parts import CHUNK, Part, RangeIsNotThere, Span, span_of


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("bytes=0-0", Span(0, 1)),
        ("bytes=0-5", Span(0, 6)),
        ("bytes=4-", Span(4, 6)),
        ("bytes=4-99", Span(4, 6)),
        ("bytes=-3", Span(7, 3)),
        ("bytes=-99", Span(0, 10)),
        ("BYTES= 9-9 ", Span(9, 1)),
    ],
)
def test_one_range_is_answered_as_far_as_the_file_goes(header: str, span: Span) -> None:
    assert span_of(header, 10) == span


@pytest.mark.parametrize(
    "header",
    ["", "bytes", "bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "lines=0-1", "bytes=a-b", "bytes=٣-", "bytes=--1"],
)
def test_what_is_no_single_range_is_answered_with_the_whole(header: str) -> None:
    assert span_of(header, 10) is None


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_bytes_that_the_file_does_not_have_are_refused(header: str) -> None:
    with pytest.raises(RangeIsNotThere):
        span_of(header, 10)


def test_an_empty_file_has_no_part() -> None:
    assert span_of("", 0) is None
    for header in ("bytes=0-", "bytes=-1"):
        with pytest.raises(RangeIsNotThere):
            span_of(header, 0)


@given(st.text(max_size=40), st.integers(0, 10**6))
def test_no_header_asks_for_bytes_outside_the_file(header: str, size: int) -> None:
    for asked in (header, f"bytes={header}"):
        try:
            span = span_of(asked, size)
        except RangeIsNotThere:
            continue
        assert span is None or 0 <= span.start < span.start + span.length <= size


def test_a_part_ends_where_it_should_and_closes_its_file() -> None:
    content = bytes(range(256)) * (CHUNK // 128)
    file = BytesIO(content)
    file.seek(3)
    part = Part(file, CHUNK + 5)
    assert b"".join(part) == content[3 : CHUNK + 8]
    part.close()
    assert file.closed


def test_a_file_that_is_shorter_than_it_was_ends_early() -> None:
    assert b"".join(Part(BytesIO(b"abc"), 10)) == b"abc"
