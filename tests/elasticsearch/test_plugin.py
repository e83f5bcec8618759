"""Tests of the plugin on the running server: what it knows, what that does, and what it refuses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from tests.elasticsearch.asking import ask, refusal, words

pytestmark = pytest.mark.elasticsearch

LANGUAGES = """
    arabic armenian basque bengali brazilian bulgarian catalan cjk czech danish dutch english estonian finnish french
    galician german greek hindi hungarian indonesian irish italian latvian lithuanian norwegian persian portuguese
    romanian russian serbian sorani spanish swedish thai turkish
""".split()
STEMMERS = """
    arabic armenian basque bengali brazilian bulgarian catalan czech danish dutch english porter porter2 light_english
    minimal_english possessive_english estonian finnish light_finnish french light_french minimal_french galician
    minimal_galician german light_german minimal_german greek hindi hungarian light_hungarian indonesian irish italian
    light_italian latvian lithuanian norwegian light_norwegian minimal_norwegian light_nynorsk minimal_nynorsk
    persian portuguese light_portuguese minimal_portuguese portuguese_rslp romanian russian light_russian serbian
    spanish light_spanish spanish_plural sorani swedish light_swedish turkish
""".split()
SNOWBALL = """
    Arabic Armenian Basque Catalan Danish Dutch English Estonian Finnish French German Hungarian Italian Irish
    Lithuanian Norwegian Porter Portuguese Romanian Russian Serbian Spanish Swedish Turkish
""".split()
BARE_FILTERS = """
    apostrophe arabic_normalization asciifolding bengali_normalization cjk_bigram cjk_width classic common_grams
    decimal_digit edge_ngram elision fingerprint flatten_graph german_normalization hindi_normalization
    indic_normalization keyword_repeat kstem length limit lowercase ngram persian_normalization porter_stem
    remove_duplicates reverse scandinavian_folding scandinavian_normalization serbian_normalization shingle snowball
    sorani_normalization stemmer stop trim truncate unique uppercase word_delimiter_graph
""".split()
TOKENIZERS = """
    keyword whitespace letter lowercase pattern ngram edge_ngram char_group path_hierarchy uax_url_email standard
""".split()

CHANGES: dict[str, tuple[dict[str, Any], str, list[str]]] = {
    "analyser arabic": ({"analyzer": "arabic"}, "والصحفيين", ["صحف"]),
    "analyser bulgarian": ({"analyzer": "bulgarian"}, "журналистите", ["журналист"]),
    "analyser english": ({"analyzer": "english"}, "the journalists", ["journalist"]),
    "analyser hungarian": ({"analyzer": "hungarian"}, "újságírók", ["újságíró"]),
    "analyser russian": ({"analyzer": "russian"}, "с журналистами", ["журналист"]),
    "analyser serbian": ({"analyzer": "serbian"}, "новинарима", ["novinar"]),
    "analyser pattern": ({"analyzer": "pattern"}, "One_two-Three", ["one_two", "three"]),
    "tokenizer lowercase": ({"tokenizer": "lowercase"}, "Пётр-2й", ["пётр", "й"]),
    "tokenizer path_hierarchy": ({"tokenizer": "path_hierarchy"}, "a/b", ["a", "a/b"]),
    "char filter html_strip": ({"tokenizer": "keyword", "char_filter": ["html_strip"]}, "<b>x</b>", ["x"]),
    "stemmer": ({"tokenizer": "keyword", "filter": ["stemmer"]}, "running", ["run"]),
    "asciifolding": ({"tokenizer": "keyword", "filter": ["asciifolding"]}, "Çelê", ["Cele"]),
    "decimal_digit": ({"tokenizer": "keyword", "filter": ["decimal_digit"]}, "۱۴۰۳", ["1403"]),
    "persian_normalization": ({"tokenizer": "keyword", "filter": ["persian_normalization"]}, "یک", ["يك"]),
    "serbian_normalization": ({"tokenizer": "keyword", "filter": ["serbian_normalization"]}, "љубав", ["ljubav"]),
    "apostrophe": ({"tokenizer": "keyword", "filter": ["apostrophe"]}, "Bakı'da", ["Bakı"]),
    "unique": ({"tokenizer": "whitespace", "filter": ["unique"]}, "a b a", ["a", "b"]),
    "truncate": ({"tokenizer": "keyword", "filter": ["truncate"]}, "abcdefghijkl", ["abcdefghij"]),
    "edge_ngram": ({"tokenizer": "keyword", "filter": ["edge_ngram"]}, "abc", ["a"]),
    "word_delimiter_graph": ({"tokenizer": "keyword", "filter": ["word_delimiter_graph"]}, "Wi-Fi6", ["Wi", "Fi", "6"]),
}
"""What a definition without parameters makes of a text."""

FILTERED: list[tuple[dict[str, Any], str, list[str]]] = [
    ({"type": "lowercase", "language": "turkish"}, "Iğdır İzmir", ["ığdır", "izmir"]),
    ({"type": "stemmer", "language": "light_russian"}, "журналистами", ["журналист"]),
    ({"type": "stemmer", "language": "persian"}, "خبرها", ["خبر"]),
    ({"type": "stemmer", "name": "Romanian"}, "jurnaliştilor", ["jurnalist"]),
    ({"type": "asciifolding", "preserve_original": True}, "Bakı", ["Baki", "Bakı"]),
    ({"type": "edge_ngram", "min_gram": 2, "max_gram": 3, "preserve_original": True}, "abcd", ["ab", "abc", "abcd"]),
    ({"type": "edge_ngram", "min_gram": 2, "max_gram": 2, "side": "back"}, "abcd", ["cd"]),
    ({"type": "ngram", "min_gram": 2, "max_gram": 2}, "abc", ["ab", "bc"]),
    ({"type": "elision", "articles": ["l"], "articles_case": True}, "L'avion", ["avion"]),
    ({"type": "keep", "keep_words": ["b"]}, "a b", ["b"]),
    ({"type": "keep_types", "types": ["word"], "mode": "exclude"}, "a b", []),
    ({"type": "length", "min": 2, "max": 3}, "a bb cccc", ["bb"]),
    ({"type": "limit", "max_token_count": 2}, "a b c", ["a", "b"]),
    ({"type": "pattern_replace", "pattern": "b+", "replacement": "x", "all": False}, "abba bab", ["axa", "xab"]),
    ({"type": "pattern_capture", "patterns": ["(\\d+)"], "preserve_original": False}, "a12", ["12"]),
    ({"type": "common_grams", "common_words": ["the"]}, "the sea", ["the", "the_sea", "sea"]),
    ({"type": "fingerprint", "separator": "+"}, "b a b", ["a+b"]),
    ({"type": "unique", "only_on_same_position": True}, "a a", ["a", "a"]),
    ({"type": "multiplexer", "filters": ["uppercase", "uppercase,reverse"]}, "ab", ["ab", "AB", "BA"]),
    ({"type": "word_delimiter_graph", "type_table": ["- => ALPHA"]}, "wi-fi 5", ["wi-fi", "5"]),
    ({"type": "synonym", "synonyms": ["eu, bloc"]}, "the bloc", ["the", "bloc", "eu"]),
    ({"type": "synonym_graph", "synonyms": ["eu => european union"]}, "eu", ["european", "union"]),
    ({"type": "synonym", "expand": False, "synonyms": ["eu, bloc"]}, "bloc", ["eu"]),
]
"""What a filter with parameters makes of a text that is cut at spaces."""

REFUSED: list[tuple[str, dict[str, Any], str]] = [
    ("filter", {"type": "klingon"}, "Unknown filter type [klingon]"),
    ("filter", {"type": "stemmer", "language": "klingon"}, "Invalid stemmer class"),
    ("filter", {"type": "stemmer", "language": "lovins"}, "Invalid stemmer class"),
    ("filter", {"type": "snowball", "language": "Klingon"}, "Invalid stemmer class"),
    ("filter", {"type": "lowercase", "language": "klingon"}, "not support for lower case"),
    ("filter", {"type": "asciifolding", "preserve_original": "perhaps"}, "Failed to parse value [perhaps]"),
    ("filter", {"type": "length", "min": "two"}, "Failed to parse int setting [min]"),
    ("filter", {"type": "edge_ngram", "side": "top"}, "invalid side: top"),
    ("filter", {"type": "ngram", "min_gram": 1, "max_gram": 5}, "The difference between max_gram and min_gram"),
    ("filter", {"type": "truncate"}, "length parameter must be provided"),
    ("filter", {"type": "elision"}, "elision filter requires"),
    ("filter", {"type": "keep"}, "keep requires"),
    ("filter", {"type": "keep", "keep_words": ["a"], "keep_words_path": "a.txt"}, "keep requires"),
    ("filter", {"type": "keep_types"}, "keep_types requires"),
    ("filter", {"type": "keep_types", "types": ["word"], "mode": "some"}, "mode can only be"),
    ("filter", {"type": "keyword_marker"}, "keyword filter requires"),
    ("filter", {"type": "keyword_marker", "keywords": ["a"], "keywords_pattern": "a"}, "cannot specify both"),
    ("filter", {"type": "stemmer_override"}, "stemmer override filter requires"),
    ("filter", {"type": "stemmer_override", "rules": ["running"]}, "Invalid Keyword override Rule"),
    ("filter", {"type": "pattern_replace"}, "pattern is missing"),
    ("filter", {"type": "pattern_replace", "pattern": "("}, "Unclosed group"),
    ("filter", {"type": "pattern_capture"}, "required setting 'patterns' is missing"),
    ("filter", {"type": "common_grams"}, "missing or empty [common_words]"),
    ("filter", {"type": "fingerprint", "separator": "--"}, "must be a single, non-null character"),
    ("filter", {"type": "multiplexer", "filters": ["nothing"]}, "refers to undefined tokenfilter [nothing]"),
    ("filter", {"type": "word_delimiter_graph", "type_table": ["- => LETTER"]}, "Invalid Mapping Rule"),
    ("filter", {"type": "synonym_graph"}, "synonym requires"),
    ("filter", {"type": "synonym_graph", "synonyms": ["a => b => c"]}, "failed to build synonyms"),
    ("tokenizer", {"type": "klingon"}, "Unknown tokenizer type [klingon]"),
    ("tokenizer", {"type": "edge_ngram", "token_chars": ["vowel"]}, "Unknown token type: 'vowel'"),
    ("tokenizer", {"type": "edge_ngram", "token_chars": ["custom"]}, "requires setting `custom_token_chars`"),
    ("tokenizer", {"type": "char_group", "tokenize_on_chars": ["vowel"]}, "Invalid escaped char"),
    ("tokenizer", {"type": "path_hierarchy", "delimiter": "//"}, "must be a one char value"),
    ("char_filter", {"type": "klingon"}, "Unknown char_filter type [klingon]"),
    ("char_filter", {"type": "mapping"}, "mapping requires"),
    ("char_filter", {"type": "mapping", "mappings": ["ё е"]}, "Invalid Mapping Rule"),
    ("char_filter", {"type": "mapping", "mappings": ["ё=>е", "ё=>э"]}, 'match "ё" was already added'),
    ("char_filter", {"type": "pattern_replace"}, "pattern is missing"),
]
"""Kind, definition, what the refusal says."""


@pytest.fixture
def index(elasticsearch: str) -> Iterator[str]:
    """The name of an index that there is not yet."""
    name = f"test-{uuid4().hex[:12]}"
    yield name
    ask(elasticsearch, "DELETE", f"/{name}")


def made(address: str, index: str, analysis: dict[str, Any]) -> Any:
    return ask(address, "PUT", f"/{index}", {"settings": {"analysis": analysis}})


def used(kind: str, definition: dict[str, Any]) -> dict[str, Any]:
    """An analysis with an analyser that uses one definition."""
    custom: dict[str, Any] = {"type": "custom", "tokenizer": "whitespace"}
    custom[kind] = "own" if kind == "tokenizer" else ["own"]
    return {kind: {"own": definition}, "analyzer": {"custom": custom}}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_analyser_of_a_language_is_there_bare_and_defined(elasticsearch: str, index: str, language: str) -> None:
    assert words(elasticsearch, "tezaurus", analyzer=language)
    own = {"type": language, "stopwords": ["tezaurus"], "stem_exclusion": ["kelime"]}
    assert refusal(made(elasticsearch, index, {"analyzer": {"own": own}})) == ""
    answer = ask(elasticsearch, "POST", f"/{index}/_analyze", {"analyzer": "own", "text": "tezaurus"})
    assert answer["tokens"] == []


def test_every_stemmer_is_there(elasticsearch: str, index: str) -> None:
    stemmers = {f"stemmer_{name}": {"type": "stemmer", "language": name} for name in STEMMERS}
    stemmers |= {f"snowball_{name}": {"type": "snowball", "language": name} for name in SNOWBALL}
    analyzers = {name: {"type": "custom", "tokenizer": "standard", "filter": [name]} for name in stemmers}
    assert refusal(made(elasticsearch, index, {"filter": stemmers, "analyzer": analyzers})) == ""


@pytest.mark.parametrize("name", BARE_FILTERS)
def test_a_filter_is_there_by_its_bare_name(elasticsearch: str, name: str) -> None:
    assert "tokens" in ask(
        elasticsearch, "POST", "/_analyze", {"tokenizer": "standard", "filter": [name], "text": "a b"}
    )


@pytest.mark.parametrize("name", TOKENIZERS)
def test_a_tokenizer_is_there_and_takes_a_definition(elasticsearch: str, index: str, name: str) -> None:
    assert refusal(made(elasticsearch, index, used("tokenizer", {"type": name}))) == ""
    assert ask(elasticsearch, "POST", f"/{index}/_analyze", {"analyzer": "custom", "text": "text"})["tokens"]


@pytest.mark.parametrize("what", CHANGES)
def test_a_definition_without_parameters_does_what_is_documented(elasticsearch: str, what: str) -> None:
    analysis, text, expected = CHANGES[what]
    assert words(elasticsearch, text, **analysis) == expected


@pytest.mark.parametrize(("definition", "text", "expected"), FILTERED, ids=[str(each[0]) for each in FILTERED])
def test_a_parameter_does_what_is_documented(
    elasticsearch: str, definition: dict[str, Any], text: str, expected: list[str]
) -> None:
    assert words(elasticsearch, text, tokenizer="whitespace", filter=[definition]) == expected


def test_letters_are_replaced_before_words_are_cut_and_places_stay(elasticsearch: str) -> None:
    mapping = {"type": "mapping", "mappings": ["ё => е", "\\u2019 => ", "ӏ=>\\u0031"]}
    body = {"tokenizer": "standard", "char_filter": [mapping], "text": "O’zbek ёлка кӏант"}
    tokens = ask(elasticsearch, "POST", "/_analyze", body)["tokens"]
    found = [(token["token"], token["start_offset"], token["end_offset"]) for token in tokens]
    assert found == [("Ozbek", 0, 6), ("елка", 7, 11), ("к1ант", 12, 17)]


def test_words_that_stay_keep_their_places_when_others_are_dropped(elasticsearch: str) -> None:
    body = {"tokenizer": "whitespace", "filter": ["unique"], "text": "a a b"}
    tokens = ask(elasticsearch, "POST", "/_analyze", body)["tokens"]
    assert [(token["token"], token["position"]) for token in tokens] == [("a", 0), ("b", 2)]


def test_marked_words_and_overridden_words_are_not_stemmed(elasticsearch: str) -> None:
    marker = {"type": "keyword_marker", "keywords": ["Running"], "ignore_case": True}
    override = {"type": "stemmer_override", "rules": ["mice, mices => mouse"]}
    chain = [marker, override, {"type": "stemmer", "language": "english"}]
    assert words(elasticsearch, "running mice walking", tokenizer="whitespace", filter=chain) == [
        "running",
        "mouse",
        "walk",
    ]


def test_rules_of_synonyms_are_read_through_the_filters_before_them(elasticsearch: str) -> None:
    chain = [
        "lowercase",
        {"type": "stemmer", "language": "english"},
        {"type": "synonym_graph", "synonyms": ["Ships => Boats"]},
    ]
    assert words(elasticsearch, "SHIP", tokenizer="standard", filter=chain) == ["boat"]


@pytest.mark.parametrize("before", ["edge_ngram", "ngram", "word_delimiter_graph", "keyword_repeat", "fingerprint"])
def test_what_makes_several_words_of_one_cannot_stand_before_synonyms(elasticsearch: str, before: str) -> None:
    chain = [before, {"type": "synonym_graph", "synonyms": ["a, b"]}]
    answer = ask(elasticsearch, "POST", "/_analyze", {"tokenizer": "standard", "filter": chain, "text": "a"})
    assert "cannot be used to parse synonyms" in refusal(answer)


def test_a_rule_that_the_chain_makes_nothing_of_is_refused_unless_the_filter_is_lenient(elasticsearch: str) -> None:
    stop = {"type": "stop", "stopwords": ["the"]}
    for lenient, refused in ((False, True), (True, False)):
        rules = {"type": "synonym_graph", "synonyms": ["the, a", "eu, bloc"], "lenient": lenient}
        body = {"tokenizer": "standard", "filter": [stop, rules], "text": "eu"}
        assert bool(refusal(ask(elasticsearch, "POST", "/_analyze", body))) is refused


def test_synonyms_that_can_be_updated_are_for_queries_alone(elasticsearch: str, index: str) -> None:
    analysis = used("filter", {"type": "synonym_graph", "synonyms": ["a, b"], "updateable": True})
    for_texts = {"properties": {"text": {"type": "text", "analyzer": "custom"}}}
    for_queries = {"properties": {"text": {"type": "text", "analyzer": "standard", "search_analyzer": "custom"}}}
    body: dict[str, Any] = {"settings": {"analysis": analysis}, "mappings": for_texts}
    assert refusal(ask(elasticsearch, "PUT", f"/{index}", body))
    assert refusal(ask(elasticsearch, "PUT", f"/{index}", {**body, "mappings": for_queries})) == ""


@pytest.mark.parametrize(("name", "accepted"), [("asciifolding", True), ("lowercase", True), ("porter_stem", False)])
def test_a_normaliser_may_use_what_changes_letters_and_nothing_else(
    elasticsearch: str, index: str, name: str, accepted: bool
) -> None:
    answer = made(elasticsearch, index, {"normalizer": {"own": {"type": "custom", "filter": [name]}}})
    assert (refusal(answer) == "") is accepted


@pytest.mark.parametrize(("kind", "definition", "reason"), REFUSED, ids=[str(each[1]) for each in REFUSED])
def test_a_bad_definition_is_refused_and_no_index_is_made(
    elasticsearch: str, index: str, kind: str, definition: dict[str, Any], reason: str
) -> None:
    assert reason in refusal(made(elasticsearch, index, used(kind, definition)))
    assert ask(elasticsearch, "GET", f"/{index}")["status"] == 404


def test_an_unknown_parameter_is_passed_over_as_by_a_stock_server(elasticsearch: str, index: str) -> None:
    analysis = used("filter", {"type": "stemmer", "language": "russian", "nonsense": 1})
    assert refusal(made(elasticsearch, index, analysis)) == ""
