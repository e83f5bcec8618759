"""What the law withholds from the present reader, as a condition on documents of the index.

The same condition as `articles.pages.visibility.withheld_q` puts to the database.
"""

from __future__ import annotations

import uuid
from typing import Any

from articles.legal.reader import Reader
from articles.legal.terms import Effect, ScopeKind
from articles.legal.values import Scope

Clause = dict[str, Any]
EVERYTHING: Clause = {"match_all": {}}
NOTHING: Clause = {"match_none": {}}


def withheld(reader: Reader | None, code: str) -> list[Clause]:
    """Conditions of the documents of a language that this reader may not see: whichever holds withholds.

    A rule counts only where no narrower one of the same notice covers the story.
    """
    found: list[Clause] = []
    narrower: dict[str, list[Clause]] = {}
    for rule in reader.withholdings(code) if reader else ():
        covered = _covered(rule.scope)
        earlier = narrower.setdefault(rule.notice.key, [])
        if Effect.SHOW in rule.effects:
            found.append({"bool": {"filter": [covered], "must_not": list(earlier)}} if earlier else covered)
        earlier.append(covered)
    return found


def _covered(scope: Scope) -> Clause:
    if scope.kind == ScopeKind.SITE:
        return EVERYTHING
    if scope.kind == ScopeKind.TAG:
        return {"term": {"tags": scope.target}}
    key = _as_key(scope.target)
    if key is None:
        return NOTHING
    return {"term": {"story" if scope.kind == ScopeKind.STORY else "section_story": key}}


def _as_key(target: str) -> str | None:
    """A translation key as documents spell it; None for what no page can have."""
    try:
        return str(uuid.UUID(target))
    except ValueError:
        return None
