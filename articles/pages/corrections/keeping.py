"""What is kept of corrections: in Wagtail's log that somebody acted, in the ledger the words that readers saw."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry

from articles.legal.ledger.appending import append
from articles.legal.ledger.canonical import canonical
from articles.legal.ledger.stories import subject_of
from articles.pages.corrections.models import Correction, CorrectionText
from newsroom.users.models import User

LOG_CORRECT, LOG_HANDLE, LOG_WITHDRAW = "story.corrected", "story.correction_handled", "story.correction_withdrawn"


def keep(text: CorrectionText, by: User | None) -> None:
    """Writes the words that readers of a story see from now on into the ledger."""
    append(
        LOG_CORRECT,
        subject=subject_of(text.story),
        staff=by,
        data={"address": text.story.url_path, "correction": text.correction_id},
        content=canonical({"gravity": text.correction.gravity, "right": text.right, "wrong": text.wrong}),
        content_type="application/json",
    )


def keep_withdrawal(correction: Correction, by: User | None) -> None:
    """Writes, for every story whose readers were told something, that they are told it no more."""
    for text in correction.texts.exclude(right="").select_related("story").order_by("pk"):
        data = {"address": text.story.url_path, "correction": correction.pk}
        append(LOG_WITHDRAW, subject=subject_of(text.story), staff=by, data=data)


def register_actions(actions: LogActionRegistry) -> None:
    """Registers them with Wagtail."""
    actions.register_action(LOG_CORRECT, _("Correct"), _("Corrected the story"))
    actions.register_action(LOG_HANDLE, _("Deal with a correction"), _("Dealt with a correction of the original"))
    actions.register_action(LOG_WITHDRAW, _("Withdraw a correction"), _("Withdrew a correction"))
