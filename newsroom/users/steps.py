"""Asking twice: what the first answer hands to the second, signed, for one person, one purpose and one state."""

from __future__ import annotations

from typing import Any

from django.core import signing
from django.http import QueryDict

from newsroom.users.models import User

SALT = "newsroom.users.steps"
MINUTES = 15


class StepIsRefused(ValueError):
    """The second answer does not follow from a first one of the same person about the same state."""


def sign_step(user: User, purpose: str, state: str, data: QueryDict) -> str:
    """What the first answer hands to the second: everything that was entered, and the state that it was about."""
    entered = {name: values for name, values in data.lists() if name not in {"csrfmiddlewaretoken", "step"}}
    return signing.dumps(
        {"user": user.pk, "purpose": purpose, "state": state, "entered": entered}, salt=SALT, compress=True
    )


def read_step(step: str, user: User, purpose: str, state: str) -> QueryDict:
    """What was entered first.

    Raises StepIsRefused for a step that was forged, is old, is another's or for something else, or whose state has
    changed since: so a step counts once.
    """
    try:
        payload: dict[str, Any] = signing.loads(step, salt=SALT, max_age=MINUTES * 60)
    except signing.BadSignature as error:
        raise StepIsRefused from error
    entered = payload.pop("entered")
    if payload != {"user": user.pk, "purpose": purpose, "state": state}:
        raise StepIsRefused
    data = QueryDict(mutable=True)
    for name, values in entered.items():
        data.setlist(name, values)
    return data
