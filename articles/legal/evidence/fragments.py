"""Notices in the bytes in which they were served, kept at every change: words and renderer change with releases.

A recording is one entry: it refers to a map from notice and language to the hash of the fragment, and to the digest of
the text in it. The worker makes another one when a release has changed the bytes of what is in force.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from articles.legal.decision import RuleSet
from articles.legal.fallbacks import text_for
from articles.legal.fragment import fragment, refusal
from articles.legal.ledger.appending import append
from articles.legal.ledger.canonical import canonical, digest
from articles.legal.ledger.contents import keep_all, kept_bytes
from articles.legal.models.ledger import LedgerEntry
from articles.legal.models.version import RuleSetVersion
from articles.legal.reading import present_rules
from articles.legal.values import Notice, Shown
from newsroom.languages import LANGUAGES

RECORDED = "fragments.recorded"
SUBJECT = "articles.rulesetversion:1"
HTML = "text/html; charset=utf-8"

Map = dict[str, dict[str, dict[str, str]]]
"""Notice → language of the page → hash of the fragment, and digest of the text in it."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """A fragment as it was served, and the entry that says so; without entry it was made just now."""

    html: bytes | None
    """None where it was erased by order."""
    hash: str
    entry: LedgerEntry | None


@transaction.atomic
def record_fragments(*, at: datetime | None = None) -> LedgerEntry | None:
    """Keeps the fragments of all notices in force or due, in every language; nothing where the last recording holds.

    `at` is when readers began to get them.
    """
    rules = present_rules()
    made, contents = _made(rules)
    latest = _latest()
    if (latest is None and not made) or (latest is not None and _map(latest) == made):
        return None
    moment = at or timezone.now()
    entry = append(
        RECORDED,
        subject=SUBJECT,
        data={"rules": rules.version},
        content=canonical(made),
        content_type="application/json",
        at=moment,
    )
    keep_all(contents, content_type=HTML, at=moment)
    return entry


def record_new_version(instance: RuleSetVersion, raw: bool = False, **kwargs: Any) -> None:
    """The same with every change of the rules, in its transaction; receives `post_save`."""
    if not raw:
        record_fragments(at=instance.changed_at)


def served(shown: Shown, code: str, at: datetime) -> Recorded:
    """The fragment of a notice that readers of pages in a language got at a moment."""
    key, text = shown.notice.key, shown.text.digest
    for entry, made in _recordings(at):
        told = made.get(key, {}).get(code)
        if told is not None and told["text"] == text:
            return Recorded(kept_bytes(told["fragment"]), told["fragment"], entry)
    html = bytes_of(shown, code)
    return Recorded(html, digest(html), None)


def bytes_of(shown: Shown, code: str) -> bytes:
    """The fragment as this release makes it: the notice, or what stands in place of a withheld page."""
    return (refusal(shown, code) if shown.rule.withholds else fragment(shown, code)).encode()


def _made(rules: RuleSet) -> tuple[Map, list[bytes]]:
    made: Map = {}
    contents = []
    for shown in _one_of_each(rules):
        for code in LANGUAGES:
            words = Shown(shown.notice, text_for(shown.notice, code), shown.rule)
            html = bytes_of(words, code)
            contents.append(html)
            made.setdefault(shown.notice.key, {})[code] = {"fragment": digest(html), "text": words.text.digest}
    return made, contents


def _one_of_each(rules: RuleSet) -> Iterable[Shown]:
    """Each notice once: its fragment is the same by whichever rule it is shown."""
    notices: dict[str, Shown] = {}
    for rule in rules.rules:
        notice: Notice = rule.notice
        notices.setdefault(notice.key, Shown(notice, text_for(notice, notice.source_language), rule))
    return notices.values()


def _recordings(at: datetime) -> Iterator[tuple[LedgerEntry, Map]]:
    """Recordings, the nearest first: those up to the moment backwards, then those that came right after it.

    The moment of an approval lies before the recording that belongs to it; the digest of the text tells them apart.
    """
    entries = LedgerEntry.objects.filter(subject=SUBJECT, kind=RECORDED)
    for entry in entries.filter(at__lte=at).order_by("-id").iterator():
        yield entry, _map(entry)
    for entry in entries.filter(at__gt=at).order_by("id").iterator():
        yield entry, _map(entry)


def _latest() -> LedgerEntry | None:
    return LedgerEntry.objects.filter(subject=SUBJECT, kind=RECORDED).order_by("-id").first()


def _map(entry: LedgerEntry) -> Map:
    kept = kept_bytes(entry.content_hash)
    return json.loads(kept) if kept else {}
