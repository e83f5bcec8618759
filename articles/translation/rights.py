"""Who may change a translation."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from articles.pages.article import ArticlePage

Person = AbstractBaseUser | AnonymousUser


def may_edit(user: Person, story: ArticlePage) -> bool:
    """Whether they may change the story, by the rights on its page; somebody else's lock does not count here."""
    return bool(story.permissions_for_user(user).can_edit())
