"""Stored law for tests: notices, words and rules made by the use cases that staff use."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission

from articles.legal import snapshot
from articles.legal.approval import approve
from articles.legal.drafting import draft_rule, draft_text
from articles.legal.models import LegalNotice, NoticeRule, NoticeText
from articles.legal.terms import Kind
from newsroom.regions.models import Region
from newsroom.users.models import User
from tests.factories import make_user

RIGHTS = ("change_legalnotice", "view_legalnotice", "add_legalnotice", "approve_legal")


def make_lawyer(name: str = "lena", *more: str) -> User:
    """Somebody who may write and approve, with further rights by codename."""
    user = make_user(name)
    user.user_permissions.set(Permission.objects.filter(codename__in=[*RIGHTS, *more]))
    return User.objects.get(pk=user.pk)


def make_region(*codes: str, **fields: Any) -> Region:
    """A region of these places; everywhere without any."""
    values = {"name": ", ".join(codes) or "Everywhere", "unknown_country": True, "whole_world": not codes, **fields}
    region = Region(codes=list(codes), **values)
    region.full_clean()
    region.save()
    return region


def make_notice(key: str = "undesirable", kind: str = Kind.WARNING, **fields: Any) -> LegalNotice:
    """A notice without words."""
    return LegalNotice.objects.create(key=key, name=f"Notice {key}", kind=kind, **fields)


def lawyers() -> tuple[User, User]:
    """An author and an approver, the same two at every call."""
    author = User.objects.filter(username="author").first() or make_lawyer("author", "see_sealed")
    approver = User.objects.filter(username="approver").first() or make_lawyer("approver", "see_sealed", "hurry_legal")
    return author, approver


def make_text(notice: LegalNotice, language: str = "en", words: str = "Words", **fields: Any) -> NoticeText:
    """Approved words of a notice."""
    author, approver = lawyers()
    values = {"heading": f"{words}: heading", "body": f"<p>{words}.</p>", **fields}
    draft = draft_text(notice, language, by=author, **values)
    return approve(draft, by=approver, digest=draft.digest)


def make_rule(notice: LegalNotice, region: Region | None = None, **fields: Any) -> NoticeRule:
    """A rule in force; for Russia unless a region is given."""
    author, approver = lawyers()
    draft = draft_rule(notice, by=author, region=region or make_region("RU"), **{"reason": "A test.", **fields})
    rule = approve(draft, by=approver, digest=draft.digest)
    snapshot.forget()
    return rule
