"""Pipelines of the Slavic languages: accents, letters that are typed in two ways, stop words, the server's own stemmers.

Bosnian, Croatian, Montenegrin and both scripts of Serbian share one: what is Cyrillic becomes Latin, and diacritics go.
Belarusian, Macedonian and Ukrainian have no stemmer on a stock server; their stems come ready-made.
"""

from __future__ import annotations

from search.pipelines.pipeline import Pipeline
from search.pipelines.slavic.stop_words import STOP_WORDS
from search.pipelines.synonym_files import synonyms

ACCENTS = {
    "type": "pattern_replace",
    "pattern": "[\\u0300\\u0301\\u00AD\\u200B-\\u200F\\u202A-\\u202E]",
    "replacement": "",
}
"""Stress marks, soft hyphens and marks of direction."""
APOSTROPHES = [f"{apostrophe}=>'" for apostrophe in "’‘ʼʻʹ`´′"]
LETTERS: dict[str, list[str]] = {
    "be": [*APOSTROPHES, "ё=>е", "Ё=>Е", "ў=>у", "Ў=>У", "i=>і", "I=>І"],
    "bg": ["ѝ=>и", "Ѝ=>И"],
    "mk": ["ѐ=>е", "ѝ=>и", "Ѐ=>Е", "Ѝ=>И"],
    "ru": ["ё=>е", "Ё=>Е"],
    "uk": [*APOSTROPHES, "ґ=>г", "Ґ=>Г", "i=>і", "I=>І"],
}
"""What keyboards and writers exchange."""
STEMMERS = {"bg": "bulgarian", "ru": "russian"}


def _pipeline(code: str) -> Pipeline:
    name = f"newsroom_{code}"
    filters: dict[str, dict[str, object]] = {
        f"{name}_lowercase": {"type": "lowercase"},
        f"{name}_stop": {"type": "stop", "stopwords": sorted(set(STOP_WORDS[code].split()))},
    }
    if code in STEMMERS:
        filters[f"{name}_stemmer"] = {"type": "stemmer", "language": STEMMERS[code]}
    return Pipeline(
        name=name,
        char_filters={
            f"{name}_accents": ACCENTS,
            f"{name}_letters": {"type": "mapping", "mappings": LETTERS[code]},
        },
        filters=filters,
        synonyms=synonyms(code),
    )


SOUTH_WESTERN = Pipeline(
    name="newsroom_hbs",
    char_filters={"newsroom_hbs_accents": ACCENTS},
    filters={
        "newsroom_hbs_lowercase": {"type": "lowercase"},
        "newsroom_hbs_letters": {"type": "serbian_normalization"},
        "newsroom_hbs_stop": {"type": "stop", "stopwords": sorted(set(STOP_WORDS["hbs"].split()))},
    },
    synonyms=synonyms("hbs"),
)

PIPELINES: dict[str, Pipeline] = {
    **{code: _pipeline(code) for code in LETTERS},
    **dict.fromkeys(("bs", "cnr", "hr", "sr", "sr-latn"), SOUTH_WESTERN),
}
