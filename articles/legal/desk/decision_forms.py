"""Short forms of the desk: a reason, and the hidden step between two questions."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from newsroom.text import clean_text


class ReasonForm(forms.Form):
    """Asks why."""

    reason = forms.CharField(
        label=_("Why"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept for good; write it for a colleague in five years."),
    )

    def clean_reason(self) -> str:
        """Text that can be shown anywhere. Raises ValidationError where nothing of it is left."""
        reason = clean_text(self.cleaned_data["reason"]).strip()
        if not reason:
            raise ValidationError(self.fields["reason"].error_messages["required"], code="required")
        return reason
