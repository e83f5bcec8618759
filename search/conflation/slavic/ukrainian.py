"""Ukrainian endings, and what they do to the end of a stem."""

from __future__ import annotations

from search.conflation.slavic.spelling import folding
from search.conflation.slavic.stemmer import Kind, Stemmer, joined

HARD = "еє ая ую ії ий ій ої ого ього ому ьому им ім ою ьою у ю а я е є і ї их іх ими іми яя юю єє їй їх їм їми його йому йою".split()
NOUN = (
    "а я и і ї у ю о е є ь й ом ем єм ам ям ами ями ах ях ів їв ей єй ою ею єю ові еві єві ім ми ію ія ії ієм ією іям іями іях ій іє єю ая аю аєм ає аї аїв аям аями аях ай аєві ея еї еєм еїв еям еями еях еєві"
    " 'я 'ю 'ї 'єм 'ям 'ями 'ях 'їв 'єю"
).split()
COMPARED = joined(("іш", "ш"), HARD)
PERSON = "ю єш є ємо єм єте ють й йте ймо ючи".split()
PASSIVE = (*HARD, "о")
THEMES = ("а", "я", "и", "і", "ї", "е", "є", "у", "о", "")
PAST = "ти ть в ла ло ли вши".split()
FUTURE = joined(("тим",), ("у", "еш", "е", "емо", "ем", "ете", "уть"))
VERB = (
    *joined(THEMES, PAST),
    *joined(THEMES, joined(("вш",), HARD)),
    *joined(THEMES, FUTURE),
    *joined(("а", "я", "о", "і", "и"), PERSON),
    *joined(("а", "я", "е", "є"), joined(("н", "нн"), PASSIVE)),
    *joined(("у", "а", "и", "о", "і"), joined(("т",), PASSIVE)),
    *joined(("ляч", "ач", "яч", "уч", "юч", "л"), HARD),
    *"у ю еш е емо ем ете уть ють иш їш ить їть имо їмо им їм ите їте ать ять и і й ь імо ім іть ймо йте ьмо ьте ши учи ючи ачи ячи їв їла їли їло їти".split(),
)  # fmt: skip

ALTERNATING = (
    *joined(("ува", "юва", "ова", "ьова"), (*PAST, *FUTURE, *joined(("вш",), HARD), *joined(("н", "нн"), PASSIVE))),
    *joined(("у", "ю"), PERSON),
)
"""малювати, малює."""

STEMMER = Stemmer(
    kinds=(
        Kind(
            frozenset((*NOUN, *HARD)),
            doubtful=frozenset("ові еві ів їв ом ем єм ам ям ах ях ей єй ій їй им ім их".split()),
            always=True,
        ),
        Kind(frozenset(COMPARED), prefixes=("якнай", "щонай", "най"), shortest=3),
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
    vowels=frozenset("аеиоуіїєюя"),
    clusters=(
        ("оєк", "ойк"),
        ("айок", "айк"),
        ("ієць", "ійц"),
        ("ієц", "ійц"),
        ("аєц", "айц"),
        ("оєц", "ойц"),
        ("еєц", "ейц"),
        ("єєк", "єйк"),
        ("анин", "ан"),
        ("янин", "ян"),
        ("дж", "д"),
        ("ждж", "зд"),
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
    fleeting=frozenset("оє"),
    letters=(("і", "о"), ("е", "о"), ("ї", "є"), ("ь", ""), ("'", "")),
    soft="ьй'",
)

fold = folding("іїєґï'", {"ґ": "г", "ï": "ї"})
"""The apostrophe stays, for the dictionary; stems are without."""
