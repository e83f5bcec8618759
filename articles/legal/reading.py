"""Rules and words as they are in force, or as they were at a past moment, read from the database into values."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils import timezone

from articles.legal.decision import RuleSet
from articles.legal.models import LegalNotice, NoticeRule, NoticeText, RuleSetVersion
from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from articles.legal.values import Notice, Rule, Scope, Text
from newsroom.regions.area import Area


def present_rules(version: str | None = None) -> RuleSet:
    """The rules that are in force or due, with the words that are approved, in two queries beside the version's."""
    if version is None:
        version = RuleSetVersion.present()
    return _rule_set(_in_force_or_due(), NoticeText.objects.filter(approved_at__isnull=False), version)


def rules_as_of(at: datetime) -> RuleSet:
    """The rules as they were at a moment (aware): approved by then, and not ended yet."""
    rows = NoticeRule.objects.filter(approved_at__lte=at, withdraws=False)
    texts = NoticeText.objects.filter(approved_at__lte=at)
    return _rule_set(rows.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at)), texts, f"as of {at.isoformat()}")


def withholdings() -> list[Rule]:
    """The rules by which something is withheld, in force or due, without words: one query, nothing remembered."""
    rows = _in_force_or_due().filter(notice__kind=Kind.WITHHELD)
    rules = [rule_value(row, notice_value(row.notice, {})) for row in rows.select_related("notice")]
    return [rule for rule in rules if Effect.SHOW in rule.effects]


def _in_force_or_due() -> QuerySet[NoticeRule]:
    rows = NoticeRule.objects.filter(approved_at__isnull=False, ended_at__isnull=True, withdraws=False)
    return rows.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=timezone.now()))


def _rule_set(rows: QuerySet[NoticeRule], texts: QuerySet[NoticeText], version: str) -> RuleSet:
    rules = list(rows.select_related("notice"))
    wanted = {rule.notice_id: rule.notice for rule in rules}
    words = _words(texts.filter(notice__in=wanted).order_by("approved_at", "number"))
    notices = {key: notice_value(notice, words.get(key, {})) for key, notice in wanted.items()}
    return RuleSet([rule_value(rule, notices[rule.notice_id]) for rule in rules], version)


def _words(texts: Iterable[NoticeText]) -> dict[int, dict[str, Text]]:
    """The latest approved text of each notice and language."""
    found: dict[int, dict[str, Text]] = {}
    for text in texts:
        found.setdefault(text.notice_id, {})[text.language] = text_value(text)
    return found


def text_value(text: NoticeText) -> Text:
    """A stored text as the decision knows it."""
    return Text(text.language, text.heading, text.body, text.link_label, text.digest, text.number)


def notice_value(notice: LegalNotice, texts: dict[str, Text]) -> Notice:
    """A stored notice as the decision knows it."""
    return Notice(
        key=notice.key,
        kind=Kind(notice.kind),
        source_language=notice.source_language,
        texts=texts,
        more=notice.more,
        basis=notice.basis,
        authority=notice.authority,
        is_sealed=notice.is_sealed,
        looks_missing=notice.looks_missing,
    )


def rule_value(rule: NoticeRule, notice: Notice) -> Rule:
    """A stored rule as the decision knows it."""
    return Rule(
        id=rule.pk,
        notice=notice,
        area=Area.from_data(rule.area),
        scope=Scope(ScopeKind(rule.scope_kind), rule.scope_target),
        languages=frozenset(rule.languages),
        surfaces=frozenset(rule.surfaces),
        starts_at=rule.starts_at,
        ends_at=rule.ends_at,
        effects=frozenset(Effect(effect) for effect in rule.effects),
        placement=Placement(rule.placement),
        applies_to_unknown=rule.applies_to_unknown is not False,
    )
