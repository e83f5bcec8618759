"""What the log says when a person tried messages again or dropped one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from newsroom.outbox.parking import DROP, RETRY, RETRY_ALL


def register_actions(actions: LogActionRegistry) -> None:
    """Registers them with Wagtail."""
    actions.register_action(RETRY, _("Try a message again"), _("Had the message tried again"))
    actions.register_action(RETRY_ALL, _("Try all messages again"), _("Had all parked messages tried again"))
    actions.register_action(DROP, _("Drop a message"), _("Dropped the message"))
