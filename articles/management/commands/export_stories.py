"""Exports stories as ninjs files with their pictures beside them."""

from __future__ import annotations

import json
import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from articles.pages.article import ArticlePage
from articles.syndication.exporting import Export
from newsroom.languages import LANGUAGES


class Command(BaseCommand):
    help = "Export stories to a folder: one ninjs 3.1 file per story, pictures and videos beside them."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to, and which stories."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--language", action="append", choices=list(LANGUAGES), help="only this one; repeatable")
        parser.add_argument("--uri", action="append", help="only this story; repeatable")
        parser.add_argument("--all", action="store_true", help="also what readers may not see now")

    def handle(self, *args: Any, folder: Path, **options: Any) -> None:
        """Prints a tab-separated line per story: language, address, uri, file."""
        stories = ArticlePage.objects.all() if options["all"] else ArticlePage.objects.visible()
        if options["language"]:
            stories = stories.filter(locale__language_code__in=options["language"])
        if options["uri"]:
            stories = stories.filter(uri__in=options["uri"])
            missing = set(options["uri"]) - set(stories.values_list("uri", flat=True))
            if missing:
                raise CommandError(f"No story to export has the uri {', '.join(sorted(missing))}.")
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise CommandError(f"{folder}: {error.strerror}") from error
        for story in stories.select_related("lead_picture", "translated_from").order_by("url_path").iterator():
            file = self._write(story, folder)
            self.stdout.write("\t".join((story.language_code, story.url_path, story.uri, str(file))))

    def _write(self, story: ArticlePage, folder: Path) -> Path:
        export = Export(story)
        for reference, stored in export.files.items():
            target = folder / reference
            target.parent.mkdir(exist_ok=True)
            with stored.open("rb") as source, target.open("wb") as copy:
                shutil.copyfileobj(source, copy)
        file = folder / (story.url_path.strip("/").replace("/", "-") + ".json")
        file.write_text(json.dumps(export.item, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        return file
