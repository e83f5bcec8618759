"""What a text may hold: rules of Unicode hygiene that every door applies.

Right-to-left marks, joiners and non-joiners stay: Persian and Urdu need them. Overrides and embeddings, which can
make a reader see other words than the machine stores (CVE-2021-42574, Unicode TR 36), are taken out; isolates stay
when they are balanced.
"""

from __future__ import annotations

import re
import unicodedata

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_OVERRIDES = re.compile(r"[\u202a-\u202e]")
_TAGS = re.compile(r"[\U000e0000-\U000e007f]")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_ISOLATES = re.compile(r"[\u2066-\u2069]")


def clean_text(text: str) -> str:
    """The text in NFC without characters that hide, override or break; lines stay."""
    text = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", text)
    text = _TAGS.sub("", _OVERRIDES.sub("", _CONTROLS.sub("", text)))
    text = text if isolates_are_balanced(text) else _ISOLATES.sub("", text)
    return unicodedata.normalize("NFC", text)  # last, because what is taken out may have kept an accent from its letter


def clean_line(text: str) -> str:
    """The same, as one line without space at its ends."""
    return re.sub(r"[\s\u2028\u2029]+", _space_or_no_break, clean_text(text)).strip()


def isolates_are_balanced(text: str) -> bool:
    """Whether each isolate (U+2066–2068) is closed by U+2069 and none is closed that was not opened."""
    depth = 0
    for mark in _ISOLATES.findall(text):
        depth += -1 if mark == "\u2069" else 1
        if depth < 0:
            return False
    return depth == 0


def _space_or_no_break(match: re.Match[str]) -> str:
    """One space for a run of white space; a lone no-break space is the writer's choice."""
    run = match.group()
    return run if run in ("\N{NO-BREAK SPACE}", "\N{NARROW NO-BREAK SPACE}") else " "
