"""Tests of the screens of demands and of their private documents."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.legal.desk import demand_form
from articles.legal.models import Demand, LedgerEntry
from newsroom.users.models import User
from tests.answers import read_whole
from tests.articles.legal.desk.conftest import SECRET, Matters

pytestmark = pytest.mark.django_db
NEW = "/admin/legal/demands/new/"


def said(**fields: object) -> dict[str, object]:
    return {"demander": "A court", "received_on": "2026-11-01", **fields}


def of(name: str, demand: Demand) -> str:
    return reverse(f"legal_desk:{name}", args=[demand.pk])


def test_a_demand_is_recorded_with_its_document(as_editor: Client, editor: User) -> None:
    document = SimpleUploadedFile("order.pdf", b"%PDF an order", "application/pdf")
    as_editor.post(NEW, said(deadline="2026-12-01 10:00", law="A law", file=document))
    demand = Demand.objects.get()
    assert (demand.demander, demand.received_on, demand.recorded_by) == ("A court", date(2026, 11, 1), editor)
    assert demand.deadline == datetime(2026, 12, 1, 10, tzinfo=UTC)
    assert LedgerEntry.objects.get(kind="demand.recorded").staff_id == editor.pk
    assert read_whole(as_editor.get(of("document", demand))) == b"%PDF an order"


@pytest.mark.parametrize(
    ("name", "content"), [("page.html", b"<script>alert(1)</script>"), ("picture.svg", b"<svg onload='x()'/>")]
)
def test_a_document_is_a_download_that_no_browser_runs(name: str, content: bytes, as_editor: Client) -> None:
    as_editor.post(NEW, said(file=SimpleUploadedFile(name, content, "text/html")))
    answer = as_editor.get(of("document", Demand.objects.get()))
    assert read_whole(answer) == content
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"].startswith("private, no-store")


def test_no_other_address_hands_the_document_out(
    client: Client, as_editor: Client, admin_client: Client, matters: Matters
) -> None:
    name = matters.demand.file.name
    for asked in (client, as_editor, admin_client):
        for address in (f"/admin/files/{name}", f"/media/{name}", f"/documents/{name}"):
            assert asked.get(address, headers={"x-requested-with": "XMLHttpRequest"}).status_code in {403, 404, 302}


def test_a_document_that_is_gone_is_not_found(as_editor: Client, matters: Matters) -> None:
    matters.demand.file.storage.delete(matters.demand.file.name)
    assert as_editor.get(of("document", matters.demand)).status_code == 404


def test_a_document_that_is_too_large_is_refused(as_editor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demand_form, "LARGEST", 10)
    html = as_editor.post(NEW, said(file=SimpleUploadedFile("order.pdf", b"x" * 11))).content.decode()
    assert "too large" in html
    assert Demand.objects.count() == 0


@pytest.mark.parametrize(
    "fields",
    [
        {"demander": ""},
        {"demander": "\u202e"},
        {"received_on": ""},
        {"received_on": "31.31.2026"},
        {"deadline": "never"},
        {"demander": "x" * 256},
        {"demander": "\0"},
    ],
)
def test_bad_input_is_refused(fields: dict[str, object], as_editor: Client) -> None:
    assert "error-message" in as_editor.post(NEW, said(**fields)).content.decode()
    assert Demand.objects.count() == 0


def test_a_demand_is_marked_as_answered_once(as_editor: Client, matters: Matters) -> None:
    address = of("answered", matters.demand)
    assert "marked as answered" in as_editor.post(address, follow=True).content.decode()
    first = Demand.objects.get().answered_at
    assert first is not None
    assert "was answered already" in as_editor.post(address, follow=True).content.decode()
    assert Demand.objects.get().answered_at == first
    assert "No demand waits for an answer." in as_editor.get("/admin/legal/demands/").content.decode()


def test_the_deadline_is_red_once_it_has_passed(as_editor: Client, editor: User, matters: Matters) -> None:
    with time_machine.travel(datetime(2026, 11, 20, 0, 1, tzinfo=UTC), tick=False):
        as_editor.force_login(editor)
        html = as_editor.get(of("demand", matters.demand)).content.decode()
        assert '<dd class="desk-red">' in html and "(overdue)" in html


def test_a_demand_shows_the_notices_behind_which_it_stands_as_far_as_one_may_know(
    as_editor: Client, as_holder: Client, sealed: Matters
) -> None:
    demand = sealed.demand
    demand.is_sealed = False
    demand.save()
    assert "It stands behind no notice." in as_editor.get(of("demand", demand)).content.decode()
    assert f"{SECRET} notice" in as_holder.get(of("demand", demand)).content.decode()


def test_only_holders_seal(as_editor: Client, as_holder: Client, matters: Matters) -> None:
    as_editor.post(NEW, said(is_sealed="on"))
    assert Demand.objects.filter(is_sealed=True).count() == 0
    as_holder.post(NEW, said(is_sealed="on"))
    assert Demand.objects.filter(is_sealed=True).count() == 1
    html = as_holder.post(of("edit_demand", matters.demand), said(is_sealed="on")).content.decode()
    assert "cannot be sealed" in html
    assert Demand.objects.get(pk=matters.demand.pk).is_sealed is False


def test_words_of_a_demand_cannot_bring_markup(as_editor: Client) -> None:
    as_editor.post(NEW, said(demander="<b>Court</b>", notes="<script>alert(1)</script>"))
    html = as_editor.get(of("demand", Demand.objects.get())).content.decode()
    assert "<b>Court" not in html and "<script>alert" not in html


def test_whoever_may_not_see_demands_sees_none(as_editor: Client, editor: User, matters: Matters) -> None:
    group = editor.groups.get()
    group.permissions.remove(*group.permissions.filter(codename__endswith="_demand"))
    assert "Ordinary court" not in as_editor.get("/admin/legal/").content.decode()
    notice = as_editor.get(reverse("legal_desk:notice", args=[matters.notice.pk])).content.decode()
    assert "Ordinary court" not in notice
    answer = as_editor.get(of("demand", matters.demand), headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.status_code == 403
