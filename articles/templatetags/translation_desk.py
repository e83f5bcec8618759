"""Words of the translation desk."""

from __future__ import annotations

from django import template

from articles.pages.article import ArticlePage
from articles.translation.reading import headline_for
from newsroom.users.rights import Person

register = template.Library()


@register.filter
def known_to(story: ArticlePage, person: Person) -> str:
    """The headline of a story as a person may know it."""
    return headline_for(person, story)
