"""Screens on which a name is withheld, after two confirmations, or restored; and the list of all withheld names."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.log_actions import registry as logs

from articles.credits.access import may_withhold
from articles.credits.models import Correspondent
from articles.credits.reach import Mention, MentionFinder, Mentions, stories_by_language
from articles.credits.withholding import (
    NameIsAlreadyWithheld,
    NameIsNotWithheld,
    restore_name,
    withhold_name,
)
from articles.credits.withholding_forms import ConfirmForm, ReasonForm
from newsroom.languages import Language
from newsroom.users.asking_twice import refused
from newsroom.users.screens import AdminScreen
from newsroom.users.steps import StepIsRefused, read_step, sign_step

NAMESPACE = "withholding"
PURPOSE = "withhold name"


def no_mentions(person: Correspondent) -> Mentions:
    """Nothing; stands in for the search that a higher room gives."""
    return Mentions()


class WithholdingScreen(AdminScreen):
    """A screen that only those with the permission may open."""

    icon = "no-view"
    folder = "articles/admin/"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Raises PermissionDenied, whatever the person's state."""
        if not may_withhold(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def way(self) -> list[tuple[str, str | Promise]]:
        """The list."""
        return [(reverse(f"{NAMESPACE}:list"), gettext("Withheld names"))]


class WithheldNames(WithholdingScreen):
    """All names that are withheld, the latest first."""

    title = _("Withheld names")

    def get(self, request: HttpRequest) -> HttpResponse:
        """The list."""
        people = Correspondent.objects.filter(withheld_at__isnull=False).select_related("organisation")
        return self.screen("withheld_names", people=people.order_by("-withheld_at", "pk"))


class PersonScreen(WithholdingScreen):
    """A screen about one person in the state that it is for."""

    for_withheld = False
    wrong_state: str | Promise = ""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Says so where there is nothing to do."""
        if may_withhold(request.user):
            self.person = get_object_or_404(Correspondent, pk=kwargs["pk"])
            if self.person.is_withheld is not self.for_withheld:
                return self.nothing_to_do()
        return super().dispatch(request, *args, **kwargs)

    def nothing_to_do(self) -> HttpResponse:
        """A clear message, on the list."""
        messages.warning(self.request, str(self.wrong_state).format(key=self.person.key))
        return redirect(f"{NAMESPACE}:list")

    def done(self, message: str) -> HttpResponse:
        """A clear message, on the list; the name is not in it."""
        messages.success(self.request, message.format(key=self.person.key))
        return redirect(f"{NAMESPACE}:list")


class WithholdName(PersonScreen):
    """Tells what will happen and asks for a reason; then asks again, and withholds the name."""

    title = _("Withhold the name")
    wrong_state = _("The name of the person with the key {key} is already withheld.")
    find_mentions: MentionFinder = staticmethod(no_mentions)

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The first screen."""
        return self.first(ReasonForm(self.person))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The second screen after the first confirmation; the deed after the second."""
        if "step" in request.POST or "typed" in request.POST:
            return self.second_confirmation(ConfirmForm(self.person, request.POST))
        form = ReasonForm(self.person, request.POST)
        if not form.is_valid():
            return self.first(form)
        step = sign_step(self.user, PURPOSE, self.state(), request.POST)
        return self.second(ConfirmForm(self.person, initial={"step": step}))

    def second_confirmation(self, form: ConfirmForm) -> HttpResponse:
        """Withholds the name, if the first confirmation is behind it and the right words were typed."""
        try:
            step = read_step(str(form.data.get("step", "")), self.user, PURPOSE, self.state())
        except StepIsRefused:
            messages.error(self.request, refused())
            return redirect(f"{NAMESPACE}:withhold", self.person.pk)
        why = ReasonForm(self.person, step)
        if not why.is_valid():
            return self.first(why)
        if not form.is_valid():
            return self.second(form)
        try:
            withhold_name(self.person, by=self.user, reason=why.cleaned_data["reason"])
        except NameIsAlreadyWithheld:
            return self.nothing_to_do()
        return self.done(gettext("The name of the person with the key {key} is withheld in every language."))

    def first(self, form: ReasonForm) -> HttpResponse:
        """What will happen, what stays, and the question why."""
        mentions = self.find_mentions(self.person)
        return self.screen(
            "withhold_name",
            person=self.person,
            form=form,
            extent=stories_by_language(self.person),
            stories=self.linked(mentions.stories),
            pictures=self.linked(mentions.pictures),
            are_all=mentions.are_all,
        )

    def second(self, form: ConfirmForm) -> HttpResponse:
        """The question again, with numbers."""
        extent = extent_in_words(stories_by_language(self.person))
        return self.screen("withhold_name_again", person=self.person, form=form, extent=extent)

    def state(self) -> str:
        """What the answers are about: changes with whatever is logged about the person."""
        return f"{self.person.pk}:{logs.get_logs_for_instance(self.person).count()}"

    def linked(self, mentions: tuple[Mention, ...]) -> list[tuple[Mention, str | None]]:
        """Each mention with the address where it can be edited, if the user may."""
        finder = AdminURLFinder(self.user)
        return [(mention, finder.get_edit_url(mention.item)) for mention in mentions]


class RestoreName(PersonScreen):
    """Asks for a reason, and shows the name again."""

    title = _("Restore the name")
    icon = "view"
    for_withheld = True
    wrong_state = _("The name of the person with the key {key} is not withheld.")

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The question."""
        return self.ask(ReasonForm(self.person))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The deed, if there is a reason."""
        form = ReasonForm(self.person, request.POST)
        if not form.is_valid():
            return self.ask(form)
        try:
            restore_name(self.person, by=self.user, reason=form.cleaned_data["reason"])
        except NameIsNotWithheld:
            return self.nothing_to_do()
        return self.done(gettext("The name of the person with the key {key} is shown again in every language."))

    def ask(self, form: ReasonForm) -> HttpResponse:
        """What will happen, and the question why."""
        extent = extent_in_words(stories_by_language(self.person))
        return self.screen("restore_name", person=self.person, form=form, extent=extent)


def extent_in_words(counts: dict[Language, int]) -> str:
    """How many stories in how many languages."""
    stories, languages = sum(counts.values()), len(counts)
    return gettext("{stories} in {languages}").format(
        stories=ngettext("{count} story", "{count} stories", stories).format(count=stories),
        languages=ngettext("{count} language", "{count} languages", languages).format(count=languages),
    )


def admin_urls(find_mentions: MentionFinder) -> list[URLPattern | URLResolver]:
    """The addresses of the screens; `find_mentions` says in whose words a name stands."""
    patterns = [
        path("", WithheldNames.as_view(), name="list"),
        path("<int:pk>/withhold/", WithholdName.as_view(find_mentions=find_mentions), name="withhold"),
        path("<int:pk>/restore/", RestoreName.as_view(), name="restore"),
    ]
    return [path("withheld-names/", include((patterns, NAMESPACE)))]
