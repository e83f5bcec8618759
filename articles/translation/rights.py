"""Who may change a translation, and who has the work on it."""

from __future__ import annotations

from articles.pages.article import ArticlePage
from articles.translation.models import Translation
from newsroom.users.rights import Person


def may_edit(user: Person, story: ArticlePage) -> bool:
    """Whether they may change the story, by the rights on its page; somebody else's lock does not count here."""
    return bool(story.permissions_for_user(user).can_edit())


def is_locked_for(user: Person, story: ArticlePage) -> bool:
    """Whether somebody else holds the story, or it waits for approval by others."""
    lock = story.get_lock()
    return bool(lock and lock.for_user(user))


def who_works_on(story: ArticlePage) -> set[int]:
    """The key of the user who has the translation to do; for the registry of pages."""
    rows = Translation.objects.filter(story=story.pk, assignee__isnull=False)
    return {key for key in rows.values_list("assignee_id", flat=True) if key is not None}
