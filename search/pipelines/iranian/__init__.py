"""Pipelines of Persian, Dari, Pashto, Tajik and Urdu."""

from search.pipelines.iranian.pashto import PASHTO
from search.pipelines.iranian.persian import PERSIAN
from search.pipelines.iranian.tajik import TAJIK
from search.pipelines.iranian.urdu import URDU
from search.pipelines.pipeline import Pipeline

PIPELINES: dict[str, Pipeline] = {"fa": PERSIAN, "fa-af": PERSIAN, "ps": PASHTO, "tg": TAJIK, "ur": URDU}
