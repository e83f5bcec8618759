"""An engine that is always there and translates nothing: for trying the desk, and for tests."""

from __future__ import annotations

import re

MARKUP = re.compile(r"(<[^>]*>)")
WORDS = re.compile(r"\S(?:.*\S)?", re.DOTALL)


class Practice:
    """Gives each text back, the words in brackets with the language that is wanted: plainly no translation."""

    name = "practice"

    def offers(self, source: str, target: str) -> bool:
        """Between any two languages."""
        return source != target

    def translate(self, texts: list[str], source: str, target: str, *, is_html: list[bool]) -> list[str | None]:
        """The texts, marked; markup, numbers and links are as they were."""
        return [_marked(text, target, is_html=html) for text, html in zip(texts, is_html, strict=True)]


def _marked(text: str, target: str, *, is_html: bool) -> str:
    if not is_html:
        return _in_brackets(text, target)
    pieces = MARKUP.split(text)
    return "".join(piece if number % 2 else _in_brackets(piece, target) for number, piece in enumerate(pieces))


def _in_brackets(text: str, target: str) -> str:
    return WORDS.sub(lambda found: f"[{target}: {found.group()}]", text, count=1)
