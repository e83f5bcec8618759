"""What the law shows with a story, on its editor's screen: to be read there, and changed by legal staff alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from articles.legal.fallbacks import text_for
from articles.legal.preview.places import place_name
from articles.legal.reading import present_rules
from articles.legal.terms import Effect, Placement
from articles.legal.trace_words import places_of
from articles.legal.values import Rule, Text
from articles.pages.article import ArticlePage
from articles.pages.lawful import subject_of


@dataclass(frozen=True, slots=True)
class Coming:
    """A rule about the story, in words."""

    text: Text
    places: str
    what: list[str]
    rule: Rule
    is_in_force: bool


def coming_with(story: ArticlePage, code: str) -> list[Coming]:
    """Every public rule about the story in force or due, its places by their names in a language.

    A rule that a more specific one of its notice outranks everywhere is left out.
    """
    return list(_coming(story, code)) if story.pk and story.path else []


def _coming(story: ArticlePage, code: str) -> Iterator[Coming]:
    rules, now = present_rules(), timezone.now()
    subject = subject_of(story, rules.scope_kinds)
    for rule in rules.rules:
        is_about = rule.scope.covers(subject) and (not rule.languages or story.language_code in rule.languages)
        if rule.notice.is_sealed or not is_about:
            continue
        yield Coming(
            text_for(rule.notice, story.language_code),
            places_of(rule, lambda place: place_name(place, code)),
            list(_effects(rule)),
            rule,
            rule.is_in_force(now),
        )


def _effects(rule: Rule) -> Iterator[str]:
    if rule.withholds and Effect.SHOW in rule.effects:
        yield str(_("the story is withheld from these readers"))
    elif Effect.SHOW in rule.effects:
        yield str(Placement(rule.placement).label)
    yield from (str(effect.label) for effect in sorted(rule.effects - {Effect.SHOW}))


class NoticesPanel(Panel):
    """The list; it has no field, so whatever is posted changes nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Legal notices"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/admin/notices_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Adds the rules about the story."""
            return super().get_context_data(parent_context) | {
                "coming": coming_with(self.instance, get_language() or "en"),
                "is_new": not self.instance.pk,
            }


def panels() -> list[Panel]:
    """What this room adds to the story's editor."""
    return [NoticesPanel()]
