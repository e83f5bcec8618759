"""Who asks for which notice, where both are given by name: the same rights as on the screens."""

from __future__ import annotations

from typing import cast

from django.contrib.auth import get_user_model
from django.utils.translation import gettext as _

from articles.legal.models import LegalNotice
from articles.legal.rights import MAY_SEE_SEALED
from newsroom.users.models import User


class NobodyOfThatName(LookupError):
    """There is no such account, or it is closed."""


class NoSuchNotice(LookupError):
    """There is no notice with this key that the person may know of."""


def user_named(name: str) -> User:
    """The person with this account; raises NobodyOfThatName."""
    model = get_user_model()
    try:
        return cast(User, model.objects.get(username=name, is_active=True))
    except model.DoesNotExist as error:
        raise NobodyOfThatName(_("There is no active account “{name}”.").format(name=name)) from error


def notice_for(user: User | None, key: str) -> LegalNotice:
    """The notice with this key; raises NoSuchNotice, also for a sealed one of which the person, or nobody, may know."""
    notice = LegalNotice.objects.filter(key=key).first()
    if notice is None or (notice.is_sealed and not (user and user.has_perm(MAY_SEE_SEALED))):
        raise NoSuchNotice(_("There is no notice with the key “{key}”.").format(key=key))
    return notice
