"""Bulgarian endings with their articles, and what they do to the end of a stem (мляко, млека; ръка, ръце; театър, театри)."""

from __future__ import annotations

from search.conflation.slavic.spelling import folding
from search.conflation.slavic.stemmer import Kind, Stemmer, joined

HARD = "и а о е ия ият ата ото ите я ята ето".split()
NOUN = (
    "а я о е и у й ът ят ия ията ии иите ие ието ий ият та то те ата ята ото ето ите ове овете ове еве евете ища ищата ища ища "
    "ета етата ена ената еса есата ю йо ьо йо ио ийо "
    "ея еят еи еите ай аят ая аи аите ой оят оя ои оите"
).split()  # fmt: skip
PARTICIPLE = ("", *HARD)
THEMES = ("а", "я", "е", "и", "о", "у", "")
VERB = (
    *joined(THEMES, "х ха хме хте".split()),
    *joined(("а", "я", "е", "и"), "ше".split()),
    *joined(THEMES, joined(("л",), PARTICIPLE)),
    *joined(("а", "я", "е", "у"), joined(("н", "т"), PARTICIPLE)),
    *joined(("а", "я", "е"), joined(("щ", "йки"), PARTICIPLE)),
    *joined(("а", "я"), "м ш ме те т й йте не нето ния нията нета".split()),
    *"а я и е ъ у еш ем ете ат ят иш им ите ай ей й йте ейте ейки ене енето ения енията ме те ше еше яше аше".split(),
)  # fmt: skip

STEMMER = Stemmer(
    kinds=(
        Kind(frozenset((*NOUN, *HARD)), doubtful=frozenset("ът ят то те та ове ий ой ай ост ена ета".split()), always=True),
        Kind(frozenset(VERB), mark="~", doubtful=frozenset(("лите", "ните", "тите"))),
    ),
    vowels=frozenset("аеиоуъюя"),
    clusters=(("иен", "ийн"), ("аен", "айн"), ("оен", "ойн"), ("еен", "ейн"), ("иец", "ийц"), ("аец", "айц"), ("оец", "ойц"), ("анин", "ан"), ("янин", "ян"), ("жд", "д")),
    finals=(("ст", "т"), ("щ", "т"), ("ц", "т"), ("ч", "т"), ("к", "т"), ("ж", "д"), ("з", "д"), ("г", "д"), ("ш", "с"), ("х", "с")),
    fleeting=frozenset("еъ"),
    letters=(("я", "е"), ("ь", "")),
    soft="ьй",
)  # fmt: skip

fold = folding("", {})
"""ѝ and stress marks go."""
