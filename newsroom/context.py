"""What every template may use: the language of the page and what stands around it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from articles.pages.masthead import Masthead, masthead_for
from newsroom.languages import language


def newsroom(request: HttpRequest) -> dict[str, Any]:
    """`language` (a row of the table), `masthead` and `site_url`; nothing is fetched until it is used."""
    code = getattr(request, "LANGUAGE_CODE", "en")

    def masthead() -> Masthead:
        return masthead_for(request, code)

    return {"language": language(code), "masthead": SimpleLazyObject(masthead), "site_url": settings.SITE_URL}
