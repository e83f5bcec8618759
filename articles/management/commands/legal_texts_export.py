"""Exports the texts of a notice for translation."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from articles.legal.exchange.asking import NobodyOfThatName, NoSuchNotice, notice_for, user_named
from articles.legal.exchange.files import FORMATS
from articles.legal.exchange.leaving import SourceIsMissing, ensure_may_leave, leave
from articles.legal.exchange.rows import Row

ENDINGS = {f".{row.ending}": name for name, row in FORMATS.items()}


class Command(BaseCommand):
    help = "Write the texts of a notice in all languages to a file: CSV (.csv), XLIFF 1.2 (.xlf) or XLIFF 2.0 (.zip)."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which notice, where to, and who asks."""
        parser.add_argument("key", help="the key of the notice")
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--user", metavar="NAME", help="who asks; without, sealed notices are not there")
        parser.add_argument("--format", choices=list(FORMATS), help="the kind of file; without, its ending says it")

    def handle(self, *args: Any, key: str, file: Path, user: str | None, **options: Any) -> None:
        """Prints a tab-separated line per language: code, state, version of its text."""
        name = options["format"] or ENDINGS.get(file.suffix.lower())
        if name is None:
            raise CommandError(f"{file}: say with --format which kind of file it is.", returncode=1)
        rows = self._rows(key, user)
        try:
            file.write_bytes(FORMATS[name].write(rows))
        except OSError as error:
            raise CommandError(f"{file}: {error.strerror}", returncode=1) from error
        for row in rows:
            self.stdout.write("\t".join((row.language, row.state.value, str(row.number))))

    def _rows(self, key: str, user: str | None) -> list[Row]:
        try:
            who = user_named(user) if user is not None else None
            notice = notice_for(who, key)
            if who:
                ensure_may_leave(who, notice)
            return leave(notice)
        except PermissionDenied as error:
            raise CommandError(f"{user} may not read this notice.", returncode=1) from error
        except (NobodyOfThatName, NoSuchNotice, SourceIsMissing) as error:
            raise CommandError(str(error), returncode=1) from error
