"""Bosnian, Croatian, Montenegrin and Serbian endings, and what they do to the end of a stem.

Written without diacritics, as readers type: č, ć → c, š → s, ž → z, đ → dj.
"""

from __future__ import annotations

from search.conflation.slavic.spelling import CYRILLIC, DIGITS, LATIN, plain
from search.conflation.slavic.stemmer import Kind, Stemmer, joined

HARD = "i a o e u og oga om ome omu oj im ih ima eg ega em emu".split()
NOUN = (
    "a e i o u om em ama ima ovi ova ove ovima ovo ovu evi eva eve evima ija ije iji iju ijom ijama ijo ijem ijima ijim "
    "lju ao"
).split()
COMPARED = joined(("ij",), HARD)
PASSIVE = (*HARD, "")
THEMES = ("a", "i", "e", "je", "ije", "ja", "u", "")
PAST = "ti t o la lo li le vsi v h hu smo ste se".split()
VERB = (
    *joined(THEMES, PAST),
    *joined(("a", "ja", "je", "e", "ije", "i"), "m s mo te".split()),
    *joined(("a", "ij"), "e u uci mo te i imo ite".split()),
    *joined(("a",), ("j", "ju", "jmo", "jte", "juci", "")),
    *joined(("a", "ja", "ija"), "h se smo ste hu".split()),
    *joined(("a", "e", "je", "ve", "i"), joined(("n",), PASSIVE)),
    *joined(("u", "e"), joined(("t",), PASSIVE)),
    *"em es e emo ete u ju je jem jes jemo jete i ite imo is im j jmo jte uci juci eci ci h oh ose osmo oste se hu ao eo io uo o la lo li le".split(),
)  # fmt: skip

ALTERNATING = (
    *joined(("ova", "eva", "iva"), (*PAST, *joined(("n",), PASSIVE))),
    *joined(("uj",), "em es e emo ete u i imo ite mo te uci".split()),
    "uj",
)
"""kupovati, kupuje."""

STEMMER = Stemmer(
    kinds=(
        Kind(frozenset((*NOUN, *HARD)), doubtful=frozenset("om em im ih ima ama ega oga iji lju ova ovo ove ovi ovu evima eva evi eve ao ija ije oj og".split()), always=True),
        Kind(frozenset(COMPARED), prefixes=("naj",), shortest=3),
        Kind(frozenset(ALTERNATING), mark="~u"),
        Kind(
            frozenset(VERB),
            mark="~",
            fleeting=False,
            doubtful=frozenset(("la", "le", "li", "lo")),
            kept=frozenset("g"),
            clusters=(("blj", "b"), ("plj", "p"), ("vlj", "v"), ("mlj", "m"), ("bl", "b"), ("pl", "p"), ("vl", "v"), ("ml", "m"), ("lj", "l"), ("nj", "n"), ("sc", "st"), ("zdj", "zd")),
        ),
    ),
    vowels=frozenset("aeiou"),
    clusters=(("janin", "jan"), ("anin", "an"), ("sc", "st"), ("zdj", "zd")),
    finals=(("c", "t"), ("k", "t"), ("g", "z"), ("h", "s")),
    fleeting=frozenset("a"),
    replaced=(("ije", "e"), ("je", "e")),
    soft="",
)  # fmt: skip

ALPHABET = frozenset(LATIN + DIGITS + CYRILLIC + "čćšžđђјљњћџ")
SCRIPTS = str.maketrans(
    dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюяђјљњћџ",
            "a b v g d e e ž z i i k l m n o p r s t u f h c č š šč . i . e ju ja đ j lj nj ć dž".replace(
                ".", ""
            ).split(" "),
            strict=True,
        )
    )
)
"""Serbian Cyrillic as Latin, and the letters of other Cyrillic alphabets as they would be."""
TYPED = str.maketrans({"č": "c", "ć": "c", "š": "s", "ž": "z", "đ": "dj"})
"""What a reader types on a keyboard that has no diacritics."""


def fold(word: str) -> str:
    """A word in small Latin letters, with their diacritics, whichever script it is in."""
    return plain(plain(word, ALPHABET).translate(SCRIPTS), ALPHABET)


def stems(word: str) -> tuple[str, ...]:
    """The stems of a folded word, without diacritics."""
    return STEMMER.stems(word.translate(TYPED))
