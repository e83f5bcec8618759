"""Django's `flush`, with the triggers of the ledger lifted, which would refuse it; not for production."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import flush

from articles.legal.ledger import triggers


class Command(flush.Command):
    def handle(self, **options: Any) -> None:
        """Empties every table. Raises CommandError in production: the ledger only grows."""
        if settings.LEDGER_IS_SEALED:
            raise CommandError("The ledger is kept: this database is not flushed.")
        with triggers.lifted():
            super().handle(**options)
