"""Tests of what the ledger says of regions and of the source of places."""

from __future__ import annotations

import json

import pytest
from django.db import transaction
from django.test import Client, override_settings

from articles.legal.ledger.contents import kept_bytes
from articles.legal.ledger.places import record_places
from articles.legal.ledger.verification import verify
from articles.legal.models import LedgerEntry
from newsroom.regions.presets import ensure_presets
from tests.articles.legal.makers import make_lawyer, make_region

pytestmark = pytest.mark.django_db


def _kinds(prefix: str) -> list[str]:
    return list(LedgerEntry.objects.filter(kind__startswith=prefix).order_by("id").values_list("kind", flat=True))


def test_every_state_of_a_region_is_kept() -> None:
    before = len(_kinds("region."))
    region = make_region("DE")
    region.codes = ["DE", "AT"]
    region.save()
    region.delete()
    assert _kinds("region.")[before:] == ["region.changed", "region.changed", "region.deleted"]
    entries = LedgerEntry.objects.filter(kind="region.changed").order_by("-id")[:2]
    kept = [json.loads(kept_bytes(entry.content_hash) or b"{}")["codes"] for entry in entries]
    assert kept == [["AT", "DE"], ["DE"]]
    assert [finding for finding in verify() if finding.is_fault] == []


def test_an_entry_goes_with_the_change_that_is_taken_back() -> None:
    before = LedgerEntry.objects.count()
    with pytest.raises(RuntimeError), transaction.atomic():
        make_region("DE")
        raise RuntimeError
    assert LedgerEntry.objects.count() == before


def test_whoever_changes_a_region_in_the_admin_is_named(client: Client) -> None:
    lawyer = make_lawyer("lena", "access_admin", "change_region", "view_region", "add_region")
    client.force_login(lawyer)
    region = make_region("DE")
    address = f"/admin/snippets/regions/region/edit/{region.pk}/"
    form = {"name": "Germany alone", "codes": ["DE"], "unknown_country": "True", "author_note": ""}
    client.post(address, form)
    entry = LedgerEntry.objects.filter(kind="region.changed").order_by("-id").first()
    assert entry is not None
    assert entry.staff_id == lawyer.pk


def test_presets_are_in_the_ledger_once_the_worker_has_started() -> None:
    assert record_places() > 1
    assert record_places() == 0
    for region in ensure_presets(using="default"):
        assert LedgerEntry.objects.filter(subject=f"regions.region:{region.pk}").exists()


def test_a_new_source_of_places_is_noted_once() -> None:
    with override_settings(GEO_SOURCE="cloudflare"):
        assert record_places()
        assert not record_places()
    with override_settings(GEO_SOURCE="mmdb"):
        assert record_places() == 1
    assert _kinds("geo.") == ["geo.source", "geo.source"]
