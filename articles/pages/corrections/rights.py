"""Who may tell readers of a mistake, and deal with one: whoever publishes in that language."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from articles.pages.article import ArticlePage
from newsroom.users.rights import languages_where, may_in
from newsroom.users.roles import Action


def may_correct(user: AbstractBaseUser | AnonymousUser, story: ArticlePage) -> bool:
    """Whether they may put words of a correction under this story, or take them away."""
    return may_in(user, Action.PUBLISH, story.language_code)


def languages_to_correct(user: AbstractBaseUser | AnonymousUser) -> frozenset[str]:
    """The codes of the languages in which they may."""
    return languages_where(user, Action.PUBLISH)
