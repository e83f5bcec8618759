"""Tests of what a new version changes."""

from __future__ import annotations

import re

from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from articles.legal.desk.differences import changes, plain


def test_what_goes_and_what_comes_is_marked_word_by_word() -> None:
    assert changes("Do not share this.", "Do share that.") == (
        "Do<del> not</del> share <del>this.</del><ins>that.</ins>"
    )


def test_markup_in_the_words_is_shown_and_not_obeyed() -> None:
    assert changes("<b>x</b>", "<script>y</script>") == (
        "<del>&lt;b&gt;x&lt;/b&gt;</del><ins>&lt;script&gt;y&lt;/script&gt;</ins>"
    )


def test_a_change_of_a_link_s_address_alone_is_seen() -> None:
    one, other = ('<p><a href="/en/legal/a/">Why</a></p>', '<p><a href="/en/legal/b/">Why</a></p>')
    assert "<ins>[/en/legal/b/]" in changes(plain(one), plain(other))


def test_lines_of_lists_and_breaks_stay_apart() -> None:
    assert plain("<ul><li>one</li><li>two</li></ul><p>a<br/>b</p>").split() == ["one", "two", "a", "b"]


@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_is_lost(old: str, new: str) -> None:
    told = str(changes(old, new))
    kept = re.sub(r"<del>.*?</del>|</?ins>", "", told, flags=re.DOTALL)
    gone = re.sub(r"<ins>.*?</ins>|</?del>", "", told, flags=re.DOTALL)
    assert kept == escape(new)
    assert gone.split() == escape(old).split()
