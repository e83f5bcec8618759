"""Tests of the first screen: what is in force where, and what waits for whom."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.legal.approval import approve_alone
from articles.legal.desk.overview import overview_for
from articles.legal.drafting import draft_rule, draft_text
from articles.legal.models import NoticeRule
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES
from newsroom.regions.models import Region
from newsroom.users.models import User
from tests.articles.legal.desk.conftest import Matters, make_matters
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/legal/"
HOUR = timedelta(hours=1)


def page(client: Client) -> BeautifulSoup:
    return BeautifulSoup(client.get(ADDRESS).content, "html.parser")


def part(client: Client, name: str) -> str:
    found = page(client).select_one(f"section[aria-labelledby={name}]")
    return " ".join(found.get_text(" ").split()) if found else ""


def test_an_empty_desk_says_so_everywhere(as_approver: Client) -> None:
    text = page(as_approver).get_text(" ")
    for sentence in (
        "No draft waits for you.",
        "None of your drafts waits for approval.",
        "No demand waits for an answer.",
        "No review is overdue.",
        "Every rule has its region as it is now.",
        "No rule is in force.",
        "No rule is planned.",
        "No notice is in force or planned",
    ):
        assert sentence in text


def test_a_rule_in_force_tells_where_for_whom_until_when_and_who_answers_for_it(
    as_approver: Client, approver: User
) -> None:
    notice = make_notice(owner=approver)
    make_text(notice)
    ends = timezone.now() + 48 * HOUR
    make_rule(
        notice, make_region("RU", "UA-43", unknown_subdivisions={"UA": True}), languages=["ru", "tt"], ends_at=ends
    )
    told = part(as_approver, "in-force")
    for words in ("Notice undesirable", "undesirable", "warning to readers", "Russia", "Crimea", "Russian and Tatar"):
        assert words in told, words
    assert "below the story" in told and "arne" in told and "no date" in told
    assert "No rule is planned." in part(as_approver, "planned")


def test_a_rule_that_starts_tomorrow_is_planned_and_one_that_is_over_is_gone(as_approver: Client) -> None:
    notice, now = make_notice(), timezone.now()
    make_text(notice)
    make_rule(notice, make_region("DE", name="Planned region"), starts_at=now + 24 * HOUR)
    make_rule(notice, make_region("FR", name="Past region"), ends_at=now - HOUR)
    assert "Planned region" in part(as_approver, "planned")
    assert "Planned region" not in part(as_approver, "in-force")
    assert "Past region" not in page(as_approver).get_text()


def test_the_matrix_tells_in_words_where_a_text_is_missing_or_falls_back(as_editor: Client) -> None:
    notice = make_notice()
    make_text(notice, "en")
    make_text(notice, "ru")
    make_rule(notice, make_region("RU", name="The region"))
    table = page(as_editor).select_one("table.desk-matrix")
    assert table is not None
    assert table.caption is not None and table.caption.get_text(strip=True)
    heads = [head.get_text() for head in table.select("thead th[scope=col]")]
    assert heads[1:] == list(LANGUAGES)
    row = table.select_one("tbody tr")
    assert row is not None and row.th is not None and row.th["scope"] == "row"
    cells = dict(zip(LANGUAGES, (cell.get_text(strip=True) for cell in row.select("td")), strict=True))
    assert cells["ru"] == cells["en"] == "approved"
    assert cells["tt"] == "falls back to ru"
    assert cells["hu"] == "falls back to en"
    holder = table.find_parent(class_="desk-scroll")
    assert holder is not None and holder["tabindex"] == "0" and holder["role"] == "region"


def test_drafts_wait_for_everybody_but_their_authors(
    as_approver: Client, as_editor: Client, approver: User, editor: User
) -> None:
    notice = make_notice()
    draft_text(notice, "en", by=approver, heading="Mine", body="<p>Words.</p>")
    draft_text(notice, "ru", by=editor, heading="Theirs", body="<p>Words.</p>")
    assert "words in Russian" in part(as_approver, "for-me")
    assert "words in English" not in part(as_approver, "for-me")
    assert "words in English" in part(as_approver, "mine")
    assert part(as_editor, "for-me") == ""
    assert "words in Russian" in part(as_editor, "mine")


def test_an_emergency_shows_the_time_that_is_left_and_then_that_it_is_over(as_approver: Client, approver: User) -> None:
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        draft = draft_text(make_notice(), "en", by=approver, heading="Now", body="<p>Words.</p>")
        approve_alone(draft, by=approver, digest=draft.digest, reason="It burns.")
        assert "24 hours left" in part(as_approver, "emergencies")
    with time_machine.travel(now + 30 * HOUR, tick=False):
        assert "overdue for 6 hours" in part(as_approver, "emergencies")
        assert page(as_approver).select_one("section[aria-labelledby=emergencies] .desk-red") is not None


def test_demands_stand_by_their_deadlines_the_overdue_ones_first_and_red(as_editor: Client, matters: Matters) -> None:
    later = make_matters("later")
    later.demand.deadline = timezone.now() + 5 * HOUR
    later.demand.save()
    lines = page(as_editor).select("section[aria-labelledby=demands] li")
    assert ["open" in line.get_text() for line in lines] == [True, False]
    assert "overdue" in lines[0].get_text() and "desk-red" in lines[0]["class"]
    assert "4 hours left" in lines[1].get_text() or "5 hours left" in lines[1].get_text()


def test_an_overdue_review_stays_shown(as_editor: Client, matters: Matters) -> None:
    told = part(as_editor, "reviews")
    assert "Ordinary notice open" in told
    assert "It stays shown." in told
    assert "Ordinary notice open" in part(as_editor, "in-force")


def test_a_region_that_has_changed_since_asks_for_a_new_version(as_editor: Client, matters: Matters) -> None:
    assert "Every rule has its region as it is now." in part(as_editor, "outdated")
    region = Region.objects.get(pk=matters.rule.region_id)
    region.codes = ["BY", "RU"]
    region.save()
    assert "Ordinary region open" in part(as_editor, "outdated")
    link = page(as_editor).select_one(f'a[href="/admin/legal/rules/{matters.rule.pk}/next/"]')
    assert link is not None
    assert NoticeRule.objects.get(pk=matters.rule.pk).area["codes"] == ["RU"]


def test_much_is_asked_for_with_as_few_queries_as_little(as_holder: Client, holder: User, sealed: Matters) -> None:
    with CaptureQueriesContext(connection) as little:
        as_holder.get(ADDRESS)
    for number in range(4):
        made = make_matters(f"more-{number}")
        hurried = draft_rule(made.notice, by=holder, region=made.rule.region, reason="It burns.")
        approve_alone(hurried, by=holder, digest=hurried.digest, reason="It burns.")
    with CaptureQueriesContext(connection) as much:
        as_holder.get(ADDRESS)
    assert len(much) == len(little)
    with CaptureQueriesContext(connection) as own:
        overview_for(User.objects.get(pk=holder.pk), timezone.now())
    assert len(own) <= 11


def test_nobody_learns_of_sealed_matters_by_a_count(as_approver: Client, sealed: Matters) -> None:
    text = page(as_approver).get_text(" ")
    assert "No rule is in force." in text
    assert "No draft waits for you." in text
    assert "No demand waits for an answer." in text
    assert "No review is overdue." in text


def test_a_withholding_in_force_is_listed_too(as_editor: Client) -> None:
    notice = make_notice("order", Kind.WITHHELD)
    make_rule(notice, make_region("DE"), applies_to_unknown=False)
    assert "withholding" in part(as_editor, "in-force")
    assert "missing in every language" in page(as_editor).get_text(" ")


def test_people_s_names_cannot_bring_markup(as_editor: Client, editor: User) -> None:
    notice = make_notice(owner=editor)
    notice.name = "<script>alert(1)</script>"
    notice.save()
    make_text(notice)
    make_rule(notice, make_region("DE", name="<img src=x>"))
    html = as_editor.get(ADDRESS).content.decode()
    assert "<script>alert(1)" not in html and "<img src=x>" not in html
