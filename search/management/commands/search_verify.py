"""Compares the indexes with the database, and names each difference."""

from __future__ import annotations

import time
from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from newsroom.outbox.depth import pending
from search.indexing.keys import DESTINATION
from search.indexing.sending import SearchIsAway
from search.indexing.verifying import MOST_DIFFERENCES, Finding, verify
from search.management.languages import chosen_languages, ensure_configured
from search.names import alias_of

PAUSE = 0.5
LONGEST_WAIT = 24 * 3600.0


class Command(BaseCommand):
    help = "Compare the index of every language, or of one, with the database. Exits with 1 where they differ."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which languages, and how long to wait for the worker."""
        parser.add_argument("--language", metavar="CODE", help="only this language")
        parser.add_argument(
            "--wait", metavar="SECONDS", type=_seconds, default=0.0, help="first wait until no change waits any more"
        )

    def handle(self, *args: Any, language: str | None, wait: float, **options: Any) -> None:
        """One line for each language, and one for each difference."""
        ensure_configured()
        self._wait(wait)
        findings = []
        for code in chosen_languages(language):
            try:
                findings.append(verify(code))
            except SearchIsAway as error:
                raise CommandError(f"{code}: {error}") from error
            self._tell(findings[-1])
        bad = [finding.language for finding in findings if not finding.is_good]
        if bad:
            raise CommandError(f"The index differs from the database in {', '.join(bad)}.")

    def _wait(self, seconds: float) -> None:
        """A change that still waits is no difference, but nothing is proved about it either."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline and pending(DESTINATION).count:
            time.sleep(PAUSE)

    def _tell(self, finding: Finding) -> None:
        waiting = f", {finding.waiting} changes wait in the outbox" if finding.waiting else ""
        state = "the same" if finding.is_good else f"{len(finding.differences)} differ"
        if finding.index_is_missing:
            state = f"{alias_of(finding.language)} leads to no index"
        self.stdout.write(f"{finding.language}: {finding.stories} published stories, {state}{waiting}")
        for difference in finding.differences:
            self.stdout.write(f"  {difference}")
        if len(finding.differences) >= MOST_DIFFERENCES:
            self.stdout.write("  … and perhaps more")


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = -1.0
    if not 0 <= seconds <= LONGEST_WAIT:  # what is not a number is in no range
        raise ArgumentTypeError("a number of seconds, at most a day")
    return seconds
