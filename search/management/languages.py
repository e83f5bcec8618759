"""What the commands of the search ask first."""

from __future__ import annotations

from django.core.management.base import CommandError

from newsroom.languages import LANGUAGES, known
from search.client import is_configured


def ensure_configured() -> None:
    """Raises CommandError where this installation has no Elasticsearch."""
    if not is_configured():
        raise CommandError("ELASTICSEARCH_URL is not set: this newsroom searches its database.")


def chosen_languages(code: str | None) -> list[str]:
    """The language that was named, or all of them. Raises CommandError for one that there is not."""
    if code is None:
        return list(LANGUAGES)
    if not known(code):
        raise CommandError(f"{code[:20]!a} is no language of the newsroom. It has: {', '.join(LANGUAGES)}.")
    return [code]
