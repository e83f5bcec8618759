"""What stands around every page of a language: its front page, sections and breaking news."""

from __future__ import annotations

from functools import cached_property

from django.http import HttpRequest

from articles.pages.article import ArticlePage
from articles.pages.home import HomePage
from articles.pages.section import SectionPage
from newsroom.languages import Language, language

BREAKING_SHOWN = 3


class Masthead:
    """Head and foot of a language's pages; each part is fetched when a template first asks."""

    def __init__(self, code: str) -> None:
        self.code = code

    @property
    def language(self) -> Language:
        """The row of the page's language."""
        return language(self.code)

    @cached_property
    def home(self) -> HomePage | None:
        """The front page, or None while the language has none that is live."""
        homes = HomePage.objects.live().filter(locale__language_code=self.code)
        return homes.select_related("about_picture").first()

    @cached_property
    def sections(self) -> list[SectionPage]:
        """The live sections, in the order in which editors put them."""
        return list(SectionPage.objects.live().child_of(self.home)) if self.home else []

    @cached_property
    def breaking(self) -> list[ArticlePage]:
        """The stories of the breaking-news strip, the newest first."""
        if not self.home:
            return []
        found = ArticlePage.objects.in_language(self.code).visible().breaking().newest_first()
        return list(found.defer("body")[:BREAKING_SHOWN])

    @property
    def zone(self) -> str:
        """The time zone in which times are told."""
        return self.home.time_zone if self.home else "UTC"


def masthead_for(request: HttpRequest, code: str) -> Masthead:
    """The masthead of this request in a language, made once."""
    known: Masthead | None = getattr(request, "_masthead", None)
    if known is None or known.code != code:
        known = request._masthead = Masthead(code)  # type: ignore[attr-defined]  # one memo per request
    return known
