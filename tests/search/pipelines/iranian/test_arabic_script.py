"""Tests of the pipelines of Persian, Dari, Pashto, Tajik and Urdu, as data."""

from __future__ import annotations

import re

import pytest

from search.analysis import PIPELINES, analysis_settings
from search.conflation.iranian import CONFLATIONS
from search.conflation.iranian.persian_letters import ZWNJ
from search.pipelines.pipeline import Pipeline

CODES = ("fa", "fa-af", "ps", "tg", "ur")
MAPPED = {"fa": "يكةۀأآئؤ", "ps": "يكۍګۀ", "tg": "қғҳҷӯҚҒҲҶӮ’", "ur": "ہۂۓۃك"}


def stop_words(pipeline: Pipeline) -> list[str]:
    """The list of the pipeline's stop filter."""
    return [word for filter_ in pipeline.filters.values() for word in filter_.get("stopwords", ())]


def written(pipeline: Pipeline, text: str) -> str:
    """The text as the character filters leave it, worked out as the server does."""
    for filter_ in pipeline.char_filters.values():
        if filter_["type"] == "mapping":
            text = text.translate(
                {ord(left): right for left, right in (line.split("=>") for line in filter_["mappings"])}
            )
        else:
            text = re.sub(filter_["pattern"].replace("\\p{L}", "[^\\W\\d_]"), filter_["replacement"], text)
    return text


@pytest.mark.parametrize("code", CODES)
def test_stop_words_and_synonyms_are_spelled_as_the_character_filters_leave_them(code: str) -> None:
    """Else they would never match; and no synonym has a stop word, which a server refuses."""
    pipeline = PIPELINES[code]
    stops = stop_words(pipeline)
    assert 40 <= len(stops) <= 120
    assert [word for word in stops if written(pipeline, word) != word or word.lower() != word] == []
    assert 8 <= len(pipeline.synonyms) <= 20
    for line in pipeline.synonyms:
        words = re.split(r"[\s,]+", line)
        assert written(pipeline, line) == line == line.lower()
        assert not set(words) & set(stops)


@pytest.mark.parametrize("code", CODES)
def test_the_settings_name_every_filter_after_the_language(code: str) -> None:
    """So that two pipelines can stand in one index."""
    settings = analysis_settings(code)
    names = [*settings["char_filter"], *settings["filter"]]
    assert names
    assert all(name.startswith(PIPELINES[code].name + "_") for name in names)


@pytest.mark.parametrize("code", MAPPED)
def test_letters_become_what_folding_makes_of_them(code: str) -> None:
    """Between two letters of the language."""
    beside = "т" if code == "tg" else "ب"
    for letter in MAPPED[code]:
        word = beside + letter + beside
        assert written(PIPELINES[code], word).lower() == CONFLATIONS[code].fold(word)


def test_the_joiner_cuts_persian_words_and_joins_pashto_and_urdu_ones() -> None:
    """Persian prefixes and plurals are stop words then."""
    assert written(PIPELINES["fa"], f"کتاب{ZWNJ}ها") == "کتاب ها"
    assert written(PIPELINES["ps"], f"وسله{ZWNJ}وال") == written(PIPELINES["ps"], "وسلهوال")
    assert written(PIPELINES["ur"], f"صوبہ{ZWNJ}جات") == "صوبهجات"


def test_dari_shares_the_pipeline_of_persian() -> None:
    """One name, one definition."""
    assert PIPELINES["fa-af"] is PIPELINES["fa"]
