"""The legal pages of a language: every public notice in force, and the pages that explain them.

`/<language>/legal/` is for everybody, wherever they are: who is addressed is said in the notice itself.
"""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from articles.legal import snapshot
from articles.legal.fallbacks import legal_chain
from articles.legal.public import notices_in_force
from articles.pages.lawful import LawfulPage
from articles.pages.translations import versions_of
from newsroom.languages import language
from newsroom.text import clean_line

SLUG = "legal"


class LegalIndexPage(LawfulPage):
    """Lists the notices in force and links the pages that explain them."""

    introduction = models.CharField(_("introduction"), max_length=500, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["articles.HomePage"]
    subpage_types = ["articles.ExplanationPage"]
    max_count_per_parent = 1
    template = "articles/legal_index_page.html"

    class Meta:
        verbose_name = _("legal notices page")
        verbose_name_plural = _("legal notices pages")

    def clean(self) -> None:
        """Holds it to its address."""
        super().clean()
        self.title, self.introduction, self.slug = clean_line(self.title), clean_line(self.introduction), SLUG

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Finds an explanation; one that has no page in this language is read in the nearest that has.

        Raises Http404 for an explanation that no language has.
        """
        try:
            return super().route(request, path_components)
        except Http404:
            if len(path_components) != 1:
                raise
            return RouteResult(self.explanation(path_components[0]))

    def explanation(self, slug: str) -> ExplanationPage:
        """The explanation with this last part of its address, in the nearest language. Raises Http404."""
        found = {
            page.locale.language_code: page
            for page in ExplanationPage.objects.live().filter(slug=slug).select_related("locale")
        }
        code = self.url_path.split("/")[1]
        for candidate in legal_chain(code):
            if candidate in found:
                return found[candidate]
        raise Http404

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the notices in force, each with its regions, and the explanations of this language."""
        code = self.url_path.split("/")[1]
        return super().get_context(request, *args, **kwargs) | {
            "in_force": notices_in_force(snapshot.current(), code),
            "explanations": ExplanationPage.objects.live().child_of(self),
            "versions": versions_of(self),
        }


class ExplanationPage(LawfulPage):
    """Explains a notice: what a reader of it wants to know next."""

    introduction = models.CharField(_("introduction"), max_length=1000, blank=True)
    body = RichTextField(_("text"), features=["h2", "h3", "bold", "italic", "ol", "ul", "link"])

    content_panels = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]
    parent_page_types = ["articles.LegalIndexPage"]
    subpage_types: list[str] = []
    template = "articles/explanation_page.html"

    class Meta:
        verbose_name = _("explanation of a notice")
        verbose_name_plural = _("explanations of notices")

    def clean(self) -> None:
        """Makes its lines safe to print anywhere."""
        super().clean()
        self.title, self.introduction = clean_line(self.title), clean_line(self.introduction)

    @property
    def written_in(self) -> Any:
        """The row of the language that it is written in, which may be another than the page's around it."""
        return language(self.url_path.split("/")[1])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds its translations."""
        return super().get_context(request, *args, **kwargs) | {"versions": versions_of(self)}
