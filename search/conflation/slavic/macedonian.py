"""Macedonian endings with their three articles, and what they do to the end of a stem (рака, раце; театар, театри)."""

from __future__ import annotations

from search.conflation.slavic.spelling import folding
from search.conflation.slavic.stemmer import Kind, Stemmer, joined

ARTICLE = ("т", "в", "н")
DEFINITE_FEMININE = ("та", "ва", "на")
DEFINITE_NEUTER = ("то", "во", "но")
DEFINITE_PLURAL = ("те", "ве", "не")
HARD = (
    *"и а о е".split(),
    *joined(("ио",), ARTICLE),
    *joined(("а",), DEFINITE_FEMININE),
    *joined(("о", "е"), DEFINITE_NEUTER),
    *joined(("и",), DEFINITE_PLURAL),
)
PLURALS = ("и", "ови", "еви", "е", "ии", "иња", "ишта", "а")
NOUN = (
    *HARD,
    *"у ја је ју ии ие".split(),
    *joined(("о", "е", "ио", "јо"), ARTICLE),
    *joined(("ие",), DEFINITE_NEUTER),
    *("јата", "јава", "јана", "ијата", "ијава", "ијана", "ија", "ии", "ј", "ијо"),
    *("та", "те"),
    *PLURALS,
    *joined(PLURALS, DEFINITE_PLURAL),
    *joined(("иња", "ишта", "а", "ија"), DEFINITE_FEMININE),
)
PASSIVE = ("", *HARD)
THEMES = ("а", "е", "и", "ја", "о", "у", "")
VERB = (
    *joined(THEMES, "в вме вте л ла ло ле ше а".split()),
    *joined(("а", "е", "и", "ја"), "м ш ме те т ј јте јќи ње ќи њето њево њено ња њата".split()),
    *joined(("а", "е", "ја"), joined(("н",), PASSIVE)),
    *joined(("а", "е", "и", "у", "ја", ""), joined(("т",), PASSIVE)),
    *joined(("л",), HARD),
    *joined(("", "а", "е", "ја"), ("ат", "јќи", "ејќи")),
    *"а е и ам ат иш еш им ем ј и ете ите јте ејќи".split(),
)

STEMMER = Stemmer(
    kinds=(
        Kind(frozenset(NOUN), doubtful=frozenset((*"от та те ови ов он ен ев ет иња".split(),)), prefixes=("нај",), always=True),
        Kind(frozenset(VERB), mark="~"),
    ),
    vowels=frozenset("аеиоу"),
    clusters=(("јанин", "јан"), ("анин", "ан"), ("ст", "т")),
    finals=(("ц", "т"), ("ч", "т"), ("к", "т"), ("ж", "з"), ("г", "з"), ("ш", "с"), ("х", "с"), ("в", "в")),
    fleeting=frozenset("аео"),
    letters=(("ѓ", "г"), ("ќ", "к")),
    soft="ј",
)  # fmt: skip

LATIN = {
    **{"gj": "ѓ", "kj": "ќ", "lj": "љ", "nj": "њ", "dj": "ѓ", "dzh": "џ", "dz": "ѕ", "zh": "ж", "ch": "ч", "sh": "ш"},
    **dict(zip("abcdefghijklmnoprstuvz", "абцдефгхијклмнопрстувз", strict=True)),
}
"""Macedonian as typed on a Latin keyboard."""
fold = folding("ѓќљњџѕј", {}, LATIN)
"""ѐ, ѝ and stress marks go."""
