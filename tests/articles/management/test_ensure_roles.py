"""Tests of the command that makes groups and workflows."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command

from articles.pages.founding import front_page
from newsroom.users.groups import editors_of
from newsroom.users.models import LanguageRole

pytestmark = pytest.mark.django_db


def test_it_tells_what_stands_and_what_no_longer_belongs() -> None:
    front_page("fa")
    Group.objects.filter(name=editors_of("fa")).delete()
    LanguageRole.objects.create(group=Group.objects.create(name="Left over"), language="xx", role="editor")
    told, warned = StringIO(), StringIO()
    call_command("ensure_roles", stdout=told, stderr=warned)
    assert Group.objects.filter(name=editors_of("fa")).exists()
    assert "stand for 1 languages" in told.getvalue()
    assert "ru: no front page yet" in told.getvalue()
    assert warned.getvalue() == "Left over: editor in xx is not in the table; remove it by hand.\n"
