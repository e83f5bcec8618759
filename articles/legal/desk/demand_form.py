"""The form of a demand."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput

from articles.legal.access import MAY_SEE_SEALED, may
from articles.legal.models import Demand
from newsroom.text import clean_line, clean_text
from newsroom.users.models import User

LARGEST = 30 * 1024 * 1024
"""Bytes of a document."""
LINES = ("demander", "law", "reference")


class DemandForm(forms.ModelForm[Demand]):
    """Asks who demands what, by which law and until when."""

    class Meta:
        model = Demand
        fields = ("demander", "law", "reference", "received_on", "deadline", "is_sealed", "file", "notes")
        widgets = {
            "received_on": AdminDateInput,
            "deadline": AdminDateTimeInput,
            "file": forms.FileInput,
            "notes": forms.Textarea(attrs={"rows": 5}),
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may(user, MAY_SEE_SEALED):
            del self.fields["is_sealed"]

    def clean(self) -> dict[str, Any]:
        """The values, each safe to print anywhere. Refuses a name without a letter to see."""
        cleaned: dict[str, Any] = super().clean() or {}
        for name in LINES:
            if name in cleaned:
                cleaned[name] = clean_line(cleaned[name])
        if "demander" in cleaned and not cleaned["demander"]:
            self.add_error("demander", self.fields["demander"].error_messages["required"])
        cleaned["notes"] = clean_text(cleaned.get("notes") or "").strip()
        return cleaned

    def clean_file(self) -> Any:
        """The document. Raises ValidationError for one that is too large."""
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile) and file.size and file.size > LARGEST:
            raise forms.ValidationError(_("The document is too large: at most 30 MB."))
        return file
