"""What higher rooms add to a story: related stories, notes for the reader, panels, who works on it, what is due.

A higher room registers a function in its `AppConfig.ready()`; a second registration under one name is an error.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Generic, TypeVar

from wagtail.admin.panels import MultiFieldPanel
from wagtail.models import Page

Function = TypeVar("Function", bound=Callable[..., Any])


class NameIsTaken(ValueError):
    """Two functions want the same name in one registry."""


class Registry(Generic[Function]):
    """Named functions, in the order of their registration."""

    def __init__(self) -> None:
        self._functions: dict[str, Function] = {}

    def register(self, name: str, function: Function) -> None:
        """Adds a function. Raises NameIsTaken for a name that another function has."""
        if self._functions.get(name, function) is not function:
            raise NameIsTaken(name)
        self._functions[name] = function

    def all(self) -> list[Function]:
        """Every function, the latest first, so that a higher room's word comes before the default."""
        return list(reversed(self._functions.values()))


related: Registry[Callable[..., Any]] = Registry()
"""Story and number wanted → stories, or None to leave it to the next function."""

story_notes: Registry[Callable[..., Any]] = Registry()
"""Story → notes for its reader (safe markup), each about this story in this language."""

editor_panels: Registry[Callable[..., Any]] = Registry()
"""Nothing → panels for the story editor's form."""


workers: Registry[Callable[..., Any]] = Registry()
"""Story → keys of the users who have the work on it."""

due: Registry[Callable[[datetime], list[Page]]] = Registry()
"""Moment → pages that changed state, for what else is due by then; called by the worker each minute."""


class RegisteredPanels(MultiFieldPanel):
    """The panels that rooms have registered for the story's editor, read when the form is first made."""

    def on_model_bound(self) -> None:
        """Takes the panels up."""
        self.children = [panel for make in editor_panels.all() for panel in make()]
        super().on_model_bound()
