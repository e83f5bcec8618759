"""The form of a notice; what is set once is shown and cannot be changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from articles.legal.access import MAY_OPEN, MAY_SEE_SEALED, may, visible_demands
from articles.legal.models import LegalNotice
from articles.legal.models.notices import SET_ONCE, SET_UNTIL_RULED
from newsroom.text import clean_line, clean_text
from newsroom.users.models import User

FOR_HOLDERS = ("is_sealed", "looks_missing")
LINES = ("name", "authority", "more")


class NoticeForm(forms.ModelForm[LegalNotice]):
    """Asks for a notice; words and places come after it."""

    class Meta:
        model = LegalNotice
        fields = (
            "name",
            "key",
            "kind",
            "basis",
            "authority",
            "source_language",
            "more",
            "owner",
            "review_on",
            "demand",
            "is_sealed",
            "looks_missing",
        )
        widgets = {"basis": forms.Textarea(attrs={"rows": 3}), "review_on": AdminDateInput, "kind": forms.RadioSelect}

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in FOR_HOLDERS if not may(user, MAY_SEE_SEALED) else ():
            del self.fields[name]
        self.fields["kind"].choices = LegalNotice._meta.get_field("kind").choices  # type: ignore[attr-defined]
        self.fields["demand"].queryset = visible_demands(user)  # type: ignore[attr-defined]
        people = get_user_model()._default_manager.with_perm(MAY_OPEN)
        staff = get_user_model()._default_manager.filter(Q(pk__in=people) | Q(pk=self.instance.owner_id))
        self.fields["owner"].queryset = staff.order_by("username")  # type: ignore[attr-defined]
        fixed = (*SET_ONCE, *(SET_UNTIL_RULED if self.instance.is_ruled else ())) if self.instance.pk else ()
        for name in fixed:
            if name in self.fields:
                self.fields[name].disabled = True
                self.fields[name].help_text = _("Set once: it cannot be changed any more.")
        if not self.instance.pk and may(user, MAY_SEE_SEALED):
            self.fields["key"].required = False
            self.fields["key"].help_text = _("A short Latin name that never changes. A sealed notice is given one.")

    def clean(self) -> dict[str, Any]:
        """The values, each safe to print anywhere; a key wherever it is not given by the program."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name in LINES:
            cleaned[name] = clean_line(cleaned.get(name) or "")
        cleaned["basis"] = clean_text(cleaned.get("basis") or "").strip()
        if cleaned.get("is_sealed"):
            self.errors.pop("key", None)
            cleaned["key"] = self.instance.key if self.instance.pk else ""
        elif not cleaned.get("key") and "key" not in self.errors:
            self.add_error("key", _("Give it a key."))
        return cleaned

    def _get_validation_exclusions(self) -> set[str]:
        """A sealed notice has no key yet when it is checked."""
        excluded: set[str] = super()._get_validation_exclusions()  # type: ignore[misc]
        return excluded | {"key"} if self.cleaned_data.get("is_sealed") else excluded
