"""The forms of corrections: making one, dealing with one in another language, withdrawing one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.pages.corrections.models import LONGEST, Correction, CorrectionText
from articles.pages.corrections.words import WordsAreMissing, WordsAreTooLong, words
from newsroom.languages import language

State = CorrectionText.State


class WordsField(forms.CharField):
    """Asks for words that readers or colleagues are told; gives them safe to print."""

    widget = forms.Textarea

    def __init__(self, label: Any, **options: Any) -> None:
        super().__init__(label=label, max_length=LONGEST, **options)
        self.widget.attrs["rows"] = 3

    def clean(self, value: Any) -> str:
        """Empty where nothing is asked and nothing remains."""
        text = super().clean(value)
        try:
            return words(text)
        except WordsAreMissing as error:
            if not self.required:
                return ""
            raise forms.ValidationError(self.error_messages["required"], code="required") from error
        except WordsAreTooLong as error:
            raise forms.ValidationError(_("This is too long."), code="max_length") from error


class TextsForm(forms.Form):
    """Asks for what was wrong and what is right, in the story's language and direction."""

    wrong = WordsField(_("What was wrong"))
    right = WordsField(_("What is right"), help_text=_("Readers see both under the story."))

    def __init__(self, *args: Any, code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = language(code)
        for name in ("wrong", "right"):
            self.fields[name].widget.attrs.update(lang=row.tag, dir=row.direction)


class CorrectForm(TextsForm):
    """Asks how grave it is as well."""

    gravity = forms.ChoiceField(
        label=_("What it changes"),
        choices=Correction.Gravity.choices,
        initial=Correction.Gravity.FACTUAL,
        widget=forms.RadioSelect,
        help_text=_("A corrected fact is told at the head of the story too."),
    )
    field_order = ["gravity", "wrong", "right"]


class HandleForm(TextsForm):
    """Asks what the desk found in its version; words only where readers had met the mistake."""

    state = forms.ChoiceField(
        label=_("This version"),
        choices=[(state.value, state.label) for state in (State.CORRECTED, State.NOT_CONCERNED)],
        widget=forms.RadioSelect,
    )
    field_order = ["state", "wrong", "right"]

    def __init__(self, *args: Any, needs_words: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs_words = needs_words
        for name in ("wrong", "right"):
            if needs_words:
                self.fields[name].required = False
            else:
                del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Asks for the words that a corrected version needs."""
        entered = super().clean() or {}
        if self.needs_words and entered.get("state") == State.CORRECTED:
            for name in ("wrong", "right"):
                if name in entered and not entered[name]:
                    self.add_error(name, self.fields[name].error_messages["required"])
        return entered


class WithdrawForm(forms.Form):
    """Asks why."""

    reason = WordsField(_("Reason"), help_text=_("Colleagues can read it in the log. Readers never see it."))
