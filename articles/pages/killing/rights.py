"""Who may kill a story and revive it."""

from __future__ import annotations

from articles.legal.access import User, may
from articles.pages.article import ArticlePage
from newsroom.users.rights import may_in
from newsroom.users.roles import Action

MAY_KILL = "articles.kill_story"


def may_kill(user: User, story: ArticlePage) -> bool:
    """Whether they may take this story down in every language: publishers of its language who hold the right."""
    return may(user, MAY_KILL) and may_in(user, Action.PUBLISH, story.language_code)
