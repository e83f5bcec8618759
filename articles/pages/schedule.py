"""The form of a story's editor: written in its language, and without a schedule that contradicts the embargo."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from articles.pages.writing_direction import WrittenForm


class StoryForm(WrittenForm):
    """The embargo itself is set on a screen of its own, for all languages."""

    def clean(self) -> dict[str, Any]:
        """No story expires, or stops being breaking news, before anybody has seen it."""
        entered: dict[str, Any] = super().clean()
        until: datetime | None = self.instance.embargo_until
        for name, message in (
            ("expire_at", _("The story would expire before its embargo ends.")),
            ("breaking_until", _("The news would no longer be breaking when its embargo ends.")),
        ):
            moment = entered.get(name)
            if until and moment and moment <= until and name in self.changed_data:
                self.add_error(name, message)
        return entered
