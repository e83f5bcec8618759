"""Who in the admin may meet a person whose name is withheld: nobody without the permission, at any door."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from articles.credits.models import Correspondent
from articles.credits.withholding import PERMISSION

User = AbstractUser | AnonymousUser


def may_withhold(user: User) -> bool:
    """Whether they may withhold and restore names, and so know them."""
    return bool(user.has_perm(PERMISSION))


def may_meet(user: User, person: Correspondent) -> bool:
    """Whether they may open this person's screens."""
    return not person.is_withheld or may_withhold(user)


def whom_may_meet(user: User) -> QuerySet[Correspondent]:
    """The correspondents whose screens they may open."""
    people = Correspondent.objects.all()
    return people if may_withhold(user) else people.filter(withheld_at__isnull=True)


class CorrespondentPolicy(ModelPermissionPolicy):
    """Django's permissions, and none at all on a person whom the user may not meet."""

    def user_has_permission_for_instance(self, user: User, action: str, instance: Correspondent) -> bool:
        """Whether they may do this to this person."""
        return may_meet(user, instance) and super().user_has_permission_for_instance(user, action, instance)

    def user_has_any_permission_for_instance(self, user: User, actions: Iterable[str], instance: Correspondent) -> bool:
        """Whether they may do any of this to this person."""
        return may_meet(user, instance) and super().user_has_any_permission_for_instance(user, actions, instance)

    def instances_user_has_any_permission_for(self, user: User, actions: Iterable[str]) -> QuerySet[Correspondent]:
        """The people to whom they may do any of this."""
        people = super().instances_user_has_any_permission_for(user, actions)
        return people if may_withhold(user) else people.filter(withheld_at__isnull=True)


def register_policy() -> None:
    """Makes the whole admin ask the policy; to be called before the viewset is registered."""
    register_permission_policy(Correspondent, CorrespondentPolicy(Correspondent), exact_class=True)


class Guarded:
    """For views of one correspondent: refuses those who may not meet the person."""

    request: HttpRequest

    def get_object(self, *args: Any, **kwargs: Any) -> Correspondent:
        """The person. Raises PermissionDenied."""
        person: Correspondent = super().get_object(*args, **kwargs)  # type: ignore[misc]
        if not may_meet(self.request.user, person):
            raise PermissionDenied
        return person


class OnlyThoseToMeet:
    """For views of the chooser: offers only whom the user may meet."""

    request: HttpRequest

    def get_object_list(self) -> QuerySet[Correspondent]:
        """Whom one can choose."""
        return whom_may_meet(self.request.user)
