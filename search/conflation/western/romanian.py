"""Romanian: roots without article, case, number, person and tense, for words that a dictionary may not know."""

from __future__ import annotations

from search.conflation.western.dictionary import known
from search.conflation.western.endings import Endings, joined

PLAIN = str.maketrans("ăâîșțşţáéíóúàèìòùäëïöü", "aaiststaeiouaeiouaeiou")
"""A reader's letters without marks; t and ț, s and ș alternate in declension as well (student, studenți)."""

CEDILLAS = str.maketrans("șț", "şţ")
INFINITIVES = ("a", "e", "i", "î")
PARTICIPLES = ("at", "it", "ut", "ât", "s")
"""How dictionaries end verbs, and the adjectives that are their participles (some nouns end so, too)."""

_NOUN = Endings(
    dict.fromkeys(
        {
            *"a e i u o ul ului ule lui ii iii ilor iilor lor ele elor".split(),
            *"ei iei ile iile uri urile urilor urii ua uo ea eaua io eo eelor".split(),
            *"ia ie iul iului iule iu iua eul eului eu ee eei eele aie aia aii".split(),
            *"oi oiul oiului oii oilor oaie oaia oaiei oaiele oaielor iele ielor".split(),
        },
        "",
    )
    | {"bile": "bil"},
    keep=3,
)
"""Article, case and number of nouns and adjectives, in all their runs."""

_PAST = ["", *"i si m ti ram rati ra se sem sesi seti seram serati sera".split()]
_PERSONS = {
    *joined("a i u se ia ii iu ui ua".split(), _PAST),  # cântai, cântarăm, cântaserăm, scrisei
    *joined(("", "e", "i", "u"), ("am", "ai", "a", "au", "ati")),
    *joined(("", "i"), "esc esti este easca asc asti aste asca ez ezi eaza eze".split()),
    *joined(("", "i", "u"), "em eti im iti and andu ind indu e o u ie asca".split()),
}
_PARTICIPLE = joined(
    joined(("", "i", "u"), ("at", "it", "ut")) | {"s"},
    ["", *"a e i ul ului ii ilor ele elor ei u".split()],
)
_VERB = Endings(_PERSONS | _PARTICIPLE, keep=2)
"""Person, tense, participle and gerund of the four conjugations."""


def _even(root: str, drop: str) -> str:
    """The root with its alternations made equal: ea/e, oa/o, d/z, sc/șt, a softened consonant at its end."""
    root = root.replace("ea", "e").replace("oa", "o")
    if root[3:]:
        root = root.rstrip(drop) or root
        if root.endswith(("ian", "ial")):
            root = root[:-2] + "e" + root[-1]
        elif root.endswith("z"):
            root = root[:-1] + "d"
        elif root.endswith("st"):
            root = root[:-2] + "sc"
        elif root.endswith(("ch", "gh")):
            root = root[:-1]
    return root


def noun_root(word: str) -> str:
    """The root of a word taken for a noun or an adjective."""
    return _even(_NOUN.cut(word.translate(PLAIN)), "i")


def verb_root(word: str) -> str:
    """The root of a word taken for a verb, with a mark: a verb and the noun beside it stay two words."""
    return "√" + _even(_VERB.cut(word.translate(PLAIN)), "iu")


def _lemma(word: str) -> str | None:
    """The lemma of a folded word; the dictionary writes some of its ș and ț with cedillas."""
    return known("ro", word) or (known("ro", word.translate(CEDILLAS)) if "ș" in word or "ț" in word else None)


def stem(word: str) -> tuple[str, ...]:
    """The stems of a folded word: roots of its lemma, and its own."""
    lemma = _lemma(word)
    if lemma is None and "î" in word[1:-1]:  # the spelling before 1993: pămînt
        today = word[0] + word[1:-1].replace("î", "â") + word[-1]
        lemma = _lemma(today)
        word = today if lemma else word
    if lemma is None:
        return noun_root(word), verb_root(word)
    if lemma.endswith(INFINITIVES):
        both = (verb_root(lemma), verb_root(word), noun_root(word))
        return tuple(dict.fromkeys((noun_root(lemma), *both) if lemma.endswith("e") else both))
    roots = (noun_root(lemma), noun_root(word))
    return tuple(dict.fromkeys((*roots, verb_root(word)) if lemma.endswith(PARTICIPLES) else roots))
