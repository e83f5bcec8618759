"""One person of each role, and the roles that may do something in their language."""

from __future__ import annotations

from enum import StrEnum

from django.contrib.auth.models import Group, Permission

from newsroom.users.desks import desk_of
from newsroom.users.groups import (
    LEGAL_APPROVERS,
    LEGAL_EDITORS,
    PHOTO_EDITORS,
    chiefs_of,
    editors_of,
    ensure_administrators,
    ensure_legal,
    translators_of,
    writers_of,
)
from newsroom.users.models import User
from newsroom.users.rights import ADMINISTRATORS
from newsroom.users.roles import MAY, Action, Role
from tests.factories import make_user

NOBODYS = "Nobody's"
"""A group that opens the admin and nothing in it."""


class Who(StrEnum):
    """Everybody who may come to a door."""

    WRITER = "writer"
    TRANSLATOR = "translator"
    EDITOR = "editor"
    CHIEF = "chief"
    LEGAL = "legal"
    PHOTO = "photo"
    ADMINISTRATOR = "administrator"
    NOBODYS = "nobody's"
    ANONYMOUS = "anonymous"


def those(action: Action) -> frozenset[Who]:
    """Who may do this in their language, as the table of roles has it; administrators may everywhere."""
    return frozenset({Who(role.value) for role in Role if action in MAY[role]} | {Who.ADMINISTRATOR})


NO_ONE: frozenset[Who] = frozenset()
ALL_STAFF = frozenset(Who) - {Who.ANONYMOUS}
ADMINISTRATOR = frozenset({Who.ADMINISTRATOR})
PUBLISHERS = those(Action.PUBLISH)
DESK = those(Action.READ_DRAFTS)
"""Whoever has a role in a language."""


def person(who: Who, code: str) -> User | None:
    """Somebody of this role in a language; nobody at all for who is anonymous. The front page must stand."""
    if who == Who.LEGAL:
        ensure_legal()
    if who == Who.ADMINISTRATOR:
        ensure_administrators()
    groups = {
        Who.WRITER: [writers_of(code)],
        Who.TRANSLATOR: [translators_of(code)],
        Who.EDITOR: [editors_of(code)],
        Who.CHIEF: [chiefs_of(desk_of(code))],
        Who.LEGAL: [LEGAL_EDITORS, LEGAL_APPROVERS],
        Who.PHOTO: [PHOTO_EDITORS],
        Who.ADMINISTRATOR: [ADMINISTRATORS],
        Who.NOBODYS: [NOBODYS],
    }
    if who == Who.NOBODYS:
        _ensure_nobodys()
    return make_user(who.value.replace("'", ""), *groups[who]) if who in groups else None


def _ensure_nobodys() -> None:
    group, _ = Group.objects.get_or_create(name=NOBODYS)
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
