"""Which page answered at an address at a past moment: the ledger's story entries, read again from the beginning."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.dateparse import parse_datetime
from wagtail.models import Page

from articles.legal.evidence.asking import Question
from articles.legal.fallbacks import legal_chain
from articles.legal.ledger.contents import kept_bytes
from articles.legal.ledger.stories import EMBARGOED, KILLED, MOVED, OPENED, PUBLISHED, TAGGED, UNPUBLISHED
from articles.legal.models.ledger import LedgerEntry
from articles.legal.values import NO_STORY, Subject

KINDS = (PUBLISHED, UNPUBLISHED, MOVED, KILLED, TAGGED, EMBARGOED, OPENED)
EMBARGO = "embargo_until"


class NothingAnswered(LookupError):
    """No page answered at the address at the moment; the message says what the ledger knows instead."""


@dataclass(slots=True)
class Standing:
    """Where a page stood at a moment, told by its entries up to then."""

    subject: str
    address: str = ""
    revision: int | None = None
    content_hash: str = ""
    is_live: bool = False
    is_killed: bool = False
    tags_hash: str = ""
    embargo: str | None = None
    """Until when it was under embargo, by the entries."""
    has_embargo_told: bool = False
    """Whether an entry since the publication says so; otherwise the revision does."""
    entries: list[LedgerEntry] = field(default_factory=list)
    """Those that made it so, the publication of the present revision first."""

    @property
    def label(self) -> str:
        """The label of the page's model."""
        return self.subject.partition(":")[0]

    def content(self) -> dict[str, Any] | None:
        """The revision as it was kept; None where it was erased by order."""
        kept = kept_bytes(self.content_hash)
        return None if kept is None else json.loads(kept)

    def take(self, entry: LedgerEntry) -> None:
        """Has the next entry happen."""
        data = json.loads(entry.data)
        if entry.kind == TAGGED:
            self.tags_hash = entry.content_hash
            self.entries.append(entry)
            return
        self.address = data["address"]
        if entry.kind == PUBLISHED or EMBARGO in data:
            self.embargo, self.has_embargo_told = data.get(EMBARGO), EMBARGO in data
        if entry.kind == PUBLISHED:
            self.revision, self.content_hash, self.tags_hash = data["revision"], entry.content_hash, ""
            self.is_live, self.is_killed = True, bool(data.get("killed"))
            self.entries = [entry]
        else:
            self.is_live = self.is_live and entry.kind != UNPUBLISHED
            self.is_killed = self.is_killed or entry.kind == KILLED
            self.entries.append(entry)


@dataclass(frozen=True, slots=True)
class Answer:
    """The page that answered, and what it was about."""

    standing: Standing
    content: dict[str, Any] | None
    subject: Subject


def page_at(question: Question) -> Answer:
    """The page that answered. Raises NothingAnswered."""
    reasons: list[str] = []
    for address in _addresses(question.address):
        for standing in standings(address, question.at):
            content = standing.content()
            reason = _why_not(standing, content, question.at)
            if reason is None:
                return Answer(standing, content, _subject(standing, content, question.at))
            reasons.append(f"{standing.subject} {reason}.")
    found = " ".join(reasons) or "The ledger knows of no page there."
    raise NothingAnswered(f"No page answered at {question.address} then. {found}")


def standings(address: str, at: datetime) -> list[Standing]:
    """Every page that stood at the address at the moment, readable or not; the one published last comes first."""
    named = json.dumps(address, ensure_ascii=False)
    told = LedgerEntry.objects.filter(kind__in=KINDS, at__lte=at, data__contains=f'"address":{named}')
    subjects = sorted(set(told.values_list("subject", flat=True)))
    found = [standing_of(subject, at) for subject in subjects]
    there = [standing for standing in found if standing.address == address]
    return sorted(there, key=lambda standing: (standing.is_live, standing.entries[-1].id), reverse=True)


def standing_of(subject: str, at: datetime) -> Standing:
    """Where one page stood at the moment."""
    standing = Standing(subject)
    for entry in LedgerEntry.objects.filter(subject=subject, kind__in=KINDS, at__lte=at).order_by("id"):
        standing.take(entry)
    return standing


def _addresses(address: str) -> Iterator[str]:
    """The address, and for an explanation those of the other languages that answer in its place, in their order."""
    yield address
    parts = address.strip("/").split("/")
    if len(parts) == 3 and parts[1] == "legal":  # noqa: PLR2004 language, legal and the explanation's own part
        yield from (f"/{code}/legal/{parts[2]}/" for code in legal_chain(parts[0]) if code != parts[0])


def _why_not(standing: Standing, content: dict[str, Any] | None, at: datetime) -> str | None:
    """Why readers did not get the page at the moment; None where they did."""
    if standing.is_killed:
        return "was killed"
    if not standing.is_live:
        return "was not published"
    told = standing.embargo if standing.has_embargo_told else (content or {}).get(EMBARGO)
    embargo = parse_datetime(str(told or ""))
    return f"was under embargo until {embargo.isoformat()}" if embargo and embargo > at else None


def _subject(standing: Standing, content: dict[str, Any] | None, at: datetime) -> Subject:
    """What the page was about: its own key, its section's, and its tags of that day."""
    key = _key(content)
    if standing.label.endswith(".sectionpage"):
        return Subject(section=key)
    if not standing.label.endswith(".articlepage"):
        return NO_STORY
    kept = kept_bytes(standing.tags_hash) if standing.tags_hash else None
    tags: Iterable[str] = json.loads(kept) if kept else ()
    return Subject(key, _section_key(standing.address, at), frozenset(tags))


def _section_key(address: str, at: datetime) -> str:
    """The key of the section around an address; a section that was never public is known by its row alone."""
    around = address.rstrip("/").rpartition("/")[0] + "/"
    for standing in standings(around, at):
        return _key(standing.content())
    return str(Page.objects.filter(url_path=around).values_list("translation_key", flat=True).first() or "")


def _key(content: dict[str, Any] | None) -> str:
    return str((content or {}).get("translation_key") or "")
