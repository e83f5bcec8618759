"""Who translates what: given by a desk, taken by a translator, handed back."""

from __future__ import annotations

from datetime import datetime
from types import EllipsisType

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogActionRegistry, log
from wagtail.models import Page

from articles.translation.models import Notification, Translation
from articles.translation.models.translation import Priority
from articles.translation.notifying import notify
from newsroom.users.models import User
from newsroom.users.rights import may_in, people_who_may
from newsroom.users.roles import Action

ASSIGN = "articles.translation.assign"


class SomebodyHasIt(ValueError):
    """Two people cannot take one translation."""

    def __init__(self, translator: str) -> None:
        super().__init__(translator)
        self.translator = translator

    def __str__(self) -> str:
        return _("{person} has taken this translation already.").format(person=self.translator)


class CannotTranslate(ValueError):
    """Work is only given to people who may translate into its language."""

    def __str__(self) -> str:
        return _("This person may not translate into this language.")


class NotYours(ValueError):
    """Only whoever has a translation hands it back."""

    def __str__(self) -> str:
        return _("You do not have this translation.")


def translators_for(code: str) -> QuerySet[User]:
    """The people to whom work in a language may be given, by name."""
    return User.objects.filter(pk__in=people_who_may(Action.TRANSLATE, [code])[code]).order_by("username")


@transaction.atomic
def assign(
    translation: Translation,
    translator: AbstractBaseUser | None,
    *,
    by: AbstractBaseUser | None,
    priority: int | None = None,
    deadline: datetime | EllipsisType | None = ...,
) -> Translation:
    """Gives the work to a translator, or to nobody; tells those whom it concerns.

    Priority and deadline stay as they are where none is given; None as the deadline takes it away.
    Raises PermissionDenied for people who do not give work out in this language, and CannotTranslate.
    """
    row = _locked(translation)
    code = row.locale.language_code
    if by is not None and not may_in(by, Action.ASSIGN, code):
        raise PermissionDenied
    if translator is not None and not may_in(translator, Action.TRANSLATE, code):
        raise CannotTranslate
    row.priority = Priority(row.priority if priority is None else priority)
    if not isinstance(deadline, EllipsisType) and deadline != row.deadline:
        row.deadline, row.reminded_at = deadline, None
    _give(row, translator, by)
    return row


@transaction.atomic
def claim(translation: Translation, *, by: AbstractBaseUser) -> Translation:
    """Takes the work; of two people at once one has it, the other gets SomebodyHasIt. Raises PermissionDenied."""
    row = _locked(translation)
    if not may_in(by, Action.TRANSLATE, row.locale.language_code):
        raise PermissionDenied
    if row.assignee_id not in {None, by.pk}:
        raise SomebodyHasIt(str(row.assignee))
    if row.assignee_id is None:
        row.claimed_at = timezone.now()
        _give(row, by, by)
    return row


@transaction.atomic
def hand_back(translation: Translation, *, by: AbstractBaseUser) -> Translation:
    """Gives the work back to the desk; its draft stays. Raises NotYours."""
    row = _locked(translation)
    if row.assignee_id != by.pk:
        raise NotYours
    row.claimed_at = None
    _give(row, None, by)
    editors = people_who_may(Action.ASSIGN, [row.locale.language_code])[row.locale.language_code]
    notify(editors - {by.pk}, Notification.Kind.WANTED, translation=row)
    return row


def _locked(translation: Translation) -> Translation:
    """The row as it is once it is ours; its translator not joined, for PostgreSQL joins what was before the wait."""
    rows = Translation.objects.select_for_update(of=("self",)).select_related("locale", "story")
    return rows.get(pk=translation.pk)


def _give(row: Translation, translator: AbstractBaseUser | None, by: AbstractBaseUser | None) -> None:
    before, row.assignee_id = row.assignee_id, translator.pk if translator else None
    row.save(update_fields=["assignee", "claimed_at", "priority", "deadline", "reminded_at"])
    if before == row.assignee_id:
        return
    if row.story_id and row.assignee_id and row.story and not row.story.live:
        # Translators may change drafts of their own alone, as Wagtail has it.
        Page.objects.filter(pk=row.story_id).update(owner=row.assignee_id)
    actor = by.pk if by else None
    notify({before} - {None, actor}, Notification.Kind.UNASSIGNED, translation=row)  # type: ignore[arg-type]
    notify({row.assignee_id} - {None, actor}, Notification.Kind.ASSIGNED, translation=row)  # type: ignore[arg-type]
    if row.story is not None:
        log(row.story, ASSIGN, user=by, data={"translator": str(translator) if translator else ""})


def register_actions(actions: LogActionRegistry) -> None:
    """Adds its words to the history of stories, for the admin's hook."""
    actions.register_action(ASSIGN, gettext_lazy("Give a translation out"), gettext_lazy("The translator was changed"))
