"""Evidence of what readers were shown."""

from __future__ import annotations

import os
import tempfile
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.legal.evidence.answering import NothingAnswered
from articles.legal.evidence.archive import archive
from articles.legal.evidence.asking import QuestionIsUnclear, ask
from articles.legal.evidence.gathering import evidence


class Command(BaseCommand):
    help = "Show what a reader of an address met at a past moment in a region, and why; exit 1 when nothing was there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The question, and where to put the answer."""
        parser.add_argument("--url", required=True, help="the address as it was at that moment")
        parser.add_argument("--at", required=True, help="the moment with its time zone: 2026-03-01T12:00:00Z")
        parser.add_argument("--region", required=True, help="RU, UA-43 or unknown")
        parser.add_argument(
            "--language", default="", metavar="CODE", help="of the reader; that of the address if absent"
        )
        parser.add_argument("--output", type=Path, metavar="FILE", help="write a signed archive (ZIP) instead of JSON")

    def handle(
        self, *args: Any, url: str, at: str, region: str, language: str, output: Path | None, **options: Any
    ) -> None:
        """Prints canonical JSON, or writes the archive."""
        try:
            found = evidence(ask(url=url, at=at, region=region, language=language))
        except (QuestionIsUnclear, NothingAnswered) as refused:
            raise CommandError(str(refused), returncode=1) from refused
        if output is None:
            self.stdout.write(found.as_json().decode())
            return
        try:
            _write(output, archive(found))
        except (OSError, ValueError) as error:
            raise CommandError(f"{output}: {getattr(error, 'strerror', None) or error}", returncode=1) from error
        self.stdout.write(f"{output}: evidence for {found.question.address}")


def _write(path: Path, content: bytes) -> None:
    """Puts the file there whole or not at all."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".evidence-", delete=False) as draft:
        try:
            draft.write(content)
            draft.close()
            os.replace(draft.name, path)
        except OSError:
            os.unlink(draft.name)
            raise
