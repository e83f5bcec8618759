"""Versions that must stay as they were: public once, translated from, seen by a translator, to go in a release."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import CASCADE, DO_NOTHING, SET_NULL, Exists, OuterRef
from wagtail.models import Revision

LETS_GO = (CASCADE, SET_NULL, DO_NOTHING)
"""What a holder says that does not need the version; everything else may refuse to let it be deleted."""


def is_kept(revision: Revision) -> bool:
    """Whether something protects the version from being deleted, and so from being written over; one query."""
    holders = [
        Exists(holder.related_model.objects.filter(**{holder.field.name: OuterRef("pk")}))
        for holder in Revision._meta.get_fields(include_hidden=True)
        if getattr(holder, "on_delete", CASCADE) not in LETS_GO
    ]
    return Revision.objects.filter(reduce(or_, holders), pk=revision.pk).exists()
