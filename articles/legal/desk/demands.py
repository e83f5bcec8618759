"""Screens of demands, and the private document of each."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from articles.legal.access import (
    MAY_CHANGE_DEMANDS,
    MAY_RECORD_DEMANDS,
    MAY_SEE_DEMANDS,
    visible_demands,
    visible_notices,
)
from articles.legal.desk.demand_form import DemandForm
from articles.legal.desk.moments import in_words, time_left
from articles.legal.desk.screens import Screen
from articles.legal.desk.waiting import is_pressing, open_demands
from articles.legal.models import Demand
from articles.legal.registering import DemandIsAnswered, keep_demand, mark_answered


class DemandScreen(Screen):
    """A screen about demands; a sealed one is not found by others."""

    permission = MAY_SEE_DEMANDS
    icon = "mail"

    def demand(self, pk: int) -> Demand:
        """The demand. Raises Http404 for one that the person may not know of."""
        return get_object_or_404(visible_demands(self.user).select_related("recorded_by"), pk=pk)


class DemandList(DemandScreen):
    title = _("Demands")

    def get(self, request: HttpRequest) -> HttpResponse:
        """Those that wait for an answer, the most pressing first, and those that are answered."""
        now = timezone.now()
        waiting = [
            (demand, time_left(demand.deadline, now) if demand.deadline else "", is_pressing(demand, now))
            for demand in open_demands(self.user)
        ]
        answered = visible_demands(self.user).filter(answered_at__isnull=False).order_by("-answered_at")
        return self.screen("demands", waiting=waiting, answered=answered)


class DemandPage(DemandScreen):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The demand and the notices that it stands behind."""
        demand = self.demand(pk)
        return self.screen(
            "demand",
            title=demand.demander,
            demand=demand,
            deadline=in_words(demand.deadline) if demand.deadline else "",
            is_pressing=not demand.answered_at and is_pressing(demand, timezone.now()),
            notices=visible_notices(self.user).filter(demand=demand),
        )


class DemandForms(DemandScreen):
    """Asks for a demand, new or not."""

    def get(self, request: HttpRequest, pk: int = 0) -> HttpResponse:
        """The form."""
        return self.ask(self.form(pk))

    def post(self, request: HttpRequest, pk: int = 0) -> HttpResponse:
        """Stores it, or shows what is wrong with it."""
        form = self.form(pk, request.POST, request.FILES)
        if not form.is_valid():
            return self.ask(form)
        try:
            demand = keep_demand(form.save(commit=False), by=self.user)
        except ValidationError as error:
            form.add_error(None, error.messages[0])
            return self.ask(form)
        messages.success(request, gettext("The demand is stored."))
        return redirect("legal_desk:demand", demand.pk)

    def form(self, pk: int, *data: Any) -> DemandForm:
        """The form about the demand."""
        return DemandForm(*data, user=self.user, instance=self.demand(pk) if pk else None)

    def ask(self, form: DemandForm) -> HttpResponse:
        """The form on its page."""
        zone = timezone.get_current_timezone_name()
        note = gettext("Times are in your time zone, {zone}.").format(zone=zone)
        return self.screen("form", form=form, note=note)


class NewDemand(DemandForms):
    title = _("New demand")
    permission = MAY_RECORD_DEMANDS


class EditDemand(DemandForms):
    title = _("Edit the demand")
    permission = MAY_CHANGE_DEMANDS


class Answered(DemandScreen):
    """Notes that a demand is answered; only by POST."""

    permission = MAY_CHANGE_DEMANDS
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Notes it."""
        demand = self.demand(pk)
        try:
            mark_answered(demand, by=self.user)
        except DemandIsAnswered as error:
            messages.warning(request, str(error))
        else:
            messages.success(request, gettext("The demand is marked as answered."))
        return redirect("legal_desk:demand", demand.pk)


class Document(DemandScreen):
    """The private document, as a download that no browser opens as a page of ours."""

    def get(self, request: HttpRequest, pk: int) -> FileResponse:
        """The file. Raises Http404 where there is none."""
        demand = self.demand(pk)
        if not demand.file:
            raise Http404
        try:
            file = demand.file.open("rb")
        except FileNotFoundError as error:
            raise Http404 from error
        name = PurePosixPath(demand.file.name or "document").name
        response = FileResponse(file, as_attachment=True, filename=name, content_type="application/octet-stream")
        response["X-Content-Type-Options"] = "nosniff"
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
