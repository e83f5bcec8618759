"""Reads the demo's content: one folder per story, one TOML file per language, and one per desk."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsroom.languages import LANGUAGES

FOLDER = Path(__file__).parent / "content"
IMAGES = Path(__file__).parent / "images"
DESKS = "desk"

Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class DemoStory:
    """A story: what is the same in every language, and its text by language code."""

    slug: str
    facts: Table
    texts: dict[str, Table]

    @property
    def languages(self) -> list[str]:
        """The codes in which it is told, English, from which the others were translated, first."""
        return sorted(self.texts, key=lambda code: (code != "en", list(LANGUAGES).index(code)))


def desks() -> dict[str, Table]:
    """How each language names the newsroom, its people and places, by language code."""
    return {code: _read(FOLDER / DESKS / f"{code}.toml") for code in LANGUAGES}


def stories() -> list[DemoStory]:
    """Every story, the oldest first."""
    folders = [folder for folder in FOLDER.iterdir() if (folder / "story.toml").is_file()]
    return sorted((_story(folder) for folder in folders), key=lambda story: story.facts["updated"])


def _story(folder: Path) -> DemoStory:
    texts = {file.stem: _read(file) for file in folder.glob("*.toml") if file.stem != "story"}
    return DemoStory(folder.name, _read(folder / "story.toml"), texts)


def _read(file: Path) -> Table:
    with file.open("rb") as source:
        return tomllib.load(source)
