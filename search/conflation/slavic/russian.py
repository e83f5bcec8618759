"""Russian endings, and what they do to the end of a stem."""

from __future__ import annotations

from search.conflation.slavic.spelling import folding
from search.conflation.slavic.stemmer import Kind, Stemmer, joined

HARD = "ый ий ой ая яя ое ее ые ие ого его ому ему ым им ом ем ую юю ей ою ею ых их ыми ими".split()
SHORT = ("", "а", "о", "ы")
NOUN = (
    "а я ы и у ю е о ь й ой ей ою ею ом ем ам ям ами ями ах ях ов ев "
    "ья ье ью ьи ьем ьям ьями ьях ьев ьей ия ии ию ией иям иями иях ие ием ий ию ая аю аем ае аи аев аям аями аях ай оя оем ои оев оям оями оях ея еи ею еем еев еям еями еях"
).split()
COMPARED = ("ее", "ей", *joined(("ейш", "айш"), HARD))
PAST = "л ла ло ли в вши ть ти".split()
PASSIVE = (*HARD, *SHORT)
PERSON = "ю ешь ет ем ете ют й йте я емте".split()
THEMES = ("а", "я", "и", "е", "у", "о", "ы")
VERB = (
    *joined(THEMES, PAST),
    *joined(THEMES, joined(("вш",), HARD)),
    *joined(("а", "я", "е"), joined(("нн",), HARD)),
    *joined(("а", "я", "е"), joined(("н", "нн"), SHORT)),
    *joined(("а", "я", "е", "о", "ы"), (*PERSON, *joined(("ющ",), HARD), *joined(("ем",), PASSIVE))),
    *joined(("ем", "ом", "им"), PASSIVE),
    *"у ю ет ешь ете ут ют ит ишь им ите ат ят и ь ьте ла ло ли ть ти ши ем я а емте имте ший".split(),
    *joined(("ущ", "ющ", "ащ", "ящ", "вш", "ш", "нн", "енн"), HARD),
    *joined(("ут", "ыт", "от"), PASSIVE),
)

ALTERNATING = (
    *joined(("ова", "ева"), (*PAST, *joined(("вш", "нн"), HARD), *joined(("н", "нн"), SHORT))),
    *joined(("у", "ю"), (*PERSON, *joined(("ющ",), HARD), *joined(("ем",), PASSIVE))),
)
"""рисовать, рисую."""

STEMMER = Stemmer(
    kinds=(
        Kind(
            frozenset((*NOUN, *HARD)),
            doubtful=frozenset("ов ев ом ем ам ям ах ях ой ей ий им ым их ых".split()),
            always=True,
        ),
        Kind(frozenset((*HARD, *COMPARED)), prefixes=("наи",), shortest=3),
        Kind(frozenset(ALTERNATING), mark="~у", particles=(("ся", "~"), ("сь", "~"))),
        Kind(
            frozenset(VERB),
            always=True,
            mark="~",
            fleeting=False,
            particles=(("ся", "~"), ("сь", "~")),
            clusters=(("бл", "б"), ("вл", "в"), ("пл", "п"), ("мл", "м"), ("фл", "ф")),
        ),
    ),
    vowels=frozenset("аеиоуыэюя"),
    clusters=(
        ("оек", "ойк"),
        ("аек", "айк"),
        ("еек", "ейк"),
        ("аен", "айн"),
        ("оен", "ойн"),
        ("еен", "ейн"),
        ("иец", "ийц"),
        ("аец", "айц"),
        ("оец", "ойц"),
        ("еец", "ейц"),
        ("анин", "ан"),
        ("янин", "ян"),
        ("жд", "д"),
    ),
    finals=(
        ("ст", "т"),
        ("щ", "т"),
        ("ц", "т"),
        ("ч", "т"),
        ("к", "т"),
        ("ж", "д"),
        ("з", "д"),
        ("г", "д"),
        ("ш", "с"),
        ("х", "с"),
    ),
    fleeting=frozenset("ое"),
    letters=(("ь", ""), ("ъ", "")),
    soft="ьъй",
)

fold = folding("ё", {"ё": "е"})
"""Readers seldom type ё."""
