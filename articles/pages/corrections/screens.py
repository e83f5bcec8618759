"""The screens of corrections: making one, what waits, dealing with one, withdrawing one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from articles.pages.article import ArticlePage
from articles.pages.corrections.correcting import (
    CorrectionIsHandled,
    CorrectionIsWithdrawn,
    StoryIsNotPublic,
    correct,
    handle,
    was_read,
    withdraw,
)
from articles.pages.corrections.forms import CorrectForm, HandleForm, WithdrawForm
from articles.pages.corrections.models import Correction, CorrectionText
from articles.pages.corrections.rights import languages_to_correct, may_correct
from articles.pages.corrections.waiting import waiting_for
from newsroom.users.screens import AdminScreen

PER_PAGE = 50


class FormScreen(AdminScreen):
    """A screen with a form about one story, for those alone who may correct it."""

    icon = "edit"
    folder = "articles/admin/correction_"
    template = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied before anything is told of the story."""
        self.story = self.find(kwargs["pk"])
        if not may_correct(self.user, self.story):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def way(self) -> list[tuple[str, str | Promise]]:
        """The story."""
        return [(reverse("wagtailadmin_pages:edit", args=[self.story.pk]), self.story.title)]

    def furniture(self) -> dict[str, Any]:
        """The story."""
        return {"story": self.story}

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The form."""
        return self.show(self.form(None))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Does it, or shows what is missing."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form)
        try:
            messages.success(request, self.act(form.cleaned_data))
        except StoryIsNotPublic:
            messages.error(request, gettext("Readers cannot see this story now, so there is nothing to tell them."))
        except CorrectionIsHandled:
            messages.error(request, gettext("Somebody has dealt with this correction already."))
        except CorrectionIsWithdrawn:
            messages.error(request, gettext("This correction was withdrawn."))
        return redirect("wagtailadmin_pages:edit", self.story.pk)

    def show(self, form: forms.Form) -> HttpResponse:
        """The form, with what was entered."""
        return self.screen(self.template, form=form)

    def find(self, pk: int) -> ArticlePage:
        """The story that the address is about. Raises Http404."""
        raise NotImplementedError("each screen of corrections has its own")

    def form(self, data: QueryDict | None) -> forms.Form:
        """The form, with what was entered."""
        raise NotImplementedError("each screen of corrections has its own")

    def act(self, entered: dict[str, Any]) -> str:
        """Does it; gives what to say."""
        raise NotImplementedError("each screen of corrections has its own")


class Correct(FormScreen):
    """Corrects a story, and shows how it was corrected before."""

    title = _("Correct")
    template = "make"

    def find(self, pk: int) -> ArticlePage:
        """The story at the key."""
        return get_object_or_404(ArticlePage.objects.select_related("locale"), pk=pk)

    def form(self, data: QueryDict | None) -> CorrectForm:
        """How grave it is, and two texts."""
        return CorrectForm(data, code=self.story.language_code)

    def act(self, entered: dict[str, Any]) -> str:
        """Corrects."""
        correct(self.story, by=self.user, **entered)
        return gettext("Readers are told of the correction, and the desks of the other languages too.")

    def show(self, form: forms.Form) -> HttpResponse:
        """With the corrections that were made in this language, newest first."""
        texts = CorrectionText.objects.filter(story=self.story, state=CorrectionText.State.CORRECTED)
        earlier = texts.select_related("correction").order_by("-handled_at", "-pk")
        return self.screen(self.template, form=form, earlier=earlier)


class Handle(FormScreen):
    """Deals with a correction in another language, the first correction beside."""

    title = _("A correction of the original")
    template = "handle"

    def find(self, pk: int) -> ArticlePage:
        """The story whose version is to be checked."""
        texts = CorrectionText.objects.select_related("story__locale", "correction__story__locale")
        self.text = get_object_or_404(texts, pk=pk)
        return self.text.story

    def form(self, data: QueryDict | None) -> HandleForm:
        """What was found, and two texts where readers had met the mistake."""
        return HandleForm(data, code=self.story.language_code, needs_words=was_read(self.story))

    def act(self, entered: dict[str, Any]) -> str:
        """Notes it."""
        handle(self.text, by=self.user, **entered)
        return gettext("The correction is dealt with.")

    def show(self, form: forms.Form) -> HttpResponse:
        """With the words of the first correction; a form only while it waits."""
        correction = self.text.correction
        first = correction.texts.get(story=correction.story_id)
        waits = self.text.state == CorrectionText.State.WAITING and correction.withdrawn_at is None
        return self.screen(self.template, form=form, text=self.text, correction=correction, first=first, waits=waits)


class Withdraw(FormScreen):
    """Withdraws a correction in every language; for those who may correct the story that was corrected first."""

    title = _("Withdraw a correction")
    template = "withdraw"

    def find(self, pk: int) -> ArticlePage:
        """The story that was corrected first."""
        self.correction = get_object_or_404(Correction.objects.select_related("story__locale"), pk=pk)
        return self.correction.story

    def form(self, data: QueryDict | None) -> WithdrawForm:
        """Why."""
        return WithdrawForm(data)

    def act(self, entered: dict[str, Any]) -> str:
        """Withdraws."""
        withdraw(self.correction, by=self.user, **entered)
        return gettext("The correction is withdrawn in every language.")

    def show(self, form: forms.Form) -> HttpResponse:
        """With its words."""
        return self.screen(self.template, form=form, text=self.correction.texts.get(story=self.story))


class Waiting(AdminScreen):
    """What waits in the person's languages."""

    title = _("Corrections")
    icon = "edit"
    folder = "articles/admin/corrections_"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list, by pages. Raises PermissionDenied for people who publish in no language."""
        codes = languages_to_correct(self.user)
        if not codes:
            raise PermissionDenied
        pages = Paginator(waiting_for(codes), PER_PAGE)
        items = pages.get_page(request.GET.get("p"))
        return self.screen("waiting", items=items, elided_page_range=pages.get_elided_page_range(items.number))


def admin_urls() -> list[URLPattern]:
    """Addresses of all."""
    return [
        path("stories/<int:pk>/correct/", Correct.as_view(), name="correct_story"),
        path("corrections/", Waiting.as_view(), name="waiting_corrections"),
        path("corrections/<int:pk>/", Handle.as_view(), name="handle_correction"),
        path("corrections/<int:pk>/withdraw/", Withdraw.as_view(), name="withdraw_correction"),
    ]
