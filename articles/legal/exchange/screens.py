"""Screens on which the texts of a notice leave for translation and come back: first a report, then the deed."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages

from articles.legal.drafting import ensure_may_draft
from articles.legal.exchange.files import FORMATS, file_name
from articles.legal.exchange.forms import LeaveForm, ReturnForm, StepIsRefused, read_step, sign_step
from articles.legal.exchange.leaving import SourceIsMissing, ensure_may_leave, leave
from articles.legal.exchange.returning import Report, bring_back, take_rows
from articles.legal.exchange.rows import Row
from articles.legal.models import LegalNotice
from articles.legal.rights import MAY_SEE_SEALED
from newsroom.exchange.refusing import LARGEST_FILE, FileIsRefused
from newsroom.users.models import User

NAMESPACE = "legal_exchange"


class ExchangeScreen(View):
    """A screen about one notice; whoever may not know of a sealed one learns nothing of it."""

    title: str | Promise = ""
    icon = "globe"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied, Http404."""
        ensure_staff(request)
        self.notice = get_object_or_404(LegalNotice, pk=kwargs["pk"])
        if self.notice.is_sealed and not self.user.has_perm(MAY_SEE_SEALED):
            raise Http404
        self.ensure_permission()
        response = super().dispatch(request, *args, **kwargs)
        response["Cache-Control"] = "private, no-store"
        return response

    def ensure_permission(self) -> None:
        """Raises PermissionDenied."""
        ensure_may_leave(self.user, self.notice)

    @property
    def user(self) -> User:
        """Who looks."""
        assert isinstance(self.request.user, User)  # noqa: S101 `ensure_staff` lets nobody else in
        return self.request.user

    def rows(self) -> list[Row]:
        """The texts; none where there is no source to translate from."""
        try:
            return leave(self.notice)
        except SourceIsMissing:
            return []

    def screen(self, template: str, **context: Any) -> HttpResponse:
        """The page, with what every admin page needs."""
        crumbs = [
            {"url": reverse("wagtailadmin_home"), "label": gettext("Home")},
            {"url": "", "label": f"{self.notice.name}: {self.title}"},
        ]
        furniture = {"header_title": self.title, "header_icon": self.icon, "breadcrumbs_items": crumbs}
        return render(self.request, f"articles/admin/{template}.html", furniture | {"notice": self.notice} | context)


class SendTexts(ExchangeScreen):
    """Tells what stands in each language, and gives the file."""

    title = _("Send for translation")
    icon = "download"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The choice, or the file where the choice is made."""
        form = LeaveForm(request.GET if "format" in request.GET else None)
        rows = self.rows()
        if rows and form.is_valid():
            return self.file(rows, form.cleaned_data["format"])
        return self.screen("legal_texts_leave", form=form, rows=rows)

    def file(self, rows: list[Row], name: str) -> HttpResponse:
        """The file, to be stored and never to be shown by the browser."""
        response = HttpResponse(FORMATS[name].write(rows), content_type=FORMATS[name].content_type)
        response["Content-Disposition"] = f'attachment; filename="{file_name(rows, name)}"'
        response["X-Content-Type-Options"] = "nosniff"
        return response


class ReturnTexts(ExchangeScreen):
    """Reads a file and says what would become of each row; stores the good rows once that was read."""

    title = _("Bring translations back")
    icon = "upload"

    def ensure_permission(self) -> None:
        """Raises PermissionDenied."""
        ensure_may_draft(self.user, self.notice)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The question for the file."""
        return self.ask(ReturnForm())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The report on a file; the deed after the report."""
        if "step" in request.POST:
            return self.take(request.POST["step"])
        form = ReturnForm(request.POST, request.FILES)
        return self.try_out(form) if form.is_valid() else self.ask(form)

    def ask(self, form: ReturnForm) -> HttpResponse:
        """The question for the file, with what was wrong with the last one."""
        return self.screen("legal_texts_return", form=form, rows=self.rows())

    def try_out(self, form: ReturnForm) -> HttpResponse:
        """The report; nothing is stored."""
        accept_older = form.cleaned_data["accept_older"]
        try:
            data = form.cleaned_data["file"].read(LARGEST_FILE + 1)
            report = bring_back(self.notice, data, by=self.user, accept_older=accept_older, is_trial=True)
        except (FileIsRefused, SourceIsMissing) as refusal:
            form.add_error("file", str(refusal))
            return self.ask(form)
        return self.report(report, accept_older=accept_older)

    def report(self, report: Report, *, accept_older: bool) -> HttpResponse:
        """What would become of each row."""
        step = sign_step(self.notice, self.user, report, accept_older=accept_older) if report.good else ""
        return self.screen("legal_texts_report", report=report, step=step)

    def take(self, step: str) -> HttpResponse:
        """Stores the rows that the report called good; where they no longer all are, a new report."""
        try:
            rows, accept_older = read_step(step, self.notice, self.user)
            report = take_rows(self.notice, rows, by=self.user, accept_older=accept_older)
        except (StepIsRefused, SourceIsMissing):
            messages.error(self.request, _("Nothing was stored: the report is missing or too old. Read it again."))
            return redirect(f"{NAMESPACE}:return", self.notice.pk)
        if report.refused:
            messages.error(self.request, _("Nothing was stored: something has changed since. Read the new report."))
            return self.report(report, accept_older=accept_older)
        if not report.drafts:
            messages.warning(self.request, _("Nothing was stored: these words are there already."))
            return redirect(f"{NAMESPACE}:return", self.notice.pk)
        count = len(report.drafts)
        told = ngettext("{count} draft waits for approval.", "{count} drafts wait for approval.", count)
        messages.success(self.request, told.format(count=count))
        return redirect(f"{NAMESPACE}:return", self.notice.pk)


def ensure_staff(request: HttpRequest) -> None:
    """Raises PermissionDenied for anybody without an account of ours."""
    if not isinstance(request.user, User):
        raise PermissionDenied


def admin_urls() -> list[URLPattern | URLResolver]:
    """The addresses of the screens."""
    patterns = [
        path("<int:pk>/send/", SendTexts.as_view(), name="leave"),
        path("<int:pk>/return/", ReturnTexts.as_view(), name="return"),
    ]
    return [path("legal-texts/", include((patterns, NAMESPACE)))]
