"""Pages that let the ledger know who publishes, unpublishes or moves them, when code says so by `user=`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from wagtail.log_actions import LogContext, get_active_log_context
from wagtail.models import Page, Revision

from articles.pages.keeping import is_kept


@contextmanager
def acting(user: AbstractBaseUser | None) -> Iterator[None]:
    """Has everything inside be done by this user; by whoever acts already, where none is named.

    The admin does the same for its requests. What is done belongs to the same group of log entries as before.
    """
    active = get_active_log_context()
    if user is None or user == active.user:
        yield
        return
    context = LogContext(user=user, generate_uuid=active.uuid is None)
    context.uuid = active.uuid or context.uuid
    with context:
        yield


class RecordedPage(Page):
    """A page for readers: what happens to it is done by somebody, and what readers saw of it stays."""

    class Meta:
        abstract = True

    def save_revision(self, *args: Any, overwrite_revision: Revision | None = None, **options: Any) -> Revision:
        """Saves a version; a new one where the one to be written over must stay as it was.

        An editor's form saves itself every few seconds into the version that it began with, which somebody else may
        have published or translated meanwhile.
        """
        if overwrite_revision and overwrite_revision == self.get_latest_revision() and is_kept(overwrite_revision):
            overwrite_revision = None
        revision: Revision = super().save_revision(*args, overwrite_revision=overwrite_revision, **options)
        return revision

    def publish(self, revision: Revision, user: AbstractBaseUser | None = None, **options: Any) -> None:
        """Publishes the revision in the name of the user."""
        with acting(user):
            super().publish(revision, user=user, **options)

    def unpublish(
        self, set_expired: bool = False, commit: bool = True, user: AbstractBaseUser | None = None, **options: Any
    ) -> None:
        """Takes the page off the site in the name of the user."""
        with acting(user):
            super().unpublish(set_expired=set_expired, commit=commit, user=user, **options)

    def move(self, target: Page, pos: str | None = None, user: AbstractBaseUser | None = None) -> None:
        """Moves the page in the name of the user."""
        with acting(user):
            super().move(target, pos=pos, user=user)
