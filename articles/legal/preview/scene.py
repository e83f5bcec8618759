"""What a preview shows: one page in one version, to one reader, by the rules of one moment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.http import HttpResponse
from django.utils import timezone
from wagtail.models import Page, Revision

from articles.legal.decision import Decision, RuleSet
from articles.legal.fragment import fragment, refusal
from articles.legal.models import PublicRevision
from articles.legal.notices import notices_for
from articles.legal.reader import Reader
from articles.legal.reading import present_rules, rules_as_of
from articles.legal.rendering import rendered
from articles.legal.subjects import subject_of
from articles.legal.trace import Line, trace
from articles.legal.values import Subject
from newsroom.regions.location import Location


@dataclass(frozen=True)
class Scene:
    """One page, version, reader and moment. Without a revision, the page as it is published."""

    page: Page
    revision: Revision | None
    language: str
    location: Location
    at: datetime
    surface: str
    shows_sealed: bool

    @cached_property
    def rules(self) -> RuleSet:
        """The rules of the moment; for a moment to come, those that are known now."""
        rules = rules_as_of(self.at) if self.at <= timezone.now() else present_rules()
        if self.shows_sealed:
            return rules
        return RuleSet([rule for rule in rules.rules if not rule.notice.is_sealed], rules.version)

    @cached_property
    def version(self) -> Page:
        """The page with the text of its version."""
        page = self.revision.as_object() if self.revision else self.page.specific
        return page

    @cached_property
    def subject(self) -> Subject:
        """What the page is about."""
        return subject_of(self.version, self.rules.scope_kinds)

    @property
    def is_draft(self) -> bool:
        """Whether it is another text than readers get now, so that its pictures may not be public."""
        if self.revision is None:
            return not self.page.live
        return not self.page.live or self.revision.pk != self.page.live_revision_id

    @cached_property
    def decision(self) -> Decision:
        """What the reader meets on the surface."""
        place = (self.language, self.location, self.surface, self.at)
        return notices_for(self.subject, *place, rules=self.rules)

    def trace(self) -> tuple[Line, ...]:
        """Why."""
        return trace(self.rules, self.subject, self.language, self.location, self.surface, self.at)

    def fragments(self) -> list[str]:
        """The notices of the surface as HTML."""
        if self.decision.withheld:
            return [refusal(self.decision.withheld, self.language)]
        return [fragment(shown, self.language) for shown in self.decision.shown]

    def answer(self) -> HttpResponse:
        """The whole page as the reader gets it."""
        reader = Reader(self.language, self.location, self.at, self.rules)
        return rendered(self.version, reader, is_draft=self.is_draft)


def latest_revision(page: Page) -> Revision | None:
    """The latest draft."""
    revision: Revision | None = page.latest_revision
    return revision


def revision_at(page: Page, at: datetime) -> Revision | None:
    """The version that readers could see at the moment; None where there was none."""
    rows = PublicRevision.objects.filter(page=page, became_public_at__lte=at).exclude(ceased_at__lte=at)
    row = rows.select_related("revision").order_by("-pk").first()
    return row.revision if row else None
