"""The embargo on a story's editor: to be read there, and set on its own screen."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from articles.legal.desk.moments import in_words
from articles.pages.embargo.rights import may_set


class EmbargoPanel(Panel):
    """It has no field, so whatever is posted changes nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Embargo"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "articles/admin/embargo_panel.html"

        def get_context_data(self, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
            """Adds until when, and whether the person may change it."""
            until = self.instance.embargo_until
            is_held = until is not None and until > timezone.now()
            scheduled = self.instance.go_live_at
            return super().get_context_data(parent_context) | {
                "story": self.instance,
                "until": in_words(until) if is_held else "",
                "is_scheduled_before": bool(is_held and scheduled and scheduled < until),
                "may_set": bool(self.instance.pk) and may_set(self.request.user, self.instance),
            }


def panels() -> list[Panel]:
    """What this room adds to the story's editor."""
    return [EmbargoPanel()]
