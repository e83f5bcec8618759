"""Pipelines of the Turkic languages: letters, small letters by the language's rules, stop words, synonyms.

No stemmer of the server's own: it has one for Turkish alone, which joins few forms of its cousins; stems come
ready-made.
"""

from __future__ import annotations

from search.pipelines.pipeline import Pipeline
from search.pipelines.synonym_files import synonyms
from search.pipelines.turkic.letters import AZERBAIJANI, UZBEK, CharFilter, cyrillic, latin
from search.pipelines.turkic.stop_words import STOP_WORDS


def _pipeline(code: str, char_filters: dict[str, CharFilter], *, has_dotless_i: bool = False) -> Pipeline:
    name = f"newsroom_{code}"
    lowercase = {"type": "lowercase", "language": "turkish"} if has_dotless_i else {"type": "lowercase"}
    return Pipeline(
        name=name,
        char_filters=char_filters,
        filters={
            f"{name}_lowercase": lowercase,
            f"{name}_stop": {"type": "stop", "stopwords": sorted(set(STOP_WORDS[code].split()))},
        },
        synonyms=synonyms(code),
    )


_UZBEK = _pipeline("uz", UZBEK)

PIPELINES: dict[str, Pipeline] = {
    "az": _pipeline("az", AZERBAIJANI, has_dotless_i=True),
    "ba": _pipeline("ba", cyrillic("newsroom_ba", {"ё": "е"})),
    "crh": _pipeline("crh", latin("newsroom_crh", {"â": "a"}), has_dotless_i=True),
    "kk": _pipeline("kk", cyrillic("newsroom_kk", {"ё": "е"})),
    "ky": _pipeline("ky", cyrillic("newsroom_ky", {"ҥ": "ң"})),
    "tk": _pipeline("tk", latin("newsroom_tk", {"ñ": "ň", "ÿ": "ý"})),
    "tt": _pipeline("tt", cyrillic("newsroom_tt", {"ё": "е"})),
    "uz": _UZBEK,
    "uz-cyrl": _UZBEK,
}
