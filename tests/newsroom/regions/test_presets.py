"""Tests of the regions that come with the program."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from django.db import connection
from pytest_django.fixtures import DjangoAssertNumQueries

from newsroom.regions import presets
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.models import Region

pytestmark = pytest.mark.django_db


def preset(key: str) -> Region:
    return Region.objects.get(preset_key=key)


def test_presets_are_there_after_migration() -> None:
    assert set(Region.objects.values_list("preset_key", flat=True)) == {
        "russia-and-controlled",
        "whole-world",
        "united-kingdom",
        "european-union",
        "germany",
        "australia",
    }


@pytest.mark.parametrize("key", presets.presets())
def test_preset_is_a_valid_region_with_author_and_date(key: str) -> None:
    region = preset(key)
    region.full_clean()
    assert region.author_note.startswith("Newsroom, 2026-11-25: ")
    assert not presets.is_changed(region)


def test_model_region_is_russia_and_whoever_may_be_under_its_control() -> None:
    region = preset("russia-and-controlled")
    assert region.name == "Russia and the Russia-controlled parts of Ukraine"
    assert region.codes == ["RU", "UA-09", "UA-14", "UA-23", "UA-40", "UA-43", "UA-65"]
    for inside in (Location("RU", None), Location("UA", "UA-43"), Location("UA", None), UNKNOWN):
        assert region.area.includes(inside)
    for outside in (Location("UA", "UA-30"), Location("DE", None), Location("BY", None)):
        assert not region.area.includes(outside)


def test_european_union_has_its_members() -> None:
    codes = preset("european-union").codes
    assert len(codes) == 27
    assert not {"GB", "NO", "CH", "EL"} & set(codes)


def test_writing_again_changes_nothing(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    before = list(Region.objects.values())
    with django_assert_num_queries(3):  # savepoint, presets, release
        assert presets.ensure_presets() == []
    assert list(Region.objects.values()) == before


@pytest.mark.parametrize(
    "change",
    [
        {"name": "Germany and Austria", "codes": ["AT", "DE"]},
        {"unknown_country": True},
        {"author_note": "Reviewed."},
    ],
)
def test_preset_that_an_administrator_has_changed_stays(change: dict[str, object]) -> None:
    Region.objects.filter(preset_key="germany").update(**change)
    before = Region.objects.filter(preset_key="germany").values().get()
    call_command("migrate", verbosity=0)
    assert Region.objects.filter(preset_key="germany").values().get() == before
    assert presets.is_changed(preset("germany"))


def test_preset_that_nobody_has_changed_follows_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    newer = presets.presets()["germany"] | {"codes": ["AT", "DE"]}
    monkeypatch.setattr(presets, "presets", lambda: {"germany": newer})
    assert [region.preset_key for region in presets.ensure_presets()] == ["germany"]
    assert preset("germany").codes == ["AT", "DE"]
    assert not presets.is_changed(preset("germany"))
    assert presets.ensure_presets() == []


def test_preset_that_is_missing_is_written() -> None:
    Region.objects.all().delete()
    assert len(presets.ensure_presets()) == 6
    assert presets.ensure_presets() == []


def test_nothing_is_written_while_tables_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert presets.can_be_written("default")
    for missing in (Region._meta.db_table, "wagtailcore_referenceindex"):
        names = [name for name in connection.introspection.table_names() if name != missing]
        monkeypatch.setattr(connection.introspection, "table_names", lambda cursor=None, names=names: names)
        assert not presets.can_be_written("default")
        monkeypatch.undo()


def test_regions_of_the_newsroom_are_left_alone() -> None:
    own = Region.objects.create(name="Germany", codes=["DE"], unknown_country=True)
    presets.ensure_presets()
    own.refresh_from_db()
    assert (own.codes, own.unknown_country, own.preset_key) == (["DE"], True, None)
