"""Belarusian endings, and what they and the stress do to a stem.

Vowels are written as they sound (вада, вод; вясна, вёсны), so о and а, э and а, е, ё and я are one here; before the
endings of cases and persons д, т, к, г, х change (вада, вадзе; кніга, кнізе; рука, руцэ; прасіць, прашу).
"""

from __future__ import annotations

from search.conflation.slavic.spelling import folding
from search.conflation.slavic.stemmer import Kind, Stemmer, joined

HARD = "ы і ая яя ое ае яе ага яга ога аму яму ому ым ім ай яй ой аю яю ою ую юю ыя ія ых іх ымі імі ыі ее".split()
NOUN = (
    "а я о ё е э ы і у ю ь й ом ем ём эм ам ям амі ямі ах ях мі оў ёў еў аў яў эў ой ай эй ей яй ёй ою аю яю эю ею ёю "
    "ыя ыі ыю ыяй ыяю ыям ыямі ыях ыяў ый ыем ыі ія іі ію іяй іяю іям іямі іях іяў ій іем ію ье "
    "ай ая аю аем аі аям аямі аях аяў эяў эямі оямі ояў еяў еямі оя оі оем оям оях ея еі еем еям еях эя эі эем эям эях ея ею эю 'я 'ю 'і 'ем 'ём 'е 'ё 'яў 'ямі 'ям 'ях 'еў 'ёў 'ёй 'ёю"
).split()
COMPARED = ("ей", "эй", *joined(("ейш", "эйш"), HARD), "ейша", "эйша", "ейш", "эйш")
PASSIVE = (*(ending for ending in HARD if ending[0] in "ыаоу"), "а", "о", "")
PERSON = "ю еш ем е эце еце юць юц ец эц й йце йма ючы ём яце ёй".split()
THEMES = ("а", "я", "ы", "і", "е", "э", "у", "ю", "о", "ё", "")
PAST = "ць ці ц ў ла ло лі ўшы".split()
VERB = (
    *joined(THEMES, PAST),
    *joined(THEMES, joined(("ўш",), HARD)),
    *joined(THEMES, joined(("л",), PASSIVE)),
    *joined(("а", "я", "э", "е", "ы", "і", "о"), PERSON),
    *joined(("а", "я"), joined(("н",), PASSIVE)),
    *joined(("ен", "ян", "эн", "ан", "ён", "он"), PASSIVE),
    *joined(("у", "а", "ы", "я", "і", "е", "э"), joined(("т",), PASSIVE)),
    *joined(("юч", "уч", "ач", "яч"), HARD),
    *(
        "ец эц у ю еш э эш е эм ем эце еце уць уц юць юц ёш ём ом яце аце іш ыш іць іц ыць ыц ім ым іце ыце аць яць і ы й йце ь ьце "
        "ла лі ло шы чы сці учы ючы ачы ячы а аш ам аце це"
    ).split(),
)

ALTERNATING = (
    *joined(("ава", "ява", "ова", "ёва"), (*PAST, *joined(("ўш",), HARD), *joined(("н",), PASSIVE))),
    *joined(("у", "ю"), PERSON),
)
"""маляваць, малюе."""

DOUBTFUL = frozenset(
    (
        *("чы", "шы", "сці", "лі"),
        *joined(("а", "я", "ы", "і", "е", "у"), ("лі", "тае", "тай", "таю", "нае", "най", "наю")),
        *joined(("юч", "уч", "ач", "яч"), HARD),
    )
)
"""Ends of verb forms that may be cut otherwise: падзялі is from падзяліць, спалі from спаліць or спаць."""

IRREGULAR = (
    *(
        ("ех", "ед"),
        ("едз", "ед"),
        ("йс", "йд"),
        ("йш", "йд"),
        ("ыс", "ыд"),
        ("ыш", "ыд"),
        ("ыйдз", "ыйд"),
        ("бяр", "бр"),
    ),
    *(
        ("стан", "ст"),
        ("жыв", "ж"),
        ("плыв", "пл"),
        ("дас", "д"),
        ("дад", "д"),
        ("дадз", "д"),
        ("кладз", "кл"),
        ("клад", "кл"),
    ),
    *(
        ("клас", "кл"),
        ("вядз", "в"),
        ("ведз", "в"),
        ("вяд", "в"),
        ("вес", "в"),
        ("падз", "п"),
        ("пад", "п"),
        ("пас", "п"),
    ),
)
"""Roots of verbs that have two or three shapes, as in паехаць, паедзе; прыйсці, прыйшоў; перавесці, перавядзе, перавяла."""

STEMMER = Stemmer(
    kinds=(
        Kind(frozenset((*NOUN, *HARD)), doubtful=frozenset("ага ога эм ёй яй оў ёў аў еў ом ем ам ям ах ях ой ай эй ей ый ій ым ім ых".split()), always=True),
        Kind(frozenset(COMPARED), prefixes=("най",), shortest=3),
        Kind(frozenset(ALTERNATING), mark="~у", particles=(("ца", "~"), ("ся", "~"))),
        Kind(frozenset(VERB), always=True, mark="~", fleeting=False, doubtful=DOUBTFUL, particles=(("ца", "~"), ("ся", "~")), clusters=(*IRREGULAR, ("знав", "зн"), ("дав", "д"), ("бл", "б"), ("ўл", "в"), ("вл", "в"), ("пл", "п"), ("мл", "м"), ("фл", "ф"))),
    ),
    vowels=frozenset("аеёіоуыэюя"),
    clusters=(
        *(("аен", "айн"), ("еен", "ейн"), ("оек", "ойк"), ("аек", "айк"), ("еек", "ейк"), ("аец", "айц"), ("іец", "ійц"), ("еец", "ейц"), ("анін", "ан"), ("янін", "ян"),),
        *(("ддз", "д"), ("здз", "д"), ("дз", "д"), ("ждж", "д"), ("дж", "д"), ("шч", "ст"), ("сц", "ст"), ("цц", "т")),
    ),
    finals=(("дзц", "т"), ("дц", "т"), ("дк", "т"), ("дч", "т"), ("ц", "т"), ("ч", "т"), ("к", "т"), ("ж", "д"), ("з", "д"), ("г", "д"), ("ш", "с"), ("х", "с")),
    fleeting=frozenset("ая"),
    letters=(("о", "а"), ("э", "а"), ("ё", "я"), ("е", "я"), ("ў", "в"), ("ь", ""), ("'", "")),
    soft="ьй'",
)  # fmt: skip

_fold = folding("іўґё'", {"ґ": "г", "и": "і", "щ": "ў", "ъ": "'"})


def fold(word: str) -> str:
    """A word in one spelling; ў at the beginning, which stands after vowels alone, is у."""
    folded = _fold(word)
    return "у" + folded[1:] if folded.startswith("ў") else folded
