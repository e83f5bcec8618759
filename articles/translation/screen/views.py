"""What the screen sends back: answers about changes, and blocks to take over."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.translation import gettext
from django.views import View

from articles.translation.accepting import Answer, NothingToAccept, NothingToTakeBack, accept, take_back
from articles.translation.inserting import BlockIsThere, BlockIsUnknown, insert_block
from articles.translation.models import Translation
from articles.translation.reading import may_read
from articles.translation.rights import may_edit
from newsroom.users.models import User

LONGEST_PART = 100


class RecordView(View):
    """A deed on the record of a translation by somebody who may edit the story and read its source."""

    http_method_names = ["post"]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied, and Http404 for a record without a story."""
        assert isinstance(request.user, User)  # noqa: S101 the admin lets nobody else in
        self.user = request.user
        rows = Translation.objects.select_related("story", "source").exclude(story=None)
        self.record = get_object_or_404(rows, pk=kwargs["pk"])
        assert self.record.story is not None  # noqa: S101 left out above
        if not may_edit(self.user, self.record.story) or not may_read(self.user, self.record.source):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def told(self) -> JsonResponse:
        """How much is left."""
        self.record.refresh_from_db()
        return JsonResponse({"left": self.record.stale_parts})

    def refused(self, text: str) -> JsonResponse:
        """Why nothing was done."""
        return JsonResponse({"message": text}, status=HTTPStatus.CONFLICT)


class AnswerView(RecordView):
    """Takes an answer about one part, or takes one back."""

    def post(self, request: HttpRequest, pk: int) -> JsonResponse:
        """The number of changes left; 409 for a part about which there is nothing to say."""
        part, word = request.POST.get("part", "")[:LONGEST_PART], request.POST.get("answer", "")
        try:
            if word == "take_back":
                take_back(self.record, part, by=self.user)
            else:
                accept(self.record, part, by=self.user, answer=Answer(word), shown=request.POST.get("shown"))
        except (NothingToAccept, NothingToTakeBack):
            return self.refused(gettext("Somebody has dealt with it meanwhile. Please reload the page."))
        except ValueError:
            return self.refused(gettext("That could not be done. Please reload the page."))
        return self.told()


class InsertView(RecordView):
    """Puts a block of the source into the draft."""

    def post(self, request: HttpRequest, pk: int) -> JsonResponse:
        """The number of changes left; 409 where the block is there or is none of the source."""
        lock = self.record.story.get_lock() if self.record.story else None
        if lock and lock.for_user(self.user):
            return self.refused(gettext("The story is locked."))
        try:
            insert_block(self.record, request.POST.get("part", "")[:LONGEST_PART], by=self.user)
        except (BlockIsThere, BlockIsUnknown):
            return self.refused(gettext("That could not be done. Please reload the page."))
        return self.told()


def admin_urls() -> list[URLPattern]:
    """Addresses of both."""
    return [
        path("translations/<int:pk>/answer/", AnswerView.as_view(), name="translation_answer"),
        path("translations/<int:pk>/insert/", InsertView.as_view(), name="translation_insert"),
    ]
