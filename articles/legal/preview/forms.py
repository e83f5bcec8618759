"""The questions of a preview: which page, which version, and as whom."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput, AdminPageChooser
from wagtail.models import Page, Revision

from articles.legal.models.notices import LANGUAGE_CHOICES
from articles.legal.preview.places import NOWHERE, location_of, places
from articles.legal.preview.scene import Scene, latest_revision, revision_at
from articles.legal.surfaces import surfaces
from newsroom.languages import known

LIVE, DRAFT, THEN = "live", "draft", "then"
LARGEST_KEY = 2**31 - 1


class PreviewForm(forms.Form):
    """Answers a `scene`."""

    page = forms.ModelChoiceField(Page.objects.filter(depth__gt=1), label=_("Page"), widget=AdminPageChooser)
    version = forms.ChoiceField(
        label=_("Version"),
        choices=[
            (LIVE, _("as it is published")),
            (DRAFT, _("the latest draft")),
            (THEN, _("as it was published at the moment")),
        ],
        required=False,
    )
    revision = forms.IntegerField(
        label=_("Number of a revision"),
        min_value=1,
        max_value=LARGEST_KEY,
        required=False,
        help_text=_("Instead of the version: the number that stands in the address of a revision."),
    )
    language = forms.ChoiceField(
        label=_("Language"), required=False, help_text=_("Another one than the page's leads to its translation.")
    )
    region = forms.ChoiceField(label=_("Where the reader is"), required=False)
    at = forms.DateTimeField(
        label=_("Moment"),
        required=False,
        widget=AdminDateTimeInput,
        help_text=_("Past or future, in UTC; now if empty."),
    )
    surface = forms.ChoiceField(label=_("Surface"), required=False)

    def __init__(self, data: Mapping[str, Any] | None = None, *, shows_sealed: bool) -> None:
        super().__init__({**data, "page": _key(data.get("page"))} if data else None)
        self.shows_sealed = shows_sealed
        code = get_language() or "en"
        self._choices("language", [("", _("the page's own")), *LANGUAGE_CHOICES])
        unknown = [(NOWHERE, _("nobody knows (also Tor)"))]
        self._choices("region", [*unknown, *places(code if known(code) else "en")])
        self._choices("surface", [(surface.name, surface.title) for surface in surfaces()])

    def _choices(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 they are declared above
        field.choices = choices

    def clean_at(self) -> datetime:
        """The moment; now where none is given."""
        at: datetime = self.cleaned_data["at"] or timezone.now()
        return at

    def clean_version(self) -> str:
        """The version; the published one where none is given."""
        return self.cleaned_data["version"] or LIVE

    def clean(self) -> dict[str, Any]:
        """Finds the translation and the version. Adds what is wrong at the field that it is about."""
        data = super().clean() or {}
        page: Page | None = data.get("page")
        if page is None or self.errors:
            return data
        code = data["language"] or page.url_path.split("/")[1]
        translation = page if page.locale.language_code == code else _in_language(page, code)
        if not known(code) or translation is None:
            self.add_error("language", _("The page is not there in this language."))
            return data
        data["page"], data["language"] = translation, code
        data["revision"] = self._revision(translation, data)
        return data

    def _revision(self, page: Page, data: dict[str, Any]) -> Revision | None:
        if data.get("revision"):
            revision = page.revisions.filter(pk=data["revision"]).first()
            if revision is None:
                self.add_error("revision", _("The page has no such revision."))
        elif data["version"] == DRAFT:
            revision = latest_revision(page)
        elif data["version"] == THEN:
            revision = revision_at(page, data["at"])
            if revision is None:
                self.add_error("version", _("The page was not published at that moment."))
        else:
            revision = page.live_revision
            if not page.live:
                self.add_error("version", _("The page is not published."))
        return revision

    @property
    def scene(self) -> Scene:
        """What to show; for a valid form."""
        data = self.cleaned_data
        return Scene(
            page=data["page"],
            revision=data["revision"],
            language=data["language"],
            location=location_of(data["region"] or NOWHERE),
            at=data["at"],
            surface=data["surface"] or surfaces()[0].name,
            shows_sealed=self.shows_sealed,
        )


def _key(value: object) -> str:
    """The key of a page; nothing for what the chooser could not even show."""
    text = str(value or "")
    is_key = text.isascii() and text.isdecimal() and int(text[:20]) <= LARGEST_KEY
    return text if is_key and Page.objects.filter(pk=text).exists() else ""


def _in_language(page: Page, code: str) -> Page | None:
    translations = Page.objects.filter(translation_key=page.translation_key, locale__language_code=code)
    found: Page | None = translations.first()
    return found


class LinkForm(forms.Form):
    """How long a link for counsel lasts, and for whom it is."""

    days = forms.IntegerField(label=_("Days until it expires"), min_value=1, max_value=30, initial=7)
    note = forms.CharField(
        label=_("For whom"), max_length=255, required=False, help_text=_("For colleagues; counsel does not see it.")
    )
    shows_sealed = forms.BooleanField(label=_("It shows sealed orders too"), required=False)
