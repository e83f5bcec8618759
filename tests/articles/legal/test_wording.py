"""Tests of what the words of a notice may hold; nothing is silently changed, and nothing that could run is let in."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from articles.legal.wording import ALLOWED, WordingIsRefused, checked_body, checked_line

GOOD = [
    "<p>Words.</p>",
    "<p>One<br/>two</p>",
    "<p><strong>Do</strong> <em>not</em> share.</p>",
    "<ul><li>One</li><li>Two</li></ul><ol><li>Three</li></ol>",
    '<p><a href="https://example.org/a?b=c#d">Why</a> <a href="/en/legal/why/">here</a></p>',
    "<p>می\u200cخواهم و \u2067עברית\u2069</p>",
    "<p>1 &lt; 2 &amp; 3</p>",
]


@pytest.mark.parametrize("body", GOOD)
def test_the_short_list_is_kept_as_it_is_and_stays_when_checked_again(body: str) -> None:
    assert checked_body(body) == body
    assert checked_body(checked_body(body)) == body


HOSTILE = [
    "<script>alert(1)</script>",
    "<p>x<script>alert(1)</script></p>",
    "<p><scr<script>ipt>alert(1)</p>",
    '<p onmouseover="x()">x</p>',
    '<p style="display:none">x</p>',
    '<p class="x">x</p>',
    '<p id="main">x</p>',
    '<p lang="en">x</p>',
    "<svg/onload=x()>",
    '<p><img src="x" onerror="x()"></p>',
    '<p><a href="javascript:alert(1)">x</a></p>',
    '<p><a href="JaVaScRiPt:alert(1)">x</a></p>',
    '<p><a href="java\nscript:alert(1)">x</a></p>',
    '<p><a href="&#106;avascript:alert(1)">x</a></p>',
    '<p><a href=" https://example.org">x</a></p>',
    '<p><a href="data:text/html,x">x</a></p>',
    '<p><a href="http://example.org">x</a></p>',
    '<p><a href="//example.org">x</a></p>',
    '<p><a href="/\\example.org">x</a></p>',
    '<p><a href="https://a@example.org">x</a></p>',
    '<p><a href="https:///x">x</a></p>',
    '<p><a href="https://[x">x</a></p>',
    '<p><a href="page.html">x</a></p>',
    "<p><a>x</a></p>",
    '<p><a href="/x" target="_blank">x</a></p>',
    "<!-- x --><p>x</p>",
    "<!DOCTYPE html><p>x</p>",
    "<p><![CDATA[x]]></p>",
    "<?php x ?><p>x</p>",
    "<div>x</div>",
    "<p><span>x</span></p>",
    "<iframe src='https://example.org'></iframe>",
    "<form><p>x</p></form>",
    "<p><input></p>",
    "<base href='https://example.org'>",
    "<link rel=stylesheet href=x>",
    "<meta http-equiv=refresh content=0>",
    "<math><p>x</p></math>",
    "bare words",
    "<p>x</p> bare words",
    "<strong>x</strong>",
    "<li>x</li>",
    "<p>\u202ex</p>",
    "<p>x\u2066</p>",
    "<p>x\x00</p>",
    "<p>x\x1b</p>",
    "<p>x\U000e0041</p>",
    "<p>e\u0301</p>",
    "",
    "   ",
    "<p></p>",
    "<p> <br/> </p>",
    "<p>" + "x" * 20_000 + "</p>",
    "<p>" * 5_000,
]


@pytest.mark.parametrize("body", HOSTILE)
def test_what_is_outside_the_short_list_is_refused(body: str) -> None:
    with pytest.raises(WordingIsRefused):
        checked_body(body)


@given(st.text(alphabet=st.sampled_from("<>/=\"' apbrscitonlemghf&;:!-\\\n\u202eя"), max_size=80))
def test_whatever_is_let_in_has_no_tag_or_attribute_outside_the_list(body: str) -> None:
    try:
        kept = checked_body(body)
    except WordingIsRefused:
        return
    for tag in BeautifulSoup(kept, "html.parser").find_all(True):
        assert tag.name in ALLOWED
        assert set(tag.attrs) <= {"href"}
    assert checked_body(kept) == kept


@pytest.mark.parametrize("line", ["Heading", "«Заголовок»", "عنوان", "a < b & c", "x" * 200, "می\u200cخواهم", ""])
def test_a_line_is_kept_as_it_is(line: str) -> None:
    assert checked_line(f"  {line} ") == line


@pytest.mark.parametrize("line", ["a\nb", "a\rb", "a\u2028b", "\u202ea", "a\x00", "a\U000e0041", "x" * 201])
def test_a_line_that_hides_something_is_refused(line: str) -> None:
    with pytest.raises(WordingIsRefused):
        checked_line(line)
