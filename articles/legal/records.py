"""What of texts and rules goes into the ledger: each draft, approval, confirmation and rejection."""

from __future__ import annotations

from articles.legal.ledger.appending import append
from articles.legal.ledger.canonical import canonical
from articles.legal.models.approval import Approvable
from newsroom.users.models import User


def record(kind: str, draft: Approvable, by: User) -> None:
    """An entry about a draft: its digest, who did it, and the content itself in the store."""
    append(
        kind,
        subject=f"{draft._meta.label_lower}:{draft.pk}",
        staff=by.pk,
        data={"digest": draft.digest},
        content=canonical(draft.content()),
        content_type="application/json",
    )
