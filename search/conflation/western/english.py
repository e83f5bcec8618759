"""English: lemmas, regular endings of unknown words, and one spelling for both sides of the Atlantic."""

from __future__ import annotations

import re

from search.conflation.western.dictionary import known

_BRITISH = (
    (re.compile(r"(?<=\w\w\w)isation"), "ization"),
    (re.compile(r"(?<=\w\w\w)(?<!v)(?<!rom)(?<!ert)(?<!erc)is(?=(?:e|es|ed|ing|er|ers)$)"), "iz"),
    (re.compile(r"(?<=\w)(?<!h)our(?=(?:s|ed|ing|ite|ites|able|ful|less|hood|hoods|er|ers)?$)"), "or"),
    (re.compile(r"(?<=\w\w\w)yse(?=[srd]?$)"), "yze"),
    (re.compile(r"(?<=\wt)re$|(?<=nt)re(?=s$)"), "er"),
    (re.compile(r"(?<=efen)ce$|(?<=ffen)ce$|(?<=icen)ce$"), "se"),
    (re.compile(r"(?<=\w[aeiou])ll(?=(?:ed|ing|er|ers)$)"), "l"),
    (re.compile(r"^(?:program)me(?=s?$)"), "program"),
)
"""Spellings of Britain and what America writes: organisation, colour, analyse, centre, defence, travelled."""
_DOUBLED = re.compile(r"([bdgkmnprtvz])\1$")


def american(word: str) -> str:
    """The word in American spelling; four- and five-letter words (our, hour, four, rise) stay as they are."""
    if word[5:] or word in ("color", "labor", "honor", "favor"):
        for pattern, spelling in _BRITISH:
            word = pattern.sub(spelling, word)
    return word


def _bases(word: str) -> tuple[str, ...]:
    """What an unknown word may be a regular form of, the likeliest first."""
    if word[4:] and word.endswith("ies"):
        return (word[:-3] + "y", word[:-1])
    if word[3:] and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return (word[:-1], word[:-2]) if word.endswith("es") else (word[:-1],)
    for ending in ("ing", "ed"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            base = word[: -len(ending)]
            if base.endswith("i"):
                return (base[:-1] + "y",)
            return (base, base + "e", _DOUBLED.sub(r"\1", base))
    return ()


def _rule_root(word: str) -> str:
    """The root of a word that no dictionary knows, without its regular ending and a silent e."""
    if word[4:] and word.endswith("ies"):
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith(("ss", "us", "is")):
            word = word[: -len(ending)]
            break
    word = _DOUBLED.sub(r"\1", word) if word[4:] else word
    return word.removesuffix("e") if word[4:] else word


def stem(word: str) -> tuple[str, ...]:
    """The stems of a folded word."""
    word = word.removesuffix("'s").removesuffix("s'").replace("'", "") or word.replace("'", "")
    lemma = known("en", word)
    if lemma:
        return (american(lemma),)
    for base in _bases(word):
        if (lemma := known("en", base)) is not None:
            return (american(lemma),)
    return (american(_rule_root(word)),)
