"""Albanian: roots without article, case, number, person and tense."""

from __future__ import annotations

import re

from search.conflation.western.dictionary import known
from search.conflation.western.endings import Endings, joined

VERBAL = ("oj", "ej", "ij", "yj", "aj", "uj")
"""How dictionaries end most verbs: the first person of the present."""
CONSONANTAL = ("it", "os", "as", "is", "ys", "eh")
"""How they end verbs without -j, and a few nouns."""
PLAIN = str.maketrans("ëçáéíóúàèìòùâêîôû", "ecaeiouaeiouaeiou")
"""A reader's letters without marks: many type e for ë and c for ç."""

_VOWELS = frozenset("aeiouy")
NOUN = Endings(
    {
        *"i u a e o ja je ia ie ise ine jen jes eje ose one".split(),
        *joined(("i", "u", "a", "e", "o"), ("t", "n", "s", "ne", "se")),
        *joined(("e", "a", "i", "u", "o"), ("te", "ve", "sh", "vet")),
        *joined(
            "ra ura je nj inj enj onj ere lere llare are".split(),
            ["", *"t te ve sh vet".split()],
        ),
    },
    keep=3,
)
"""Article, case and number of nouns and adjectives."""

_MIDDLE = "em esh et emi eni en esha eshe ej eshim eshit eshin".split()
_ADMIRATIVE = (*"kam ke ka kemi keni kan kesha keshe kej keshim keshit keshin kesh".split(),)
_PARTICIPLE = joined(
    "ur uar yer ier re ure ere ire rr".split(),
    ["", *"a i it in at ash ave ish en es e et".split()],
)
VERB = Endings(
    {
        *"ni in em et en a e i u ja je nim nit nin te nte".split(),
        *joined(
            "o e i y ye ua u".split(),
            "j n jme ni jne sh je ja nte nim nit".split(),
        ),
        *joined(("o", "e", "i", "y"), "nin va ve u i jm jn n".split()),
        *joined("ov ev iv yv ua u ye".split(), ["", *"a e i m t n em et en".split()]),
        *joined(
            ["", *"of ef if yf f".split()],
            "sha sh shim shi shin te shit c ca cim cin ci".split(),
        ),
        *joined(["", *"h oh eh ih yh uh".split()], _MIDDLE),
        *joined(("o", "e", "u", "i"), ("hu", "huni", "va", "hem")),
        *joined(("ua", "ue", "ye", "ie", "u"), _ADMIRATIVE),
        *joined(("", "e", "i"), _ADMIRATIVE),
        *joined(("a", "ua"), "j jme jne jsh nte".split()),
        *_PARTICIPLE,
    },
    keep=3,
)
"""Theme, person, tense and mood of verbs, active and middle, and participles."""


def _even(root: str) -> str:
    """The root with its softened consonants made equal and without the ë that flees: libër, libri; mik, miq."""
    if root[3:] and root[-1] == "j":
        root = root[:-1]
    if root[2:] and root[-1] in "aeiouy":
        root = root[:-1]
    if root[3:] and root[-1] in "rln" and root[-2] == "e" and root[-3] not in "aeiouy":
        root = root[:-2] + root[-1]
    if root.endswith("q"):
        return root[:-1] + "k"
    if root[3:] and root.endswith("gj"):
        return root[:-1]
    return root[:-1] if root[3:] and root.endswith(("j", "ll")) else root


_S_TO_T = re.compile(r"[aei]s$")
"""Verbs in -s with -it in most of their forms: përsëris, përsërita."""
_UJ = re.compile(r"uj(?:t|sh|ve|vet)?$")
"""The plural of words in -ull: artikull, artikujve."""


def noun_roots(plain: str) -> tuple[str, ...]:
    """The roots of a plain word taken for a noun: -ine may be an ending (Shqipërinë) or of the word (syprinë)."""
    if plain[4:] and (plural := _UJ.search(plain)):
        return (plain[: plural.start()] + "ul",)
    root = _even(NOUN.cut(plain))
    return (root, _even(plain[:-1])) if plain.endswith(("ine", "ise")) else (root,)


def verb_root(plain: str) -> str:
    """The root of a plain word taken for a verb, with a mark: a verb and the noun beside it stay two words."""
    return "√" + _even(VERB.cut(plain))


def stem(word: str) -> tuple[str, ...]:
    """The stems of a folded word."""
    plain = word.translate(PLAIN)
    lemma = known("sq", word)
    if lemma is None:
        return tuple(dict.fromkeys((*noun_roots(plain), verb_root(plain), _even(plain))))
    lemma = lemma.translate(PLAIN)
    if lemma.endswith("hem"):  # the middle voice is an entry of its own: punësohem beside punësoj
        return lemma, _even(plain)
    if lemma.endswith(VERBAL):
        return verb_root(lemma), _even(plain)
    root = _even(lemma)
    if not lemma.endswith(CONSONANTAL):
        return (root,)
    return tuple(dict.fromkeys((root, verb_root(lemma), "√" + _S_TO_T.sub("it", lemma))))
