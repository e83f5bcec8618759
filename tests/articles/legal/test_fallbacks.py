"""Tests of the language in which a notice is read."""

from __future__ import annotations

import pytest

from articles.legal.fallbacks import LEGAL_CHAIN, last_resort, legal_chain, text_for
from articles.legal.values import Text
from newsroom.languages import LANGUAGES
from tests.articles.legal.laws import notice


@pytest.mark.parametrize("code", LANGUAGES)
def test_its_own_words_come_first_and_every_language_is_tried(code: str) -> None:
    chain = list(legal_chain(code))
    assert chain[0] == code
    assert sorted(chain) == sorted(LANGUAGES)


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("only", LANGUAGES)
def test_a_notice_with_one_text_is_read_in_every_language(code: str, only: str) -> None:
    words = Text(only, "Heading", "<p>Words.</p>")
    assert text_for(notice(texts={only: words}), code) is words


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_notice_without_any_text_still_says_something_in_the_language_of_the_page(code: str) -> None:
    words = text_for(notice(texts={}), code)
    assert words == last_resort(code)
    assert words.language == code
    assert words.heading
    assert words.body.startswith("<p>")
    if code != "en":
        assert words.heading != last_resort("en").heading


def test_the_chain_names_languages_of_the_table_alone() -> None:
    assert set(LEGAL_CHAIN) <= set(LANGUAGES)
    assert {code for chain in LEGAL_CHAIN.values() for code in chain} <= set(LANGUAGES)


def test_the_other_script_comes_before_another_language() -> None:
    for one, other in (("sr", "sr-latn"), ("sr-latn", "sr"), ("uz", "uz-cyrl"), ("uz-cyrl", "uz")):
        assert list(legal_chain(one))[1] == other
