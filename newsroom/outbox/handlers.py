"""Who delivers: one handler for each destination, registered by a higher room in its `AppConfig.ready()`.

A handler may be given a message twice (the worker died after it was sent and before that was noted), so to handle it
again must do no harm. It must give up by itself well before a lease ends (`models.LEASE`): its own timeouts are
seconds. It runs outside any transaction. A payload says what changed; what is true now is read when it is sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from newsroom.outbox.models import LONGEST_DESTINATION, Message

NAME = re.compile(rf"[a-z][a-z0-9_-]{{0,{LONGEST_DESTINATION - 1}}}")


class DeliveryFailure(Exception):
    """The destination did not take the messages; its text is kept and shown, so it names no secret."""


class PermanentFailure(DeliveryFailure):
    """The destination will never take it: the message is parked at once."""


class DestinationIsTaken(ValueError):
    """Two handlers want the same destination."""


class DestinationIsRefused(ValueError):
    """The name is not one short word of small Latin letters, digits, hyphens and underscores."""


Results = Mapping[str, str | PermanentFailure]
"""Key → why this message was refused; messages that are not in it were delivered."""

Handler = Callable[[Sequence[Message]], Results]
"""Delivers messages with different keys. Raises when it could deliver none, or does not know."""


@dataclass(frozen=True, slots=True)
class Registration:
    """A handler and the question whether this installation has its destination."""

    handler: Handler
    is_configured: Callable[[], bool]


_registrations: dict[str, Registration] = {}


def register(destination: str, handler: Handler, *, is_configured: Callable[[], bool]) -> None:
    """Makes the handler the one of the destination.

    Raises DestinationIsTaken where there is one, DestinationIsRefused for a name that is none.
    """
    if not NAME.fullmatch(destination):
        raise DestinationIsRefused(destination[:LONGEST_DESTINATION])
    if destination in _registrations:
        raise DestinationIsTaken(destination)
    _registrations[destination] = Registration(handler, is_configured)


def unregister(destination: str) -> None:
    """Takes the handler away; does nothing where there is none."""
    _registrations.pop(destination, None)


def handler_of(destination: str) -> Handler:
    """The handler of a destination that has one."""
    return _registrations[destination].handler


def is_configured(destination: str) -> bool:
    """Whether something would come of a message to it; a destination that nobody registered is not configured."""
    registration = _registrations.get(destination)
    return registration is not None and registration.is_configured()


def configured() -> list[str]:
    """Every destination that is configured, in the order of registration."""
    return [name for name in _registrations if is_configured(name)]
