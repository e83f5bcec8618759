"""What somebody may do in a language: the one place that is asked, by whatever has a language."""

from __future__ import annotations

from collections.abc import Collection

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group

from newsroom.languages import LANGUAGES
from newsroom.users.models import LanguageRole
from newsroom.users.roles import MAY, Action, Role

Person = AbstractBaseUser | AnonymousUser

ADMINISTRATORS = "Administrators"
ASKED = "_language_roles"
"""Where a user object carries its answer, for as long as the object lives: one request."""


def may_in(user: Person, action: Action, code: str) -> bool:
    """Whether somebody may do this in a language; no query after the first question about the person."""
    return code in languages_where(user, action)


def languages_where(user: Person, action: Action) -> frozenset[str]:
    """The codes of the languages in which somebody may do this: all of them for administrators."""
    roles = roles_of(user)
    if roles is None:
        return frozenset(LANGUAGES)
    return frozenset(code for code, role in roles if action in MAY[role])


def languages_of(user: Person) -> frozenset[str]:
    """The codes of the languages in which somebody works, whatever the role."""
    roles = roles_of(user)
    return frozenset(LANGUAGES) if roles is None else frozenset(code for code, _ in roles)


def roles_of(user: Person) -> frozenset[tuple[str, Role]] | None:
    """The languages and roles of somebody; None stands for every right everywhere."""
    if not getattr(user, "is_active", False) or user.pk is None:
        return frozenset()
    if getattr(user, "is_superuser", False):
        return None
    if ASKED not in user.__dict__:
        user.__dict__[ASKED] = _stored_roles(user.pk)
    answer: frozenset[tuple[str, Role]] | None = user.__dict__[ASKED]
    return answer


def _stored_roles(user_id: int) -> frozenset[tuple[str, Role]] | None:
    rows = Group.objects.filter(user=user_id).values_list("name", "language_roles__language", "language_roles__role")
    found: set[tuple[str, Role]] = set()
    for name, code, role in rows:
        if name == ADMINISTRATORS:
            return None
        if code in LANGUAGES and role in set(Role):
            found.add((code, Role(role)))
    return frozenset(found)


def people_who_may(action: Action, codes: Collection[str]) -> dict[str, set[int]]:
    """For each of the languages, the keys of the active people whose role there lets them do this; one query.

    Administrators are left out: they may, and it is not their work.
    """
    roles = [role for role, actions in MAY.items() if action in actions]
    rows = LanguageRole.objects.filter(language__in=codes, role__in=roles, group__user__is_active=True)
    found: dict[str, set[int]] = {code: set() for code in codes}
    for code, user_id in rows.values_list("language", "group__user"):
        found[code].add(user_id)
    return found
