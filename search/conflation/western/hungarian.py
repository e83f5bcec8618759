"""Hungarian: lemmas under the chains of plural, owner and case, under verb endings, preverbs and compounds."""

from __future__ import annotations

from search.conflation.western.dictionary import known
from search.conflation.western.endings import Endings, joined

SHORT = str.maketrans("áéíóúőűöü", "aeiououou")
"""Vowels change their length before endings: kéz, kezet; madár, madarak; alma, almát."""
_VOWELS = frozenset("aáeéiíoóöőuúüű")
_DIGRAPHS = {"ssz": "sz", "zzs": "zs", "ccs": "cs", "ggy": "gy", "nny": "ny", "tty": "ty", "lly": "ly"}

_CASES = {
    *"ban ben ba be ból ből hoz hez höz ig nak nek nál nél on en ön".split(),
    "",
    *"ra re ról ről tól től ért ként val vel vá vé at et ot öt t n".split(),
    *"ul ül an kor képp képpen stul stül ostul estül onként enként önként nként".split(),
}
_LINKS = ["", *"a e o ö á é".split()]
_OWNERS = {
    *joined(_LINKS, "m d nk tok tek tök k jk".split()),
    *joined(("", "j", "v"), "a e á é uk ük unk ünk".split()),
    *joined(
        joined(["", *"j a e á é ja je já jé va ve".split()], ("i",)),
        ["", *"m d nk tok tek k".split()],
    ),
}
"""Plural and owner, with the vowels that link them."""
OWNER = Endings(
    joined(["", *"o e ö a u ü ju jü".split()], "m d nk tok tek tök".split())
    | joined(("ai", "ei", "jai", "jei", "i"), ["", *"m d nk tok tek k".split()])
    | {"uk", "ük", "juk", "jük", "ja", "je"}
)
"""Owners whose forms some dictionaries take for words of their own."""
LONG_END = {"á": "a", "é": "e"}
_ASSIMILATED = {
    f"{plural}{double}{tail}"
    for plural, double in (("k", "k"), ("m", "m"), ("d", "d"), ("nk", "k"))
    for tail in ("al", "el", "á", "é")
}
"""-val and -vá after plural and owner, whose consonant they take: kertekkel, kezemmel."""

NOUN = Endings(
    joined(_OWNERS | {""}, joined(("", "é", "éi"), _CASES) | {""})
    | joined(_LINKS + "ja je ai ei jai jei i u ü áto éte to te ö".split(), _ASSIMILATED),
    keep=3,
)
"""Every chain of plural, owner, -é and case."""
PLAIN = Endings(joined(["", *"k ak ek ok ök".split()], joined(("", "é", "éi"), _CASES) | {""}), keep=3)
"""Plural and case alone: what the owners' -m, -d and -t would bite off a base (egyetemről, barátban)."""

_PERSONS = {
    *"ok ek ök om em öm sz asz esz ol el öl od ed öd unk ünk ik".split(),
    *"nak nek anak enek tok tek tök otok etek ötök ja i juk jük itek".split(),
    *"játok ják lak lek alak elek ni ani eni va ve ván vén ás és ó ő".split(),
    *"na ne ana ene nék anék enék nánk nénk andó endő nók nők niok niök".split(),
    "",
    *joined(("t", "ott", "ett", "ött", "tt"), ["", *"am em ál él unk ünk atok etek ak ek ad".split()]),
    *joined(("t", "ott", "ett", "ött", "tt"), "ed a e uk ük átok étek ák ék alak elek".split()),
    *joined(("ná", "né", "aná", "ené"), "m d l nk tok tek nak nek k lak lek".split()),
    *joined(("na", "ne", "ana", "ene"), ("k",)),
    *joined(("n", "an", "en"), "om em öm od ed öd ia ie unk ünk otok etek iuk iük".split()),
    *joined(["", *"j s z gy ss".split()], "ak ek ál él on en ön unk ünk atok etek d".split()),
    *joined(["", *"j s z gy ss".split()], "anak enek am em ad ed a e uk ük átok étek".split()),
    *joined(["", *"j s z gy ss".split()], ("ák", "ék", "alak", "elek")),
}
VERB = Endings(
    _PERSONS | {"ná", "né", "j"} | joined(("hat", "het", "has", "hes"), _PERSONS | {"ná", "né", "s"}), keep=3
)
"""Persons, definite and indefinite, of every tense and mood; -hat/-het before them; infinitives and participles."""

V_STEMS = {
    **{"lov": "lo", "kov": "ko", "tav": "to", "szav": "szo", "muv": "mu", "csov": "cso", "fuv": "fu", "hav": "ho"},
    **{"lev": "le"},
}
"""Roots that end in v before vowels, and the words they belong to: lovak and ló, kövek and kő."""


def even(root: str) -> str:
    """The root with short vowels, without its last vowel and without the vowel that flees from its last syllable."""
    root = root.translate(SHORT)
    if root[3:] and root[-1] in _VOWELS:
        root = root[:-1]
    if root[4:] and root[-2] in "oe" and root[-1] in "rlmnzg" and root[-3] not in _VOWELS:
        root = root[:-2] + root[-1]
    return root


def _single(base: str) -> str:
    """The base of an assimilated -val or -vá, whose last consonant was doubled: késs-el → kés."""
    if base[-3:] in _DIGRAPHS:
        return base[:-3] + _DIGRAPHS[base[-3:]]
    return base[:-1] if base[2:] and base[-1] == base[-2] and base[-1] not in _VOWELS else ""


def _owned(lemma: str) -> str | None:
    """The lemma of the thing owned, where the dictionary gives the word with its owner as a lemma: barátaim → barát.

    A lemma whose plural the dictionary knows (állam, államok) owns nothing, if the ending is short.
    """
    for size in range(min(OWNER.longest, len(lemma) - 3), 0, -1):
        owner, base = lemma[len(lemma) - size :], lemma[: len(lemma) - size]
        if owner not in OWNER.table or (owner[0] in "mdnt" and base[-1] not in _VOWELS):
            continue
        base = base[:-1] + LONG_END.get(base[-1], base[-1])
        found = known("hu", base)
        if found is None and base[-1] not in _VOWELS:
            found = known("hu", base + "et") or known("hu", base + "at") or known("hu", base + "ot")
        elif found != base:
            found = base if found and base[-1] in "ae" else None
        if found:
            short = not owner[2:] and any(known("hu", lemma + plural) == lemma for plural in ("ok", "ek", "ak"))
            return None if short else found
    return None


def _verb_roots(word: str, verb: str) -> list[str]:
    """The root that the ending leaves, and what it may have been before they met: fizet, fizessen; húzat, húzattam."""
    found, rest = [verb], word[len(verb) :]
    if verb.endswith("ss") or (verb[-1] == "s" and rest[:1] in ("s", "d")):
        found += (verb.removesuffix("s") + "t", verb[:-1] + "t", verb.removesuffix("s") + "s")
    if rest.startswith("ss"):
        found += (verb + "t", verb + "s")
    if rest.startswith("tt"):
        found.append(verb + "t")
    if rest[1:].startswith("tt"):
        found.append(word[: len(verb) + 2])
    if single := _single(verb):
        found.append(single)
    return found


def roots(word: str) -> tuple[str, ...]:
    """The roots of a word by rules alone: as it is, as a noun, as a verb."""
    verb = VERB.cut(word)
    found = [even(word), even(PLAIN.cut(word)), even(NOUN.cut(word)), *map(even, _verb_roots(word, verb))]
    for tail in ("al", "el", "á", "é"):
        if word.endswith(tail) and (base := _single(word[: -len(tail)])):
            found.append(even(base))
    return tuple(dict.fromkeys(V_STEMS.get(root, root) for root in found))


def stem(word: str) -> tuple[str, ...]:
    """The stems of a folded word: its lemma's root, or its own where nothing is known."""
    found = known("hu", word)
    if not found:
        return roots(word)
    owned = _owned(found)
    known_roots = [even(owned)] if owned else []
    known_roots += (even(found.removesuffix("ik") if found[4:] else found), even(PLAIN.cut(word)))
    if "v" in word[:4]:
        known_roots.append(even(NOUN.cut(word)))
    return tuple(dict.fromkeys(V_STEMS.get(root, root) for root in known_roots))
