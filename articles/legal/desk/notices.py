"""Screens of notices: the list, the form, and the page of one notice with its words and rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from articles.legal.access import MAY_DRAFT, MAY_REGISTER, visible_demands, visible_notices
from articles.legal.desk.matrix import Cell, Version, finding_for
from articles.legal.desk.notice_form import NoticeForm
from articles.legal.desk.overview import Line
from articles.legal.desk.screens import Screen
from articles.legal.models import LegalNotice, NoticeRule, NoticeText
from articles.legal.models.approval import State
from articles.legal.registering import keep_notice
from newsroom.languages import LANGUAGES, Language


@dataclass(frozen=True, slots=True)
class Words:
    """What a notice has in one language."""

    language: Language
    cell: Cell
    approved: NoticeText | None
    pending: list[NoticeText]


class NoticeList(Screen):
    title = _("Legal notices")

    def get(self, request: HttpRequest) -> HttpResponse:
        """All notices that the person may know of, in force or not."""
        return self.screen("notices", notices=visible_notices(self.user).select_related("owner"))


class NoticeScreen(Screen):
    """A screen about one notice; a sealed one is not found by others."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Keeps what the address names."""
        super().setup(request, *args, **kwargs)
        self.pk: int = kwargs.get("pk", 0)

    @property
    def notice(self) -> LegalNotice:
        """The notice. Raises Http404 for one that the person may not know of."""
        if not hasattr(self, "_notice"):
            rows = visible_notices(self.user).select_related("owner", "demand")
            self._notice: LegalNotice = get_object_or_404(rows, pk=self.pk)
        return self._notice


class NoticePage(NoticeScreen):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The notice with all that was ever written for it."""
        notice = self.notice
        texts = list(notice.texts.select_related("author", "approved_by").order_by("approved_at", "number"))
        rules = list(notice.rules.select_related("region", "author", "approved_by").order_by("identity", "number"))
        for rule in rules:
            rule.notice = notice
        now = timezone.now()
        return self.screen(
            "notice",
            title=notice.name,
            notice=notice,
            demand=visible_demands(self.user).filter(pk=notice.demand_id).first() if notice.demand_id else None,
            words=words_of(notice, texts),
            standing=[Line(rule) for rule in rules if stands(rule) and not (rule.ends_at and rule.ends_at <= now)],
            pending=[Line(rule) for rule in rules if rule.state == State.DRAFT],
            past=[rule for rule in rules if not stands(rule) and rule.state != State.DRAFT],
        )


class NoticeForms(NoticeScreen):
    """Asks for a notice, new or not."""

    def get(self, request: HttpRequest, pk: int = 0) -> HttpResponse:
        """The form."""
        return self.ask(self.form())

    def post(self, request: HttpRequest, pk: int = 0) -> HttpResponse:
        """Stores it, or shows what is wrong with it."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.ask(form)
        try:
            notice = keep_notice(form.save(commit=False), by=self.user)
        except ValidationError as error:
            form.add_error(None, error.messages[0])
            return self.ask(form)
        messages.success(request, _("The notice is stored. Readers meet it when words and a rule are approved."))
        return redirect("legal_desk:notice", notice.pk)

    def form(self, *data: Any) -> NoticeForm:
        """The form about the notice."""
        return NoticeForm(*data, user=self.user, instance=self.notice if self.pk else LegalNotice(owner=self.user))

    def ask(self, form: NoticeForm) -> HttpResponse:
        """The form on its page."""
        return self.screen("form", form=form, note=_("Words and places come next, each approved by somebody else."))


class NewNotice(NoticeForms):
    title = _("New notice")
    permission = MAY_REGISTER


class EditNotice(NoticeForms):
    title = _("Edit the notice")
    permission = MAY_DRAFT


def stands(rule: NoticeRule) -> bool:
    """Whether a rule is approved and no later version took its place."""
    return rule.approved_at is not None and rule.ended_at is None and not rule.withdraws


def words_of(notice: LegalNotice, texts: list[NoticeText]) -> list[Words]:
    """What the notice has in each language; `texts` in the order of their approval."""
    approved = {text.language: text for text in texts if text.approved_at}
    versions = {code: Version(text.digest, text.source_digest) for code, text in approved.items()}
    pending: dict[str, list[NoticeText]] = {}
    for text in texts:
        if text.state == State.DRAFT:
            pending.setdefault(text.language, []).append(text)
    return [
        Words(row, finding_for(code, notice, versions), approved.get(code), pending.get(code, []))
        for code, row in LANGUAGES.items()
    ]
