"""How each text of a translation came to be: by a person, by a machine, or by a machine and read by a person.

What is kept is the way of a *text*, not of a place: whoever edits what a machine made makes it their own, and whoever
goes back to it has the machine's again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import models, transaction
from django.dispatch import Signal
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, log

from articles.translation.markup import plain_markup
from articles.translation.models import Translation
from articles.translation.parts import Content
from articles.translation.units import Unit, units_of

reviewed = Signal()
"""Sent with a translation as `instance`, in the transaction in which texts of it are taken as checked."""

MOST_TEXTS = 5
"""Texts of one unit that are remembered: the public version may have another than the draft."""
REVIEWED_TEXT = "articles.translation.review"
"""The action in the log."""


class Way(models.TextChoices):
    """How a text came to be."""

    HUMAN = "human", _("By a person")
    MACHINE = "machine", _("By a machine")
    REVIEWED = "reviewed", _("By a machine, checked")


def ways_in(translation: Translation, content: Content) -> dict[str, Way]:
    """The way of each text of a version that is not empty."""
    return {key: _way(translation.ways, unit) for key, unit in units_of(content).items() if unit.words}


def count_machine(translation: Translation, content: Content) -> int:
    """How many texts of a version a machine made and nobody has reviewed."""
    if not translation.ways:
        return 0
    return sum(way == Way.MACHINE for way in ways_in(translation, content).values())


@transaction.atomic
def note_machine(translation: Translation, texts: Mapping[str, str], *, engine: str) -> None:
    """Remembers that these texts came from a machine; what somebody has checked stays checked."""
    row = _locked(translation)
    for key, text in texts.items():
        digest = digest_of(text)
        _keep(row.ways, key, digest, row.ways.get(key, {}).get(digest) or [Way.MACHINE.value, engine])
    _store(translation, row)


@transaction.atomic
def review(
    translation: Translation, unit_keys: Iterable[str], content: Content, *, by: AbstractBaseUser | None
) -> list[str]:
    """Takes the machine's texts of these units, as this version has them, as read by a person; gives their names."""
    row, units = _locked(translation), units_of(content)
    found = [key for key in dict.fromkeys(unit_keys) if key in units and _way(row.ways, units[key]) == Way.MACHINE]
    for key in found:
        digest = digest_of(units[key].text)
        _keep(row.ways, key, digest, [Way.REVIEWED.value, row.ways[key][digest][1]])
    if found:
        _store(translation, row)
        if row.story:
            log(row.story, REVIEWED_TEXT, user=by, data={"units": found})
        reviewed.send(sender=Translation, instance=row)
    return found


def digest_of(text: str) -> str:
    """The same for texts that readers cannot tell apart."""
    return hashlib.sha256(plain_markup(text).encode()).hexdigest()[:24]


def register_actions(actions: LogActionRegistry) -> None:
    """Registers the action with Wagtail."""
    actions.register_action(REVIEWED_TEXT, _("Check a machine's texts"), _("Checked a machine's texts"))


def _way(stored: Mapping[str, Mapping[str, list[Any]]], unit: Unit) -> Way:
    known = stored.get(unit.key)
    row = known.get(digest_of(unit.text)) if known else None
    return Way(row[0]) if row else Way.HUMAN


def _keep(stored: dict[str, dict[str, list[Any]]], key: str, digest: str, row: list[Any]) -> None:
    texts = stored.setdefault(key, {})
    texts.pop(digest, None)
    texts[digest] = row
    for oldest in list(texts)[:-MOST_TEXTS]:
        del texts[oldest]


def _locked(translation: Translation) -> Translation:
    return Translation.objects.select_for_update(of=("self",)).select_related("story").get(pk=translation.pk)


def _store(translation: Translation, row: Translation) -> None:
    row.save(update_fields=["ways"])
    translation.ways = row.ways
