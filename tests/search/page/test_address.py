"""Tests of reading and writing the address of a search."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as some

from newsroom.languages import LANGUAGES
from search.page.address import FIELDS, address_of, asks_nothing, read_address, without_filters, written
from search.questions import LAST_PAGE, LONGEST_TEXT, MOST_WORDS, NEWEST, RELEVANCE, Question

EVERYTHING = Question(
    "ru", 'стена "в море" -лёд', "world", "ab12", "tass", "baku", True, date(2024, 2, 29), date(2024, 3, 1), NEWEST, 7
)


def read(query: str) -> Question:
    """What a query string asks of the English site."""
    return read_address("en", QueryDict(query)).question


def test_every_field_of_a_question_but_its_language_has_a_parameter() -> None:
    assert {"language", *FIELDS.values()} == {field.name for field in fields(Question)}


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_address_says_all_that_was_asked(code: str) -> None:
    question = Question(code, *(getattr(EVERYTHING, field) for field in FIELDS.values()))
    address = urlsplit(address_of(question))
    assert address.path == f"/{code}/search/"
    assert read_address(code, QueryDict(address.query)).question == question


def test_parameters_stand_in_a_fixed_order() -> None:
    assert [name for name, _ in parse_qsl(urlsplit(address_of(EVERYTHING)).query)] == list(FIELDS)


def test_an_address_says_nothing_of_what_was_not_asked() -> None:
    assert address_of(Question("fa", "دریا")) == "/fa/search/?q=%D8%AF%D8%B1%DB%8C%D8%A7"
    assert address_of(Question("en")) == "/en/search/"
    assert address_of(Question("en", "sea"), ending="feed.atom") == "/en/search/feed.atom?q=sea"


def test_a_change_leads_to_the_first_page() -> None:
    assert "page" not in parse_qsl(urlsplit(address_of(EVERYTHING, section="")).query)
    assert address_of(Question("en", "sea", page=3), page=4) == "/en/search/?q=sea&page=4"


def test_words_stay_as_they_were_typed() -> None:
    assert read("q=%22Caspian+Sea%22+-ice").text == '"Caspian Sea" -ice'


def test_the_non_joiner_of_persian_stays() -> None:
    assert read("q=می‌روم").text == "می‌روم"


@pytest.mark.parametrize(
    ("query", "left_out"),
    [
        ("from=2024-02-31", ("from",)),
        ("to=2023-02-29", ("to",)),
        ("from=20240201", ("from",)),
        ("from=2024-W05-1", ("from",)),
        ("from=9999-12-31", ("from",)),
        ("to=0001-01-01", ("to",)),
        ("from=٢٠٢٤-٠١-٠١", ("from",)),
        ("order=oldest", ("order",)),
        ("page=abc", ("page",)),
        ("page=0", ("page",)),
        ("page=-1", ("page",)),
        ("page=1.5", ("page",)),
        ("page=²", ("page",)),
        ("video=yes", ("video",)),
        ("from=31&to=x&order=y&page=z&video=w", ("video", "from", "to", "order", "page")),
    ],
)
def test_a_value_that_means_nothing_is_left_out_and_named(query: str, left_out: tuple[str, ...]) -> None:
    asked = read_address("en", QueryDict(query))
    assert asked.question == Question("en")
    assert asked.left_out == left_out


def test_empty_values_are_no_mistakes() -> None:
    asked = read_address("en", QueryDict("q=&section=&person=&agency=&place=&video=&from=&to=&order=&page="))
    assert (asked.question, asked.left_out, asked.is_cut, asked.is_beyond) == (Question("en"), (), False, False)


def test_days_in_the_wrong_order_are_turned_round() -> None:
    question = read("from=2024-03-01&to=2024-02-01")
    assert (question.since, question.until) == (date(2024, 2, 1), date(2024, 3, 1))


@pytest.mark.parametrize("number", [str(LAST_PAGE + 1), "1000000", "9" * 5000])
def test_a_page_after_the_last_is_beyond(number: str) -> None:
    asked = read_address("en", QueryDict(f"q=sea&page={number}"))
    assert asked.is_beyond
    assert asked.question.page <= LAST_PAGE


def test_the_last_page_is_not_beyond() -> None:
    assert not read_address("en", QueryDict(f"page={LAST_PAGE}")).is_beyond
    assert not read_address("en", QueryDict("page=007")).is_beyond


@pytest.mark.parametrize("text", ["x" * 10_000, "word " * 2000, "*" * 1000, '"' * 1000, "-" * 1000, "(" * 700])
def test_a_long_query_is_cut_and_it_is_said(text: str) -> None:
    asked = read_address("en", {"q": text})
    assert asked.is_cut
    assert len(asked.question.text) <= LONGEST_TEXT
    assert len(asked.question.text.split()) <= MOST_WORDS


def test_of_a_repeated_parameter_the_last_counts() -> None:
    assert read("q=sea&q=ice&" + "page=9&" * 200).text == "ice"


@given(some.dictionaries(some.sampled_from([*FIELDS, "other"]), some.text(max_size=60)))
def test_whatever_stands_in_an_address_the_question_keeps_its_limits(parameters: dict[str, str]) -> None:
    question = read_address("ka", parameters).question
    assert len(question.text) <= LONGEST_TEXT
    assert len(question.text.split()) <= MOST_WORDS
    assert 1 <= question.page <= LAST_PAGE
    assert question.order in (RELEVANCE, NEWEST)
    assert read_address("ka", written(question)).question == question


def test_without_filters_words_and_order_stay() -> None:
    assert without_filters(EVERYTHING) == Question("ru", EVERYTHING.text, order=NEWEST)


@pytest.mark.parametrize("query", ["", "order=newest", "page=3", "other=1"])
def test_neither_words_nor_filters_ask_nothing(query: str) -> None:
    assert asks_nothing(read(query))


@pytest.mark.parametrize("query", ["q=sea", "section=world", "video=1", "from=2024-01-01"])
def test_words_or_a_filter_ask_something(query: str) -> None:
    assert not asks_nothing(read(query))
