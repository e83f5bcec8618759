"""How a cell of the board reads: words and an icon, so that nothing is told by colour alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from articles.translation.board import KILLED, SOURCE, Cell
from articles.translation.desk.screens import address
from articles.translation.models.translation import Priority, Stage
from articles.translation.pressing import NONE

WORDS: dict[str, str | Promise] = {**dict(Stage.choices), SOURCE: _("Source"), KILLED: _("Killed"), NONE: _("None")}
ICONS: dict[str, str] = {
    Stage.WANTED: "plus",
    Stage.IN_PROGRESS: "edit",
    Stage.WAITING: "time",
    Stage.LIVE: "check",
    SOURCE: "doc-full",
    KILLED: "no-view",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A cell as the template draws it."""

    cell: Cell
    words: str | Promise
    icon: str
    href: str
    """Where it leads; nothing for what the person has no business with."""
    is_late: bool
    urgency: str | Promise
    """The name of a priority that is not the usual one."""


def shown(cell: Cell, source: int, *, mine: bool, wants: bool, now: datetime) -> Shown:
    """A cell for somebody: `mine` is whether they work in its language, `wants` whether they may ask others for it."""
    href = ""
    if mine and cell.story:
        href = reverse("wagtailadmin_pages:edit", args=[cell.story])
    elif mine and cell.translation:
        href = address("record", cell.translation)
    elif cell.state == NONE and (mine or wants):
        href = f"{address('translate', source)}?language={cell.code}"
    is_open = cell.state not in {SOURCE, NONE, KILLED} and (not cell.is_live or cell.is_stale)
    return Shown(
        cell,
        WORDS[cell.state],
        "warning" if cell.is_stale else ICONS.get(cell.state, ""),
        href,
        is_open and cell.deadline is not None and cell.deadline < now,
        Priority(cell.priority).label if is_open and cell.priority in {Priority.LEGAL, Priority.BREAKING} else "",
    )
