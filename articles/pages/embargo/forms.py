"""The form of an embargo: until when, for which languages, and why."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput

from articles.pages.article import ArticlePage
from articles.pages.embargo.setting import LONGEST_REASON, embargo_of, opens_earlier
from newsroom.text import clean_text


class EmbargoForm(forms.Form):
    """Asks for the moment in the zone of whoever asks, which it names."""

    until = forms.DateTimeField(label=_("Embargo until"), required=False, widget=AdminDateTimeInput)
    everywhere = forms.BooleanField(label=_("In every language of the story"), required=False, initial=True)
    reason = forms.CharField(
        label=_("Reason"),
        required=False,
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed where readers get in earlier than was said. Readers never see it."),
    )

    def __init__(self, *args: Any, story: ArticlePage, may_everywhere: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.was = embargo_of(story)
        self.initial["until"] = self.was
        zone = timezone.get_current_timezone_name()
        self.fields["until"].help_text = gettext("In your time zone, {zone}. Empty: no embargo.").format(zone=zone)
        if not may_everywhere:
            self.fields["everywhere"].disabled = True
            self.fields["everywhere"].initial = self.initial["everywhere"] = False

    def clean_until(self) -> datetime | None:
        """A moment that is still to come."""
        until: datetime | None = self.cleaned_data["until"]
        if until is not None and until <= timezone.now():
            raise forms.ValidationError(_("This moment is past."))
        return until

    def clean_reason(self) -> str:
        """Safe text."""
        return clean_text(self.cleaned_data["reason"]).strip()

    def clean(self) -> dict[str, Any]:
        """A reason where readers get in earlier."""
        entered = super().clean() or self.cleaned_data
        if self.opens_earlier() and not entered.get("reason") and "until" in entered:
            self.add_error("reason", self.fields["reason"].help_text)
        return entered

    def opens_earlier(self) -> bool:
        """Whether what was entered lets readers in earlier than was said."""
        return opens_earlier(self.was, self.cleaned_data.get("until"))
