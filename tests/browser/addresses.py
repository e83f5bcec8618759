"""Which pages are read, in which languages."""

from __future__ import annotations

CODES = ("en", "ru", "fa", "ps", "ka")
"""Latin, Cyrillic, Arabic (with Persian and with Pashto letters) and Georgian script."""
RIGHT_TO_LEFT = ("fa", "ps")
KINDS = (
    "home",
    "section",
    "story",
    "films",
    "not found",
    "person",
    "agency",
    "legal",
    "explanation",
    "search",
    "found",
    "nothing found",
    "beyond",
)
"""Kinds of page that every language has; `films` is a story with players and an embed that have nothing to play.
`search` is the search before there are words, `found` one for words of the flagship story, `beyond` a page after its
last."""
EVERY_LANGUAGE = "/"
"""The page on which a reader chooses a language."""
