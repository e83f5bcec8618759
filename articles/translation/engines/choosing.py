"""Which engine translates between two languages."""

from __future__ import annotations

from django.conf import settings

from articles.credits.models import Agency
from articles.translation.engines.interface import Engine
from articles.translation.engines.practice import Practice
from articles.translation.engines.remote import DeepL, LibreTranslate
from articles.translation.engines.script import ScriptChange
from articles.translation.scripts import is_pair

KINDS = {"libretranslate": LibreTranslate, "deepl": DeepL}


def engine_for(source_code: str, code: str) -> Engine | None:
    """The engine for a pair of languages, or None: the other script of a language comes from the program itself."""
    if is_pair(source_code, code):
        return ScriptChange(_names(source_code, code))
    engine = configured()
    return engine if engine and engine.offers(source_code, code) else None


def has_engine(source_code: str, code: str) -> bool:
    """Whether there is one; without a query."""
    if is_pair(source_code, code):
        return True
    engine = configured()
    return engine is not None and engine.offers(source_code, code)


def configured() -> Engine | None:
    """The engine that the settings name, for whatever languages."""
    chosen = settings.TRANSLATION_ENGINE
    if chosen is None:
        return None
    if chosen.kind == Practice.name:
        return Practice()
    return KINDS[chosen.kind](chosen.address, chosen.key, chosen.languages)


def _names(source_code: str, code: str) -> dict[str, str]:
    """Agencies whose spellings in the two scripts are known."""
    rows = Agency.objects.values_list("names", flat=True)
    return {names[source_code]: names[code] for names in rows if names.get(source_code) and names.get(code)}
