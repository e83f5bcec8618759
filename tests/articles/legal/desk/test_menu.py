"""Tests of the ways to the desk."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.pages.founding import front_page
from newsroom.users.groups import LEGAL_APPROVERS, editors_of
from tests.articles.legal.desk.conftest import Matters, client_of
from tests.articles.legal.makers import make_rule
from tests.factories import make_story, make_user

pytestmark = pytest.mark.django_db
DESK = "/admin/legal/"


def test_the_menu_leads_legal_staff_to_the_desk_and_nobody_else(
    as_editor: Client, as_approver: Client, _groups: None
) -> None:
    front_page("en")
    home = reverse("wagtailadmin_home")
    for client in (as_editor, as_approver):
        assert DESK in client.get(home).content.decode()
    assert DESK not in client_of(make_user("anna", editors_of("en"))).get(home).content.decode()


def test_a_story_s_editor_leads_those_who_may_hurry_to_its_withholding(_groups: None) -> None:
    story = make_story(title="The headline")
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    both = client_of(make_user("both", editors_of("en"), LEGAL_APPROVERS))
    link = f"{reverse('legal_desk:withhold')}?story={story.pk}"
    assert link in both.get(address).content.decode()
    assert "The headline" in both.get(link).content.decode()
    alone = client_of(make_user("anna", editors_of("en")))
    assert DESK not in alone.get(address).content.decode()


def test_a_story_s_editor_tells_nobody_that_it_is_withheld(_groups: None, sealed: Matters) -> None:
    story = make_story()
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    client = client_of(make_user("both", editors_of("en"), LEGAL_APPROVERS))
    before = client.get(address).content.decode().count("Withhold")
    region = sealed.rule.region
    make_rule(
        sealed.notice, region, scope_kind="story", scope_target=str(story.translation_key), applies_to_unknown=True
    )
    assert client.get(address).content.decode().count("Withhold") == before


@pytest.mark.parametrize("story", ["x", "-1", "999999", "9" * 5000, "²", ""])
def test_a_story_that_there_is_not_is_simply_not_chosen(story: str, as_approver: Client) -> None:
    assert as_approver.get(reverse("legal_desk:withhold"), {"story": story}).status_code == 200
    assert as_approver.get(reverse("legal_desk:put_up"), {"notice": story}).status_code == 200
