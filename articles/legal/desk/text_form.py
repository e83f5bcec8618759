"""The form of a notice's words in a language: plain paragraphs or the short HTML, or a label word for word."""

from __future__ import annotations

from typing import Any
from unicodedata import normalize

from bs4 import BeautifulSoup
from django import forms
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _

from articles.legal.drafting import DraftIsRefused, draft_text
from articles.legal.models import LegalNotice, NoticeText
from articles.legal.terms import Kind
from articles.legal.wording import WordingIsRefused, checked_body, checked_line
from newsroom.languages import Language
from newsroom.users.models import User


class TextForm(forms.Form):
    """Asks for the words; its fields are in the language that they are written in."""

    heading = forms.CharField(label=_("Heading"), max_length=200, strip=False)
    body = forms.CharField(label=_("Words"), widget=forms.Textarea(attrs={"rows": 12}), strip=False)
    link_label = forms.CharField(
        label=_("Words of the link to the explanation"),
        max_length=200,
        required=False,
        strip=False,
        help_text=_("Left empty, the link says “Find out more” in the language of the page."),
    )

    def __init__(self, notice: LegalNotice, language: Language, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.notice, self.language = notice, language
        self.is_verbatim = notice.kind == Kind.LABEL
        for field in self.fields.values():
            field.widget.attrs.update({"lang": language.tag, "dir": language.direction})
        self.fields["body"].widget.attrs["spellcheck"] = "false" if self.is_verbatim else "true"
        self.fields["body"].help_text = (
            _("Exactly the words that the law demands: every letter, space and sign is kept as you enter it.")
            if self.is_verbatim
            else _(
                "Write paragraphs with an empty line between them; or write HTML with <p>, <br>, <strong>, <em>, "
                "<ul>, <ol>, <li> and <a href>, and nothing else."
            )
        )

    @classmethod
    def from_text(cls, notice: LegalNotice, language: Language, text: NoticeText | None) -> TextForm:
        """The form with the words of a version to start from."""
        if text is None:
            return cls(notice, language)
        body = as_typed(text.body) if notice.kind == Kind.LABEL else as_paragraphs(text.body)
        initial = {"heading": text.heading, "body": body, "link_label": text.link_label}
        return cls(notice, language, initial=initial)

    def clean_heading(self) -> str:
        """One line."""
        return self._checked(checked_line, self.cleaned_data["heading"])

    def clean_link_label(self) -> str:
        """One line or nothing."""
        return self._checked(checked_line, self.cleaned_data["link_label"])

    def clean_body(self) -> str:
        """Canonical HTML of the words."""
        typed = self.cleaned_data["body"].replace("\r\n", "\n")
        return self._checked(checked_body, verbatim(typed) if self.is_verbatim else as_html(typed))

    def draft(self, *, by: User) -> NoticeText | None:
        """The new version; None, with the error at its field, where it is refused."""
        try:
            return draft_text(self.notice, self.language.code, by=by, **self.cleaned_data)
        except (WordingIsRefused, DraftIsRefused) as error:
            self.add_error(None, str(error))
            return None

    def _checked(self, check: Any, words: str) -> str:
        try:
            checked: str = check(words)
        except WordingIsRefused as error:
            raise forms.ValidationError(str(error)) from error
        return checked


def as_html(typed: str) -> str:
    """Words without any tag as paragraphs, words with tags as they are; letters composed, as pasted ones may not be."""
    typed = normalize("NFC", typed)
    if "<" in typed:
        return typed.strip()
    parts = [part.strip() for part in typed.split("\n\n") if part.strip()]
    return "".join(f"<p>{'<br/>'.join(escape(line) for line in part.splitlines())}</p>" for part in parts)


def as_paragraphs(body: str) -> str:
    """Words that `as_html` makes the same body of: without tags where that can be, else the body as it is."""
    soup = BeautifulSoup(body, "html.parser")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    typed = "\n\n".join(paragraph.get_text() for paragraph in soup.find_all("p"))
    return typed if as_html(typed) == body else body


def verbatim(typed: str) -> str:
    """Words as one paragraph that holds every character; a new line is a break."""
    return "<p>" + "<br/>".join(escape(line) for line in typed.split("\n")) + "</p>"


def as_typed(body: str) -> str:
    """What `verbatim` made the body of."""
    soup = BeautifulSoup(body, "html.parser")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    return soup.get_text()
