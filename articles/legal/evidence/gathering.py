"""The evidence for a question: page, decision, trace, fragments, snapshot, and the entries that they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.translation import override

from articles.legal.decision import Decision, RuleSet
from articles.legal.evidence.answering import Answer, page_at
from articles.legal.evidence.asking import Question
from articles.legal.evidence.fragments import Recorded, served
from articles.legal.evidence.snapshots import Kept, snapshot_at
from articles.legal.ledger.canonical import canonical, entry_fields, moment
from articles.legal.ledger.contents import kept_bytes
from articles.legal.models.ledger import LedgerEntry
from articles.legal.models.rules import NoticeRule
from articles.legal.notices import notices_for
from articles.legal.reading import rules_as_of
from articles.legal.subjects import surface_of
from articles.legal.trace import Line, trace
from articles.legal.trace_words import told
from articles.legal.values import Shown


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known of what the reader met. The same question has the same evidence, whenever it is asked."""

    question: Question
    answer: Answer
    surface: str
    decision: Decision
    lines: tuple[Line, ...]
    fragments: tuple[tuple[Shown, Recorded], ...]
    snapshot: Kept | None
    entries: tuple[LedgerEntry, ...]

    @property
    def revision(self) -> bytes | None:
        """The revision's content as canonical JSON; None where it was erased by order."""
        return kept_bytes(self.answer.standing.content_hash)

    @property
    def fragment(self) -> bytes:
        """The notices as they stood on the page: their bytes, one after the other, a line break between."""
        return b"\n".join(recorded.html or b"" for _, recorded in self.fragments)

    @property
    def words(self) -> list[str]:
        """The trace in words: English and codes, so that no release of the program changes them."""
        with override("en"):
            return told(self.lines, self.question.at)

    def as_data(self) -> dict[str, Any]:
        """Everything as plain values."""
        standing, question = self.answer.standing, self.question
        return {
            "question": {
                "address": question.address,
                "at": moment(question.at),
                "region": question.region,
                "language": question.language,
            },
            "page": {
                "subject": standing.subject,
                "address": standing.address,
                "language": standing.address.split("/")[1],
                "revision": standing.revision,
                "content_hash": standing.content_hash,
                "content": self.answer.content,
                "about": {
                    "story": self.answer.subject.key,
                    "section": self.answer.subject.section,
                    "tags": sorted(self.answer.subject.tags),
                },
            },
            "surface": self.surface,
            "decision": {
                "status": self.status,
                "shown": [_shown(shown) for shown in self.decision.shown],
                "withheld": _shown(self.decision.withheld) if self.decision.withheld else None,
                "effects": sorted(self.decision.effects),
            },
            "trace": [_line(line) for line in self.lines],
            "trace_in_words": self.words,
            "fragment": self.fragment.decode(),
            "fragments": [_fragment(shown, recorded) for shown, recorded in self.fragments],
            "snapshot": _snapshot(self.snapshot),
            "entries": [entry_data(entry) for entry in self.entries],
        }

    @property
    def status(self) -> int:
        """The status with which the address answered."""
        withheld = self.decision.withheld
        if withheld is None:
            return 200
        return 404 if withheld.notice.looks_missing else 451

    def as_json(self) -> bytes:
        """Everything as canonical JSON."""
        return canonical(self.as_data())


def evidence(question: Question) -> Evidence:
    """The evidence for the question. Raises NothingAnswered."""
    answer = page_at(question)
    rules = rules_as_of(question.at)
    surface = surface_of(answer.standing.label)
    place = (question.language, question.location, surface, question.at)
    decision = notices_for(answer.subject, *place, rules=rules)
    fragments = tuple((shown, served(shown, question.language, question.at)) for shown in _told(decision))
    is_sealed = decision.withheld is not None and decision.withheld.notice.is_sealed
    # Snapshots are of places that public rules tell apart: where a sealed one decides, they show another page.
    snapshot = None if is_sealed else snapshot_at(answer, question.location, question.language, question.at)
    lines = trace(rules, answer.subject, *place)
    entries = tuple(_entries(answer, rules, fragments, snapshot))
    return Evidence(question, answer, surface, decision, lines, fragments, snapshot, entries)


def _told(decision: Decision) -> tuple[Shown, ...]:
    """What is shown, in the order of the page; in place of a withheld page, the words of the withholding alone."""
    if decision.withheld is None:
        return (*decision.above, *(shown for shown in decision.below if not shown.is_above))
    return () if decision.withheld.notice.looks_missing else (decision.withheld,)


def _entries(
    answer: Answer, rules: RuleSet, fragments: tuple[tuple[Shown, Recorded], ...], snapshot: Kept | None
) -> Iterator[LedgerEntry]:
    """The entries that the evidence rests on, in the order of the ledger."""
    found = {entry.id: entry for entry in answer.standing.entries}
    subjects = [f"{NoticeRule._meta.label_lower}:{rule.id}" for rule in rules.rules]
    kinds = ("rule.approved", "rule.hurried")
    found |= {entry.id: entry for entry in LedgerEntry.objects.filter(subject__in=subjects, kind__in=kinds)}
    for shown, _ in fragments:
        texts = LedgerEntry.objects.filter(content_hash=shown.text.digest, kind__in=("text.approved", "text.hurried"))
        text = texts.order_by("id").first() if shown.text.digest else None
        found |= {text.id: text} if text else {}
    found |= {recorded.entry.id: recorded.entry for _, recorded in fragments if recorded.entry}
    if snapshot is not None:
        found[snapshot.entry.id] = snapshot.entry
    yield from (found[key] for key in sorted(found))


def entry_data(entry: LedgerEntry) -> dict[str, Any]:
    """An entry as it is hashed, with its hash."""
    return {**entry_fields(entry), "hash": entry.hash}


def _shown(shown: Shown) -> dict[str, Any]:
    text = shown.text
    return {
        "notice": shown.notice.key,
        "kind": shown.notice.kind,
        "rule": shown.rule.id,
        "placement": shown.rule.placement,
        "text": {"language": text.language, "number": text.number, "digest": text.digest},
    }


def _line(line: Line) -> dict[str, Any]:
    return {
        "rule": line.rule.id,
        "notice": line.rule.notice.key,
        "applies": line.applies,
        "outranked_by": line.outranked_by,
        **{asked: getattr(line, asked) for asked in ("scope", "language", "surface", "time", "region")},
    }


def _fragment(shown: Shown, recorded: Recorded) -> dict[str, Any]:
    return {
        "notice": shown.notice.key,
        "hash": recorded.hash,
        "html": None if recorded.html is None else recorded.html.decode(),
        "recorded_by": recorded.entry.id if recorded.entry else None,
    }


def _snapshot(kept: Kept | None) -> dict[str, Any] | None:
    if kept is None:
        return None
    return {
        "is": "snapshot",
        "taken_at": moment(kept.entry.at),
        "hash": kept.entry.content_hash,
        "html": None if kept.html is None else kept.html.decode(),
        "rules_changed_since": kept.is_older_than_rules,
        "entry": kept.entry.id,
    }
