"""Tests of the screens of notices."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.legal.models import LedgerEntry, LegalNotice
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES
from newsroom.users.models import User
from tests.articles.legal.desk.conftest import Matters, make_matters
from tests.articles.legal.makers import make_notice, make_text

pytestmark = pytest.mark.django_db
NEW = "/admin/legal/notices/new/"


def said(**fields: str) -> dict[str, str]:
    return {"name": "A notice", "key": "a-notice", "kind": "warning", "source_language": "en", **fields}


def test_a_notice_is_registered_and_the_ledger_knows_by_whom(as_editor: Client, editor: User) -> None:
    answer = as_editor.post(NEW, said(basis="A law", authority="A court", more="explained"))
    notice = LegalNotice.objects.get()
    assert answer["Location"] == reverse("legal_desk:notice", args=[notice.pk])
    assert (notice.name, notice.basis, notice.authority, notice.more) == ("A notice", "A law", "A court", "explained")
    assert LedgerEntry.objects.get(kind="notice.registered").staff_id == editor.pk


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"name": ""}, "name"),
        ({"key": ""}, "key"),
        ({"key": "not a key"}, "key"),
        ({"kind": "joke"}, "kind"),
        ({"source_language": "xx"}, "source_language"),
        ({"more": "../../admin"}, "more"),
        ({"review_on": "soon"}, "review_on"),
        ({"owner": "999999"}, "owner"),
        ({"demand": "999999"}, "demand"),
    ],
)
def test_bad_input_is_refused_at_its_field(fields: dict[str, str], where: str, as_editor: Client) -> None:
    html = BeautifulSoup(as_editor.post(NEW, said(**fields)).content, "html.parser")
    field = html.select_one(f"[name={where}]")
    wrapper = field.find_parent(class_="w-field") if field else None
    assert wrapper is not None and wrapper.select_one(".error-message") is not None
    assert LegalNotice.objects.count() == 0


def test_a_key_that_is_taken_is_refused(as_editor: Client) -> None:
    make_notice("a-notice")
    assert "error-message" in as_editor.post(NEW, said()).content.decode()
    assert LegalNotice.objects.count() == 1


def test_what_is_set_once_is_read_only_and_a_forged_change_of_it_is_ignored(as_editor: Client) -> None:
    notice = make_notice("a-notice")
    address = reverse("legal_desk:edit_notice", args=[notice.pk])
    html = BeautifulSoup(as_editor.get(address).content, "html.parser")
    assert html.select_one("[name=key][disabled]") is not None
    assert len(html.select("[name=kind][disabled]")) == len(Kind.choices)
    as_editor.post(address, said(name="Another name", key="another", kind="withheld", is_sealed="on"))
    stored = LegalNotice.objects.get()
    assert (stored.name, stored.key, stored.kind, stored.is_sealed) == ("Another name", "a-notice", "warning", False)


def test_what_readers_meet_beside_the_words_stays_once_a_rule_is_written(as_editor: Client, matters: Matters) -> None:
    address = reverse("legal_desk:edit_notice", args=[matters.notice.pk])
    as_editor.post(address, said(name="Another name", basis="Forged", authority="Forged", more="forged"))
    stored = LegalNotice.objects.get()
    assert (stored.name, stored.basis, stored.authority, stored.more) == ("Another name", "", "", "")


def test_only_holders_seal_and_a_sealed_notice_gets_a_key_that_nobody_guesses(
    as_editor: Client, as_holder: Client
) -> None:
    as_editor.post(NEW, said(kind="withheld", is_sealed="on", looks_missing="on"))
    assert LegalNotice.objects.get().is_sealed is False
    as_holder.post(NEW, said(kind="withheld", is_sealed="on", key="a-notice"))
    sealed = LegalNotice.objects.get(is_sealed=True)
    assert sealed.key.startswith("order-") and len(sealed.key) == 22


@pytest.mark.parametrize("fields", [{"is_sealed": "on"}, {"kind": "withheld", "looks_missing": "on"}])
def test_a_seal_that_the_law_of_the_desk_forbids_is_refused(fields: dict[str, str], as_holder: Client) -> None:
    assert "error-message" in as_holder.post(NEW, said(**fields)).content.decode()
    assert LegalNotice.objects.count() == 0


def test_a_sealed_demand_is_no_choice_for_others_nor_stands_behind_an_open_notice(
    as_editor: Client, as_holder: Client, sealed: Matters
) -> None:
    html = BeautifulSoup(as_editor.get(NEW).content, "html.parser")
    assert [option["value"] for option in html.select("select[name=demand] option")] == [""]
    for client in (as_editor, as_holder):
        assert "error-message" in client.post(NEW, said(demand=str(sealed.demand.pk))).content.decode()
    assert LegalNotice.objects.count() == 1


def test_the_page_of_a_notice_has_every_language_with_what_it_has(as_editor: Client, matters: Matters) -> None:
    make_text(matters.notice, "fa", "واژه‌ها")
    html = BeautifulSoup(as_editor.get(reverse("legal_desk:notice", args=[matters.notice.pk])).content, "html.parser")
    rows = html.select("table.desk-words tbody tr")
    states = dict(zip(LANGUAGES, (row.select("td")[0].get_text(strip=True) for row in rows), strict=True))
    assert states["fa"] == states["en"] == "approved"
    assert states["fa-af"] == "falls back to fa"
    persian = html.select_one('table.desk-words td [lang="fa"][dir="rtl"]')
    assert persian is not None and "واژه‌ها" in persian.get_text()
    assert "Ordinary region open" in html.get_text()


def test_a_text_older_than_its_source_says_so(as_editor: Client, matters: Matters) -> None:
    make_text(matters.notice, "ru", "Слова")
    make_text(matters.notice, "en", "Newer words")
    html = as_editor.get(reverse("legal_desk:notice", args=[matters.notice.pk])).content.decode()
    assert "approved, older than its source" in html


def test_the_page_of_a_notice_with_much_asks_no_more_than_one_with_little(as_editor: Client, matters: Matters) -> None:
    address = reverse("legal_desk:notice", args=[matters.notice.pk])
    with CaptureQueriesContext(connection) as little:
        as_editor.get(address)
    for code in LANGUAGES:
        make_text(matters.notice, code)
    with CaptureQueriesContext(connection) as much:
        as_editor.get(address)
    assert len(much) == len(little)


def test_the_list_has_what_the_person_may_know(as_editor: Client, as_holder: Client, sealed: Matters) -> None:
    make_matters("other")
    html = as_editor.get(reverse("legal_desk:notices")).content.decode()
    assert "Ordinary notice other" in html and "Unspeakable" not in html
    assert "Unspeakable notice" in as_holder.get(reverse("legal_desk:notices")).content.decode()


def test_an_empty_list_says_so(as_editor: Client) -> None:
    assert "There is no notice yet." in as_editor.get(reverse("legal_desk:notices")).content.decode()
