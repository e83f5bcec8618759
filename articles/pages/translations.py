"""The same page in other languages, where readers may see it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q
from wagtail.models import Page

from articles.pages.article import ArticlePage
from newsroom.languages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Version:
    """A page in one language."""

    language: Language
    address: str
    """Root-relative."""


def versions_of(page: Page) -> list[Version]:
    """The page itself and its translations that readers may see, in the order of the language table; one query."""
    model = type(page)
    same_work = model.objects.filter(translation_key=page.translation_key)
    public = same_work.visible() if model is ArticlePage else same_work.live()
    rows = public.filter(~Q(pk=page.pk)).values_list("locale__language_code", "url_path")
    found = dict(rows)
    code = page.url_path.split("/")[1]
    found[code] = page.url_path
    return [Version(row, found[row.code]) for row in LANGUAGES.values() if row.code in found]
