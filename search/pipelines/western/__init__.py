"""Pipelines of Albanian, Armenian, Chechen, English, Georgian, Hungarian and Romanian.

Albanian, Chechen and Georgian have no stemmer on a stock server; their stems come ready-made.
"""

from __future__ import annotations

from typing import Any

from search.pipelines.pipeline import Pipeline
from search.pipelines.synonym_files import synonyms
from search.pipelines.western.stop_words import STOP_WORDS

ACCENTS = {
    "type": "pattern_replace",
    "pattern": "[\\u0301\\u00AD\\u055B\\u055C\\u055E\\u200B-\\u200F\\u202A-\\u202E]",
    "replacement": "",
}
"""Stress marks, Armenian's inside words among them, soft hyphens and marks of direction."""
PALOCHKA = {
    "type": "pattern_replace",
    "pattern": "(?<=[\\u0400-\\u04FF])[1IlІі|ӏ!](?![0-9])|(?<![0-9])[1IlІі|ӏ!](?=[\\u0400-\\u04FF])",
    "replacement": "Ӏ",
}
"""Chechen's palochka as keyboards without it type it: a digit, Latin or Ukrainian letters, a bar."""
LETTERS: dict[str, list[str]] = {
    "en": ["’=>'", "‘=>'", "ʼ=>'"],
    "hy": ["և=>եվ", "եւ=>եվ", "Եւ=>եվ", "ԵՒ=>եվ", "Եվ=>եվ", "ԵՎ=>եվ"],
    "ro": ["ş=>ș", "Ş=>Ș", "ţ=>ț", "Ţ=>Ț"],
}
"""What keyboards and older texts write otherwise; Romanian's letters with a cedilla among them."""
STEMMERS: dict[str, list[dict[str, Any]]] = {
    "en": [{"type": "stemmer", "language": "possessive_english"}, {"type": "stemmer", "language": "english"}],
    "hu": [{"type": "stemmer", "language": "hungarian"}],
    "hy": [{"type": "stemmer", "language": "armenian"}],
}
"""Romanian's on the server brings words together that our stems keep apart."""
FOLDED = {"sq": "asciifolding"}
"""Languages whose readers leave diacritics out: ë and ç."""


def _pipeline(code: str) -> Pipeline:
    name = f"newsroom_{code}"
    char_filters: dict[str, dict[str, Any]] = {f"{name}_accents": ACCENTS}
    if code == "ce":
        char_filters[f"{name}_palochka"] = PALOCHKA
    if code in LETTERS:
        char_filters[f"{name}_letters"] = {"type": "mapping", "mappings": LETTERS[code]}
    filters: dict[str, dict[str, Any]] = {f"{name}_lowercase": {"type": "lowercase"}}
    if code in FOLDED:
        filters[f"{name}_folding"] = {"type": FOLDED[code]}
    filters[f"{name}_stop"] = {"type": "stop", "stopwords": sorted(set(STOP_WORDS[code].split()))}
    for number, stemmer in enumerate(STEMMERS.get(code, ()), start=1):
        filters[f"{name}_stemmer_{number}"] = stemmer
    return Pipeline(name=name, char_filters=char_filters, filters=filters, synonyms=synonyms(code))


PIPELINES: dict[str, Pipeline] = {code: _pipeline(code) for code in STOP_WORDS}
