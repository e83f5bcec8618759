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
_FORMS = dict(
    pair.split(":")
    for pair in """
    bore:bear bent:bend bound:bind bit:bite broke:break drunk:drink felt:feel gone:go ground:grind left:leave rung:ring
    rose:rise shook:shake shot:shoot swore:swear thought:think won:win wound:wind people:person wives:wife leaves:leaf
    lives:life halves:half thieves:thief data:datum worse:bad bigger:big biggest:big eldest:old elder:old
    bred:breed fled:flee hung:hang laid:lay lain:lie lay:lie led:lead lent:lend meant:mean rode:ride sank:sink sunk:sink
    spun:spin stole:steal stuck:stick stung:sting struck:strike stricken:strike swept:sweep swung:swing tore:tear
    torn:tear wore:wear worn:wear wove:weave woven:weave knives:knife wolves:wolf loaves:loaf shelves:shelf
    fell:fall felled:fell saw:see sought:seek spoke:speak woke:wake drove:drive dove:dive ran:run met:meet
    """.split()
)
"""Forms of irregular words that are words of their own as well, or that dictionaries take for such."""
_NO_PLURALS = frozenset("news means series species politics physics economics thanks odds premises goods arms".split())
_DOUBLED = re.compile(r"([bdgklmnprtvz])\1$")


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


def _singular(word: str) -> str:
    """The word without the -s of a plural or a third person; -ie and -y are one (junkies, junkie, cities, city)."""
    if word[3:] and word.endswith("s") and not word.endswith(("ss", "us", "is")) and word not in _NO_PLURALS:
        word = word[:-2] if word.endswith(("ches", "shes", "sses", "xes", "zzes")) else word[:-1]
    return word[:-2] + "y" if word[3:] and word.endswith("ie") else word


def _lemmas(word: str) -> list[str]:
    """The lemma that the dictionary knows, and the verb of a gerund or participle that it takes for a noun."""
    lemma = known("en", word)
    if lemma and not lemma.endswith(("ing", "ed")):
        return [lemma]
    bases = _bases(lemma or word)
    if lemma:  # building is a thing, and a form of build
        return [lemma, *(base for base in bases if known("en", base) == base)][:3]
    return [found for base in bases if (found := known("en", base))][:2]


def stem(word: str) -> tuple[str, ...]:
    """The stems of a folded word: its lemma, and its singular, for a form may be of two words (leaves, found)."""
    word = word.removesuffix("'s").removesuffix("s'").replace("'", "") or word.replace("'", "")
    roots = [american(lemma) for spelling in {word: 0, american(word): 0} for lemma in _lemmas(spelling)]
    roots = roots or [american(_rule_root(word))]
    if word in _FORMS:
        roots.append(american(_FORMS[word]))
    return tuple(dict.fromkeys((*roots, american(_singular(word)))))
