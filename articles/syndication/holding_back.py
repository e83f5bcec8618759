"""Until when an imported version is held back: by its sender, or longer by the newsroom."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.models import Revision

from articles.pages.article import ArticlePage

EXACT = timedelta(milliseconds=1)
"""What a version keeps of a moment."""


def embargo_for(story: ArticlePage, said: datetime | None) -> datetime | None:
    """What the sender says now, except that an embargo which the newsroom set itself is not shortened by it."""
    ours = story.embargo_until
    if ours is None or ours <= timezone.now() or story.import_revision is None:
        return said
    contents = Revision.objects.filter(pk=story.import_revision).values_list("content", flat=True)
    theirs = parse_datetime((contents.first() or {}).get("embargo_until") or "")
    is_theirs = theirs is not None and abs(theirs - ours) < EXACT
    return said if is_theirs or (said is not None and said > ours) else ours
