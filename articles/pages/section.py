"""A section of one language: its stories, page by page."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from articles.pages.acting import RecordedPage
from articles.pages.article import ArticlePage
from articles.pages.listing import list_page
from articles.pages.translations import versions_of
from newsroom.text import clean_line

RESERVED = frozenset({"people", "services", "agencies", "search", "legal", "feed"})
"""First parts of addresses under a language that belong to something else."""


class SectionPage(RecordedPage):
    """A section such as World or Culture."""

    introduction = models.CharField(_("introduction"), max_length=500, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    parent_page_types = ["articles.HomePage"]
    subpage_types = ["articles.ArticlePage"]
    template = "articles/section_page.html"

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")

    def clean(self) -> None:
        """Refuses addresses that other pages have."""
        super().clean()
        self.title, self.introduction = clean_line(self.title), clean_line(self.introduction)
        if self.slug in RESERVED:
            raise ValidationError({"slug": _("This address is taken by the newsroom itself.")})

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the page of the list that `?page=` asks for."""
        context = super().get_context(request, *args, **kwargs)
        stories = ArticlePage.objects.child_of(self).visible().newest_first()
        return context | list_page(request, stories) | {"versions": versions_of(self)}
