"""The front page of one language."""

from __future__ import annotations

import zoneinfo
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.url_routing import RouteResult

from articles.pages.article import ArticlePage
from articles.pages.front import front_of
from articles.pages.lawful import LawfulPage
from articles.pages.translations import versions_of
from articles.pages.writing_direction import WrittenForm
from media.models import Picture
from media.shelf import Shelf
from newsroom.languages import known
from newsroom.text import clean_line

RULE = "second_person_publishes"


def check_time_zone(name: str) -> None:
    """Refuses a name that the time zone database does not have."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("There is no time zone of this name. Examples: UTC, Europe/Prague, Asia/Almaty."))


class HomeForm(WrittenForm):
    """The form of a front page; only administrators have the field of the rule in it."""

    def save(self, commit: bool = True) -> HomePage:
        """Has the rule hold from now on: going back to an older version must not switch it."""
        home: HomePage = super().save(commit)
        if home.pk and RULE in self.cleaned_data:
            HomePage.objects.filter(pk=home.pk).update(**{RULE: self.cleaned_data[RULE]})
        return home


class HomePage(LawfulPage):
    """A language's front page; its slug is the language's code, so that addresses are `/<code>/…`."""

    tagline = models.CharField(_("tagline"), max_length=255, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", validators=[check_time_zone], help_text=_("Times are told in it.")
    )
    top_story = models.ForeignKey(
        ArticlePage,
        verbose_name=_("top story"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The newest story, if none is chosen."),
    )
    about_heading = models.CharField(_("heading"), max_length=255, blank=True)
    about_text = RichTextField(_("text"), blank=True, features=["bold", "italic", "link"])
    about_picture = models.ForeignKey(
        Picture, verbose_name=_("picture (16:9)"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    about_alt = models.CharField(_("alternative text"), max_length=500, blank=True)

    second_person_publishes = models.BooleanField(
        _("a second person publishes translations"),
        default=False,
        help_text=_(
            "Nobody publishes a translation that they made or changed. Takes effect at once, without publishing."
        ),
    )

    base_form_class = HomeForm
    exclude_fields_in_copy = ["second_person_publishes"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("tagline"),
        FieldPanel("time_zone"),
        PageChooserPanel("top_story", "articles.ArticlePage"),
        MultiFieldPanel(
            [
                FieldPanel("about_heading"),
                FieldPanel("about_text"),
                FieldPanel("about_picture"),
                FieldPanel("about_alt"),
            ],
            heading=_("About the organisation"),
        ),
    ]
    settings_panels = [
        FieldPanel("second_person_publishes", permission="articles.change_homepage"),
        *Page.settings_panels,
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["articles.SectionPage", "articles.LegalIndexPage"]
    template = "articles/home_page.html"

    class Meta:
        verbose_name = _("front page")
        verbose_name_plural = _("front pages")

    def clean(self) -> None:
        """Holds the slug to the language's code."""
        super().clean()
        self.title, self.tagline = clean_line(self.title), clean_line(self.tagline)
        if self.locale_id and known(self.locale.language_code) and self.slug != self.locale.language_code:
            self.slug = self.locale.language_code

    def with_content_json(self, content: dict[str, Any]) -> HomePage:
        """A version of the page; the rule of the second person is no part of any version."""
        version: HomePage = super().with_content_json(content)
        version.second_person_publishes = self.second_person_publishes
        return version

    @property
    def language_code(self) -> str:
        """The code of its language."""
        return self.slug

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Raises Http404 in any other language than its own: Wagtail comes here for those without a live front page."""
        if get_language() != self.language_code:
            raise Http404
        return super().route(request, path_components)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds the top story, the latest stories of the language, and their pictures."""
        context = super().get_context(request, *args, **kwargs)
        front = front_of(self)
        return context | {
            "front": front,
            "versions": versions_of(self),
            "shelf": Shelf([*front.pictures(), self.about_picture_id], is_preview=_is_preview(request)),
        }


def _is_preview(request: HttpRequest) -> bool:
    return bool(getattr(request, "is_preview", False))
