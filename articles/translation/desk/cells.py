"""How a cell of the board reads: words and an icon, so that nothing is told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.translation.board import SOURCE, Cell
from articles.translation.models.translation import Priority, Stage
from articles.translation.pressing import NONE

WORDS: dict[str, str | Promise] = {**dict(Stage.choices), SOURCE: _("Source"), NONE: _("None")}
ICONS = {
    Stage.WANTED: "plus",
    Stage.IN_PROGRESS: "edit",
    Stage.WAITING: "time",
    Stage.LIVE: "check",
    SOURCE: "doc-full",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as the template draws it."""

    cell: Cell
    words: str | Promise
    icon: str
    leads_to: str
    """`edit`, `record`, `translate` or nothing."""
    is_late: bool
    urgency: str | Promise
    """The name of a priority that is not the usual one."""


def shown(cell: Cell, *, mine: bool, wants: bool, now: datetime) -> Shown:
    """A cell for somebody: `mine` is whether they work in its language, `wants` whether they may ask others for it."""
    leads_to = ""
    if mine and cell.story:
        leads_to = "edit"
    elif mine and cell.translation:
        leads_to = "record"
    elif cell.state == NONE and (mine or wants):
        leads_to = "translate"
    is_open = cell.state not in {SOURCE, NONE} and (not cell.is_live or cell.is_stale)
    return Shown(
        cell,
        WORDS[cell.state],
        "warning" if cell.is_stale else ICONS.get(Stage(cell.state) if cell.state in Stage.values else cell.state, ""),
        leads_to,
        is_open and cell.deadline is not None and cell.deadline < now,
        Priority(cell.priority).label if is_open and cell.priority in {Priority.LEGAL, Priority.BREAKING} else "",
    )
