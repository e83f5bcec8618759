"""Telling people at the desks what happened: rows that the admin shows and the worker mails."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from articles.translation.models import Notification, Translation
from newsroom.users.rights import people_who_may
from newsroom.users.roles import Action

ONCE = frozenset({Notification.Kind.SOURCE_CHANGED, Notification.Kind.DEADLINE})
"""Kinds of which one person has at most one unread about one translation: the newest word counts."""


@transaction.atomic
def notify(
    users: Iterable[AbstractBaseUser | int], kind: str, translation: Translation | None = None, **data: Any
) -> list[Notification]:
    """Tells each of them once, in the transaction of what happened; three queries at most, however many they are."""
    keys = sorted({user if isinstance(user, int) else user.pk for user in users})
    if not keys:
        return []
    if kind in ONCE and translation is not None:
        told = Notification.objects.filter(user__in=keys, kind=kind, translation=translation, read_at=None)
        known = set(told.values_list("user", flat=True))
        if known:
            told.update(created_at=timezone.now(), data=data)
        keys = [key for key in keys if key not in known]
    rows = [Notification(user_id=key, kind=kind, translation=translation, data=data) for key in keys]
    return Notification.objects.bulk_create(rows)


def tell_desks(translations: Collection[Translation], kind: str, **data: Any) -> None:
    """Tells the translator of each, or, where nobody has it, whoever gives work out at its desk.

    The same few queries for thirty languages as for one.
    """
    orphans = {row.locale.language_code for row in translations if row.assignee_id is None}
    people = people_who_may(Action.ASSIGN, orphans) if orphans else {}
    wanted = {
        row.pk: {row.assignee_id} if row.assignee_id else people[row.locale.language_code] for row in translations
    }
    if kind in ONCE:
        told = Notification.objects.filter(kind=kind, translation__in=wanted, read_at=None)
        for pk, user in list(told.values_list("translation", "user")):
            wanted[pk] = wanted[pk] - {user}
        told.update(created_at=timezone.now(), data=data)
    Notification.objects.bulk_create(
        [
            Notification(user_id=user, kind=kind, translation_id=pk, data=data)
            for pk, users in wanted.items()
            for user in sorted(users)
        ]
    )


def unread_count(user: AbstractBaseUser) -> int:
    """How many they have not read; one query."""
    return unread(user).count()


def unread(user: AbstractBaseUser) -> QuerySet[Notification]:
    """What they have not read."""
    return Notification.objects.filter(user=user.pk, read_at=None)


def mark_read(notes: QuerySet[Notification], *, by: AbstractBaseUser) -> int:
    """Marks those of these that are theirs as read; gives their number."""
    return notes.filter(user=by.pk, read_at=None).update(read_at=timezone.now())
