"""Makes the indexes anew, or goes on where a rebuild stopped, while readers search and editors publish."""

from __future__ import annotations

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.indexing.rebuilding import LEASE, Progress, RebuildIsTaken, rebuild
from search.indexing.sending import SearchIsAway
from search.management.languages import chosen_languages, ensure_configured

BAR = 30
PAUSE = 1.0


class Command(BaseCommand):
    help = "Make the index of every language anew, or of one. Searching and publishing go on meanwhile."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which languages, and whether to go on."""
        parser.add_argument("--language", metavar="CODE", help="only this language")
        parser.add_argument("--restart", action="store_true", help="begin anew where a rebuild was stopped")

    def handle(self, *args: Any, language: str | None, restart: bool, **options: Any) -> None:
        """Shows how far it is; exits with 1 where a language could not be done, after the others."""
        ensure_configured()
        failed = []
        for code in chosen_languages(language):
            try:
                self._rebuild(code, restart=restart)
            except (RebuildIsTaken, SearchIsAway) as error:
                why = "another process is making this index" if isinstance(error, RebuildIsTaken) else str(error)
                self.stderr.write(f"{code}: {why}")
                failed.append(code)
        if failed:
            raise CommandError(f"Not finished: {', '.join(failed)}. Run it again to go on.")

    def _rebuild(self, code: str, *, restart: bool) -> None:
        """Waits as long as a process that was killed is still taken for alive."""
        deadline = time.monotonic() + LEASE.total_seconds() + PAUSE
        while True:
            try:
                progress = Progress(0, 0)
                for progress in rebuild(code, restart=restart):
                    self._show(code, progress)
                self._done(code, progress)
                return
            except RebuildIsTaken:
                if time.monotonic() >= deadline:
                    raise
                time.sleep(PAUSE)

    def _show(self, code: str, progress: Progress) -> None:
        """A bar that grows, on a terminal."""
        if self.stdout.isatty():
            share = progress.written / progress.total if progress.total else 1.0
            bar = "█" * round(share * BAR)
            self.stdout.write(f"\r{code:8} {bar:·<{BAR}} {share:4.0%} {progress.written:>9,} ", ending="")

    def _done(self, code: str, progress: Progress) -> None:
        line = f"{code}: {progress.written} documents" + (f", {progress.refused} refused" if progress.refused else "")
        self.stdout.write(f"\r{line:<70}" if self.stdout.isatty() else line)
