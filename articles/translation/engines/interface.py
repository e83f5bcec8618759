"""What every engine does, and how it fails."""

from __future__ import annotations

from typing import Protocol

from django.utils.translation import gettext_lazy as _


class EngineFailed(Exception):
    """No machine text came; its words are for the person who asked."""

    words = _("The machine gave no translation.")

    def __str__(self) -> str:
        return str(self.words)


class EngineIsAway(EngineFailed):
    """It does not answer, answers too late or what nobody understands; later it may."""

    words = _("The translation machine does not answer. Try again later.")


class EngineRefused(EngineFailed):
    """It answers, and does not want to: the key, the quota, or the text."""

    words = _("The translation machine refused. Tell an administrator.")


class LanguageNotOffered(EngineFailed):
    """It does not translate between these two languages."""

    words = _("The machine does not translate between these languages.")


class Engine(Protocol):
    """A machine that translates texts."""

    name: str
    """What people know it by."""

    def offers(self, source: str, target: str) -> bool:
        """Whether it translates between two of our languages."""

    def translate(self, texts: list[str], source: str, target: str, *, is_html: list[bool]) -> list[str | None]:
        """As many texts, in their order; None where nothing usable came. Raises EngineFailed.

        Of HTML comes HTML with no other tags and links than the text itself has.
        """
