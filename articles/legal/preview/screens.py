"""The screens on which legal staff see a page as a reader would, with the reasons, and make links for counsel."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from articles.legal.models import CounselLink
from articles.legal.preview.counsel import LinkIsAlreadyRevoked, make_link, may_preview, revoke_link
from articles.legal.preview.counsel_views import sealed
from articles.legal.preview.forms import LinkForm, PreviewForm
from articles.legal.preview.neutral import neutral
from articles.legal.preview.places import place_name
from articles.legal.preview.scene import Scene
from articles.legal.rights import MAY_SEE_SEALED
from articles.legal.trace_words import told
from newsroom.users.models import User

NAMESPACE = "preview_as"
ICON = "view"
ON_A_SCREEN = 50


class PreviewScreen(View):
    """A screen that only those with the right may open."""

    title: str | Promise = _("Preview as")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied, whatever is asked for."""
        if not may_preview(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @property
    def user(self) -> User:
        """Who looks."""
        assert isinstance(self.request.user, User)  # noqa: S101 the admin lets nobody else in
        return self.request.user

    @property
    def sees_sealed(self) -> bool:
        """Whether sealed orders may be told."""
        return self.user.has_perm(MAY_SEE_SEALED)

    def form(self, data: QueryDict) -> PreviewForm:
        """The questions; without data, none is answered yet."""
        return PreviewForm(data.dict() if data else None, shows_sealed=self.sees_sealed)

    def screen(self, template: str, **context: Any) -> HttpResponse:
        """The page, with what every admin page needs."""
        crumbs: list[dict[str, str | Promise]] = [
            {"url": reverse("wagtailadmin_home"), "label": gettext("Home")},
            {"url": reverse(f"{NAMESPACE}:preview"), "label": gettext("Preview as")},
        ]
        crumbs += [{"url": "", "label": self.title}] if self.title != PreviewScreen.title else []
        furniture = {"header_title": self.title, "header_icon": ICON, "breadcrumbs_items": crumbs}
        response = render(self.request, f"articles/admin/{template}.html", furniture | context)
        response["Cache-Control"] = "private, no-store"
        return response


class Preview(PreviewScreen):
    """The questions, and below them the page and the reasons."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The answer to the query, where there is one."""
        form = self.form(request.GET)
        if not form.is_bound or not form.is_valid():
            return self.screen("preview_as", form=form)
        return self.shown(form, LinkForm(prefix="link"))

    def post(self, request: HttpRequest) -> HttpResponse:
        """Makes a link for counsel to what is shown; its address is told this once."""
        form, link_form = self.form(request.GET), LinkForm(request.POST, prefix="link")
        if not form.is_bound or not form.is_valid():
            return self.screen("preview_as", form=form)
        if not link_form.is_valid():
            return self.shown(form, link_form)
        wanted = link_form.cleaned_data
        scene = replace(form.scene, shows_sealed=self.sees_sealed and wanted["shows_sealed"])
        link, token = make_link(scene, by=self.user, lasts=timedelta(days=wanted["days"]), note=wanted["note"])
        address = request.build_absolute_uri(reverse("counsel", args=[token]))
        return self.screen("counsel_link_made", link=link, address=address)

    def shown(self, form: PreviewForm, link_form: LinkForm) -> HttpResponse:
        """The page in a frame, what was decided, and why."""
        scene = form.scene
        if not self.sees_sealed:
            link_form.fields.pop("shows_sealed")
        return self.screen(
            "preview_as",
            form=form,
            link_form=link_form,
            scene=scene,
            frame=f"{reverse(f'{NAMESPACE}:page')}?{self.request.GET.urlencode()}",
            fragments=scene.fragments(),
            trace=told(scene.trace(), scene.at, lambda place: place_name(place, get_language() or "en")),
        )


class PreviewedPage(PreviewScreen):
    """The page itself, for the frame or a window of its own."""

    def get(self, request: HttpRequest) -> HttpResponse:
        """The page as the reader gets it, with links that lead nowhere."""
        form = self.form(request.GET)
        if not form.is_bound or not form.is_valid():
            return self.screen("preview_as", form=form)
        return framed(form.scene)


def framed(scene: Scene) -> HttpResponse:
    """The page of a scene for a frame of the admin."""
    html = neutral(scene.answer().content.decode(), with_private_pictures=scene.is_draft)
    response = sealed(HttpResponse(html))
    response["X-Frame-Options"] = "SAMEORIGIN"
    response["Content-Security-Policy"] = response["Content-Security-Policy"].replace(
        "frame-ancestors 'none'", "frame-ancestors 'self'"
    )
    return response


class CounselLinks(PreviewScreen):
    """All links for counsel, the latest first."""

    title = _("Links for counsel")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list, a part at a time; links to sealed orders only for those who may know of them."""
        links = CounselLink.objects.select_related("page", "made_by")
        links = links if self.sees_sealed else links.filter(shows_sealed=False)
        return self.screen("counsel_links", links=Paginator(links, ON_A_SCREEN).get_page(request.GET.get("p")))


class RevokeLink(PreviewScreen):
    """Closes one link."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The deed. Raises Http404 for a link that this person may not know of."""
        links = CounselLink.objects.all() if self.sees_sealed else CounselLink.objects.filter(shows_sealed=False)
        try:
            revoke_link(get_object_or_404(links, pk=pk), by=self.user)
        except LinkIsAlreadyRevoked:
            messages.warning(request, _("Nothing was changed: the link was revoked before."))
        else:
            messages.success(request, _("The link is revoked."))
        return redirect(f"{NAMESPACE}:links")


class PreviewMenuItem(MenuItem):
    """The screen, in the menu of reports."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Only for those with the right."""
        return may_preview(request.user)


def reports_menu_item() -> MenuItem:
    """The screen among the reports."""
    return PreviewMenuItem(
        _("Preview as"), reverse(f"{NAMESPACE}:preview"), name="preview-as", icon_name=ICON, order=1100
    )


def admin_urls() -> list[URLPattern | URLResolver]:
    """The addresses of the screens."""
    patterns = [
        path("", Preview.as_view(), name="preview"),
        path("page/", PreviewedPage.as_view(), name="page"),
        path("links/", CounselLinks.as_view(), name="links"),
        path("links/<int:pk>/revoke/", RevokeLink.as_view(), name="revoke"),
    ]
    return [path("preview-as/", include((patterns, NAMESPACE)))]
