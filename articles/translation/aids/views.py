"""The addresses of a translator's aids, each asked of one translation by somebody who may edit it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views import View
from wagtail.admin import messages

from articles.pages.article import ArticlePage
from articles.translation.aids.checked import checked
from articles.translation.engines.choosing import engine_for
from articles.translation.engines.interface import EngineFailed, LanguageNotOffered
from articles.translation.filling import ask_for_all
from articles.translation.memory import offers
from articles.translation.models import Translation
from articles.translation.reading import may_read
from articles.translation.rights import may_edit
from articles.translation.staleness import source_content
from articles.translation.suggesting import NothingToFill, StoryIsLocked, fill
from articles.translation.units import units_of
from articles.translation.ways import review
from newsroom.languages import language
from newsroom.users.models import User

MOST_UNITS = 500
LONGEST_KEY = 200


class Aid(View):
    """An aid for one translation. Refuses whoever may not edit the story or read its source."""

    record: Translation
    story: ArticlePage
    user: User

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied, and Http404 for a record without a story."""
        assert isinstance(request.user, User)  # noqa: S101 the admin lets nobody else in
        self.user = request.user
        rows = Translation.objects.select_related("story", "source").exclude(story=None)
        self.record = get_object_or_404(rows, pk=kwargs["pk"])
        assert self.record.story is not None  # noqa: S101 left out above
        self.story = self.record.story
        if not may_edit(self.user, self.story) or not may_read(self.user, self.record.source):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def wanted(self) -> list[str]:
        """The names of texts that were sent along; what names nothing of this story finds nothing."""
        return [key for key in self.request.POST.getlist("unit")[:MOST_UNITS] if 0 < len(key) <= LONGEST_KEY]

    def is_locked(self) -> bool:
        """Whether somebody else holds the story."""
        lock = self.story.get_lock()
        return bool(lock and lock.for_user(self.user))

    def back(self) -> HttpResponse:
        """To the story's editor."""
        return redirect("wagtailadmin_pages:edit", self.story.pk)


class Offers(Aid):
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What the memory offers for one text of the source, as a fragment. Raises Http404."""
        unit = units_of(source_content(self.record)).get(request.GET.get("unit", "")[:LONGEST_KEY])
        if unit is None:
            raise Http404
        source_code, code = self.record.source.language_code, self.story.language_code
        found = offers(unit.text, kind=unit.kind, source_code=source_code, code=code, by=self.user)
        context = {"offers": found, "source_language": language(source_code), "language": language(code)}
        return render(request, "articles/translation/aids/offers.html", context)


class Fill(Aid):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Machine text for the units that were sent along, or, in the background, for all that nobody has written."""
        units = self.wanted()
        if self.is_locked():
            messages.error(request, gettext("The story is locked."))
        elif units:
            self.fill(units)
        elif engine_for(self.record.source.language_code, self.story.language_code) is None:
            messages.error(request, str(LanguageNotOffered()))
        else:
            ask_for_all(self.record, by=self.user)
            told = gettext("The machine is translating. Its texts come as a new draft; reload the page to see them.")
            messages.success(request, told)
        return self.back()

    def fill(self, units: list[str]) -> None:
        """Does it, and says how it went."""
        try:
            done = fill(self.record, by=self.user, units=units)
        except NothingToFill:
            messages.warning(self.request, gettext("There is nothing to fill: these texts are somebody's work."))
        except StoryIsLocked:
            messages.error(self.request, gettext("The story is locked."))
        except EngineFailed as error:
            messages.error(self.request, str(error))
        else:
            told = gettext("Filled by a machine: {count}. Left as they were: {skipped}.")
            messages.success(self.request, told.format(count=done.count, skipped=done.skipped))


class Review(Aid):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Takes the machine's texts that were sent along, as the newest version has them, as checked."""
        if self.is_locked():
            messages.error(request, gettext("The story is locked."))
            return self.back()
        content = self.story.get_latest_revision_as_object().serializable_data()
        found = review(self.record, self.wanted(), content, by=self.user)
        messages.success(request, gettext("Checked: {count}").format(count=len(found)))
        return self.back()


class Checks(Aid):
    http_method_names = ["get", "head"]

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What is worth a second look in the newest version, as a fragment."""
        return render(request, "articles/translation/aids/checks.html", {"rows": checked(self.record, self.story)})


def admin_urls() -> list[URLPattern]:
    """The addresses, for the admin's hook."""
    return [
        path("translation/<int:pk>/offers/", Offers.as_view(), name="translation_offers"),
        path("translation/<int:pk>/fill/", Fill.as_view(), name="translation_fill"),
        path("translation/<int:pk>/review/", Review.as_view(), name="translation_review"),
        path("translation/<int:pk>/checks/", Checks.as_view(), name="translation_checks"),
    ]
