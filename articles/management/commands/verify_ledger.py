"""Verifies the ledger."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.legal.ledger.heads import LONGEST_FILE, Head, HeadIsUnreadable, read_head
from articles.legal.ledger.verification import walk
from articles.legal.models import LedgerEntry


class Command(BaseCommand):
    help = "Find what was changed, cut or written anew in the ledger; exit 1 when something was."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """What to compare with."""
        parser.add_argument("--head", type=Path, metavar="FILE", help="a head that was exported earlier")
        parser.add_argument(
            "--key", action="append", default=[], help="an earlier public key (base64) that may sign heads; repeatable"
        )

    def handle(self, *args: Any, head: Path | None, key: list[str], **options: Any) -> None:
        """Prints a tab-separated line per finding: fault or information, what, which entry, in words."""
        faults = 0
        for finding in walk(self._read(head) if head else None, trusted=key):
            faults += finding.is_fault
            state = "fault" if finding.is_fault else "information"
            line = "\t".join((state, finding.kind, str(finding.entry or "-"), finding.text))
            self.stdout.write(self.style.ERROR(line) if finding.is_fault else line)
        entries = LedgerEntry.objects.count()
        if faults:
            raise CommandError(f"The ledger of {entries} entries has {faults} faults.", returncode=1)
        self.stdout.write(f"The ledger of {entries} entries is whole.")

    def _read(self, path: Path) -> Head:
        try:
            with path.open("rb") as file:
                return read_head(file.read(LONGEST_FILE + 1))
        except (OSError, ValueError) as error:
            reason = (
                str(error) if isinstance(error, HeadIsUnreadable) else getattr(error, "strerror", None) or str(error)
            )
            raise CommandError(f"{path}: {reason}", returncode=1) from error
