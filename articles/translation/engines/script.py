"""The engine of languages that are written in two scripts: no machine of others is asked."""

from __future__ import annotations

from collections.abc import Mapping

from articles.translation.scripts import convert, is_pair


class ScriptChange:
    """Serbian and Uzbek, from one script into the other."""

    name = "script"

    def __init__(self, names: Mapping[str, str] | None = None) -> None:
        self._names = names or {}

    def offers(self, source: str, target: str) -> bool:
        """Between the two scripts of one language."""
        return is_pair(source, target)

    def translate(self, texts: list[str], source: str, target: str, *, is_html: list[bool]) -> list[str | None]:
        """The texts in the other script."""
        return [
            convert(text, source, target, is_html=html, names=self._names)
            for text, html in zip(texts, is_html, strict=True)
        ]
