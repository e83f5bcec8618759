"""Imports stories from ninjs files."""

from __future__ import annotations

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.syndication.importing import import_file
from articles.syndication.problems import FileRefused


class Command(BaseCommand):
    help = "Import stories from files in ninjs 3.1, with the pictures beside them; each file whole or not at all."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Files, and what to do with their stories."""
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
        parser.add_argument("--publish", action="store_true", help="publish what is usable; without, it stays a draft")
        parser.add_argument("--force", action="store_true", help="also replace stories that were edited here since")

    def handle(self, *args: Any, files: list[Path], publish: bool, force: bool, **options: Any) -> None:
        """Prints a tab-separated line per story: state, language, address, uri. Exit 1 when a file was refused."""
        refused = 0
        for number, path in enumerate(files, 1):
            if len(files) > 1:
                self.stderr.write(f"{number}/{len(files)} {path}")
            try:
                imported = import_file(path, publish=publish, force=force)
            except FileRefused as refusal:
                refused += 1
                self.stderr.write(self.style.ERROR(str(refusal)))
                continue
            for warning in imported.warnings:
                self.stderr.write(self.style.WARNING(f"{path}: {warning}"))
            for outcome in imported.outcomes:
                self.stdout.write("\t".join((outcome.state, outcome.language, outcome.address, outcome.uri)))
        if refused:
            raise CommandError(f"Nothing was imported of {refused} of {len(files)} files.", returncode=1)
