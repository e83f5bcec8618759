"""Exports the head of the ledger."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.legal.ledger.heads import HeadIsUnreadable, LedgerWasRewritten, export_head


class Command(BaseCommand):
    help = "Write the signed head of the ledger to a file, for verify_ledger --head; the worker does it every hour."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument(
            "file", nargs="?", type=Path, metavar="FILE", help="default: ledger-heads/<count>.json in VAR"
        )

    def handle(self, *args: Any, file: Path | None, **options: Any) -> None:
        """Prints the name of the file."""
        try:
            self.stdout.write(str(export_head(file)))
        except OSError as error:
            raise CommandError(f"{error.filename}: {error.strerror}") from error
        except (HeadIsUnreadable, LedgerWasRewritten) as error:
            raise CommandError(str(error)) from error
