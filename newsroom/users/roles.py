"""The roles of people who work in a language, and what each may do there."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What somebody is in a language; whoever may do everything everywhere is an administrator instead."""

    WRITER = "writer"
    TRANSLATOR = "translator"
    EDITOR = "editor"
    CHIEF = "chief"


class Action(StrEnum):
    """What one does in a language."""

    READ_DRAFTS = "read_drafts"
    WRITE = "write"
    TRANSLATE = "translate"
    PUBLISH = "publish"
    ASSIGN = "assign"
    KEEP_GLOSSARY = "keep_glossary"


MAY: dict[Role, frozenset[Action]] = {
    Role.WRITER: frozenset({Action.READ_DRAFTS, Action.WRITE}),
    Role.TRANSLATOR: frozenset({Action.READ_DRAFTS, Action.TRANSLATE}),
    Role.EDITOR: frozenset(Action),
    Role.CHIEF: frozenset(Action),
}
"""Chiefs are editors of every language of their desk, and may kill a story in all languages."""
