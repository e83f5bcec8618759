"""Screens of what cannot wait: each asks twice and for a reason, and one person alone puts it in force."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from articles.legal.access import MAY_HURRY
from articles.legal.approval import approve_alone
from articles.legal.desk.approvals import Draft, DraftScreen
from articles.legal.desk.decision_forms import ReasonForm
from articles.legal.desk.hurry_forms import PutUpForm, WithholdForm
from articles.legal.desk.screens import address
from articles.legal.desk.sentences import places_in_words, rule_in_words
from articles.legal.desk.steps import AskTwice
from articles.legal.desk.waiting import Waiting
from articles.legal.hurry import Order, lift_now, put_up_now, withhold_story_now
from articles.legal.models import NoticeRule, NoticeText


def to_confirm() -> str:
    """What follows from every one of these deeds."""
    return gettext("A second person has to confirm it within 24 hours, or all approvers are alarmed.")


class Hurry(AskTwice):
    """What one person may do alone."""

    icon = "warning"
    permission = MAY_HURRY

    def done(self, message: str, draft: NoticeText | NoticeRule) -> HttpResponse:
        """What was done, in its own words, with the message."""
        messages.success(self.request, f"{message} {to_confirm()}")
        return redirect(address("text" if isinstance(draft, NoticeText) else "rule", draft.pk))


class PutUp(Hurry):
    title = _("Put a notice up at once")

    def form(self, data: QueryDict | None = None) -> forms.Form:
        """Which notice, for whom, why; a notice may be named in the address."""
        return PutUpForm(data, user=self.user, initial={"notice": self.request.GET.get("notice")})

    def sentences(self, form: forms.Form) -> list[str]:
        """What readers will meet."""
        said = form.cleaned_data
        sentence = gettext(
            "The notice “{notice}” stands on every page of the site, in all languages, for readers in: {places}."
        )
        places = places_in_words(said["region"].area)
        return [sentence.format(notice=said["notice"].name, places=places), to_confirm()]

    def do(self, form: forms.Form) -> HttpResponse:
        """Puts it up."""
        said = form.cleaned_data
        rule = put_up_now(
            said["notice"], by=self.user, reason=said["reason"], region=said["region"], placement=said["placement"]
        )
        return self.done(gettext("The notice is up, everywhere within 60 seconds."), rule)


class Withhold(Hurry):
    title = _("Withhold a story in a region at once")
    icon = "no-view"

    def form(self, data: QueryDict | None = None) -> forms.Form:
        """Which story, where, by whose demand, why; a story may be named in the address."""
        number = self.request.GET.get("story", "")
        return WithholdForm(data, user=self.user, initial={"story": number if number.isdecimal() else None})

    def sentences(self, form: forms.Form) -> list[str]:
        """What readers will not be able to read."""
        said = form.cleaned_data
        sentence = gettext(
            "The story “{story}” is withheld, in all its languages and at every address, from readers in: {places}."
        )
        unknown = (
            gettext("It is withheld from readers whose country is unknown too.")
            if said["applies_to_unknown"]
            else gettext("Readers whose country is unknown can read it.")
        )
        places = places_in_words(said["region"].area)
        return [sentence.format(story=said["story"].title, places=places), unknown, to_confirm()]

    def do(self, form: forms.Form) -> HttpResponse:
        """Withholds it."""
        said = form.cleaned_data
        story = said["story"]
        rule = withhold_story_now(
            story.translation_key,
            region=said["region"],
            by=self.user,
            reason=said["reason"],
            applies_to_unknown=said["applies_to_unknown"],
            notice=said["notice"],
            order=Order(
                name=story.title,
                authority=said["authority"],
                basis=said["basis"],
                is_sealed=said.get("is_sealed", False),
                looks_missing=said.get("looks_missing", False),
            ),
        )
        return self.done(gettext("The story is withheld there, everywhere within 60 seconds."), rule)


class OfDraft(DraftScreen, Hurry):
    """Something to be done at once about one version."""

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        """Keeps what the address names."""
        super().setup(request, *args, **kwargs)
        self.pk: int = kwargs["pk"]

    @property
    def found(self) -> Draft:
        """The version. Raises Http404."""
        if not hasattr(self, "_found"):
            self._found = self.draft(self.pk)
        return self._found

    def form(self, data: QueryDict | None = None) -> forms.Form:
        """The question why."""
        self.found  # noqa: B018 whoever may not know of it is told nothing
        return ReasonForm(data)

    def surroundings(self, form: Any) -> dict[str, Any]:
        """What it is about."""
        return {"subject": Waiting(self.found).title, "sentences": self.what()}

    def what(self) -> list[str]:
        """The version in words."""
        return rule_in_words(self.found) if isinstance(self.found, NoticeRule) else [self.found.heading]


class Alone(OfDraft):
    """Approves a draft alone; a step is for the words that were read."""

    title = _("Approve alone in an emergency")

    def purpose(self) -> str:
        """The address and the digest of what is approved."""
        return f"{self.request.path} {self.found.digest}"

    def sentences(self, form: forms.Form) -> list[str]:
        """What is approved."""
        return [Waiting(self.found).title, *self.what(), to_confirm()]

    def do(self, form: forms.Form) -> HttpResponse:
        """Approves it."""
        draft: Any = self.found
        approve_alone(draft, by=self.user, digest=draft.digest, reason=form.cleaned_data["reason"])
        return self.done(gettext("In force, everywhere within 60 seconds."), draft)


class Lift(OfDraft):
    """Ends a rule at once."""

    title = _("End the rule at once")
    noun = "rule"

    def sentences(self, form: forms.Form) -> list[str]:
        """What ends."""
        return [gettext("The rule ends. It said:"), *self.what(), to_confirm()]

    def do(self, form: forms.Form) -> HttpResponse:
        """Ends it."""
        if not isinstance(self.found, NoticeRule):
            raise Http404
        ended = lift_now(self.found, by=self.user, reason=form.cleaned_data["reason"])
        return self.done(gettext("The rule has ended, everywhere within 60 seconds."), ended)
