"""Words of the translation screen."""

from __future__ import annotations

from django import template

from articles.translation.changes import ChangeKind
from articles.translation.marks import Mark
from articles.translation.screen.beside import word_of, word_of_mark

register = template.Library()


@register.filter
def change_word(kind: ChangeKind) -> str:
    """A kind of change in a word."""
    return word_of(kind)


@register.filter
def mark_word(mark: Mark) -> str:
    """What a translation does on purpose, in a few words."""
    return word_of_mark(mark)
