"""The forms of what cannot wait: a notice up on the whole site, a story withheld in a region."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.legal.access import MAY_SEE_SEALED, may, visible_notices
from articles.legal.desk.decision_forms import ReasonForm
from articles.legal.desk.rule_form import page_field, unknown_field
from articles.legal.hurry import WHOLE_WORLD
from articles.legal.terms import Kind, Placement
from newsroom.regions.models import Region
from newsroom.text import clean_line, clean_text
from newsroom.users.models import User


class PutUpForm(ReasonForm):
    """Asks which notice, for whom, and why."""

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ready = visible_notices(user).exclude(kind=Kind.WITHHELD).filter(texts__approved_at__isnull=False).distinct()
        world = Region.objects.filter(preset_key=WHOLE_WORLD).first()
        self.fields["notice"] = forms.ModelChoiceField(
            ready, label=_("Notice"), help_text=_("Notices that have approved words in some language.")
        )
        self.fields["region"] = forms.ModelChoiceField(
            Region.objects.order_by("name"), label=_("Where: readers in"), initial=world
        )
        self.fields["placement"] = forms.ChoiceField(
            label=_("Where on the page"),
            choices=Placement.choices,
            initial=Placement.TOP,
            widget=forms.RadioSelect,
        )
        self.order_fields(["notice", "region", "placement", "reason"])


class WithholdForm(ReasonForm):
    """Asks which story, where, by whose demand, and why."""

    authority = forms.CharField(
        label=_("Who demands it"), max_length=255, required=False, help_text=_("Readers of a withheld page are told.")
    )
    basis = forms.CharField(
        label=_("Legal basis"), max_length=2000, required=False, help_text=_("Readers of a withheld page are told.")
    )
    is_sealed = forms.BooleanField(label=_("Sealed: its existence is secret"), required=False)
    looks_missing = forms.BooleanField(
        label=_("Looks like a page that does not exist"), required=False, help_text=_("Only for sealed orders.")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["story"] = page_field("articles.ArticlePage", label=_("Story, in all its languages"))
        self.fields["region"] = forms.ModelChoiceField(
            Region.objects.order_by("name"), label=_("Withheld from readers in")
        )
        self.fields["applies_to_unknown"] = unknown_field()
        self.fields["notice"] = forms.ModelChoiceField(
            visible_notices(user).filter(kind=Kind.WITHHELD),
            label=_("Withholding"),
            required=False,
            empty_label=_("a new one"),
            help_text=_("An existing one brings its own words, demander and basis; a new one takes those given here."),
        )
        if not may(user, MAY_SEE_SEALED):
            del self.fields["is_sealed"], self.fields["looks_missing"]
        self.order_fields(["story", "region", "applies_to_unknown", "notice", "authority", "basis", "is_sealed"])
        self.order_fields([*[name for name in self.fields if name != "reason"], "reason"])

    def clean_authority(self) -> str:
        """One safe line."""
        return clean_line(self.cleaned_data["authority"])

    def clean_basis(self) -> str:
        """Safe text."""
        return clean_text(self.cleaned_data["basis"]).strip()

    def clean(self) -> dict[str, Any]:
        """Refuses to make an order look like a missing page that is not sealed, or secret by an open withholding."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("notice") and not cleaned["notice"].is_sealed and cleaned.get("is_sealed"):
            self.add_error("notice", _("This withholding is not sealed."))
        if cleaned.get("looks_missing") and not cleaned.get("is_sealed") and not cleaned.get("notice"):
            self.add_error("looks_missing", _("Only a sealed withholding may look like a missing page."))
        return cleaned
