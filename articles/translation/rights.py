"""What somebody may do with the translation of a story."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from articles.pages.article import ArticlePage
from newsroom.users.rights import may_in
from newsroom.users.roles import Action

Person = AbstractBaseUser | AnonymousUser


def may_read(user: Person, story: ArticlePage) -> bool:
    """Whether they may read the newest words of a story: what readers see, anybody in the admin may."""
    return story.is_visible or may_in(user, Action.READ_DRAFTS, story.language_code)


def may_edit(user: Person, story: ArticlePage) -> bool:
    """Whether they may change the story, by the rights on its page; somebody else's lock does not count here."""
    return bool(story.permissions_for_user(user).can_edit())


def may_make(user: Person, code: str) -> bool:
    """Whether they may make a translation into this language."""
    return may_in(user, Action.TRANSLATE, code) or may_in(user, Action.WRITE, code)
