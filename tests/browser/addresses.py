"""Which pages are read, in which languages."""

from __future__ import annotations

CODES = ("en", "ru", "fa", "ps", "ka")
"""Latin, Cyrillic, Arabic (with Persian and with Pashto letters) and Georgian script."""
RIGHT_TO_LEFT = ("fa", "ps")
KINDS = ("home", "section", "story", "films", "not found", "person", "agency", "legal", "explanation")
"""Kinds of page that every language has; `films` is a story with players and an embed that have nothing to play."""
EVERY_LANGUAGE = "/"
"""The page on which a reader chooses a language."""
