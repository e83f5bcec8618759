"""The releases that a story stands in, on its editor's screen, with what keeps the story from going."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from articles.legal.desk.moments import in_words
from articles.pages.article import ArticlePage
from articles.translation.models import ReleaseItem
from articles.translation.releases.blocking import blockers_of, items_of
from articles.translation.releases.lines import state_of


def releases_with(story: ArticlePage) -> list[dict[str, Any]]:
    """Those in which the story is still to go; five queries at most."""
    rows = ReleaseItem.objects.filter(story=story.pk, published_at=None, release__cancelled_at=None)
    items = list(items_of(rows))
    blockers = blockers_of(items, timezone.now())
    return [
        {
            "item": item,
            "release": item.release,
            "when": in_words(item.release.publish_at) if item.release.publish_at else "",
            "state": state_of(item.release),
            "blockers": blockers[item.pk],
        }
        for item in items
        if item.release.published_at is None or item.release.late_languages_follow
    ]


class ReleasesPanel(Panel):
    """It has no field, so whatever is posted changes nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Releases"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/translation/releases/panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Adds the releases."""
            found = releases_with(self.instance) if self.instance.pk else []
            return super().get_context_data(parent_context) | {"releases": found}


def panels() -> list[Panel]:
    """What this room adds to the story's editor."""
    return [ReleasesPanel()]
