"""Tests of the screens of regions: places by name, every question asked, and only for those with the right."""

from __future__ import annotations

import re
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override
from pytest_django.fixtures import DjangoAssertNumQueries

from newsroom.formats import country_name, subdivision_name
from newsroom.languages import LANGUAGES
from newsroom.regions.location import Location
from newsroom.regions.models import Region
from newsroom.regions.vocabulary import valid_codes
from newsroom.regions.widgets import PlacesWidget
from tests.factories import make_administrator, make_user

pytestmark = pytest.mark.django_db

ADD = "/admin/snippets/regions/region/add/"
LIST = "/admin/snippets/regions/region/"
PLACES = re.compile(rb'<ul class="places__list">.*?\n  </ul>', re.DOTALL)
"""Five thousand boxes, which take long to read."""


def edit_address(region: Region) -> str:
    return reverse("wagtailsnippets_regions_region:edit", args=[region.pk])


def filled(**values: Any) -> dict[str, Any]:
    """A form that would pass, but for these values; None is not sent."""
    form = {"name": "Places", "codes": ["DE"], "unknown_country": "False", "author_note": "", **values}
    return {name: value for name, value in form.items() if value is not None}


@pytest.fixture
def admin(client: Client) -> Client:
    client.force_login(make_administrator())
    return client


def page(answer: Any) -> BeautifulSoup:
    return BeautifulSoup(answer.content, "html.parser")


def told(answer: Any) -> str:
    """What the form says is wrong."""
    assert answer.status_code == 200
    form = BeautifulSoup(PLACES.sub(b"", answer.content), "html.parser")
    return " ".join(fault.get_text(" ", strip=True) for fault in form.select(".error-message"))


def ticked(answer: Any) -> list[str]:
    return sorted(box["value"] for box in page(answer).select("[data-places] input[checked]"))


# Choosing


def test_every_place_can_be_ticked_by_its_name(admin: Client) -> None:
    boxes = page(admin.get(ADD)).select("[data-places] input[type=checkbox]")
    assert {box["value"] for box in boxes} == valid_codes()
    assert len(boxes) == len(valid_codes())
    names = {box["value"]: box.parent.get_text(strip=True) for box in boxes}
    assert (names["RU"], names["XK"]) == ("Russia", "Kosovo")
    assert names["UA-43"] == "Autonomous Republic of Crimea"
    assert all(names.values())


@pytest.mark.parametrize("code", LANGUAGES)
def test_places_are_named_in_the_language_of_the_administrator(code: str) -> None:
    with override(code):
        html = PlacesWidget().render("codes", ["RU", "UA-43"])
    for name in (country_name("RU", code), subdivision_name("UA-43", code)):
        assert f"<span>{escape(name)}</span>" in html
    chosen = html.partition("data-places-chosen>")[2].partition("</p>")[0]
    assert escape(country_name("RU", code)) in chosen


def test_region_is_made(admin: Client) -> None:
    form = filled(
        codes=["UA-43", "RU"], **{"unknown_subdivisions-UA": "yes"}, unknown_country="True", author_note="Anna, today."
    )
    assert admin.post(ADD, form).status_code == 302
    region = Region.objects.get(name="Places")
    assert (region.codes, region.unknown_subdivisions, region.unknown_country) == (["RU", "UA-43"], {"UA": True}, True)
    assert region.author_note == "Anna, today."
    assert region.updated_by is not None
    assert region.updated_by.get_username() == "admin"
    assert region.area.includes(Location("UA", None))


def test_region_is_shown_as_it_was_stored(admin: Client) -> None:
    region = Region.objects.get(preset_key="russia-and-controlled")
    answer = admin.get(edit_address(region))
    html = page(answer)
    assert ticked(answer) == region.codes
    assert [box["name"] for box in html.select("[data-answers] input[checked][value=yes]")] == [
        "unknown_subdivisions-UA"
    ]
    assert html.select_one("[data-answer-for=UA]").get("hidden") is None
    assert html.select_one("[data-answer-for=GE]").get("hidden") is not None
    assert "Ukraine" in html.select_one("[data-answer-for=UA] legend").get_text()
    assert html.select_one("input[name=unknown_country][checked]")["value"] == "True"


def test_every_box_and_answer_has_a_label_and_every_question_its_group(admin: Client) -> None:
    html = page(admin.get(ADD))
    for box in html.select("[data-places] input[type=checkbox], [data-answers] input"):
        assert box.parent.name == "label"
    assert all(group.select_one("legend") for group in html.select("[data-answers] fieldset"))
    assert html.select_one("label[for=id_codes-filter]")


def test_all_places_can_be_taken_away_again(admin: Client) -> None:
    region = Region.objects.get(preset_key="germany")
    assert "at least one place" in told(admin.post(edit_address(region), filled(name="Germany", codes=None)))
    form = filled(name="Germany", codes=None, whole_world="on", unknown_country=None)
    assert admin.post(edit_address(region), form).status_code == 302
    region.refresh_from_db()
    assert (region.codes, region.whole_world, region.unknown_country) == ([], True, True)


def test_answer_of_a_country_that_is_no_longer_in_parts_is_dropped(admin: Client) -> None:
    region = Region.objects.get(preset_key="russia-and-controlled")
    form = filled(name=region.name, codes=["RU", "UA"], **{"unknown_subdivisions-UA": "yes"})
    assert admin.post(edit_address(region), form).status_code == 302
    region.refresh_from_db()
    assert region.unknown_subdivisions == {}


# What is refused


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"codes": ["UA-43"]}, "Ukraine"),
        ({"codes": ["UA-43"], "unknown_subdivisions-UA": "perhaps"}, "Ukraine"),
        ({"codes": ["UA-43", "GE-AB"], "unknown_subdivisions-UA": "no"}, "Georgia"),
        ({"codes": None}, "at least one place"),
        ({"whole_world": "on"}, "choose one of the two"),
        ({"unknown_country": None}, "unknown country"),
        ({"unknown_country": "maybe"}, "maybe"),
        ({"codes": ["DE", "RU-CR"]}, "RU-CR"),
        ({"codes": ["<script>"]}, "<script>"),
        ({"codes": ["DE\0"]}, "DE"),
        ({"name": ""}, "required"),
        ({"name": "GERMANY"}, "region with this name"),
        ({"name": "x" * 256}, "255"),
    ],
)
def test_form_that_lacks_something_says_what_and_changes_nothing(
    values: dict[str, Any], words: str, admin: Client
) -> None:
    before = Region.objects.count()
    answer = admin.post(ADD, filled(**values))
    assert words in told(answer)
    assert b"<script></span>" not in answer.content
    assert Region.objects.count() == before


def test_question_that_was_not_answered_is_then_shown(admin: Client) -> None:
    html = page(admin.post(ADD, filled(codes=["UA-43"])))
    assert html.select_one("[data-answer-for=UA]").get("hidden") is None
    assert html.select_one("input[value=UA-43][checked]")


# Who may


def test_those_without_the_right_meet_no_region(client: Client) -> None:
    group = Group.objects.create(name="Some people")
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    client.force_login(make_user("boris", "Some people"))
    region = Region.objects.get(preset_key="germany")
    delete = reverse("wagtailsnippets_regions_region:delete", args=[region.pk])
    for address in (LIST, ADD, edit_address(region), delete):
        for answer in (client.get(address), client.post(address, filled())):
            assert answer.status_code in (302, 403)
            assert b"Germany" not in answer.content
    assert Region.objects.filter(preset_key="germany", codes=["DE"]).exists()
    assert not Region.objects.filter(name="Places").exists()


def test_right_to_change_is_enough_to_change_and_not_to_delete(client: Client) -> None:
    user = make_user("clara")
    user.user_permissions.add(
        Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"),
        Permission.objects.get(content_type__app_label="regions", codename="change_region"),
    )
    client.force_login(user)
    region = Region.objects.get(preset_key="germany")
    assert client.post(edit_address(region), filled(name="Germany", codes=["DE", "AT"])).status_code == 302
    client.post(reverse("wagtailsnippets_regions_region:delete", args=[region.pk]))
    region.refresh_from_db()
    assert region.codes == ["AT", "DE"]
    assert client.post(ADD, filled()).status_code in (302, 403)
    assert not Region.objects.filter(name="Places").exists()


# The list


def test_list_names_places_and_says_what_came_with_the_program(admin: Client) -> None:
    Region.objects.filter(preset_key="germany").update(codes=["AT", "DE"])
    Region.objects.create(name="Ours", codes=["XK"], unknown_country=False)
    text = page(admin.get(LIST)).get_text(" ", strip=True)
    for words in ("Russia", "Autonomous Republic of Crimea (Ukraine)", "The whole world", "17 more", "preset, changed"):
        assert words in text
    assert "Kosovo" in text


def test_list_asks_no_more_for_more_regions(
    admin: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    admin.get(LIST)
    with django_assert_max_num_queries(20) as few:
        admin.get(LIST)
    for number in range(20):
        Region.objects.create(name=f"Region {number}", codes=["DE"], unknown_country=False)
    with django_assert_max_num_queries(len(few)):
        admin.get(LIST)
