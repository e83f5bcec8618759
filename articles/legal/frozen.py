"""Rules as a file: what a process that starts while the database is away still knows."""

from __future__ import annotations

import json
import logging
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from articles.legal.decision import EMPTY, RuleSet
from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from articles.legal.values import Notice, Rule, Scope, Text
from newsroom.regions.area import Area

logger = logging.getLogger(__name__)


def write(rules: RuleSet, path: Path) -> None:
    """Puts the rules on disk, whole or not at all, for this program's own user only. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    data = json.dumps({"version": rules.version, "rules": [as_data(rule) for rule in rules.rules]}, ensure_ascii=False)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(data)
    fresh.replace(path)


def read(path: Path) -> RuleSet:
    """The rules on disk; none where there is no such file, or none that can be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return RuleSet([_rule(row) for row in data["rules"]], data["version"])
    except FileNotFoundError:
        return EMPTY
    except (OSError, ValueError, KeyError, TypeError):
        logger.exception("The rules that were kept on disk cannot be read")
        return EMPTY


def as_data(rule: Rule) -> dict[str, Any]:
    """All that a rule says, as plain values, in one form for equal rules."""
    notice = rule.notice
    return {
        "id": rule.id,
        "notice": {
            "key": notice.key,
            "kind": notice.kind,
            "source_language": notice.source_language,
            "texts": [
                [text.language, text.heading, text.body, text.link_label, text.digest, text.number]
                for _, text in sorted(notice.texts.items())
            ],
            "more": notice.more,
            "basis": notice.basis,
            "authority": notice.authority,
            "is_sealed": notice.is_sealed,
            "looks_missing": notice.looks_missing,
        },
        "area": rule.area.as_data(),
        "scope": [rule.scope.kind, rule.scope.target],
        "languages": sorted(rule.languages),
        "surfaces": sorted(rule.surfaces),
        "starts_at": rule.starts_at.isoformat() if rule.starts_at else None,
        "ends_at": rule.ends_at.isoformat() if rule.ends_at else None,
        "effects": sorted(rule.effects),
        "placement": rule.placement,
        "applies_to_unknown": rule.applies_to_unknown,
    }


def _rule(row: dict[str, Any]) -> Rule:
    told = row["notice"]
    texts = {text[0]: Text(*text) for text in told["texts"]}
    notice = Notice(**{**told, "kind": Kind(told["kind"]), "texts": texts})
    return Rule(
        id=row["id"],
        notice=notice,
        area=Area.from_data(row["area"]),
        scope=Scope(ScopeKind(row["scope"][0]), row["scope"][1]),
        languages=frozenset(row["languages"]),
        surfaces=frozenset(row["surfaces"]),
        starts_at=_moment(row["starts_at"]),
        ends_at=_moment(row["ends_at"]),
        effects=frozenset(Effect(effect) for effect in row["effects"]),
        placement=Placement(row["placement"]),
        applies_to_unknown=row["applies_to_unknown"],
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
