"""Says how the search is: indexes, what waits in the outbox, what the last verification found."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from newsroom.outbox.depth import parked, pending
from search.client import client, is_configured
from search.indexing.condition import Condition, conditions
from search.indexing.keys import DESTINATION
from search.indexing.sending import FAILURES, told
from search.names import alias_of


class Command(BaseCommand):
    help = "Say how many changes wait for the search and for how long, and how the index of each language is."

    def handle(self, *args: Any, **options: Any) -> None:
        """Prints it; what Elasticsearch would have to say is left out while it is away."""
        if not is_configured():
            self.stdout.write("Elasticsearch: not configured (ELASTICSEARCH_URL); readers search the database.")
            return
        waiting = pending(DESTINATION)
        self.stdout.write(
            f"Outbox: {waiting.count} waiting, the oldest for {waiting.oldest_seconds} s; "
            f"{parked(DESTINATION).count()} parked"
        )
        counts = self._counts()
        for condition in conditions():
            self.stdout.write(f"{condition.language}: {_line(condition, counts)}")

    def _counts(self) -> dict[str, int] | None:
        """Documents of live stories in each index, by its name; None while Elasticsearch is away."""
        try:
            answer = client().search(
                index=f"{alias_of('*')}",
                size=0,
                query={"term": {"live": True}},
                aggregations={"indexes": {"terms": {"field": "_index", "size": 1000}}},
            )
        except FAILURES as error:
            self.stdout.write(f"Elasticsearch: {told(error)}")
            return None
        self.stdout.write("Elasticsearch: answers")
        found = answer.get("aggregations", {}).get("indexes", {})  # without any index there is no part for them
        return {bucket["key"]: bucket["doc_count"] for bucket in found.get("buckets", ())}


def _line(condition: Condition, counts: dict[str, int] | None) -> str:
    parts = []
    if condition.index and condition.built_at:
        documents = "" if counts is None else f", {counts.get(condition.index, 0)} stories"
        parts.append(f"{condition.index}{documents}, built {condition.built_at:%Y-%m-%d %H:%M} UTC")
    if condition.written is not None:
        parts.append(f"rebuild running, {condition.written} documents written")
    if condition.needs_rebuild:
        parts.append("rebuild needed: its settings have changed" if condition.index else "no index")
    check = condition.verification
    if check:
        found = f"{check.differences} differences" if check.differences else "the same as the database"
        parts.append(f"verified {check.checked_at:%Y-%m-%d %H:%M} UTC: {found}")
        parts += check.examples[:3]
    return "; ".join(parts)
