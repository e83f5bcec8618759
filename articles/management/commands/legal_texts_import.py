"""Imports the texts of a notice after translation."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from articles.legal.exchange.asking import NobodyOfThatName, NoSuchNotice, notice_for, user_named
from articles.legal.exchange.leaving import SourceIsMissing
from articles.legal.exchange.returning import Report, bring_back
from newsroom.exchange.refusing import LARGEST_FILE, FileIsRefused


class Command(BaseCommand):
    help = "Make drafts of a file of translations, CSV or XLIFF. Nothing comes into force: somebody else approves them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which notice, which file, who brings it, and what to do with rows in doubt."""
        parser.add_argument("key", help="the key of the notice")
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--user", required=True, metavar="NAME", help="the author of the drafts")
        parser.add_argument("--dry-run", action="store_true", help="only say what would happen")
        parser.add_argument("--take-good", action="store_true", help="store the good rows of a file with bad ones")
        parser.add_argument("--accept-older", action="store_true", help="also take texts made from an older version")

    def handle(self, *args: Any, key: str, file: Path, user: str, **options: Any) -> None:
        """Prints a tab-separated line per row: outcome, row, language, in words. Exit 1 when a row was refused."""
        report = self._report(key, file, user, options)
        for judgement in report.judgements:
            row, words = judgement.row, " ".join(judgement.in_words().split())
            line = "\t".join((judgement.outcome.value, str(row.place), " ".join(row.language.split()), words))
            self.stdout.write(self.style.ERROR(line) if judgement.problems else line)
        if report.refused:
            raise CommandError(
                f"{len(report.refused)} rows were refused; {len(report.drafts)} drafts were stored.", returncode=1
            )

    def _report(self, key: str, file: Path, user: str, options: dict[str, Any]) -> Report:
        try:
            who = user_named(user)
            notice = notice_for(who, key)
            with file.open("rb") as opened:
                data = opened.read(LARGEST_FILE + 1)
            return bring_back(
                notice,
                data,
                by=who,
                accept_older=options["accept_older"],
                take_good=options["take_good"],
                is_trial=options["dry_run"],
            )
        except PermissionDenied as error:
            raise CommandError(f"{user} may not write about this notice.", returncode=1) from error
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}", returncode=1) from error
        except FileIsRefused as error:
            raise CommandError(f"{file}: {error}", returncode=1) from error
        except (NobodyOfThatName, NoSuchNotice, SourceIsMissing) as error:
            raise CommandError(str(error), returncode=1) from error
