"""Conflation of the Slavic languages: dictionaries of lemmas where there are any, and rules for the words they lack."""

from __future__ import annotations

from search.conflation.conflation import Conflation
from search.conflation.slavic import belarusian, bulgarian, macedonian, russian, south_western, ukrainian
from search.conflation.slavic.informed import by_rules, informed

SOUTH_WESTERN = Conflation(south_western.fold, informed("hbs", south_western.stems, south_western.fold))
"""Bosnian, Croatian, Montenegrin and both scripts of Serbian: one language to a search, ekavian or ijekavian."""

CONFLATIONS: dict[str, Conflation] = {
    "be": Conflation(belarusian.fold, by_rules(belarusian.STEMMER.stems)),
    "bg": Conflation(bulgarian.fold, informed("bg", bulgarian.STEMMER.stems, bulgarian.fold)),
    "mk": Conflation(macedonian.fold, informed("mk", macedonian.STEMMER.stems, macedonian.fold)),
    "ru": Conflation(russian.fold, informed("ru", russian.STEMMER.stems, russian.fold)),
    "uk": Conflation(ukrainian.fold, informed("uk", ukrainian.STEMMER.stems, ukrainian.fold)),
    **dict.fromkeys(("bs", "cnr", "hr", "sr", "sr-latn"), SOUTH_WESTERN),
}
