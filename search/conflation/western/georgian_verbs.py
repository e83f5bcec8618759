"""Georgian verbs: skeletons of their roots, without preverb, person, version, theme and screeve."""

from __future__ import annotations

from search.conflation.western.endings import Endings, joined

PREVERBS = tuple(
    sorted(
        (
            *"წარმო გადმო ჩამო შემო გამო წამო დამო ამო გადა მიმო უკუ თანა აღმო".split(),
            *"და გა ჩა მი მო წა შე ა წარ აღ გარდა შთა გან".split(),
        ),
        key=len,
        reverse=True,
    )
)
PERSONS = ("გვ", "მ", "გ", "ვ", "ჰ", "ს", "ხ", "")
"""Markers of subject and object before the root."""

_THEMES = ["", *"ებ ობ ავ ამ ევ ემ ოფ ი".split()]
_PRESENT = ["", *"ს თ ენ ან ა ი ით იან ვარ ხარ ვართ ხართ არ ნ".split()]
_PAST = "დი და დით დნენ დე დეს დეთ ოდი ოდა ოდით ოდნენ ოდე ოდეს ოდეთ".split()
_AORIST = "ე ა ო ეთ ეს ნენ ნეს ი ით ვი ვით ვნენ ვა ვეს ვე ვეთ".split()
_OPTATIVE = "ო ოს ოთ ონ ას ათ ან ნონ ნოს ვო ვოს ვოთ ვონ ვას ვან".split()
_PERFECT = {
    *joined(["", *"ავ ებ ვ ობ ამ ნ".split()], "ია იათ იეს იხარ იხართ ივარ ივართ იან".split()),
    *joined(("ებ", "ვ"), "ინა ინათ ინოს ინოთ ინოსთ ინაათ".split()),
    *joined(("", "ებ", "ვ"), "ოდათ ოდეთ ათ ოთ ოსთ დეს დათ".split()),
}
_BECOME = joined(
    "ულ ებულ ილ ობილ ნულ მულ ვულ".split(),
    (
        *"ა ან ვარ ხარ ვართ ხართ იყო იყავი იყავით იყვნენ იყოს იყოთ იყვნონ იყვნეს".split(),
        *"ი მა ს ის ად ები ების".split(),
        "",
    ),
)
_MASDAR = joined("ება ობა ვა მა ევა ენა ავა ომა ოლა ა".split(), ["", *"ს მ თი დ ზე ში".split()]) | joined(
    ["", *"ებ ობ ვ მ ევ ენ".split()], ("ის", "ისა", "ით", "ისთვის", "ისას")
)
_DOER = joined(("", "ებ", "ობ", "ავ", "ვ"), "ელი ელ ელმა ელს ლის ლები".split())

VERB = Endings(
    joined(_THEMES, _PRESENT + _PAST)
    | set(_AORIST + _OPTATIVE)
    | joined(("დ",), _AORIST + _OPTATIVE)
    | joined(("", "დ"), joined(("ებ",), _PRESENT + _PAST))
    | _PERFECT
    | joined(("", "დ"), _BECOME)
    | _MASDAR
    | _DOER,
    keep=1,
)
"""Theme, screeve, person and number behind the root, and the endings of verbal nouns and participles."""

_DROPPED = str.maketrans("", "", "აეიოუ")


def _skeletons(rest: str) -> list[str]:
    """The consonants, with a marker, of what the longest and the shortest ending leave, if they are two or more."""
    found = []
    for size in range(min(VERB.longest, len(rest) - 1), -1, -1):
        if not size or rest[len(rest) - size :] in VERB.table:
            bones = rest[: len(rest) - size].translate(_DROPPED)
            if len(bones) > 1:
                found.append(f"√{bones}")
    return found[:1] + found[-2:-1]


def skeletons(word: str) -> tuple[str, ...]:
    """The skeletons that the word may have, with and without a preverb and a person."""
    bodies = [word]
    for preverb in PREVERBS:
        if word.startswith(preverb) and len(word) > len(preverb) + 2:
            bodies.append(word[len(preverb) :])
            break
    found: list[str] = []
    for body in bodies:
        for person in PERSONS:
            if body.startswith(person) and len(body) > len(person) + 1:
                found += _skeletons(body[len(person) :])
                if person:
                    found += _skeletons(body)
                break
    return tuple(dict.fromkeys(found))
