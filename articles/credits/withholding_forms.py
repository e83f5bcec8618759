"""The forms of withholding and restoring a name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.credits.models import Correspondent
from articles.credits.reach import spellings_of, tells_name
from newsroom.text import clean_line


class ReasonForm(forms.Form):
    """Asks why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Colleagues can read it in the log. Write it without the name."),
    )

    def __init__(self, person: Correspondent, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_reason(self) -> str:
        """One safe line without the name in it."""
        reason = clean_line(self.cleaned_data["reason"])
        if not reason:
            raise ValidationError(self.fields["reason"].error_messages["required"], code="required")
        if tells_name(reason, self.person):
            raise ValidationError(_("The log must not keep the name. Write the reason without it."), code="name")
        return reason


class ConfirmForm(forms.Form):
    """Asks for the name or the key, typed by hand."""

    step = forms.CharField(widget=forms.HiddenInput)
    typed = forms.CharField(
        label=_("Type the name or the key"), max_length=255, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, person: Correspondent, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.person = person

    def clean_typed(self) -> str:
        """The name in one of its spellings, or the key."""
        typed: str = clean_line(self.cleaned_data["typed"])
        if typed.casefold() not in {text.casefold() for text in (self.person.key, *spellings_of(self.person))}:
            raise ValidationError(_("This is neither the name nor the key of this person."), code="other")
        return typed
