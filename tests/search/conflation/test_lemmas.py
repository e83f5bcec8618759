"""Tests of lemmas from the dictionaries."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from search.conflation.lemmas import lemma


@pytest.mark.parametrize(
    ("dictionary", "form", "word"),
    [
        ("ru", "людей", "человек"),
        ("ru", "шел", "идти"),
        ("uk", "кота", "кіт"),
        ("bg", "пътят", "път"),
        ("mk", "луѓе", "човек"),
        ("hbs", "gledao", "gledati"),
        ("hbs", "гледао", "гледати"),
        ("en", "children", "child"),
    ],
)
def test_form_leads_to_its_word(dictionary: str, form: str, word: str) -> None:
    assert lemma(dictionary, form) == word


def test_name_in_small_letters_is_known() -> None:
    assert lemma("ru", "москву") == "Москва"


@pytest.mark.parametrize(
    "form", ["зеленского", "ковидный", "", "0", "\x00", "я" * 10_000, "\ud800x".encode("utf-8", "replace").decode()]
)
def test_unknown_form_is_not_guessed(form: str) -> None:
    assert lemma("ru", form) is None


@pytest.mark.parametrize("dictionary", ["be", "", "../ru", "RU"])
def test_dictionary_that_does_not_exist_is_refused(dictionary: str) -> None:
    with pytest.raises(ValueError, match="Unsupported language"):
        lemma(dictionary, "слово")


def test_threads_that_ask_at_once_get_the_same_answer() -> None:
    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: lemma("mk", "градови"), range(64))) == {"град"}
