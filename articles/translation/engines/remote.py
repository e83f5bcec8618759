"""Engines of others, reached over HTTP, in the two dialects that many servers speak."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from articles.translation.engines import codes
from articles.translation.engines.batches import batches
from articles.translation.engines.connection import SECONDS, ask
from articles.translation.engines.holding import Held, hold, plain
from articles.translation.engines.interface import EngineIsAway, LanguageNotOffered


class Remote:
    """What both dialects have in common: names of languages, batches, and care for what comes back."""

    name = ""
    sources: dict[str, str] = {}
    targets: dict[str, str] = {}
    more: dict[str, str] = {}

    def __init__(
        self, address: str, key: str = "", languages: Collection[str] = (), *, seconds: float = SECONDS
    ) -> None:
        self._address, self._key, self._languages, self._seconds = address.rstrip("/"), key, languages, seconds

    def offers(self, source: str, target: str) -> bool:
        """Whether both languages have a name here, and the configuration does not leave one out."""
        return bool(source != target and self._named(source, self.sources) and self._named(target, self.targets))

    def translate(self, texts: list[str], source: str, target: str, *, is_html: list[bool]) -> list[str | None]:
        """See `Engine`. Raises EngineIsAway, EngineRefused, LanguageNotOffered."""
        ours, theirs = self._named(source, self.sources), self._named(target, self.targets)
        if source == target or not ours or not theirs:
            raise LanguageNotOffered
        sent = [codes.outward(text, source, is_html=html) for text, html in zip(texts, is_html, strict=True)]
        held = [hold(text) if html else Held(text, []) for text, html in zip(sent, is_html, strict=True)]
        found: list[str | None] = [None] * len(texts)
        for batch in batches([one.text for one in held], is_html):
            kind = is_html[batch[0]]
            answers = self._answers(self.ask([held[place].text for place in batch], ours, theirs, is_html=kind))
            if len(answers) != len(batch):
                raise EngineIsAway
            for place, answer in zip(batch, answers, strict=True):
                usable = held[place].restored(answer) if kind else plain(answer)
                found[place] = None if usable is None else codes.inward(usable, target, is_html=kind)
        return found

    def ask(self, texts: list[str], source: str, target: str, *, is_html: bool) -> Any:
        """What the server says to these texts of one kind."""
        raise NotImplementedError("each server is asked in its own words")

    def _answers(self, said: Any) -> list[str]:
        if not isinstance(said, list) or not all(isinstance(text, str) for text in said):
            raise EngineIsAway
        return said

    def _named(self, code: str, names: dict[str, str]) -> str | None:
        code = codes.THROUGH.get(code, code)
        if self._languages:
            return {**self.more, **names}.get(code) if code in self._languages else None
        return names.get(code)


class LibreTranslate(Remote):
    """A server that speaks as LibreTranslate does."""

    name = "LibreTranslate"
    sources = targets = codes.LIBRETRANSLATE
    more = codes.LIBRETRANSLATE_MORE

    def ask(self, texts: list[str], source: str, target: str, *, is_html: bool) -> Any:
        """One question."""
        body = {"q": texts, "source": source, "target": target, "format": "html" if is_html else "text"}
        if self._key:
            body["api_key"] = self._key
        said = ask(f"{self._address}/translate", body, seconds=self._seconds)
        return said.get("translatedText") if isinstance(said, dict) else None


class DeepL(Remote):
    """A server that speaks as DeepL does."""

    name = "DeepL"
    sources, targets, more = codes.DEEPL_SOURCES, codes.DEEPL_TARGETS, codes.DEEPL_MORE

    def ask(self, texts: list[str], source: str, target: str, *, is_html: bool) -> Any:
        """One question."""
        body: dict[str, Any] = {"text": texts, "source_lang": source, "target_lang": target}
        if is_html:
            body["tag_handling"] = "html"
        headers = {"Authorization": f"DeepL-Auth-Key {self._key}"}
        said = ask(f"{self._address}/v2/translate", body, headers, seconds=self._seconds)
        rows = said.get("translations") if isinstance(said, dict) else None
        return [row.get("text") if isinstance(row, dict) else None for row in rows] if isinstance(rows, list) else None
