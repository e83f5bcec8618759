"""Versions of stories that must stay as they were: public once, translated from, or seen by a translator."""

from __future__ import annotations

from functools import reduce
from operator import or_

from django.db.models import PROTECT, Exists, OuterRef
from wagtail.models import Revision


def is_kept(revision: Revision) -> bool:
    """Whether something protects the version from being deleted, and so from being written over; one query."""
    holders = [
        Exists(holder.related_model.objects.filter(**{holder.field.name: OuterRef("pk")}))
        for holder in Revision._meta.get_fields(include_hidden=True)
        if getattr(holder, "on_delete", None) is PROTECT
    ]
    return Revision.objects.filter(reduce(or_, holders), pk=revision.pk).exists()
