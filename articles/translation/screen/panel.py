"""The source on the screen of a story's editor; a script puts each of its parts beside its field or block."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel

from articles.pages.article import ArticlePage
from articles.translation.screen.beside import beside


class SourcePanel(Panel):
    """The source of a translation; it has no field, so whatever is posted changes nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/translation/source_panel.html"
        instance: ArticlePage

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Adds the source, as far as the person may read it."""
            context = super().get_context_data(parent_context)
            return context | {"beside": beside(self.instance, self.request.user)}


def panels() -> list[Panel]:
    """What this room adds to the story's editor."""
    return [SourcePanel()]
