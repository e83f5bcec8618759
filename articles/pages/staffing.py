"""Keeps groups, rights and workflows in step with the table of languages."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from articles.pages.approval import ensure_workflow
from articles.pages.home import HomePage
from newsroom.languages import LANGUAGES
from newsroom.users.desks import desk_of
from newsroom.users.groups import (
    chiefs_of,
    ensure_administrators,
    ensure_language_groups,
    ensure_legal,
    ensure_photo_editors,
)
from newsroom.users.models import LanguageRole
from newsroom.users.roles import Role


@dataclass(frozen=True, slots=True)
class Staffing:
    """What stands, and what somebody must look at."""

    languages: list[str]
    """Codes of the languages that have groups and a workflow."""
    without_front_page: list[str]
    """Codes of those whose groups are made together with their front page."""
    strangers: list[LanguageRole]
    """Roles that the table no longer explains; nothing of them is taken away by itself."""


@transaction.atomic
def ensure_roles() -> Staffing:
    """Makes what is missing of groups, rights and workflows, and tells what no longer belongs; safe to repeat."""
    ensure_administrators()
    ensure_legal()
    ensure_photo_editors()
    homes = {home.language_code: home for home in HomePage.objects.order_by("path")}
    staffed = [code for code in LANGUAGES if code in homes]
    for code in staffed:
        ensure_language_groups(homes[code], code)
        ensure_workflow(homes[code], code)
    return Staffing(staffed, [code for code in LANGUAGES if code not in homes], strangers())


def strangers() -> list[LanguageRole]:
    """Roles in languages that the table does not have, of no known kind, or of chiefs of another desk."""
    explained = Q(language__in=list(LANGUAGES), role__in=[role for role in Role if role != Role.CHIEF])
    for code in LANGUAGES:
        explained |= Q(language=code, role=Role.CHIEF, group__name=chiefs_of(desk_of(code)))
    return list(LanguageRole.objects.exclude(explained).select_related("group").order_by("group__name", "language"))
