"""System checks: what a language of the table still lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

from newsroom.formats import has_formats
from newsroom.formats.overrides import SOLAR_HIJRI_DATES
from newsroom.languages import LANGUAGES, SOLAR_HIJRI, Language


@register("languages")
def check_languages(*, app_configs: Sequence[AppConfig] | None, **kwargs: Any) -> list[CheckMessage]:
    """One message for each thing that a language lacks."""
    return [message for row in LANGUAGES.values() for message in missing_in(row)]


def missing_in(row: Language) -> Iterator[CheckMessage]:
    """What the language lacks to be shown to readers: catalogue, list patterns, fallbacks that exist, digits."""
    folder = Path(settings.LOCALE_PATHS[0]) / row.gettext_name / "LC_MESSAGES"
    if row.code != "en" and not (folder / "django.po").exists():
        yield Warning(
            f"{row.name} ({row.code}) has no catalogue.", hint=f"Write {folder}/django.po.", id="newsroom.W002"
        )
    elif row.code != "en" and not (folder / "django.mo").exists():
        yield Warning(
            f"The catalogue of {row.name} ({row.code}) is not compiled.", hint="Run make setup.", id="newsroom.W001"
        )
    for code in row.fallbacks:
        if code not in LANGUAGES or code == row.code:
            yield Error(f"{row.name} falls back to {code}, which the table does not have.", id="newsroom.E002")
    if not has_formats(row.code):
        yield Error(
            f"Babel does not know {row.cldr} and there is no override.",
            hint="Add it to newsroom/formats/overrides.py.",
            id="newsroom.E003",
        )
    if row.calendar == SOLAR_HIJRI and row.code not in SOLAR_HIJRI_DATES:
        yield Error(f"{row.name} writes Solar Hijri dates but has no month names.", id="newsroom.E004")
