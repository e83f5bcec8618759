"""Tests of whom an imported item credits."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError

from articles.credits.models import Agency, Correspondent, Organisation, Place, Service
from articles.syndication.items import PartyItem
from articles.syndication.parties import credit_for
from newsroom.languages import LANGUAGES
from tests.factories import make_correspondent
from tests.story_files import bring_in, imported_story, refusal_of, source_entry, story_item, write_items

pytestmark = pytest.mark.django_db

MIKE = PartyItem("correspondent", "Mike Eckel", organisation="RFE/RL", place="Washington")


def test_a_correspondent_comes_with_organisation_and_place() -> None:
    credit = credit_for(MIKE, "en", 3)
    assert credit.sort_order == 3
    assert credit.correspondent
    assert credit.correspondent.organisation
    assert credit.place
    names = (credit.correspondent.name, credit.correspondent.organisation.name, credit.place.name)
    assert names == ("Mike Eckel", "RFE/RL", "Washington")
    assert (credit.service, credit.agency) == (None, None)


def test_a_correspondent_may_have_neither() -> None:
    credit = credit_for(PartyItem("correspondent", "Mike Eckel"), "en", 0)
    assert credit.correspondent
    assert (credit.correspondent.organisation, credit.place) == (None, None)


def test_services_and_agencies_are_parties_of_their_own() -> None:
    service = credit_for(PartyItem("service", "RFE/RL's Russian Service"), "en", 0).service
    agency = credit_for(PartyItem("agency", "Reuters"), "en", 0).agency
    assert (str(service), str(agency)) == ("RFE/RL's Russian Service", "Reuters")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_name_is_kept_for_its_language(code: str) -> None:
    credit = credit_for(MIKE, code, 0)
    assert credit.correspondent
    assert credit.place
    assert credit.correspondent.names == {code: "Mike Eckel"}
    assert credit.place.names == {code: "Washington"}


@pytest.mark.parametrize("code", ["en", "fa-af", "uz-cyrl"])
def test_without_a_uri_name_organisation_and_language_are_the_identity(code: str) -> None:
    first = credit_for(MIKE, code, 0).correspondent
    assert credit_for(MIKE, code, 0).correspondent == first
    elsewhere = PartyItem("correspondent", "Mike Eckel", organisation="Reuters")
    assert credit_for(elsewhere, code, 0).correspondent != first
    assert credit_for(PartyItem("correspondent", "Mike Eckel"), code, 0).correspondent != first
    assert Correspondent.objects.count() == 3
    assert Place.objects.count() == 1


def test_a_uri_is_the_identity_whatever_name_and_organisation_say() -> None:
    first = credit_for(PartyItem("correspondent", "Mike Eckel", uri="urn:mike", organisation="RFE/RL"), "en", 0)
    again = credit_for(PartyItem("correspondent", "Майк Экел", uri="urn:mike", organisation="РСЕ/РС"), "ru", 0)
    assert again.correspondent == first.correspondent
    assert again.correspondent
    assert again.correspondent.names == {"en": "Mike Eckel", "ru": "Майк Экел"}
    assert again.correspondent.name == "Mike Eckel"


def test_people_of_one_name_and_different_uris_are_different() -> None:
    one = credit_for(PartyItem("correspondent", "Mike Eckel", uri="urn:1"), "en", 0).correspondent
    other = credit_for(PartyItem("correspondent", "Mike Eckel", uri="urn:2"), "en", 0).correspondent
    assert one != other


@pytest.mark.parametrize(("role", "model"), [("agency", Agency), ("service", Service)])
def test_agencies_and_services_have_the_same_identity(role: str, model: type[Agency | Service]) -> None:
    for item in (PartyItem(role, "AP"), PartyItem(role, "AP"), PartyItem(role, "AP", uri="urn:ap")):
        credit_for(item, "en", 0)
    credit_for(PartyItem(role, "АП", uri="urn:ap"), "ru", 0)
    assert model.objects.count() == 2
    assert model.objects.get(uri="urn:ap").names == {"en": "AP", "ru": "АП"}


def test_a_name_that_the_desk_has_set_is_not_replaced() -> None:
    known = make_correspondent("Mike Eckel", uri="urn:mike", names={"ru": "Майк Экел"})
    credit_for(PartyItem("correspondent", "Микаэль", uri="urn:mike"), "ru", 0)
    known.refresh_from_db()
    assert known.names == {"ru": "Майк Экел"}


def test_a_withheld_name_is_found_and_stays_withheld() -> None:
    known = credit_for(PartyItem("correspondent", "Mike Eckel", uri="urn:mike"), "en", 0).correspondent
    assert known
    Correspondent.objects.filter(pk=known.pk).update(withheld_at="2026-01-01T00:00:00Z")
    again = credit_for(PartyItem("correspondent", "Mike Eckel", uri="urn:mike"), "uk", 0).correspondent
    assert again == known
    assert again
    assert again.is_withheld


@pytest.mark.parametrize("item", [PartyItem("agency", "x" * 300), PartyItem("correspondent", "A", place="x" * 300)])
def test_a_name_that_is_too_long_is_a_fault(item: PartyItem) -> None:
    with pytest.raises(ValidationError):
        credit_for(item, "en", 0)


def test_the_order_of_the_file_is_the_order_of_the_sentence(tmp_path: Path) -> None:
    sources = [
        source_entry("agency", "Reuters"),
        source_entry("correspondent", "Mike Eckel", organisation="RFE/RL", place="Washington"),
        source_entry("service", "RFE/RL's Russian Service"),
        source_entry("agency", "AP"),
    ]
    story = imported_story(tmp_path, story_item(infoSources=sources), publish=True)
    names = ["Reuters", "Mike Eckel", "RFE/RL's Russian Service", "AP"]
    assert [credit.party.name for credit in story.credits.all()] == names
    story = imported_story(tmp_path, story_item(version="2", infoSources=sources[::-1]), publish=True)
    assert [credit.party.name for credit in story.credits.all()] == names[::-1]


def test_importing_a_story_again_makes_nobody_twice(tmp_path: Path) -> None:
    item = story_item(infoSources=[source_entry("correspondent", "Mike", organisation="RFE/RL", place="Prague")])
    bring_in(write_items(tmp_path, item), publish=True)
    bring_in(write_items(tmp_path, item | {"version": "2"}), publish=True)
    for model in (Correspondent, Organisation, Place):
        assert model.objects.count() == 1


@pytest.mark.parametrize(
    "source",
    [
        source_entry("correspondent", "x" * 300_000),
        source_entry("correspondent", "Mike", organisation="x" * 300_000),
        source_entry("correspondent", "Mike", place="x" * 300_000),
        source_entry("agency", "x" * 300),
        source_entry("service", "x" * 300),
    ],
)
def test_an_item_with_a_name_that_is_too_long_is_refused(tmp_path: Path, source: dict[str, str]) -> None:
    item = story_item(infoSources=[source_entry("agency", "AP"), source])
    assert "infoSources" in refusal_of(write_items(tmp_path, item), publish=True)


def test_names_lose_what_hides(tmp_path: Path) -> None:
    story = imported_story(tmp_path, story_item(infoSources=[source_entry("agency", "A\u202eP\x00 \n<b>")]))
    assert [credit.party.name for credit in story.credits.all()] == ["AP <b>"]
