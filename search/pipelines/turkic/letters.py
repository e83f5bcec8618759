"""Spellings of the Turkic languages made equal before the text is cut, in the terms of Elasticsearch's char filters."""

from __future__ import annotations

from typing import Any

from search.conflation.turkic.azerbaijani import CYRILLIC as AZERBAIJANI_CYRILLIC
from search.conflation.turkic.folding import APOSTROPHES
from search.conflation.turkic.uzbek import CYRILLIC as UZBEK_CYRILLIC
from search.conflation.turkic.uzbek import VOWELS

CharFilter = dict[str, Any]

INVISIBLE = "\\u00AD\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF"
"""Soft hyphen, joiners, marks of direction."""
IN_CYRILLIC = {"ə": "ә", "Ə": "Ә", "i": "і", "I": "І", "h": "һ", "H": "Һ"}
"""Latin letters that slip into Cyrillic words because a keyboard has no others."""


def mapping(pairs: dict[str, str]) -> CharFilter:
    """A filter that replaces letters by letters."""
    return {"type": "mapping", "mappings": [f"{letters} => {instead}" for letters, instead in pairs.items()]}


def pattern(found: str, instead: str) -> CharFilter:
    """A filter that replaces what a regular expression finds."""
    return {"type": "pattern_replace", "pattern": found, "replacement": instead}


def both_cases(pairs: dict[str, str]) -> dict[str, str]:
    """The same letters as small ones, with a capital first, and as capitals; their replacements are small."""
    return {form: small for letters, small in pairs.items() for form in _cased(letters)}


def _cased(letters: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((letters, letters.capitalize(), letters.upper())))


def latin(name: str, pairs: dict[str, str] | None = None) -> dict[str, CharFilter]:
    """Filters of a language in the Latin script: nothing invisible, no apostrophes, some letters for others."""
    filters = {
        f"{name}_invisible": pattern(f"[{INVISIBLE}]", ""),
        f"{name}_apostrophes": pattern(f"(?<=\\p{{L}})[{APOSTROPHES}]+(?=\\p{{L}})", ""),
    }
    if pairs:
        filters[f"{name}_letters"] = mapping(both_cases(pairs))
    return filters


def cyrillic(name: str, pairs: dict[str, str] | None = None) -> dict[str, CharFilter]:
    """Filters of a language in the Cyrillic script: as for Latin, and no Latin letters within Cyrillic words."""
    filters = latin(name, pairs)
    for small, letter in IN_CYRILLIC.items():
        within = f"(?<=[\\u0400-\\u04FF]){small}|{small}(?=[\\u0400-\\u04FF])"
        filters[f"{name}_latin_{ord(small):04x}"] = pattern(within, letter)
    return filters


AZERBAIJANI = latin("newsroom_az", {letter: other for letter, other in AZERBAIJANI_CYRILLIC.items() if letter != "и"})
AZERBAIJANI["newsroom_az_letters"]["mappings"] += ["и => i", "И => i"]

_CYRILLIC = {letter: other or "" for letter, other in UZBEK_CYRILLIC.items()}
_SIGNS = {f"{letter}{sign}": single for letter, single in (("o", "õ"), ("g", "ğ")) for sign in APOSTROPHES}

UZBEK: dict[str, CharFilter] = {
    "newsroom_uz_invisible": pattern(f"[{INVISIBLE}]", ""),
    "newsroom_uz_ye": pattern(f"(?<=^|[^\\p{{L}}]|[{VOWELS}{VOWELS.upper()}ЪЬъь])[еЕ]", "ye"),
    "newsroom_uz_ts": pattern(f"(?<=[{VOWELS}{VOWELS.upper()}])[цЦ]", "ts"),
    "newsroom_uz_script": mapping({**both_cases(_CYRILLIC), "ц": "s", "Ц": "s", "е": "e", "Е": "e"}),
    "newsroom_uz_signs": mapping({**both_cases(_SIGNS), "Oʻ": "õ", "Gʻ": "ğ"}),
    "newsroom_uz_apostrophes": pattern(f"(?<=\\p{{L}})[{APOSTROPHES}]+(?=\\p{{L}})", ""),
    "newsroom_uz_digraphs": mapping(both_cases({"sh": "ş", "ch": "ç", "tyabr": "tabr"})),
}
"""Latin and Cyrillic become one spelling with a letter for each sound, in the order of these filters."""
