"""Tests of links for counsel: made, opened and revoked, each in the ledger, and never more than they are bound to."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.utils import timezone
from wagtail.management.commands.purge_revisions import purge_revisions

from articles.legal.ledger.verification import verify
from articles.legal.models import CounselLink, LedgerEntry
from articles.legal.preview.counsel import (
    LinkIsAlreadyRevoked,
    LinkIsGone,
    LinkIsRefused,
    find_link,
    make_link,
    open_link,
    revoke_link,
)
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES
from newsroom.regions.location import UNKNOWN, Location
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.articles.legal.preview.scenes import make_scene, make_viewer
from tests.factories import make_draft, make_picture, make_story, make_user, publish_page

pytestmark = pytest.mark.django_db

WEEK = timedelta(days=7)
ADDRESS = "203.0.113.77"


def _link(page: Any = None, **fields: Any) -> tuple[CounselLink, str]:
    return make_link(make_scene(page or make_story(), **fields), by=make_viewer(), lasts=WEEK, note="Somebody & Co.")


def _open(client: Client, token: str) -> Any:
    return client.post(f"/counsel/{token}/", REMOTE_ADDR=ADDRESS)


def test_the_token_is_not_stored() -> None:
    link, token = _link()
    values = json.dumps(list(CounselLink.objects.values()), default=str)
    entries = json.dumps(list(LedgerEntry.objects.values()), default=str)
    assert token not in values + entries
    assert find_link(token) == link


def test_each_deed_is_in_the_ledger_without_the_openers_address(client: Client) -> None:
    link, token = _link()
    _open(client, token)
    revoke_link(link, by=link.made_by)
    entries = LedgerEntry.objects.filter(subject=f"articles.counsellink:{link.pk}")
    assert [(entry.kind, entry.staff_id) for entry in entries] == [
        ("counsel.made", link.made_by_id),
        ("counsel.opened", None),
        ("counsel.revoked", link.made_by_id),
    ]
    everything = [*LedgerEntry.objects.values(), *CounselLink.objects.values()]
    assert ADDRESS not in json.dumps(everything, default=str)
    assert [finding for finding in verify() if finding.is_fault] == []


def test_looking_at_the_button_opens_nothing(client: Client) -> None:
    link, token = _link(make_story(title="In confidence"))
    for method in (client.get, client.head):
        answer = method(f"/counsel/{token}/")
        assert answer.status_code == 200
        assert b"In confidence" not in answer.content
        assert (answer["Cache-Control"], "noindex" in answer["X-Robots-Tag"]) == ("private, no-store", True)
    link.refresh_from_db()
    assert link.opened == 0


@pytest.mark.parametrize("code", LANGUAGES)
def test_behind_the_button_is_the_page_of_the_reader_that_the_link_names(code: str, client: Client) -> None:
    notice = make_notice()
    make_text(notice, words="Mind the law")
    make_rule(notice)
    link, token = _link(make_story(code, title="In confidence"))
    answer = _open(client, token)
    assert answer.status_code == 200
    assert "In confidence" in answer.content.decode()
    assert "Mind the law" in answer.content.decode()
    link.refresh_from_db()
    assert link.opened == 1
    assert (answer["Cache-Control"], answer["Referrer-Policy"]) == ("private, no-store", "no-referrer")
    assert "noindex" in answer["X-Robots-Tag"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_it_leads_nowhere_and_fetches_nothing_from_elsewhere(client: Client) -> None:
    body = [
        {"type": "text", "value": '<p><a href="https://elsewhere.example/">a report</a></p>'},
    ]
    story = make_story(title="In confidence", body=body, lead_picture=make_picture())
    make_story(title="Another")
    _, token = _link(story)
    html = BeautifulSoup(_open(client, token).content, "html.parser")
    assert html.select("[href]:not(link), script, form, iframe, .share, [action], meta[property]") == []
    assert [link["rel"] for link in html.select("link")] == [["icon"], ["stylesheet"]]
    assert all(str(image["src"]).startswith("/") for image in html.select("img"))
    assert "wagtail-userbar" not in str(html)


def test_it_says_as_whom_in_the_language_of_whoever_opens_it(client: Client) -> None:
    _, token = _link(make_story("fa", title="In confidence"))
    told = BeautifulSoup(_open(client, token).content, "html.parser").select_one("main > section")
    assert told is not None
    assert "The page as a reader in Russia gets it" in told.get_text()
    assert (told["lang"], told["dir"]) == ("en", "ltr")


def test_it_is_bound_to_its_revision_which_no_purge_takes(client: Client) -> None:
    story = make_story(title="The first headline")
    _, token = _link(story)
    story.title = "The second headline"
    publish_page(story)
    story.save_revision()
    purge_revisions()
    shown = _open(client, token).content.decode()
    assert "The first headline" in shown
    assert "The second headline" not in shown


def test_a_draft_is_shown_with_its_private_pictures_inside(client: Client) -> None:
    draft = make_draft(title="Not published", lead_picture=make_picture())
    _, token = _link(draft, revision=draft.latest_revision)
    html = BeautifulSoup(_open(client, token).content, "html.parser")
    assert "Not published" in html.get_text()
    (image,) = html.select("figure.lead img")
    assert str(image["src"]).startswith("data:image/")
    assert "/admin/" not in str(html)


def test_it_is_bound_to_its_moment_and_place(client: Client) -> None:
    story = make_story()
    before = timezone.now()
    notice = make_notice()
    make_text(notice, words="Mind the law")
    make_rule(notice)
    viewer = make_viewer()
    shown = {}
    for name, fields in {
        "then": {"at": before},
        "elsewhere": {"location": Location("DE", None)},
        "unknown": {"location": UNKNOWN},
        "now": {},
    }.items():
        _, token = make_link(make_scene(story, **fields), by=viewer, lasts=WEEK)
        shown[name] = "Mind the law" in _open(client, token).content.decode()
    assert shown == {"then": False, "elsewhere": False, "unknown": True, "now": True}


def _revoked(link: CounselLink) -> None:
    revoke_link(link, by=link.made_by)


def _expired(link: CounselLink) -> None:
    CounselLink.objects.filter(pk=link.pk).update(expires_at=timezone.now())


def _made_by_somebody_who_left(link: CounselLink) -> None:
    link.made_by.is_active = False
    link.made_by.save()


@pytest.mark.parametrize("end", [_revoked, _expired, _made_by_somebody_who_left])
def test_links_that_do_not_open_are_all_alike(end: Callable[[CounselLink], None], client: Client) -> None:
    link, token = _link()
    end(link)
    unknown = "x" * len(token)
    for method in (client.get, client.post):
        gone, never = method(f"/counsel/{token}/"), method(f"/counsel/{unknown}/")
        assert (gone.status_code, never.status_code) == (404, 404)
        assert gone.content == never.content
        assert dict(gone.headers) == dict(never.headers)
    link.refresh_from_db()
    assert link.opened == 0


@pytest.mark.parametrize("token", ["x", "%00", "%F0%9F%93%B0", "a" * 5000, "..", "%2e%2e", "' OR 1=1 --"])
def test_hostile_tokens_are_not_found(token: str, client: Client) -> None:
    for method in (client.get, client.post):
        assert method(f"/counsel/{token}/").status_code in {404, 400}


def test_a_forged_form_opens_nothing() -> None:
    link, token = _link()
    client = Client(enforce_csrf_checks=True)
    assert client.post(f"/counsel/{token}/").status_code == 403
    page = BeautifulSoup(client.get(f"/counsel/{token}/").content, "html.parser")
    field = page.select_one("input[name=csrfmiddlewaretoken]")
    assert field is not None
    answer = client.post(
        f"/counsel/{token}/", {"csrfmiddlewaretoken": field["value"]}, headers={"Origin": "http://testserver"}
    )
    assert answer.status_code == 200
    link.refresh_from_db()
    assert link.opened == 1


def test_other_methods_are_refused(client: Client) -> None:
    _, token = _link()
    assert [client.put(f"/counsel/{token}/").status_code, client.delete(f"/counsel/{token}/").status_code] == [405, 405]


def test_it_expires() -> None:
    _, token = _link()
    with time_machine.travel(timezone.now() + WEEK, tick=False), pytest.raises(LinkIsGone):
        open_link(token)


@pytest.mark.parametrize("days", [-1, 0, 31])
def test_it_lasts_at_most_thirty_days(days: int) -> None:
    with pytest.raises(LinkIsRefused):
        make_link(make_scene(make_story()), by=make_viewer(), lasts=timedelta(days=days))


def test_it_is_revoked_once() -> None:
    link, _ = _link()
    _revoked(link)
    with pytest.raises(LinkIsAlreadyRevoked):
        _revoked(link)


def test_only_those_with_the_right_make_and_revoke_links() -> None:
    link, _ = _link()
    with pytest.raises(PermissionDenied):
        make_link(make_scene(make_story(title="Other")), by=make_user("eva"), lasts=WEEK)
    with pytest.raises(PermissionDenied):
        revoke_link(link, by=make_user("otto"))


def test_sealed_orders_are_shown_only_by_links_of_those_who_may_see_them(client: Client) -> None:
    story = make_story(title="In confidence")
    order = make_notice("order", Kind.WITHHELD, is_sealed=True)
    make_text(order, words="The secret order")
    make_rule(order, make_region("RU"), applies_to_unknown=False)
    viewer, holder = make_viewer(), make_viewer("hanna", "see_sealed")
    with pytest.raises(PermissionDenied):
        make_link(make_scene(story, shows_sealed=True), by=viewer, lasts=WEEK)
    _, plain = make_link(make_scene(story), by=viewer, lasts=WEEK)
    sealed, full = make_link(make_scene(story, shows_sealed=True), by=holder, lasts=WEEK)
    assert "The secret order" not in _open(client, plain).content.decode()
    assert "The secret order" in _open(client, full).content.decode()
    with pytest.raises(PermissionDenied):
        revoke_link(sealed, by=viewer)
