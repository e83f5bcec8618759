"""Who may see a story: one condition, used by every page, list, file and feed."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Iterable

from django.apps import apps
from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from articles.legal.reader import Reader, present_reader
from articles.legal.terms import Effect, ScopeKind
from articles.legal.values import Rule, Scope

NO_LANGUAGE = ""
"""Stands for every language that no withholding names."""


def visible_q(at: datetime.datetime | None = None) -> Q:
    """The condition under which readers may see a story: live, not killed, and past its embargo (aware, UTC)."""
    moment = at or timezone.now()
    return Q(live=True, killed_at__isnull=True) & (Q(embargo_until__isnull=True) | Q(embargo_until__lte=moment))


def withheld_q(reader: Reader, language: str) -> Q | None:
    """The condition of the stories of a language that the law withholds from this reader; None where there is none."""
    found: Q | None = None
    narrower: dict[str, list[Q]] = {}
    for rule in reader.withholdings(language):
        covered = _scope_q(rule.scope)
        own = covered
        for earlier in narrower.setdefault(rule.notice.key, []):
            own &= ~earlier
        narrower[rule.notice.key].append(covered)
        if Effect.SHOW in rule.effects:
            found = own if found is None else found | own
    return found


def may_be_withheld_q(rules: Iterable[Rule]) -> Q | None:
    """The condition of the stories that one of these rules is about, whoever their readers are; None without rules."""
    targets: dict[tuple[frozenset[str], ScopeKind], set[str]] = {}
    for rule in rules:
        targets.setdefault((rule.languages, rule.scope.kind), set()).add(rule.scope.target)
    found: Q | None = None
    for (languages, kind), of_kind in targets.items():
        covered = _scopes_q(kind, of_kind)
        if languages:
            covered &= Q(locale__language_code__in=sorted(languages))
        found = covered if found is None else found | covered
    return found


def _scope_q(scope: Scope) -> Q:
    return _scopes_q(scope.kind, {scope.target})


def _scopes_q(kind: ScopeKind, targets: set[str]) -> Q:
    """The stories of one of these scopes: one condition however many they are, except for sections."""
    if kind == ScopeKind.SITE:
        return Q(pk__isnull=False)
    if kind == ScopeKind.TAG:
        story_tag = apps.get_model("articles", "StoryTag")
        return Q(pk__in=story_tag.objects.filter(tag__slug__in=targets).values("content_object"))
    keys = [key for key in sorted(targets) if _is_key(key)]
    if kind == ScopeKind.STORY:
        return Q(translation_key__in=keys)
    sections = apps.get_model("articles", "SectionPage").objects.filter(translation_key__in=keys)
    inside = Q(pk__in=[])
    for path in sections.values_list("path", flat=True):
        inside |= Q(path__startswith=path)
    return inside


def _is_key(target: str) -> bool:
    """Whether a page can have it as its translation key; what none can have must not break a list."""
    try:
        uuid.UUID(target)
    except ValueError:
        return False
    return True


class StoryQuerySet(PageQuerySet):
    """Stories."""

    def published(self, at: datetime.datetime | None = None) -> StoryQuerySet:
        """Those that are out: whatever the law says to the present reader."""
        return self.filter(visible_q(at))

    def visible(self, at: datetime.datetime | None = None) -> StoryQuerySet:
        """Those that the present reader may see; where no reader asked, those that are out."""
        stories = self.published(at)
        reader = present_reader()
        if reader is None:
            return stories
        named = {code for rule in reader.rules.rules if rule.withholds for code in rule.languages}
        for code in sorted(named):
            withheld = withheld_q(reader, code)
            if withheld is not None:
                stories = stories.exclude(withheld & Q(locale__language_code=code))
        elsewhere = withheld_q(reader, NO_LANGUAGE)
        if elsewhere is not None:
            stories = stories.exclude(elsewhere & ~Q(locale__language_code__in=named))
        return stories

    def in_language(self, code: str) -> StoryQuerySet:
        """Those written in this language."""
        return self.filter(locale__language_code=code)

    def breaking(self, at: datetime.datetime | None = None) -> StoryQuerySet:
        """Those whose news is breaking."""
        return self.filter(breaking_until__gt=at or timezone.now())

    def newest_first(self) -> StoryQuerySet:
        """By the time that readers are shown as updated."""
        return self.order_by("-updated_at", "-pk")

    def as_teasers(self) -> StoryQuerySet:
        """With all that a list shows, and without the bodies; with tags only while a rule is about tags."""
        stories = self.select_related("lead_picture").defer("body")
        reader = present_reader()
        if reader is None or ScopeKind.TAG not in reader.rules.scope_kinds:
            return stories
        return stories.prefetch_related("tagged__tag")


StoryManager = PageManager.from_queryset(StoryQuerySet)
