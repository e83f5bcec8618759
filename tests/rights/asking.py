"""Coming to a door: what is answered, and what the database has to write for it. Nothing of it stays."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction
from django.test import Client

from newsroom.users.models import User
from tests.rights.door import Door
from tests.rights.stage import SECRET, Desk

CHANGES = ("INSERT", "UPDATE", "DELETE")
OF_A_VISIT = ("django_session", "wagtailadmin_editingsession", "wagtailcore_pagesubscription", '"last_login"')
"""What every visit may write, whoever comes."""


@dataclass(frozen=True)
class Answer:
    """What came of it."""

    status: int
    changed: bool
    tells: bool
    """Whether the answer holds a headline that only people of the language may know."""

    @property
    def is_refusal(self) -> bool:
        """Whether it says no."""
        return self.status in {403, 404, 405}


def browser(user: User | None) -> Client:
    """Somebody's browser; what is refused is then an answer of its own, not a way back to the dashboard."""
    client = Client(headers={"x-requested-with": "XMLHttpRequest"}, raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    return client


class Written:
    """The statements that change the database, as the connection is asked to run them."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        """Notes a statement and runs it."""
        if sql.startswith(CHANGES) and not any(word in sql for word in OF_A_VISIT):
            self.statements.append(sql)
        return execute(sql, params, many, context)


def ask(client: Client, door: Door, desk: Desk) -> Answer:
    """What somebody is answered there."""
    written = Written()
    with transaction.atomic():
        address = door.address(desk)
        sent = None if door.sends is None else door.sends(desk)
        client.cookies.pop("messages", None)  # what was said at an earlier door is shown at this one
        with connection.execute_wrapper(written):
            answer = client.get(address) if sent is None else client.post(address, sent)
        text = b"" if answer.streaming else answer.content
        transaction.set_rollback(True)
    return Answer(answer.status_code, bool(written.statements), SECRET.encode() in text)


def verdict(door: Door, answer: Answer, *, gets_through: bool, may_know: bool = False) -> str:
    """What is wrong with the answer; nothing if it is as it must be.

    `may_know` is for people of the language: they are told of its drafts even where they may not do something.
    """
    if answer.status >= 500:
        found = "broke"
    elif gets_through and answer.is_refusal:
        found = "was refused"
    elif gets_through:
        found = "changed nothing" if door.sends is not None and door.writes and not answer.changed else ""
    elif answer.changed:
        found = "changed something"
    elif answer.tells and not may_know:
        found = "told what it must not"
    else:
        found = "" if answer.is_refusal or door.is_silent else "got through"
    return f"{found} ({answer.status})" if found else ""
