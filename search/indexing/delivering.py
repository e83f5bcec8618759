"""The outbox's handler of the search: what is true of the stories now, sent in one bulk.

While an index of a language is being filled, its documents go there as well; see `search.indexing.rebuilding` for why
that loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from newsroom.outbox import handlers
from newsroom.outbox.handlers import PermanentFailure, Results
from newsroom.outbox.models import Message
from search.client import is_configured
from search.documents import document_of, tombstone
from search.facts import facts_of
from search.indexing.keys import DESTINATION, KeyIsForeign, story_of
from search.indexing.numbers import draw
from search.indexing.sending import CannotBeWritten, Refusal, SearchIsAway, Writing, send, writing
from search.models import Rebuild
from search.names import alias_of, next_alias_of


def register() -> None:
    """Makes the search known to the outbox."""
    handlers.register(DESTINATION, deliver, is_configured=is_configured)


def deliver(messages: Sequence[Message]) -> Results:
    """Writes the documents of the stories that the messages name, or their tombstones.

    Raises SearchIsAway where Elasticsearch took none of them.
    """
    failures: dict[str, str | PermanentFailure] = {}
    stories: dict[str, tuple[str, int]] = {}
    for message in messages:
        try:
            stories[message.key] = story_of(message.key)
        except KeyIsForeign as error:
            failures[message.key] = PermanentFailure(str(error))
    number = draw()  # before anything is looked at
    building = set(Rebuild.objects.filter(finished_at=None).values_list("language", flat=True))
    writings: list[Writing] = []
    keys: list[str] = []
    for key, code, page, document in _documents(stories):
        aliases = [alias_of(code), next_alias_of(code)] if code in building else [alias_of(code)]
        try:
            made = [writing(alias, page, document, number) for alias in aliases]
        except CannotBeWritten as error:
            failures[key] = PermanentFailure(f"The document cannot be written: {error}")
            continue
        writings += made
        keys += [key] * len(made)
    outcomes = send(writings)
    excused = {alias_of(code) for code in building}  # a first index is found under its alias once it is filled
    refused = {
        key: outcome
        for key, each, outcome in zip(keys, writings, outcomes, strict=True)
        if outcome and not (outcome.is_missing_index and each.alias in excused)
    }
    if refused and refused.keys() == set(keys) and not any(outcome.is_final for outcome in refused.values()):
        raise SearchIsAway(str(next(iter(refused.values()))))
    return failures | {key: _failure(outcome) for key, outcome in refused.items()}


def _documents(stories: dict[str, tuple[str, int]]) -> list[tuple[str, str, int, dict[str, Any]]]:
    """Key, language, page and document; a story that is gone, or is of another language, is dead in this one."""
    known = facts_of([page for _, page in stories.values()])
    return [
        (
            key,
            code,
            page,
            document_of(known[page]) if page in known and known[page].language == code else tombstone(page, code),
        )
        for key, (code, page) in stories.items()
    ]


def _failure(refusal: Refusal) -> str | PermanentFailure:
    return PermanentFailure(str(refusal)) if refusal.is_final else str(refusal)
