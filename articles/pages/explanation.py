"""The pages that explain notices, below a page that holds them: `/<language>/legal/<slug>/`."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from articles.pages.lawful import LawfulPage
from articles.pages.translations import versions_of
from newsroom.languages import Language, language
from newsroom.text import clean_line

SLUG = "legal"


class LegalIndexPage(LawfulPage):
    """Holds a language's explanations. What stands at its address is made by `articles.pages.legal_views`."""

    introduction = models.CharField(_("introduction"), max_length=500, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["articles.HomePage"]
    subpage_types = ["articles.ExplanationPage"]
    max_count_per_parent = 1
    template = "articles/legal_notices.html"

    class Meta:
        verbose_name = _("legal notices page")
        verbose_name_plural = _("legal notices pages")

    def clean(self) -> None:
        """Holds it to its address."""
        super().clean()
        self.title, self.introduction, self.slug = clean_line(self.title), clean_line(self.introduction), SLUG


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
        """Makes its lines safe to print anywhere. Refuses another address while a notice in force links to this one."""
        # Late, because what is needed is asked of this module's pages.
        from articles.pages.needed import ensure_address_stays

        super().clean()
        self.title, self.introduction = clean_line(self.title), clean_line(self.introduction)
        ensure_address_stays(self)

    @property
    def written_in(self) -> Language:
        """The language that it is written in, which may be another than that of the page around it."""
        return language(self.url_path.split("/")[1])

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds its translations."""
        return super().get_context(request, *args, **kwargs) | {"versions": versions_of(self)}
