"""Conflation of Persian, Dari, Pashto, Tajik and Urdu."""

from search.conflation.conflation import Conflation
from search.conflation.iranian import pashto, persian, tajik, urdu
from search.conflation.iranian.pashto_letters import fold as pashto_fold
from search.conflation.iranian.persian_letters import fold as persian_fold
from search.conflation.iranian.tajik_letters import fold as tajik_fold
from search.conflation.iranian.urdu_letters import fold as urdu_fold

PERSIAN = Conflation(fold=persian_fold, stem=persian.stem)
"""Persian of Iran and Dari of Afghanistan write alike; the tables know the words of both."""

CONFLATIONS: dict[str, Conflation] = {
    "fa": PERSIAN,
    "fa-af": PERSIAN,
    "ps": Conflation(fold=pashto_fold, stem=pashto.stem),
    "tg": Conflation(fold=tajik_fold, stem=tajik.stem),
    "ur": Conflation(fold=urdu_fold, stem=urdu.stem),
}
