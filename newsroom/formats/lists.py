"""Lists in words: "A, B, and C" with each language's own conjunction and comma."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from babel import Locale, UnknownLocaleError

from newsroom.formats.overrides import CONJUNCTIONS, LIST_PATTERNS
from newsroom.languages import language


@cache
def list_patterns(code: str) -> dict[str, str]:
    """CLDR list patterns of the language: `2`, `start`, `middle` and `end`, each with `{0}` and `{1}`.

    Source: Unicode TR 35, part 2, "List Patterns"; our own conjunction where CLDR has none.
    """
    if code in LIST_PATTERNS:
        return LIST_PATTERNS[code]
    if code in CONJUNCTIONS:
        final = f"{{0}} {CONJUNCTIONS[code]} {{1}}"
        return {"2": final, "start": "{0}, {1}", "middle": "{0}, {1}", "end": final}
    return dict(Locale.parse(language(code).cldr).list_patterns["standard"])


def join_list(items: Sequence[str], code: str) -> str:
    """The items as one phrase of the language; an empty list is an empty phrase."""
    if len(items) <= 1:
        return items[0] if items else ""
    patterns = list_patterns(code)
    if len(items) == 2:  # noqa: PLR2004 CLDR has a pattern for two
        return patterns["2"].format(*items)
    joined = patterns["end"].format(items[-2], items[-1])
    for item in items[-3:0:-1]:
        joined = patterns["middle"].format(item, joined)
    return patterns["start"].format(items[0], joined)


def has_formats(code: str) -> bool:
    """Whether CLDR or an override of ours knows how the language joins a list."""
    try:
        return {"2", "start", "middle", "end"} <= set(list_patterns(code))
    except (UnknownLocaleError, KeyError):
        return False
