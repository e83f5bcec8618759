"""The files of synonyms: one for each language, in Solr's format, edited by the desk."""

from __future__ import annotations

from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "synonyms"


@cache
def synonyms(name: str) -> tuple[str, ...]:
    """The rules of `synonyms/<name>.txt`, without comments and empty lines; none where there is no file."""
    path = FOLDER / f"{name}.txt"
    if not path.is_file():
        return ()
    lines = (line.split("#", 1)[0].strip() for line in path.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line)
