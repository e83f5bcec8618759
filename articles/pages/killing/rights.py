"""Who may kill a story and revive it."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser

from articles.pages.article import ArticlePage
from newsroom.users.rights import may_in
from newsroom.users.roles import Action

MAY_KILL = "articles.kill_story"


def may_kill(user: AbstractBaseUser | AnonymousUser, story: ArticlePage) -> bool:
    """Whether they may take this story down in every language: publishers of its language who hold the right."""
    holds = getattr(user, "is_active", False) and user.has_perm(MAY_KILL)  # type: ignore[union-attr]
    return bool(holds and may_in(user, Action.PUBLISH, story.language_code))
