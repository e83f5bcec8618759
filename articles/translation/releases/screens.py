"""The list of releases, and the screens on which one is planned and seen."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from articles.translation.desk.screens import Screen
from articles.translation.models import Release, ReleaseItem
from articles.translation.releases.forms import AddForm, ReleaseForm
from articles.translation.releases.lines import lines_of, upcoming
from articles.translation.releases.making import (
    StoryIsTaken,
    add_stories,
    change_release,
    in_all_languages,
    make_release,
)
from articles.translation.releases.opening import ReleaseIsOver
from articles.translation.releases.rights import languages_in, may_make, may_manage, seen_q
from newsroom.users.screens import row_key

NAMESPACE = "releases"
PER_PAGE = 25
LONGEST_NUMBER = 6
"""Digits at which a page's number is nobody's but a forger's."""
SHOWN = {"upcoming": _("Upcoming"), "published": _("Published"), "cancelled": _("Called off")}


def address(name: str, *arguments: object) -> str:
    """Where a screen of releases is."""
    return reverse(f"{NAMESPACE}:{name}", args=arguments)


class ReleaseScreen(Screen):
    """A screen of releases; what is none of the person's is not there."""

    title: str | Promise = _("Releases")
    icon = "calendar-alt"
    folder = "articles/translation/releases/"

    def release(self, pk: int) -> Release:
        """A release that the person sees. Raises Http404."""
        release = Release.objects.filter(seen_q(self.user), pk=pk).select_related("created_by", "confirmed_by").first()
        if release is None:
            raise Http404
        return release

    def managed(self, pk: int) -> Release:
        """A release that the person decides on. Raises Http404, PermissionDenied."""
        release = self.release(pk)
        if not may_manage(self.user, release, languages_in(release)):
            raise PermissionDenied
        return release

    def item(self, pk: int) -> ReleaseItem:
        """A story of a release that the person sees. Raises Http404."""
        item = ReleaseItem.objects.select_related("release", "story__locale").filter(pk=pk).first()
        if item is None:
            raise Http404
        item.release = self.release(item.release_id)
        return item

    def way(self) -> list[tuple[str, str | Promise]]:
        """The list."""
        return [(address("list"), gettext("Releases"))]


class ReleaseList(ReleaseScreen):
    def way(self) -> list[tuple[str, str | Promise]]:
        """Nothing: it is the list."""
        return []

    def get(self, request: HttpRequest) -> HttpResponse:
        """The releases that the person sees, by state, a page of them."""
        shown = request.GET.get("show", "")
        shown = shown if shown in SHOWN else "upcoming"
        page = request.GET.get("p", "")
        number = int(page) if page.isascii() and page.isdecimal() and len(page) < LONGEST_NUMBER else 1
        rows = self._rows(shown).select_related("created_by", "confirmed_by")
        start = max(number - 1, 0) * PER_PAGE
        found = list(rows[start : start + PER_PAGE + 1])
        return self.screen(
            "list",
            lines=lines_of(found[:PER_PAGE], self.user, timezone.now()),
            tabs=SHOWN.items(),
            shown=shown,
            before=number - 1 if start else 0,
            after=number + 1 if len(found) > PER_PAGE else 0,
            may_make=may_make(self.user),
        )

    def _rows(self, shown: str) -> Any:
        rows = Release.objects.filter(seen_q(self.user))
        if shown == "published":
            return rows.filter(published_at__isnull=False).order_by("-published_at", "-pk")
        if shown == "cancelled":
            return rows.filter(cancelled_at__isnull=False).order_by("-cancelled_at", "-pk")
        return upcoming(rows)


class NewRelease(ReleaseScreen):
    def get(self, request: HttpRequest) -> HttpResponse:
        """The form; from a story's editor, the story goes into the release in all its languages."""
        return self._ask(ReleaseForm())

    def post(self, request: HttpRequest) -> HttpResponse:
        """Plans it."""
        form = ReleaseForm(request.POST)
        story = self._story()
        if not form.is_valid():
            return self._ask(form)
        release = make_release(by=self.user, **form.cleaned_data)
        messages.success(request, gettext("The release is planned."))
        if story is not None:
            put_in(request, release, story, self)
        return redirect(address("release", release.pk))

    def _story(self) -> Any:
        """The story that it begins with. Raises PermissionDenied, and Http404 for one that the person may not know."""
        if not may_make(self.user):
            raise PermissionDenied
        wanted = self.request.GET.get("story", "")
        if not wanted:
            return None
        key = row_key(wanted)
        if key is None:
            raise Http404
        return self.story(key)

    def _ask(self, form: ReleaseForm) -> HttpResponse:
        return self.screen("form", title=gettext("New release"), form=form, story=self._story(), back=address("list"))


class EditRelease(ReleaseScreen):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form."""
        release = self.managed(pk)
        return self._ask(release, ReleaseForm(instance=release))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Changes it."""
        release = self.managed(pk)
        form = ReleaseForm(request.POST, instance=Release.objects.get(pk=pk))
        if not form.is_valid():
            return self._ask(release, form)
        try:
            change_release(release, by=self.user, **form.cleaned_data)
        except ReleaseIsOver:
            messages.error(request, over())
        else:
            messages.success(request, gettext("The release is changed."))
        return redirect(address("release", pk))

    def _ask(self, release: Release, form: ReleaseForm) -> HttpResponse:
        back = address("release", release.pk)
        return self.screen("form", title=release.title, form=form, release=release, back=back)


class ReleasePage(ReleaseScreen):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The release, its stories, and what blocks them."""
        return self._show(self.release(pk), AddForm(user=self.user))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Puts a story in. Raises PermissionDenied."""
        release = self.managed(pk)
        form = AddForm(request.POST, user=self.user)
        if not form.is_valid():
            messages.error(request, " ".join(str(error) for errors in form.errors.values() for error in errors))
            return redirect(address("release", pk))
        entered = form.cleaned_data
        everywhere, required = entered["every_language"], entered["is_required"]
        put_in(request, release, entered["story"], self, everywhere=everywhere, is_required=required)
        return redirect(address("release", pk))

    def _show(self, release: Release, form: AddForm) -> HttpResponse:
        (line,) = lines_of([release], self.user, timezone.now())
        codes = {one.language.code for one in line.items}
        manages = line.is_open and may_manage(self.user, release, codes)
        follows = release.published_at is not None and release.late_languages_follow
        return self.screen(
            "release",
            title=release.title,
            line=line,
            release=release,
            form=form if manages else None,
            may_manage=manages,
            takes_ready=line.is_open or follows,
            may_confirm=bool(release.publish_at and release.publish_at > timezone.now() and line.items),
        )


def put_in(
    request: HttpRequest,
    release: Release,
    story: Any,
    screen: ReleaseScreen,
    *,
    everywhere: bool = True,
    is_required: bool = True,
) -> None:
    """Adds a story, in all its languages or alone, and says how it went."""
    stories = in_all_languages(story, by=screen.user) if everywhere else [story]
    try:
        added = add_stories(release, stories, by=screen.user, is_required=is_required)
    except ReleaseIsOver:
        messages.error(request, over())
    except StoryIsTaken as taken:
        messages.error(request, gettext("It stands in another release: {release}").format(release=str(taken) or "…"))
    else:
        messages.success(request, gettext("Added stories: {count}").format(count=len(added)))


def over() -> str:
    """What is said of a release that went, or was called off, meanwhile."""
    return gettext("The release is published or called off already.")
