"""The screens on which administrators see what waits for other systems, try again what was parked, and drop it."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from newsroom.formats import format_number
from newsroom.outbox.depth import conditions, parked, stranded
from newsroom.outbox.handlers import configured
from newsroom.outbox.models import Message
from newsroom.outbox.parking import (
    MessageIsNotParked,
    drop_message,
    may_tend,
    needs_a_person,
    retry_all,
    retry_message,
)

NAMESPACE = "outbox"
ICON = "mail"
ON_A_SCREEN = 50


class OutboxScreen(View):
    """A screen that only those with the permission may open."""

    title: str | Promise = _("Outbox")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied, whatever the state of the outbox."""
        if not may_tend(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def user(self) -> AbstractUser:
        """Who does it."""
        assert isinstance(self.request.user, AbstractUser)  # noqa: S101 the admin lets nobody else in
        return self.request.user

    def screen(self, template: str, **context: Any) -> HttpResponse:
        """The page, with what every admin page needs."""
        crumbs: list[dict[str, str | Promise]] = [
            {"url": reverse("wagtailadmin_home"), "label": gettext("Home")},
            {"url": reverse(f"{NAMESPACE}:list"), "label": gettext("Outbox")},
        ]
        crumbs += [{"url": "", "label": self.title}] if self.title != OutboxScreen.title else []
        furniture = {"header_title": self.title, "header_icon": ICON, "breadcrumbs_items": crumbs}
        return render(self.request, f"outbox/{template}.html", furniture | context)

    def done(self, message: str) -> HttpResponse:
        """A clear message, on the list."""
        messages.success(self.request, message)
        return redirect(f"{NAMESPACE}:list")

    def nothing_to_do(self) -> HttpResponse:
        """Says that the message is in the worker's hands, or gone."""
        messages.warning(self.request, _("Nothing was changed: this message is not parked any more."))
        return redirect(f"{NAMESPACE}:list")


class Outbox(OutboxScreen):
    """The destinations, what is parked, and what waits for a destination that is not there."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The lists, a part at a time."""
        pages = Paginator(parked(), ON_A_SCREEN)
        return self.screen(
            "outbox",
            conditions=conditions(),
            parked=pages.get_page(request.GET.get("p")),
            stranded=stranded(configured())[:ON_A_SCREEN],
        )


class Retry(OutboxScreen):
    """Tries one message again."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The deed."""
        try:
            message = retry_message(pk, by=self.user)
        except MessageIsNotParked:
            return self.nothing_to_do()
        return self.done(gettext("The message {key} will be tried again.").format(key=message.key))


class RetryAll(OutboxScreen):
    """Tries everything of one destination again."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, destination: str) -> HttpResponse:
        """The deed."""
        count = retry_all(destination, by=self.user)
        if not count:
            return self.nothing_to_do()
        text = ngettext("{count} message will be tried again.", "{count} messages will be tried again.", count)
        return self.done(text.format(count=format_number(count, request.LANGUAGE_CODE)))


class Drop(OutboxScreen):
    """Asks, and drops one message."""

    title = _("Drop a message")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The question."""
        message = Message.objects.filter(pk=pk).first()
        if message is None:
            raise Http404
        return self.screen("drop", message=message) if needs_a_person(message) else self.nothing_to_do()

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The deed."""
        try:
            message = drop_message(pk, by=self.user)
        except MessageIsNotParked:
            return self.nothing_to_do()
        return self.done(gettext("The message {key} was dropped.").format(key=message.key))


class OutboxMenuItem(MenuItem):
    """The screen, in the menu of reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Only for those with the permission."""
        return may_tend(request.user)


def reports_menu_item() -> MenuItem:
    """The screen among the reports."""
    return OutboxMenuItem(_("Outbox"), reverse(f"{NAMESPACE}:list"), name="outbox", icon_name=ICON, order=1200)


def admin_urls() -> list[URLPattern | URLResolver]:
    """The addresses of the screens."""
    patterns = [
        path("", Outbox.as_view(), name="list"),
        path("<int:pk>/retry/", Retry.as_view(), name="retry"),
        path("<int:pk>/drop/", Drop.as_view(), name="drop"),
        path("<slug:destination>/retry-all/", RetryAll.as_view(), name="retry_all"),
    ]
    return [path("outbox/", include((patterns, NAMESPACE)))]
