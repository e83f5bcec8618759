"""Eastern Armenian: roots without article, owner, case, number, person and tense."""

from __future__ import annotations

import re

from search.conflation.western.dictionary import known
from search.conflation.western.endings import Endings, joined

_ARTICLES = ("", "ը", "ն", "ս", "դ")
_PLURALS = ("", "ներ", "եր")
_CASES = ["", *"ի ին ից ով ում ու ուն ուց վա վան վանից ամբ ո ոջ ոջից ոնց".split()]
NOUN = Endings(
    dict.fromkeys(
        joined(joined(_PLURALS, _CASES) | {""}, _ARTICLES)
        | joined(("յ",), joined(("", "ի", "ից", "ով", "ում"), _ARTICLES)),
        "",
    )
    | dict.fromkeys(joined(("ման", "մանը", "մամբ"), _ARTICLES), "ում"),
    keep=2,
)
"""Number, case, article and owner."""
ABSTRACT = Endings(
    dict.fromkeys(
        joined(("ություն", "ությունն"), joined(("", "ներ"), joined(_CASES, _ARTICLES) | {""}) | {""})
        | joined(("ության", "ությամբ", "ութեան", "ութիւն", "ութեամբ"), (*_ARTICLES, "ը", "ց")),
        "ութ",
    ),
    keep=1,
)
"""-ություն, whose genitive is -ության."""

PARTICIPLES = ("ում", "ած", "ող")
"""Ends of participles that dictionaries list as nouns and adjectives, too."""
_PRESENT = ["", *"մ ս նք ք ն յի յիր ր յինք յիք յին ի իր ինք իք ին".split()]
_PAST = ["", *"ի իր ինք իք ին ա ար ավ անք աք ան եք".split()]
_INFINITIVE = joined(
    ("ել", "ալ"),
    ["", *"ու ուց ով իս իք ը ն ի ուն ուս ուդ ում ովն ովը իքը իքն իքի".split()],
)
_PARTICIPLE = joined(
    ("ած", "ող", "ում", "ելի", "ալի"),
    ["", *"ը ի ին ից ով ն ներ ները ների ներին ներից ներով ս դ եր երի".split()],
)
_WHOLE = _INFINITIVE | _PARTICIPLE
VERB = Endings(
    dict.fromkeys(
        joined(("ե", "ա"), _PRESENT)
        | joined(("եց", "աց", "ց", ""), set(_PAST) | _WHOLE)
        | joined(("ն", "ան", "են", "չ"), joined(("ե", "ա"), _PRESENT) | _WHOLE)
        | {"ի", "իր", "ո", "իս"},
        "",
    )
    | dict.fromkeys(
        joined(
            ("ցն", "ցր"),
            joined(("ե",), _PRESENT) | set(_PAST) | _WHOLE | {"ու", "եք", "եցիր", "եցինք", "եցիք", "եցին", "եց", "եցի"},
        ),
        "ցն",
    ),
    keep=2,
)
"""Persons of every tense and mood, infinitives and participles; -ն-, -ան- and -են- of the present with the -ց- of the
past; causatives keep a mark, for they are words of their own."""

_LAST = re.compile(r"(?:ույ|ու|ի|ը|յա|ե|է)(?=[^աեէըիոօու]+$)")


def _steady(root: str) -> str:
    """The root without the vowels that flee from its last syllable when an ending takes the stress: ջուր, ջրի."""
    return _LAST.sub("", root) if root[2:] else root


def noun_root(word: str) -> str:
    """The root of a word taken for a noun."""
    abstract = ABSTRACT.cut(word)
    if abstract != word:
        return abstract
    root = _steady(NOUN.cut(word))
    for vowel in ("ու", "վ", "ի"):
        if root[3:] and root.endswith(vowel):
            return root[: -len(vowel)]
    return root


def verb_roots(word: str) -> tuple[str, ...]:
    """The roots of a word taken for a verb, after կ- or չ-, with a mark: nouns beside it are other words."""
    found = []
    for body in (word, word[1:]) if word[4:] and word[0] in "կչ" else (word,):
        root = VERB.cut(body)
        found.append("√" + _steady(root))
        if body[len(root) :].startswith("ն"):  # of the root itself (հանձնել), or of the present alone (մտնել, մտա)
            found.append("√" + _steady(root + "ն"))
    return tuple(found)


def roots(word: str) -> tuple[str, ...]:
    """The roots of a word that no dictionary knows."""
    return tuple(dict.fromkeys((_steady(word), noun_root(word), *verb_roots(word))))


def stem(word: str) -> tuple[str, ...]:
    """The stems of a folded word. The dictionary gives one lemma of a form that may be of a noun and of a verb."""
    lemma = known("hy", word)
    if lemma is None:
        return roots(word)
    if lemma.endswith(("ել", "ալ")):
        return tuple(dict.fromkeys((lemma, verb_roots(lemma)[0], noun_root(word))))
    found = (noun_root(lemma), noun_root(word))
    return tuple(dict.fromkeys((*found, *verb_roots(word)) if word.endswith(PARTICIPLES) else found))
