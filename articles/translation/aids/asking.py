"""What every aid asks first: of which translation, and whether this person may have it."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext

from articles.pages.article import ArticlePage
from articles.translation.aids.fields import texts_sent
from articles.translation.models import Translation
from articles.translation.parts import Content
from articles.translation.reading import may_read
from articles.translation.rights import is_locked_for, may_edit
from articles.translation.units import units_of, with_texts
from newsroom.users.screens import AdminScreen

MOST_UNITS = 500
LONGEST_KEY = 200


class Aid(AdminScreen):
    """An aid for one translation. Refuses whoever may not edit the story or read its source."""

    record: Translation
    story: ArticlePage

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied, and Http404 for a record without a story."""
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

    def newest(self) -> Content:
        """The newest version of the translation."""
        content: Content = self.story.get_latest_revision_as_object().serializable_data()
        return content

    def as_open(self) -> Content:
        """The newest version with what was sent along of the open form, saved or not."""
        content = self.newest()
        return with_texts(content, texts_sent(self.request.POST.get("texts", ""), units_of(content)))

    def is_locked(self) -> bool:
        """Whether somebody else holds the story."""
        return is_locked_for(self.user, self.story)

    def refused(self, text: str) -> JsonResponse:
        """Why nothing was done."""
        return JsonResponse({"message": text}, status=HTTPStatus.CONFLICT)

    def locked(self) -> JsonResponse:
        """That somebody else holds the story."""
        return self.refused(gettext("The story is locked."))
