"""A report on a returned file as its screen shows it: the source, what stands here, what came, what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from articles.translation.files.inline import words_of
from articles.translation.files.judging import Judgement, Outcome
from articles.translation.files.returning import Report
from articles.translation.parts import Part
from articles.translation.screen.beside import label_of
from articles.translation.ways import Way

LONGEST = 400
"""Characters of each text that are shown."""
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Row:
    """One text of the file."""

    label: str
    key: str
    """Its name in the file, for those who look for it there."""
    source: str
    own: str
    came: str
    outcome: str
    told: tuple[str, ...]
    """What becomes of it, and why."""


def rows_of(report: Report) -> list[Row]:
    """Every text, what is wrong first; no queries."""
    return [_row(judgement) for judgement in report.most_urgent_first]


def told(judgement: Judgement) -> tuple[str, ...]:
    """What becomes of a text, in words."""
    if judgement.outcome is Outcome.REFUSED:
        return judgement.problems
    words = {
        Outcome.NEW: gettext("New"),
        Outcome.UNCHANGED: gettext("As it is here"),
        Outcome.BLANK: gettext("Not translated"),
        Outcome.GONE: gettext("Not in this translation any more"),
    }
    found = [words[judgement.outcome]]
    if judgement.outcome is Outcome.NEW:
        if judgement.returned.is_machine:
            found.append(str(Way.MACHINE.label))
        if judgement.is_older:
            found.append(gettext("The source has changed since: the part stays marked."))
        if judgement.is_overtaken:
            found.append(gettext("Somebody may have written here since the file left."))
    return tuple(found)


def _row(judgement: Judgement) -> Row:
    unit, own = judgement.unit, judgement.own
    return Row(
        label=label_of(Part(unit.part, unit.kind.split(".")[0], None)) if unit else "",
        key=judgement.returned.key[:LONGEST_NAME],
        source=unit.words[:LONGEST] if unit else "",
        own=own.words[:LONGEST] if own else "",
        came=" ".join(words_of(judgement.returned.target).split())[:LONGEST],
        outcome="doubtful" if judgement.is_doubtful else judgement.outcome.value,
        told=told(judgement),
    )
