"""Tests of texts as the editor's fields take and send them."""

from __future__ import annotations

import json

import pytest

from articles.translation.aids.fields import state_of, texts_sent, words_for
from articles.translation.markup import plain_markup
from articles.translation.units import Unit
from tests.articles.translation.aids.asked import state

UNITS = {
    "title": Unit("title", "title", "title", "", False),
    "block:b": Unit("block:b", "block:b", "paragraph", "", True),
    "block:q/text": Unit("block:q/text", "block:q", "quote.text", "", True),
}
TEXTS = (
    "<p>One.</p>",
    "<p>One &amp; &lt;two&gt;.</p><p>Three.</p>",
    '<p>A <b>bold <i>word</i></b> and <a href="https://example.org/?a=1&amp;b=2">a link</a>.</p>',
    "<p>دریا <b>پایین</b> می‌رود.</p>",
)


@pytest.mark.parametrize("text", TEXTS)
def test_text_that_goes_through_a_field_is_the_same_to_readers(text: str) -> None:
    sent = texts_sent(json.dumps({"block:b": state_of("paragraph", text)}), UNITS)
    assert plain_markup(sent["block:b"]) == plain_markup(text)


def test_line_has_no_state_and_is_cleaned() -> None:
    assert state_of("title", "A < B") == ""
    assert words_for("title", "A < B") == "A < B"
    assert texts_sent(json.dumps({"title": "A\u202e <b>\n"}), UNITS) == {"title": "A <b>"}


def test_words_of_rich_text_are_without_markup() -> None:
    assert words_for("quote.text", "<p>One &amp; <b>two</b>.</p><p>Three.</p>") == "One & two. Three."


def test_only_texts_of_the_story_are_taken() -> None:
    sent = {"block:b": state("One."), "block:other": state("Two."), "slug": "three"}
    assert list(texts_sent(json.dumps(sent), UNITS)) == ["block:b"]


@pytest.mark.parametrize(
    "sent",
    [
        "",
        "null",
        "[]",
        "nonsense",
        "[" * 100_000,
        *(
            json.dumps({"block:b": value})
            for value in (
                None,
                5,
                "",
                "nonsense",
                "null",
                "[]",
                "{}",
                '{"blocks": 5, "entityMap": {}}',
                '{"blocks": [5], "entityMap": 5}',
                "x" * 200_000,
            )
        ),
    ],
)
def test_what_no_field_would_send_is_passed_over(sent: str) -> None:
    assert texts_sent(sent, UNITS).get("block:b", "") in ("", "<p></p>")


def test_states_that_refer_to_nothing_are_passed_over() -> None:
    raw = json.loads(state("One."))
    raw["blocks"][0]["entityRanges"] = [{"offset": 0, "length": 3, "key": 7}]
    assert "block:b" not in texts_sent(json.dumps({"block:b": json.dumps(raw)}), UNITS)
