"""Georgian nouns and adjectives: roots without plural, case, postposition and particle."""

from __future__ import annotations

from search.conflation.western.endings import Endings, joined

_CASES = {
    *"ი მა მ ს სა ის ისა ით ითა თი ად ადა დ და ო".split(),
    "",
}
_POSTPOSITIONS = {
    *"ში აში ზე აზე თან სთან ასთან ივით სავით ვით ისთვის სთვის ისათვის სათვის".split(),
    *"ისგან სგან ისაგან საგან ისკენ სკენ ისაკენ საკენ იდან დან მდე ამდე ადმდე ითურთ".split(),
    *"თურთ ისებრ სებრ ისადმი სადმი ისამებრ ისთანავე ისდა ურთ ისეული".split(),
}
_PARTICLES = ["", *"ც აც ვე ღა ცა".split()]
_OLD = "თა თ ათა თათვის თაგან თან".split()
_PLURAL = joined(("", "ებ"), _CASES | _POSTPOSITIONS) | {"ები", "ებ"}

NOUN = Endings(joined(_PLURAL | set(_OLD) | {""}, _PARTICLES), keep=2)
_VOWELS = frozenset("აეიოუ")


def even(root: str) -> str:
    """The root without its last vowel and without the vowel that flees from its last syllable: წყალ-, წყლ-."""
    while root[2:] and root[-1] in _VOWELS:
        root = root[:-1]
    if root[3:] and root[-2] in "აეო" and root[-1] in "ლრნმ" and root[-3] not in _VOWELS:
        root = root[:-2] + root[-1]
    return root


def noun_roots(word: str) -> tuple[str, ...]:
    """The roots of a word taken for a noun: -ება of verbal nouns and -ებ- of the plural go alike."""
    root = even(NOUN.cut(word))
    if root[4:] and root.endswith("ებ"):
        root = even(root[:-2])
    if word[4:]:
        if word.endswith(("ნი", "ნო", "ით", "ად", "ის", "ეს")):  # the old plural, and adjectives without their -ი
            return root, even(word[:-2] if word[-1] in _VOWELS else word)
        if word[-1] == "ვ" and word[-2] in _VOWELS:  # the vocative
            return root, even(word[:-1])
    return (root,)
