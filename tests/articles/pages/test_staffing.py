"""Tests of keeping people's groups in step with the table of languages."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group
from wagtail.models import GroupPagePermission, Workflow

from articles.pages.founding import front_page
from articles.pages.staffing import ensure_roles, strangers
from newsroom.languages import LANGUAGES
from newsroom.users.groups import editors_of, translators_of
from newsroom.users.models import LanguageRole

pytestmark = pytest.mark.django_db


def _state() -> dict[str, Any]:
    return {
        "groups": {group.name: set(group.permissions.values_list("pk", flat=True)) for group in Group.objects.all()},
        "pages": set(GroupPagePermission.objects.values_list("group", "page", "permission")),
        "roles": set(LanguageRole.objects.values_list("group", "language", "role")),
        "workflows": list(Workflow.objects.order_by("pk").values_list("pk", "name")),
    }


def test_it_makes_what_is_missing_and_then_changes_nothing() -> None:
    front_page("fa")
    Group.objects.get(name=translators_of("fa")).delete()
    Group.objects.get(name=editors_of("fa")).page_permissions.all().delete()
    made = ensure_roles()
    assert made.languages == ["fa"]
    assert set(made.without_front_page) == set(LANGUAGES) - {"fa"}
    assert made.strangers == []
    assert Group.objects.get(name=editors_of("fa")).page_permissions.count() == 5
    before = _state()
    ensure_roles()
    assert _state() == before


def test_members_of_a_group_stay_its_members() -> None:
    front_page("fa")
    group = Group.objects.get(name=editors_of("fa"))
    ensure_roles()
    assert Group.objects.get(name=editors_of("fa")) == group


@pytest.mark.parametrize(("language", "role"), [("xx", "editor"), ("fa", "king"), ("fa", "chief")])
def test_what_the_table_does_not_explain_is_told_and_kept(language: str, role: str) -> None:
    group = Group.objects.create(name="Left over")
    row = LanguageRole.objects.create(group=group, language=language, role=role)
    assert ensure_roles().strangers == [row]
    assert strangers() == [row]


def test_a_group_of_administrators_own_making_with_a_known_role_is_no_stranger() -> None:
    LanguageRole.objects.create(group=Group.objects.create(name="Interns"), language="fa", role="writer")
    assert strangers() == []
