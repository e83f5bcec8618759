"""The checks of one version of a translation."""

from __future__ import annotations

from dataclasses import dataclass

from articles.translation.checking import Finding, findings
from articles.translation.glossary import terms_for
from articles.translation.known_names import known_names
from articles.translation.models import Translation
from articles.translation.parts import Content, Part
from articles.translation.screen.beside import label_of
from articles.translation.staleness import source_content
from articles.translation.units import units_of


@dataclass(frozen=True, slots=True)
class CheckedText:
    """One finding and where it is."""

    finding: Finding
    part: str
    label: str
    text: str
    """The beginning of the translation's text."""


SHOWN = 60


def checked(translation: Translation, content: Content, code: str) -> list[CheckedText]:
    """What is worth a second look in a version, in its order; as many queries for a long story as for a short one."""
    source_code = translation.source.language_code
    names = known_names(translation.source, source_code, code)
    found = findings(source_content(translation), content, source_code, code, terms_for(source_code, code), names)
    units = units_of(content)
    rows = []
    for finding in found:
        unit = units[finding.unit]
        label = label_of(Part(unit.part, unit.kind.split(".")[0], None))
        rows.append(CheckedText(finding, unit.part, label, unit.words[:SHOWN]))
    return rows
