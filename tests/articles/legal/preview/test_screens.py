"""Tests of the screens of previews: who may open them, what they show, and what they refuse."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from articles.legal.models import CounselLink
from articles.legal.preview.counsel import make_link
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES
from newsroom.users.groups import LEGAL_APPROVERS, LEGAL_EDITORS, SEALED_ORDERS, editors_of, ensure_legal, writers_of
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.articles.legal.preview.scenes import make_scene, make_viewer
from tests.factories import make_administrator, make_draft, make_picture, make_story, make_translation, make_user

pytestmark = pytest.mark.django_db

WEEK = timedelta(days=7)


@pytest.fixture
def viewer(client: Client) -> Client:
    """A client of somebody who may preview."""
    client.force_login(make_viewer())
    return client


def _query(page: Any, **fields: Any) -> dict[str, Any]:
    return {"page": page.pk, "region": "RU", "surface": "page", "version": "live", **fields}


def _preview(client: Client, page: Any, **fields: Any) -> Any:
    return client.get(reverse("preview_as:preview"), _query(page, **fields))


def _page(client: Client, page: Any, **fields: Any) -> str:
    return client.get(reverse("preview_as:page"), _query(page, **fields)).content.decode()


def _words(answer: Any) -> str:
    return BeautifulSoup(answer.content, "html.parser").get_text(" ", strip=True)


ROLES = {
    "nobody": ((), False),
    "a writer": ((writers_of("en"),), False),
    "an editor": ((editors_of("en"),), False),
    "a legal editor": ((LEGAL_EDITORS,), True),
    "a legal approver": ((LEGAL_APPROVERS,), True),
    "a holder of sealed orders alone": ((SEALED_ORDERS,), False),
}


@pytest.mark.parametrize("role", ROLES)
def test_endpoints_and_roles(role: str, client: Client) -> None:
    story = make_story()
    ensure_legal()
    link, _ = make_link(make_scene(story), by=make_viewer("maker"), lasts=WEEK)
    groups, may = ROLES[role]
    if role != "nobody":
        client.force_login(make_user("somebody", *groups))
    preview = reverse("preview_as:preview")
    answers = [
        client.get(preview, _query(story)),
        client.get(reverse("preview_as:page"), _query(story)),
        client.get(reverse("preview_as:links")),
        client.post(f"{preview}?page={story.pk}&region=RU&surface=page", {"link-days": 7}),
        client.post(reverse("preview_as:revoke", args=[link.pk])),
    ]
    codes = [answer.status_code for answer in answers]
    link.refresh_from_db()
    assert codes == ([200, 200, 200, 200, 302] if may else [302] * 5)
    assert (CounselLink.objects.count(), link.revoked_at is not None) == ((2, True) if may else (1, False))
    if not may:
        assert {answer["Location"].split("?")[0] for answer in answers} <= {"/admin/", "/admin/login/"}


def test_an_administrator_may_preview_and_sees_nothing_sealed(client: Client) -> None:
    story = make_story()
    order = make_notice("order", Kind.WITHHELD, is_sealed=True)
    make_text(order, words="The secret order")
    make_rule(order, applies_to_unknown=False)
    client.force_login(make_administrator())
    answer = _preview(client, story)
    assert answer.status_code == 200
    assert "order" not in _words(answer).split("Why", 1)[1].split("The page", 1)[0]
    assert "The secret order" not in _page(client, story)


def test_holders_of_the_sealed_right_see_what_a_sealed_order_does(client: Client) -> None:
    story = make_story(title="The headline")
    order = make_notice("order", Kind.WITHHELD, is_sealed=True, looks_missing=True)
    make_text(order, words="The secret order")
    make_rule(order, applies_to_unknown=False)
    client.force_login(make_viewer("hanna", "see_sealed"))
    answer = _preview(client, story)
    assert "looks like one that never was" in _words(answer)
    assert "of the notice “order” applies" in _words(answer)
    assert "The headline" not in _page(client, story)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_page_of_every_language_is_shown_with_its_notices(code: str, viewer: Client) -> None:
    story, notice = make_story(code, title="The headline"), make_notice()
    make_text(notice, words="Mind the law")
    make_rule(notice)
    answer = _preview(viewer, story)
    assert "Rule" in _words(answer)
    assert "Mind the law: heading" in _words(answer)
    shown = _page(viewer, story)
    assert "The headline" in shown
    assert 'data-notice="undesirable"' in shown
    assert 'data-notice="undesirable"' not in _page(viewer, story, region="DE")
    assert 'data-notice="undesirable"' in _page(viewer, story, region="unknown")


def test_the_reasons_are_told_for_every_rule(viewer: Client) -> None:
    story, notice = make_story(), make_notice()
    make_text(notice)
    rule = make_rule(notice, make_region("DE"), languages=["ru"])
    words = re.sub(r"\s+", " ", _words(_preview(viewer, story)))
    assert f"Rule {rule.pk} of the notice “undesirable” does not apply." in words
    assert "The reader is not in its region: Germany" in words
    assert "It is for other languages: Russian." in words


def test_a_past_and_a_future_moment_have_their_own_rules(viewer: Client) -> None:
    story, now = make_story(), timezone.now()
    notice = make_notice()
    make_text(notice)
    make_rule(notice, starts_at=now + timedelta(days=2), ends_at=now + timedelta(days=4))
    moments = {days: now + timedelta(days=days) for days in (-1, 1, 3, 5)}
    shown = {
        days: 'data-notice="undesirable"' in _page(viewer, story, at=f"{moment:%Y-%m-%d %H:%M}")
        for days, moment in moments.items()
    }
    assert shown == {-1: False, 1: False, 3: True, 5: False}


def test_versions_of_a_page(viewer: Client) -> None:
    story = make_story(title="As published")
    first = story.live_revision_id
    story.title = "As drafted"
    story.save_revision()
    assert "As published" in _page(viewer, story)
    assert "As drafted" in _page(viewer, story, version="draft")
    assert "As published" in _page(viewer, story, version="draft", revision=first)
    assert "As published" in _page(viewer, story, version="then")


def test_a_draft_is_shown_with_private_pictures_and_publishes_none(viewer: Client) -> None:
    draft = make_draft(title="Not published", lead_picture=make_picture())
    shown = _page(viewer, draft, version="draft")
    assert "Not published" in shown
    assert "data:image/" in shown


def test_another_language_leads_to_the_translation(viewer: Client) -> None:
    story = make_story(title="In English")
    make_translation(story, "fa", title="به فارسی")
    assert "به فارسی" in _page(viewer, story, language="fa")
    assert "The page is not there in this language." in _words(_preview(viewer, story, language="ru"))


@pytest.mark.parametrize(
    "wrong",
    [
        {"page": "0"},
        {"page": "x"},
        {"page": "99999999999999999999"},
        {"region": "RU-CR"},
        {"region": "\x00"},
        {"language": "xx"},
        {"surface": "billboard"},
        {"version": "other"},
        {"revision": "0"},
        {"revision": "2147483647"},
        {"revision": "99999999999999999999"},
        {"at": "yesterday"},
        {"at": "99999-01-01"},
        {"version": "then", "at": "2001-01-01 00:00"},
    ],
)
def test_bad_questions_get_a_message_and_no_page(wrong: dict[str, str], viewer: Client) -> None:
    story = make_story(title="The headline")
    answer = viewer.get(reverse("preview_as:preview"), {**_query(story), **wrong})
    assert answer.status_code in {200, 400}
    assert "What the reader meets" not in _words(answer)


def test_a_page_that_is_not_published_has_no_published_version(viewer: Client) -> None:
    assert "The page is not published." in _words(_preview(viewer, make_draft()))


def test_the_answer_is_kept_by_nobody_and_the_frame_runs_nothing(viewer: Client) -> None:
    story = make_story()
    assert "no-store" in _preview(viewer, story)["Cache-Control"]
    framed = viewer.get(reverse("preview_as:page"), _query(story))
    assert "no-store" in framed["Cache-Control"]
    assert framed["X-Frame-Options"] == "SAMEORIGIN"
    assert "<script" not in framed.content.decode()
    html = BeautifulSoup(_preview(viewer, story).content, "html.parser")
    frame = html.select_one("iframe")
    assert frame is not None
    assert frame["title"]
    assert viewer.get(frame["src"]).status_code == 200


def test_no_public_page_takes_a_region_or_moment_from_its_query(client: Client) -> None:
    story, notice = make_story(), make_notice()
    make_text(notice)
    make_rule(notice)
    answer = client.get(story.url_path, {"region": "DE", "at": "2001-01-01", "country": "DE"})
    assert b'data-notice="undesirable"' in answer.content


def test_the_address_of_a_link_is_told_once(viewer: Client, client: Client) -> None:
    story = make_story(title="In confidence")
    address = f"{reverse('preview_as:preview')}?page={story.pk}&region=UA-43&surface=page&version=live"
    told = viewer.post(address, {"link-days": 30, "link-note": "Somebody & Co."}).content.decode()
    found = re.search(r"http://testserver(/counsel/[^/\"]+/)", told)
    assert found is not None
    assert "In confidence" in Client().post(found[1]).content.decode()
    listed = _words(viewer.get(reverse("preview_as:links")))
    assert "Somebody & Co." in listed
    assert found[1] not in listed
    link = CounselLink.objects.get()
    assert (link.country, link.subdivision, link.shows_sealed) == ("UA", "UA-43", False)


@pytest.mark.parametrize("days", ["", "0", "31", "x", "-1"])
def test_a_link_that_lasts_too_long_is_not_made(days: str, viewer: Client) -> None:
    story = make_story()
    address = f"{reverse('preview_as:preview')}?page={story.pk}&region=RU&surface=page"
    assert viewer.post(address, {"link-days": days}).status_code == 200
    assert CounselLink.objects.count() == 0


def test_links_to_sealed_orders_are_hidden_from_those_who_may_not_know(viewer: Client) -> None:
    story = make_story()
    holder = make_viewer("hanna", "see_sealed")
    link, _ = make_link(make_scene(story, shows_sealed=True), by=holder, lasts=WEEK, note="A secret")
    assert "A secret" not in _words(viewer.get(reverse("preview_as:links")))
    assert viewer.post(reverse("preview_as:revoke", args=[link.pk])).status_code == 404
    link.refresh_from_db()
    assert link.revoked_at is None


def test_the_list_takes_as_many_queries_with_many_links(viewer: Client, django_assert_max_num_queries: Any) -> None:
    story, maker = make_story(), make_viewer("maker")
    for _ in range(20):
        make_link(make_scene(story), by=maker, lasts=WEEK)
    with django_assert_max_num_queries(13):
        viewer.get(reverse("preview_as:links"))
