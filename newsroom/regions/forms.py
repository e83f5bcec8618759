"""The form of a region: places by name, and in plain words every question that has no safe answer by itself."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from newsroom.regions.area import partly_covered
from newsroom.regions.models import Region
from newsroom.regions.widgets import AnswersWidget, PlacesWidget
from newsroom.text import clean_line


class RawField(forms.Field):
    """Whatever its widget reads; the model checks it and names what is wrong."""

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another value is wanted than was stored."""
        return bool((initial or None) != (data or None))


class RegionForm(WagtailAdminModelForm):
    """A form for a region."""

    codes = RawField(
        required=False,
        label=capfirst(_("countries and parts of countries")),
        widget=PlacesWidget,
        help_text=_("A country stands for all of it. Choose its parts instead where the rest is not meant."),
    )
    unknown_subdivisions = RawField(
        required=False,
        label=_("When we know the country and not the part of it"),
        widget=AnswersWidget,
        help_text=_(
            "Many sources know only the country. For a warning “yes” is safer: a reader who sees it needlessly loses "
            "little. For withholding, ask the lawyer."
        ),
    )
    unknown_country = forms.TypedChoiceField(
        required=False,
        label=_("When we do not know the country"),
        choices=[
            ("True", _("Yes, a reader of unknown country belongs to this region")),
            ("False", _("No, a reader of unknown country does not belong to it")),
        ],
        coerce=lambda value: value == "True",
        empty_value=None,
        widget=forms.RadioSelect,
        help_text=_("Readers over Tor are of unknown country, and all readers are while the source of places fails."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = self.fields["unknown_subdivisions"].widget
        assert isinstance(widget, AnswersWidget)  # noqa: S101 it is the one above
        codes = self["codes"].value()
        widget.asked = partly_covered(frozenset(codes if isinstance(codes, list) else ()))

    def clean_name(self) -> str:
        """The name, safe to show. Raises ValidationError where another region has it."""
        name = clean_line(self.cleaned_data["name"])
        if Region.objects.filter(name__iexact=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_("There is a region with this name."), code="unique")
        return name

    def clean(self) -> dict[str, Any]:
        """The values with no answers that nobody asked for, and with an answer for readers of unknown country."""
        super().clean()
        cleaned: dict[str, Any] = self.cleaned_data
        asked = partly_covered(frozenset(cleaned.get("codes") or ()))
        answers = cleaned.get("unknown_subdivisions") or {}
        cleaned["unknown_subdivisions"] = {code: answer for code, answer in answers.items() if code in asked}
        cleaned["codes"] = cleaned.get("codes") or []
        if cleaned.get("whole_world"):
            cleaned["unknown_country"] = True
        elif cleaned.get("unknown_country") is None:
            self.add_error("unknown_country", _("Say whether a reader of unknown country belongs to this region."))
        return cleaned

    def save(self, commit: bool = True) -> Region:
        """The region, signed by whoever changed it."""
        self.instance.updated_by = self.for_user
        region: Region = super().save(commit)
        return region
