"""The source on the screen of a story's editor; a script puts each of its parts beside its field or block."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import Panel

from articles.pages.article import ArticlePage
from articles.translation.aids.checked import checked
from articles.translation.screen.beside import beside
from newsroom.languages import language


class SourcePanel(Panel):
    """The source of a translation; it has no field, so whatever is posted changes nothing."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/translation/source_panel.html"
        instance: ArticlePage

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Adds the source, as far as the person may read it, and what the checks say of the version shown."""
            context = super().get_context_data(parent_context)
            found = beside(self.instance, self.request.user)
            if found is None:
                return context
            content, code = self.instance.serializable_data(), self.instance.language_code
            return context | {"beside": found, "rows": checked(found.record, content, code), "language": language(code)}


def panels() -> list[Panel]:
    """What this room adds to the story's editor."""
    return [SourcePanel()]
