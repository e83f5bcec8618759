"""A door: an address of the admin, what is sent there, and who gets through."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse

from tests.rights.people import ADMINISTRATOR, Who
from tests.rights.stage import Desk

Sent = Callable[[Desk], Mapping[str, Any]]


@dataclass(frozen=True)
class Door:
    """One address with one method."""

    name: str
    """As the resolver knows it, with a word behind a space where there are several doors of one name."""
    address: Callable[[Desk], str]
    own: frozenset[Who]
    """Who gets through in their own language, to what somebody else has made."""
    foreign: frozenset[Who]
    """Who gets through in a language that is not theirs."""
    made: frozenset[Who] = field(default=frozenset())
    """Who gets through besides where they made the page themselves."""
    sends: Sent | None = None
    """What is posted; None for a GET."""
    is_silent: bool = False
    """Whether who is refused is led back without a word instead of 403 or 404; what counts is that nothing changes."""
    writes: bool = True
    """Whether a POST that gets through changes anything in the database."""

    @property
    def url_name(self) -> str:
        """The name in the resolver."""
        return self.name.partition(" ")[0]


def door(
    name: str,
    names: Callable[[Desk], Iterable[object]],
    own: frozenset[Who],
    *,
    foreign: frozenset[Who] | None = None,
    query: Callable[[Desk], str] | None = None,
    **rest: Any,
) -> Door:
    """A door whose address names these keys; in a foreign language administrators alone get through it.

    Unless it is said otherwise: nobody gets through where administrators do not in the own language.
    """
    url_name = name.partition(" ")[0]

    def address(desk: Desk) -> str:
        return reverse(url_name, args=list(names(desk))) + (query(desk) if query else "")

    return Door(name, address, own, own & ADMINISTRATOR if foreign is None else foreign, **rest)


def silent(desk: Desk) -> dict[str, str]:
    """Posts nothing."""
    return {}
