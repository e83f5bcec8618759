"""The law as values: what a rule says, what a page is, what was decided. No database, no request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from newsroom.regions.area import Area
from newsroom.regions.location import Location


@dataclass(frozen=True, slots=True)
class Subject:
    """What a page is about; a page that is no story has neither key nor tags."""

    key: str = ""
    """The story's identity in all languages: its translation key."""
    section: str = ""
    """The section's translation key."""
    tags: frozenset[str] = frozenset()
    """Slugs."""


NO_STORY = Subject()


@dataclass(frozen=True, slots=True)
class Scope:
    """What a rule is about."""

    kind: ScopeKind = ScopeKind.SITE
    target: str = ""
    """Translation key of the section or story, or slug of the tag; nothing for the whole site."""

    def covers(self, subject: Subject) -> bool:
        """Whether the page belongs to it."""
        if self.kind == ScopeKind.SITE:
            return True
        if self.kind == ScopeKind.SECTION:
            return bool(self.target) and self.target == subject.section
        if self.kind == ScopeKind.TAG:
            return self.target in subject.tags
        return bool(self.target) and self.target == subject.key


@dataclass(frozen=True, slots=True)
class Text:
    """The approved words of a notice in one language."""

    language: str
    heading: str
    body: str
    """Safe HTML of a short allow-list."""
    link_label: str = ""
    digest: str = ""
    """SHA-256 of the canonical bytes."""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice with its words; `more` is the last part of the address of the page that explains it."""

    key: str
    kind: Kind
    source_language: str
    texts: Mapping[str, Text] = field(hash=False)
    more: str = ""
    basis: str = ""
    authority: str = ""
    is_sealed: bool = False
    looks_missing: bool = False
    """Whether a withheld page answers 404 like a page that never was; only sealed orders may."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Where and when a notice applies. Empty `languages` or `surfaces` mean all of them."""

    id: int
    notice: Notice = field(hash=False)
    area: Area
    scope: Scope = Scope()
    languages: frozenset[str] = frozenset()
    surfaces: frozenset[str] = frozenset()
    starts_at: datetime | None = None
    ends_at: datetime | None = None
    effects: frozenset[Effect] = frozenset({Effect.SHOW})
    placement: Placement = Placement.END
    applies_to_unknown: bool = True
    """The answer for readers of whom no country is known; a warning or label has no other answer than yes."""

    @property
    def withholds(self) -> bool:
        """Whether it takes pages away."""
        return self.notice.kind == Kind.WITHHELD

    def is_in_force(self, at: datetime) -> bool:
        """Whether its time has come and is not over; the end is exclusive."""
        return (self.starts_at is None or self.starts_at <= at) and (self.ends_at is None or at < self.ends_at)

    def holds_at(self, location: Location) -> bool:
        """Whether it is about readers there; a warning is always about readers of whom nothing is known."""
        if location.country is None:
            return self.applies_to_unknown or not self.withholds
        return self.area.includes(location)

    @property
    def specificity(self) -> tuple[int, int, int, int]:
        """How narrow it is, for the choice between rules of one notice; the larger wins."""
        scopes = (ScopeKind.SITE, ScopeKind.SECTION, ScopeKind.TAG, ScopeKind.STORY)
        place = 0 if self.area.whole_world else 1 if any("-" not in code for code in self.area.codes) else 2
        return scopes.index(self.scope.kind), place, bool(self.languages), bool(self.surfaces)


@dataclass(frozen=True, slots=True)
class Shown:
    """A notice as a reader meets it: its words in the nearest language that has them."""

    notice: Notice
    text: Text
    rule: Rule

    @property
    def is_above(self) -> bool:
        """Whether it stands above the story."""
        return self.rule.placement in (Placement.TOP, Placement.BOTH)

    @property
    def is_below(self) -> bool:
        """Whether it stands below the story."""
        return self.rule.placement in (Placement.END, Placement.BOTH)
