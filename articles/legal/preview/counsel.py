"""Making, opening and revoking a link for outside counsel; each is in the ledger, and no opener's address is kept."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from articles.legal.ledger.appending import append
from articles.legal.models import CounselLink
from articles.legal.preview.scene import Scene
from articles.legal.rights import MAY_READ, MAY_SEE_SEALED
from newsroom.text import clean_line
from newsroom.users.models import User

LONGEST = timedelta(days=30)
TOKEN_BYTES = 32
LONGEST_TOKEN = 100


class LinkIsRefused(ValueError):
    """The link cannot be made so; the message says why."""


class LinkIsGone(LookupError):
    """No link opens with this token: unknown, expired and revoked ones are alike."""


class LinkIsAlreadyRevoked(ValueError):
    """It was revoked before."""


def may_preview(user: object) -> bool:
    """Whether somebody may preview pages and make links."""
    return isinstance(user, User) and user.is_active and user.has_perm(MAY_READ)


@transaction.atomic
def make_link(scene: Scene, *, by: User, lasts: timedelta, note: str = "") -> tuple[CounselLink, str]:
    """A link to the scene, and its token, which is not kept. Raises LinkIsRefused, PermissionDenied."""
    if not may_preview(by) or (scene.shows_sealed and not by.has_perm(MAY_SEE_SEALED)):
        raise PermissionDenied
    if not timedelta() < lasts <= LONGEST:
        raise LinkIsRefused(_("A link lasts between one and thirty days."))
    token, now = secrets.token_urlsafe(TOKEN_BYTES), timezone.now()
    link = CounselLink.objects.create(
        token_hash=hash_of(token),
        page=scene.page,
        revision=scene.revision,
        language=scene.language,
        country=scene.location.country or "",
        subdivision=scene.location.subdivision or "",
        moment=scene.at,
        surface=scene.surface,
        shows_sealed=scene.shows_sealed,
        note=clean_line(note),
        made_by=by,
        made_at=now,
        expires_at=now + lasts,
    )
    append(
        "counsel.made",
        subject=_subject(link),
        staff=by,
        data={
            "page": link.page_id,
            "revision": link.revision_id,
            "language": link.language,
            "region": link.subdivision or link.country or "unknown",
            "moment": link.moment,
            "surface": link.surface,
            "shows_sealed": link.shows_sealed,
            "expires_at": link.expires_at,
        },
    )
    return link, token


def find_link(token: str) -> CounselLink:
    """The link that opens with the token. Raises LinkIsGone.

    It is looked up by the hash, so how long that takes tells nothing about any token.
    """
    rows = CounselLink.objects.select_related("page", "revision", "made_by")
    link = rows.filter(token_hash=hash_of(token[:LONGEST_TOKEN])).first()
    if link is None or not link.is_open():
        raise LinkIsGone
    return link


@transaction.atomic
def open_link(token: str) -> Scene:
    """What the link shows; counted, and in the ledger. Raises LinkIsGone."""
    link = find_link(token)
    CounselLink.objects.filter(pk=link.pk).update(opened=F("opened") + 1)
    append("counsel.opened", subject=_subject(link))
    return Scene(
        page=link.page,
        revision=link.revision,
        language=link.language,
        location=link.location,
        at=link.moment,
        surface=link.surface,
        shows_sealed=link.shows_sealed,
    )


@transaction.atomic
def revoke_link(link: CounselLink, *, by: User) -> CounselLink:
    """Closes the link at once. Raises LinkIsAlreadyRevoked, PermissionDenied."""
    if not may_preview(by) or (link.shows_sealed and not by.has_perm(MAY_SEE_SEALED)):
        raise PermissionDenied
    fresh = CounselLink.objects.select_for_update(of=("self",)).get(pk=link.pk)
    if fresh.revoked_at:
        raise LinkIsAlreadyRevoked
    fresh.revoked_at, fresh.revoked_by = timezone.now(), by
    fresh.save(update_fields=["revoked_at", "revoked_by"])
    append("counsel.revoked", subject=_subject(fresh), staff=by)
    return fresh


def hash_of(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def _subject(link: CounselLink) -> str:
    return f"{link._meta.label_lower}:{link.pk}"
