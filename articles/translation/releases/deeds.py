"""What is done to a release or a story of it by one press of a button, and the two steps to publishing it now."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from wagtail.admin import messages

from articles.translation.models import Release, ReleaseItem
from articles.translation.releases.confirming import MomentIsMissing, cancel, confirm, unconfirm
from articles.translation.releases.lines import lines_of
from articles.translation.releases.making import require, take_out
from articles.translation.releases.opening import ReleaseIsOver
from articles.translation.releases.publishing import ReleaseIsBlocked, ReleaseIsEmpty, publish_release
from articles.translation.releases.readiness import StoryChangedMeanwhile, StoryIsUnfinished, mark_ready, take_back
from articles.translation.releases.screens import ReleaseScreen, address, over
from newsroom.users.asking_twice import refused
from newsroom.users.screens import row_key
from newsroom.users.steps import StepIsRefused, read_step, sign_step

PURPOSE = "publish release"


class Deed(ReleaseScreen):
    """Done to a release; only by POST."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Does it, says how it went, and leads back."""
        release = self.managed(pk)
        try:
            messages.success(request, self.do(release))
        except ReleaseIsOver:
            messages.error(request, over())
        except (MomentIsMissing, ReleaseIsEmpty):
            messages.error(request, gettext("It needs a moment that is still to come, and at least one story."))
        return redirect(address("release", pk))

    def do(self, release: Release) -> str:
        """Does it; gives what to say."""
        raise NotImplementedError("each button has a deed of its own")


class Confirm(Deed):
    def do(self, release: Release) -> str:
        """It goes at its moment."""
        confirm(release, by=self.user)
        return gettext("The release is confirmed.")


class Unconfirm(Deed):
    def do(self, release: Release) -> str:
        """It does not go by itself."""
        unconfirm(release, by=self.user)
        return gettext("The confirmation is taken back.")


class Cancel(Deed):
    def do(self, release: Release) -> str:
        """It does not go at all."""
        cancel(release, by=self.user)
        return gettext("The release is called off.")


class ItemDeed(ReleaseScreen):
    """Done to a story of a release; only by POST. The use cases ask for the rights."""

    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Does it, says how it went, and leads back."""
        item = self.item(pk)
        try:
            self.do(item)
        except ReleaseIsOver:
            messages.error(request, over())
        except StoryChangedMeanwhile:
            messages.error(request, gettext("The story has changed meanwhile. Please look at its newest version."))
        except StoryIsUnfinished as error:
            messages.error(request, gettext("The story cannot be published: {problem}").format(problem=error))
        return redirect(address("release", item.release_id))

    def do(self, item: ReleaseItem) -> None:
        """Does it."""
        raise NotImplementedError("each button has a deed of its own")


class Ready(ItemDeed):
    def do(self, item: ReleaseItem) -> None:
        """It may go."""
        seen = row_key(self.request.POST.get("revision", ""))
        if seen is None:
            raise StoryChangedMeanwhile
        mark_ready(item, by=self.user, revision_id=seen)


class NotReady(ItemDeed):
    def do(self, item: ReleaseItem) -> None:
        """It may not go after all."""
        take_back(item, by=self.user)


class TakeOut(ItemDeed):
    def do(self, item: ReleaseItem) -> None:
        """It does not stand in the release any more."""
        take_out(item, by=self.user)


class Require(ItemDeed):
    def do(self, item: ReleaseItem) -> None:
        """The release waits for it."""
        require(item, by=self.user, is_required=True)


class DoNotRequire(ItemDeed):
    def do(self, item: ReleaseItem) -> None:
        """The release goes without it."""
        require(item, by=self.user, is_required=False)


class PublishNow(ReleaseScreen):
    """Asks once more, then publishes."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """What would go, what would not, and what blocks it."""
        release = self.managed(pk)
        if release.published_at or release.cancelled_at:
            messages.error(request, over())
            return redirect(address("release", pk))
        (line,) = lines_of([release], self.user, timezone.now(), at_their_moment=False)
        step = sign_step(self.user, PURPOSE, _state(release), request.POST)
        return self.screen("publish", title=release.title, release=release, line=line, step=step)

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Publishes what was shown."""
        release = self.managed(pk)
        try:
            read_step(request.POST.get("step", ""), self.user, PURPOSE, _state(release))
            pages = publish_release(release, by=self.user)
        except StepIsRefused:
            messages.error(request, refused())
            return self.get(request, pk)
        except ReleaseIsOver:
            messages.error(request, over())
        except (ReleaseIsBlocked, ReleaseIsEmpty):
            messages.error(request, gettext("Nothing was published: something blocks the release."))
        else:
            messages.success(request, gettext("Published stories: {count}").format(count=len(pages)))
        return redirect(address("release", pk))


def _state(release: Release) -> str:
    """What the answer is about: changes with the stories, their pinned versions and the release's own fate."""
    items = release.items.values_list("pk", "revision", "is_required")
    told = ";".join(":".join(map(str, row)) for row in items)
    return f"{release.pk}|{told}|{release.published_at}|{release.cancelled_at}"


ITEM_DEEDS: dict[str, Callable[..., HttpResponseBase]] = {
    "ready": Ready.as_view(),
    "not_ready": NotReady.as_view(),
    "take_out": TakeOut.as_view(),
    "require": Require.as_view(),
    "do_not_require": DoNotRequire.as_view(),
}
DEEDS: dict[str, Callable[..., HttpResponseBase]] = {
    "confirm": Confirm.as_view(),
    "unconfirm": Unconfirm.as_view(),
    "cancel": Cancel.as_view(),
    "publish": PublishNow.as_view(),
}
