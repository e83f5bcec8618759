"""Tests of the index settings: a pipeline for each language, which a real server takes as it is."""

from __future__ import annotations

import pytest

from newsroom.languages import LANGUAGES
from search.analysis import PIPELINES, QUERY, TEXT, analysis_settings
from search.client import client
from search.indexing import indexes
from search.mapping import mapping
from search.names import alias_of
from search.pipelines.pipeline import Pipeline

MEET = [
    ("az", "İstanbul", "istanbul"),
    ("ba", "Йөҙё", "йөҙе"),
    ("be", "Ёсць", "есць"),
    ("bs", "Đoković", "djokovic"),
    ("bg", "журналист", "журналистите"),
    ("ce", "къам1а", "КЪАМӀА"),
    ("en", "journalist’s", "journalists"),
    ("fa", "كتابي", "کتابی"),
    ("hu", "házakat", "házak"),
    ("hy", "Եւրոպա", "Եվրոպա"),
    ("ro", "Ţară", "țară"),
    ("ru", "журналистами", "журналиста"),
    ("sq", "Kosovë", "kosove"),
    ("sr", "Ђоковић", "Đoković"),
    ("sr-latn", "Ђоковић", "Djokovic"),
    ("tg", "ҷаҳон", "чахон"),
    ("uk", "об’єднання", "об'єднання"),
    ("uz", "oʻzbek", "o'zbek"),
    ("uz-cyrl", "Ўзбек", "oʻzbek"),
]
SHARED = [{"bs", "cnr", "hr", "sr", "sr-latn"}, {"uz", "uz-cyrl"}, {"fa", "fa-af"}]


def test_every_language_has_a_named_pipeline() -> None:
    assert set(PIPELINES) == set(LANGUAGES)
    assert all(pipeline.name.startswith("newsroom_") for pipeline in PIPELINES.values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_pipeline_does_something_for_its_language(code: str) -> None:
    kinds = [each["type"] for each in PIPELINES[code].filters.values()]
    assert {"lowercase", "stop"} <= set(kinds)
    assert len(_stop_words(PIPELINES[code])) >= 40
    assert len(PIPELINES[code].synonyms) >= 8
    assert PIPELINES[code].char_filters


def test_pipelines_of_different_languages_have_different_names() -> None:
    for codes in SHARED:
        assert len({PIPELINES[code].name for code in codes}) == 1
    assert len({pipeline.name for pipeline in PIPELINES.values()}) == len(LANGUAGES) - 6


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_stop_word_stands_in_a_rule_of_synonyms(code: str) -> None:
    settings, pipeline = analysis_settings(code), PIPELINES[code]
    rules = settings["filter"][f"{pipeline.name}_synonyms"]["synonyms"]
    words = {word for rule in rules for word in rule.replace(",", " ").replace("=>", " ").split()}
    assert words & _stop_words(pipeline) == set()
    assert all(len(rule.split(",")) > 1 or "=>" in rule for rule in rules)


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
@pytest.mark.parametrize("code", LANGUAGES)
def test_real_server_takes_the_settings_without_change(code: str) -> None:
    name = alias_of(code)
    client().indices.create(index=name, settings=indexes.index_settings(code), mappings=mapping())
    held = client().indices.get_settings(index=name)[name]["settings"]["index"]["analysis"]
    assert set(held["analyzer"]) == {"text", "query", "stems"}
    for analyzer in (TEXT, QUERY):
        assert _tokens(name, analyzer, PIPELINES[code].synonyms[0].split(",")[0])


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
@pytest.mark.parametrize(("code", "first", "second"), MEET)
def test_spellings_of_a_word_become_one(code: str, first: str, second: str) -> None:
    name = alias_of(code)
    client().indices.create(index=name, settings=indexes.index_settings(code), mappings=mapping())
    assert _tokens(name, TEXT, first) == _tokens(name, TEXT, second)


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_only_queries_know_synonyms() -> None:
    name = alias_of("en")
    client().indices.create(index=name, settings=indexes.index_settings("en"), mappings=mapping())
    assert len(_tokens(name, QUERY, "Kyiv")) > len(_tokens(name, TEXT, "Kyiv"))


def _stop_words(pipeline: Pipeline) -> set[str]:
    return {word for each in pipeline.filters.values() for word in each.get("stopwords", ())}


def _tokens(index: str, analyzer: str, text: str) -> list[str]:
    answer = client().indices.analyze(index=index, analyzer=analyzer, text=text)
    return [token["token"] for token in answer["tokens"]]
