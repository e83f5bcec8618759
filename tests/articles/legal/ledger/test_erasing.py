"""Tests of erasing content by order."""

from __future__ import annotations

import json

import pytest

from articles.legal.ledger.contents import kept_bytes
from articles.legal.ledger.erasing import ContentIsAlreadyErased, ContentIsUnknown, OrderIsMissing, erase_content
from articles.legal.models import KeptContent, LedgerEntry
from tests.factories import make_user
from tests.ledger import found, write

pytestmark = pytest.mark.django_db


def test_content_goes_and_an_entry_tells_by_whom_and_which_order() -> None:
    anna, kept = make_user("anna"), write(content=b"Words.", content_type="text/plain")
    entry = erase_content(kept.content_hash, by=anna, order=" 2026/1 ")
    assert kept_bytes(kept.content_hash) is None
    store = KeptContent.objects.get()
    assert (bytes(store.content), store.content_type, store.erased_at) == (b"", "text/plain", entry.at)
    assert (entry.kind, entry.staff_id, entry.content_hash) == ("content.erased", anna.pk, kept.content_hash)
    assert json.loads(entry.data) == {"order": "2026/1"}
    assert entry.subject == f"articles.keptcontent:{kept.content_hash}"


def test_other_content_stays() -> None:
    first, second = write(content=b"Words."), write(content=b"Other words.")
    erase_content(first.content_hash, by=1, order="2026/1")
    assert kept_bytes(second.content_hash) == b"Other words."


def test_content_that_comes_again_stays_erased() -> None:
    entry = write(content=b"Words.")
    erase_content(entry.content_hash, by=1, order="2026/1")
    again = write(content=b"Words.")
    assert kept_bytes(again.content_hash) is None
    assert found() == [("erased by order", entry.id), ("erased by order", again.id)]


@pytest.mark.parametrize("order", ["", " ", "\n"])
def test_erasure_without_an_order_is_refused(order: str) -> None:
    entry = write(content=b"Words.")
    with pytest.raises(OrderIsMissing):
        erase_content(entry.content_hash, by=1, order=order)
    assert kept_bytes(entry.content_hash) == b"Words."


@pytest.mark.parametrize("key", ["", "0" * 64, "' OR 1=1 --"])
def test_unknown_content_is_refused(key: str) -> None:
    write(content=b"Words.")
    with pytest.raises(ContentIsUnknown):
        erase_content(key, by=1, order="2026/1")
    assert LedgerEntry.objects.count() == 1


def test_second_erasure_is_refused() -> None:
    entry = write(content=b"Words.")
    erase_content(entry.content_hash, by=1, order="2026/1")
    with pytest.raises(ContentIsAlreadyErased):
        erase_content(entry.content_hash, by=1, order="2026/2")
    assert LedgerEntry.objects.count() == 2
