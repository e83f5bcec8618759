"""The texts of a part of the source, each with what the translation has for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail.whitelist import Whitelister, allow_without_attributes

from articles.pages.article import LINES
from articles.translation.limits import block_of
from articles.translation.models import Translation
from articles.translation.parts import Content, Part
from articles.translation.suggesting import unwritten
from articles.translation.units import Unit, units_of_part
from articles.translation.ways import Way, ways_in


class Shown(Whitelister):
    """Lets through how the body's texts are set, and nothing that leads or loads: links would cost a query each."""

    element_rules = dict.fromkeys(
        ("[document]", "p", "br", "b", "strong", "i", "em", "a", "ul", "ol", "li"), allow_without_attributes
    )


SHOWN = Shown()


@dataclass(frozen=True, slots=True)
class TextBeside:
    """One text of the source."""

    key: str
    label: str
    """What it is called inside its part; empty where it is the whole part."""
    shown: SafeString
    way: Way | None
    """How the translation's text came to be; None where there is none."""
    is_unwritten: bool
    """Whether the translation has nothing there but the source's own words."""

    @property
    def is_machine(self) -> bool:
        """Whether a machine made it and nobody has checked it."""
        return self.way == Way.MACHINE

    @property
    def is_reviewed(self) -> bool:
        """Whether a machine made it and somebody has checked it."""
        return self.way == Way.REVIEWED


class Texts:
    """The texts of all parts, as one version of the translation has them."""

    def __init__(self, translation: Translation, own: Content) -> None:
        self._ways: Mapping[str, Way] = ways_in(translation, own)
        self._unwritten = frozenset(unwritten(translation, own))

    def of(self, part: Part) -> list[TextBeside]:
        """Those of one part that have words."""
        return [
            TextBeside(
                key=unit.key,
                label=_label(unit),
                shown=_html(unit),
                way=self._ways.get(unit.key),
                is_unwritten=unit.key in self._unwritten,
            )
            for unit in units_of_part(part)
            if unit.words
        ]


def _label(unit: Unit) -> str:
    if unit.kind in LINES or "." not in unit.kind:
        return ""
    block = block_of(unit.kind)
    return str(block.label) if block else ""


def _html(unit: Unit) -> SafeString:
    return SafeString(SHOWN.clean(unit.text)) if unit.is_rich else format_html("<p>{}</p>", unit.text)
