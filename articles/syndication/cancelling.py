"""What a sender's `pubStatus` of `canceled` does to a story, and what takes it back."""

from __future__ import annotations

from django.utils import timezone

from articles.legal.ledger.stories import record_kill
from articles.pages.article import ArticlePage
from articles.pages.killing.killing import in_force, kill_story, revive_story

REASON = "ninjs: pubStatus canceled"
"""What is kept as the reason; nobody here said it, so it is in no language."""


def cancel(story: ArticlePage) -> None:
    """Kills an original in every language, because all were made from it; a translation in its own alone."""
    if story.killed_at is not None:
        return
    if story.translated_from_id is None:
        kill_story(story, by=None, reason=REASON)
        story.refresh_from_db(fields=["killed_at"])
        return
    story.killed_at = timezone.now()
    ArticlePage.objects.filter(pk=story.pk).update(killed_at=story.killed_at)
    record_kill(story)


def take_cancellation_back(story: ArticlePage) -> None:
    """Makes a story usable again that its sender had cancelled; what somebody here has killed stays killed."""
    kill = in_force(story)
    if kill is not None and kill.reason == REASON and story.translated_from_id is None:
        revive_story(story, by=None, reason="ninjs: pubStatus usable")
        story.refresh_from_db(fields=["killed_at"])
    else:
        story.killed_at = kill.killed_at if kill else None
