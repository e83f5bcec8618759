"""What the log says when a name was withheld or restored: that it was, and why, without the name."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry

from articles.credits.withholding import RESTORE, WITHHOLD


class _WithReason(LogFormatter):
    sentence: str | Promise = ""

    def format_message(self, log_entry: ModelLogEntry) -> str:
        """The sentence with the reason that was given."""
        return str(self.sentence).format(reason=log_entry.data.get("reason", ""))


class Withheld(_WithReason):
    label = _("Withhold the name")
    sentence = _("Withheld the name. Reason: {reason}")


class Restored(_WithReason):
    label = _("Restore the name")
    sentence = _("Restored the name. Reason: {reason}")


def register_actions(actions: LogActionRegistry) -> None:
    """Registers both with Wagtail."""
    actions.register_action(WITHHOLD)(Withheld)
    actions.register_action(RESTORE)(Restored)
