"""What is asked of those who send translations out and bring them back."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.translation.files.formats import FORMATS


class SendForm(forms.Form):
    """Which file leaves."""

    format = forms.ChoiceField(
        label=_("Kind of file"), choices=[(name, row[0]) for name, row in FORMATS.items()], initial="2.0"
    )
    only_changed = forms.BooleanField(
        label=_("Only what changed"),
        required=False,
        help_text=_("Leaves out the texts whose source is as the translation last saw it."),
    )


class ReturnForm(forms.Form):
    """The file that came back."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("XLIFF 1.2 or 2, of this language alone. You read a report before anything is stored."),
        widget=forms.FileInput(attrs={"accept": ".xlf,.xliff,.xml"}),
    )
