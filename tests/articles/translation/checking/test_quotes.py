"""Tests of lost quotation marks."""

from __future__ import annotations

from articles.translation.checking.findings import Pair
from articles.translation.checking.quotes import lacks_quotation
from articles.translation.units import Unit


def lost(source: str, target: str) -> bool:
    first, second = (Unit("title", "title", "title", text, False) for text in (source, target))
    return lacks_quotation(Pair(first, second, "en", "ru"))


def test_marks_of_any_language_count_as_a_quotation() -> None:
    for target in ("«Море не ждет», — сказал он", "„More ne čeka”, rekao je", "’سمندر انتظار نہیں کرتا‘ اس نے کہا"):
        assert not lost('"The sea does not wait," he said', target)


def test_quotation_that_became_a_statement_is_told_of() -> None:
    assert lost('"The sea does not wait," he said', "Море не ждет, сказал он")


def test_apostrophe_is_no_quotation_mark() -> None:
    assert not lost("The sea's fishermen don't wait for it", "Рыбаки не ждут моря")
