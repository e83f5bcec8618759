"""What tests of the ledger share."""

from __future__ import annotations

from typing import Any

from django.db import connection, transaction

from articles.legal.ledger.appending import append
from articles.legal.ledger.triggers import lifted
from articles.legal.ledger.verification import Kind, verify
from articles.legal.models import LedgerEntry


def write(kind: str = "rule.changed", **fields: Any) -> LedgerEntry:
    """An entry in a transaction of its own."""
    with transaction.atomic():
        return append(kind, **{"subject": "legal.rule:1", **fields})


def run(statement: str, parameters: list[Any] | None = None) -> None:
    """A statement as somebody types it who has the database open; a refused one leaves the test's transaction whole."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def tamper(statement: str, parameters: list[Any] | None = None) -> None:
    """The same by somebody who has lifted the triggers, and put them back."""
    with lifted():
        run(statement, parameters)


def found(*arguments: Any, **options: Any) -> list[tuple[Kind, int | None]]:
    """What verification finds, and at which entry."""
    return [(finding.kind, finding.entry) for finding in verify(*arguments, **options)]
