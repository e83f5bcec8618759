"""The screen of a notice's words in one language: a new version beside the source, and every version before."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext, gettext_lazy
from wagtail.admin import messages

from articles.legal.access import MAY_DRAFT, may
from articles.legal.desk.notices import NoticeScreen
from articles.legal.desk.text_form import TextForm
from articles.legal.models import NoticeText
from newsroom.languages import LANGUAGES, Language


class WordsScreen(NoticeScreen):
    """Shows the words, and takes a new version of them from those who may write."""

    title = gettext_lazy("Words of the notice")

    def get(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        """The form with the present words in it, the source and the history."""
        return self.ask(TextForm.from_text(self.notice, known_language(code), self.latest(code)), code)

    def post(self, request: HttpRequest, pk: int, code: str) -> HttpResponse:
        """Stores a draft; the words in force stay until somebody else approves it."""
        if not may(self.user, MAY_DRAFT):
            return self.get(request, pk, code)
        form = TextForm(self.notice, known_language(code), request.POST)
        draft = form.draft(by=self.user) if form.is_valid() else None
        if draft is None:
            return self.ask(form, code)
        messages.success(request, gettext("The draft is stored. The words on the page stay until it is approved."))
        return redirect("legal_desk:text", draft.pk)

    def ask(self, form: TextForm, code: str) -> HttpResponse:
        """The page."""
        notice, row = self.notice, known_language(code)
        versions = notice.texts.filter(language=code).order_by("-number")
        return self.screen(
            "words",
            title=gettext("{notice}: words in {language}").format(notice=notice.name, language=row.name),
            notice=notice,
            language=row,
            form=form,
            source=self.latest(notice.source_language) if code != notice.source_language else None,
            source_language=LANGUAGES[notice.source_language],
            versions=versions.select_related("author", "approved_by", "confirmed_by", "rejected_by"),
        )

    def latest(self, code: str) -> NoticeText | None:
        """The words in force in a language."""
        approved = self.notice.texts.filter(language=code, approved_at__isnull=False)
        found: NoticeText | None = approved.order_by("approved_at", "number").last()
        return found


def known_language(code: str) -> Language:
    """The language of an address. Raises Http404 for one that the table does not have."""
    if code not in LANGUAGES:
        raise Http404
    return LANGUAGES[code]
