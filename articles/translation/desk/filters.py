"""The filters above the board and the list of work, read from the query string."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.pages.section import SectionPage
from articles.translation.models.translation import Priority, Stage
from articles.translation.pressing import NONE, OPEN, STALE, Question
from newsroom.languages import LANGUAGES
from newsroom.users.models import User
from newsroom.users.rights import languages_of

MINE = "mine"
ME, NOBODY = "me", "nobody"
OVERDUE, TODAY = "overdue", "today"
STATES = [(OPEN, _("Not done")), *Stage.choices, (STALE, _("Stale"))]


class WorkFilter(forms.Form):
    """What is asked of the list of work."""

    language = forms.ChoiceField(label=_("Language"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)
    translator = forms.ChoiceField(
        label=_("Translator"), required=False, choices=[("", _("Anybody")), (ME, _("Me")), (NOBODY, _("Nobody"))]
    )
    priority = forms.ChoiceField(label=_("Priority"), required=False, choices=[("", _("Any")), *Priority.choices])
    deadline = forms.ChoiceField(
        label=_("Deadline"), required=False, choices=[("", _("Any")), (OVERDUE, _("Overdue")), (TODAY, _("Today"))]
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        self.fields["language"].choices = self.language_choices()  # type: ignore[attr-defined]
        self.fields["state"].choices = self.state_choices()  # type: ignore[attr-defined]

    def language_choices(self) -> list[tuple[str, Any]]:
        """The languages that the person works in, all of them together first."""
        mine = languages_of(self.user)
        return [(MINE, _("My languages")), *((row.code, row.name) for row in LANGUAGES.values() if row.code in mine)]

    def state_choices(self) -> list[tuple[str, Any]]:
        """The states of work."""
        return STATES

    def chosen(self, name: str) -> Any:
        """What stands in a field; nothing where it stands for no choice, as in an address that somebody made up."""
        self.is_valid()
        return self.cleaned_data.get(name, "")

    def question(self, after: str) -> Question:
        """What is asked."""
        now = timezone.localtime()
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        translator, priority = self.chosen("translator"), self.chosen("priority")
        return Question(
            languages=self.asked_languages(),
            state=self.chosen("state"),
            assignee=self.user.pk if translator == ME else None,
            is_nobodys=translator == NOBODY,
            priority=int(priority) if priority else None,
            due_before={OVERDUE: now, TODAY: midnight}.get(self.chosen("deadline")),
            after=after,
        )

    def asked_languages(self) -> frozenset[str]:
        """The codes that the choice of a language stands for; never one in which the person does not work."""
        code = self.chosen("language")
        return languages_of(self.user) if code in {"", MINE} else frozenset({code})


class BoardFilter(WorkFilter):
    """What is asked of the board: all languages, and the stories themselves."""

    words = forms.CharField(label=_("Headline"), required=False, max_length=100)
    source_language = forms.ChoiceField(label=_("Source language"), required=False)
    section = forms.ModelChoiceField(
        SectionPage.objects.none(), label=_("Section"), required=False, empty_label=_("Any")
    )

    field_order = ["words", "language", "state", "translator", "priority", "deadline", "source_language", "section"]

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, user=user, **kwargs)
        names = [(row.code, row.name) for row in LANGUAGES.values()]
        self.fields["source_language"].choices = [("", _("Any")), *names]  # type: ignore[attr-defined]
        sections = SectionPage.objects.filter(locale__language_code__in=languages_of(user) | {"en"})
        self.fields["section"].queryset = sections.order_by("path")  # type: ignore[attr-defined]

    def language_choices(self) -> list[tuple[str, Any]]:
        """Every language; the board shows what all desks do."""
        everything = ((row.code, row.name) for row in LANGUAGES.values())
        return [("", _("Any")), (MINE, _("My languages")), *everything]

    def state_choices(self) -> list[tuple[str, Any]]:
        """The states of work, and that there is none."""
        return [("", _("Newest stories")), *STATES, (NONE, _("None"))]

    def asked_languages(self) -> frozenset[str]:
        """The codes that the choice of a language stands for; nothing stands for all."""
        code = self.chosen("language")
        return languages_of(self.user) if code == MINE else frozenset({code} - {""})

    def question(self, after: str) -> Question:
        """What is asked."""
        asked = super().question(after)
        section = self.chosen("section")
        told = {name: getattr(asked, name) for name in Question.__slots__}
        return Question(
            **told
            | {
                "section": section.path if section else "",
                "source_language": self.chosen("source_language"),
                "words": self.chosen("words"),
            }
        )
