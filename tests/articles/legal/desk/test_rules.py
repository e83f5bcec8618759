"""Tests of writing rules: a form that asks what has no answer by itself, and says back what it understood."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.users.models import UserProfile

from articles.legal.approval import approve
from articles.legal.models import LegalNotice, NoticeRule
from articles.legal.models.approval import State
from articles.legal.terms import Effect, Kind, ScopeKind
from newsroom.languages import LANGUAGES
from newsroom.regions.models import Region
from newsroom.users.models import User
from tests.articles.legal.desk.conftest import Matters
from tests.articles.legal.makers import make_notice, make_region
from tests.factories import make_story, publish_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(_groups: None) -> LegalNotice:
    return make_notice()


@pytest.fixture
def order(_groups: None) -> LegalNotice:
    return make_notice("order", Kind.WITHHELD)


def said(**fields: object) -> dict[str, object]:
    region = fields.pop("region", None) or make_region("RU", name="The region")
    return {
        "region": region.pk,
        "scope_kind": "site",
        "effects": ["show"],
        "placement": "end",
        "reason": "A law.",
        **fields,
    }


def write(client: Client, notice: LegalNotice, **fields: object) -> BeautifulSoup:
    address = reverse("legal_desk:new_rule", args=[notice.pk])
    return BeautifulSoup(client.post(address, said(**fields), follow=True).content, "html.parser")


def error_at(html: BeautifulSoup, name: str) -> bool:
    field = html.select_one(f"[name={name}]")
    wrapper = field.find_parent(class_="w-field") if field else None
    return bool(wrapper and wrapper.select_one(".error-message"))


def test_the_draft_is_said_back_in_sentences(notice: LegalNotice, as_editor: Client, editor: User) -> None:
    html = write(as_editor, notice, languages=["ru", "tt"], surfaces=["page"], effects=["show", "hide-share"])
    told = " ".join(html.get_text(" ").split())
    for sentence in (
        "Readers in the region “The region” see the notice “Notice undesirable”.",
        "The region is: Russia.",
        "Readers who read: Russian and Tatar.",
        "Only on: pages.",
        "Besides: hide share links.",
        "From its approval on, without an end.",
        "It applies to readers whose country is unknown.",
        "Why: A law.",
    ):
        assert sentence in told, sentence
    rule = NoticeRule.objects.get()
    assert (rule.state, rule.author, rule.languages) == (State.DRAFT, editor, ["ru", "tt"])


def test_times_are_of_the_editor_s_zone_and_said_in_utc_too(
    notice: LegalNotice, as_editor: Client, editor: User
) -> None:
    UserProfile.objects.create(user=editor, current_time_zone="Europe/Prague")
    html = write(as_editor, notice, starts_at="2027-01-01 00:01", ends_at="2027-07-01 12:00")
    rule = NoticeRule.objects.get()
    assert rule.starts_at == datetime(2026, 12, 31, 23, 1, tzinfo=UTC)
    assert rule.ends_at == datetime(2027, 7, 1, 10, tzinfo=UTC)
    told = html.get_text(" ")
    assert "UTC+1 (" in told and "UTC+2 (" in told and "11:01\u202fPM UTC)" in told


def test_a_withholding_asks_about_readers_of_unknown_country_and_has_no_default(
    order: LegalNotice, as_editor: Client
) -> None:
    html = BeautifulSoup(as_editor.get(reverse("legal_desk:new_rule", args=[order.pk])).content, "html.parser")
    assert len(html.select("[name=applies_to_unknown]")) == 2
    assert html.select("[name=applies_to_unknown][checked]") == []
    assert error_at(write(as_editor, order), "applies_to_unknown")
    assert NoticeRule.objects.count() == 0
    write(as_editor, order, region=Region.objects.last(), applies_to_unknown="False")
    assert NoticeRule.objects.get().applies_to_unknown is False


def test_a_warning_is_not_asked_and_always_applies_to_them(notice: LegalNotice, as_editor: Client) -> None:
    address = reverse("legal_desk:new_rule", args=[notice.pk])
    assert "applies_to_unknown" not in as_editor.get(address).content.decode()
    write(as_editor, notice, applies_to_unknown="False")
    assert NoticeRule.objects.get().applies_to_unknown is True


@pytest.mark.parametrize("kind", [ScopeKind.SECTION, ScopeKind.TAG, ScopeKind.STORY])
def test_a_rule_about_something_names_it_for_all_languages(
    kind: ScopeKind, notice: LegalNotice, as_editor: Client
) -> None:
    story = make_story(title="The headline")
    story.tags.add("Elections")
    publish_page(story)
    chosen = {"section": story.get_parent().pk, "tag": "elections", "story": story.pk}
    write(as_editor, notice, scope_kind=kind.value, **chosen)
    rule = NoticeRule.objects.get()
    expected = {
        ScopeKind.SECTION: (str(story.get_parent().translation_key), "World"),
        ScopeKind.TAG: ("elections", "Elections"),
        ScopeKind.STORY: (str(story.translation_key), "The headline"),
    }
    assert (rule.scope_target, rule.scope_name) == expected[kind]


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"scope_kind": "section"}, "section"),
        ({"scope_kind": "story"}, "story"),
        ({"scope_kind": "tag"}, "tag"),
        ({"scope_kind": "tag", "tag": "no such tag"}, "tag"),
        ({"scope_kind": "everything"}, "scope_kind"),
        ({"scope_kind": "story", "story": "x"}, "story"),
        ({"scope_kind": "story", "story": "999999"}, "story"),
        ({"languages": ["xx"]}, "languages"),
        ({"surfaces": ["nowhere"]}, "surfaces"),
        ({"effects": ["explode"]}, "effects"),
        ({"placement": "middle"}, "placement"),
        ({"starts_at": "tomorrow"}, "starts_at"),
        ({"starts_at": "2027-01-02 00:00", "ends_at": "2027-01-01 00:00"}, "ends_at"),
        ({"reason": ""}, "reason"),
        ({"reason": "\u202e"}, "reason"),
    ],
)
def test_what_a_rule_cannot_say_is_refused_at_its_field(
    fields: dict[str, object], where: str, notice: LegalNotice, as_editor: Client
) -> None:
    html = write(as_editor, notice, **fields)
    assert error_at(html, where), html.get_text()
    assert NoticeRule.objects.count() == 0


def test_a_rule_for_nowhere_cannot_be_written(notice: LegalNotice, as_editor: Client) -> None:
    for region in ("", "999999", "x"):
        address = reverse("legal_desk:new_rule", args=[notice.pk])
        html = as_editor.post(address, {**said(region=Region.objects.first()), "region": region}).content.decode()
        assert "error-message" in html
    assert NoticeRule.objects.count() == 0


def test_a_new_version_starts_from_what_is_in_force_and_leaves_it_there(
    matters: Matters, as_editor: Client, approver: User
) -> None:
    rule = matters.rule
    address = reverse("legal_desk:next_rule", args=[rule.pk])
    html = BeautifulSoup(as_editor.get(address).content, "html.parser")
    chosen = html.select_one("select[name=region] option[selected]")
    assert chosen is not None and chosen["value"] == str(rule.region_id)
    assert "Ordinary reason." in html.get_text()
    region = rule.region
    region.codes = ["BY", "RU"]
    region.save()
    as_editor.post(address, said(region=region, languages=list(LANGUAGES)))
    draft = NoticeRule.objects.get(identity=rule.identity, number=2)
    assert draft.area["codes"] == ["BY", "RU"]
    assert NoticeRule.objects.get(pk=rule.pk).ended_at is None
    approve(draft, by=approver, digest=draft.digest)
    assert NoticeRule.objects.get(pk=rule.pk).ended_at is not None
    assert as_editor.get(address).status_code == 302
    as_editor.post(address, said(region=region))
    assert NoticeRule.objects.filter(identity=rule.identity).count() == 2


def test_the_end_of_a_rule_is_a_draft_with_a_reason(matters: Matters, as_editor: Client) -> None:
    address = reverse("legal_desk:withdraw", args=[matters.rule.pk])
    assert "stays in force until somebody else approves" in as_editor.get(address).content.decode()
    as_editor.post(address, {"reason": " "})
    assert NoticeRule.objects.filter(withdraws=True).count() == 0
    as_editor.post(address, {"reason": "The law was repealed."})
    draft = NoticeRule.objects.get(withdraws=True)
    assert (draft.state, draft.reason) == (State.DRAFT, "The law was repealed.")
    assert NoticeRule.objects.get(pk=matters.rule.pk).ended_at is None


def test_an_exception_is_told_as_one(notice: LegalNotice, order: LegalNotice, as_editor: Client) -> None:
    html = write(as_editor, notice, effects=[Effect.NOINDEX])
    assert "an exception from wider rules" in html.get_text()
    region = Region.objects.get(name="The region")
    html = write(as_editor, order, region=region, effects=[], applies_to_unknown="True")
    assert "can read the pages: an exception from wider rules" in html.get_text()
