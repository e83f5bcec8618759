"""The roles of people who work in a language, and what each may do there."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    """What somebody is in a language; whoever may do everything everywhere is an administrator instead."""

    WRITER = "writer", _("Writer")
    TRANSLATOR = "translator", _("Translator")
    EDITOR = "editor", _("Editor")
    CHIEF = "chief", _("Chief editor")


class Action(TextChoices):
    """What one does in a language."""

    READ_DRAFTS = "read_drafts", _("read drafts")
    WRITE = "write", _("write stories")
    TRANSLATE = "translate", _("translate stories")
    PUBLISH = "publish", _("publish stories")
    ASSIGN = "assign", _("give work to others")
    KEEP_GLOSSARY = "keep_glossary", _("change the glossary")
    RELEASE = "release", _("release stories together")
    CORRECT = "correct", _("correct stories")


MAY: dict[Role, frozenset[Action]] = {
    Role.WRITER: frozenset({Action.READ_DRAFTS, Action.WRITE}),
    Role.TRANSLATOR: frozenset({Action.READ_DRAFTS, Action.TRANSLATE}),
    Role.EDITOR: frozenset(Action),
    Role.CHIEF: frozenset(Action),
}
"""Chiefs are editors of every language of their desk, and may kill a story in all languages."""
