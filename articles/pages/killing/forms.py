"""The forms of killing and reviving."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.pages.article import ArticlePage
from articles.pages.killing.killing import LONGEST_NOTE, LONGEST_REASON
from newsroom.languages import language
from newsroom.text import clean_text


class ReasonForm(forms.Form):
    """Asks why."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=LONGEST_REASON,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Kept in the ledger. Readers never see it."),
    )

    def clean_reason(self) -> str:
        """Safe text that says something."""
        reason = clean_text(self.cleaned_data["reason"]).strip()
        if not reason:
            raise forms.ValidationError(self.fields["reason"].error_messages["required"], code="required")
        return reason


class KillForm(ReasonForm):
    """Asks why, whether readers are told, and in which words of the editor's own in each language."""

    tells_readers = forms.BooleanField(
        label=_("Tell readers that the story was withdrawn"),
        required=False,
        help_text=_("Its addresses say so, each in its language. Otherwise they look like pages that do not exist."),
    )

    def __init__(self, *args: Any, stories: list[ArticlePage], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.codes = list(dict.fromkeys(story.language_code for story in stories if story.first_published_at))
        for code in self.codes:
            row = language(code)
            attributes = {"rows": 2, "lang": row.tag, "dir": row.direction}
            self.fields[f"note-{code}"] = forms.CharField(
                label=row.name, max_length=LONGEST_NOTE, required=False, widget=forms.Textarea(attrs=attributes)
            )

    def note_fields(self) -> list[forms.BoundField]:
        """The fields of words for readers, in the order of the languages."""
        return [self[f"note-{code}"] for code in self.codes]

    def notes(self) -> dict[str, str]:
        """What was written, by language."""
        return {code: self.cleaned_data.get(f"note-{code}", "") for code in self.codes}
