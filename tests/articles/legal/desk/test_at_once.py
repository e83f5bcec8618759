"""Tests of the screens of what cannot wait: they ask twice, want a reason, and reach readers at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import Client, override_settings
from django.urls import reverse

from articles.legal import snapshot
from articles.legal.drafting import draft_text
from articles.legal.models import LegalNotice, NoticeRule, NoticeText
from articles.legal.models.approval import State
from articles.legal.terms import Kind
from newsroom.regions.models import Region
from newsroom.users.groups import LEGAL_APPROVERS
from newsroom.users.models import User
from tests.articles.legal.desk.conftest import Matters, client_of
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text
from tests.factories import make_story, make_translation, make_user

pytestmark = pytest.mark.django_db
SECRET = "only for tests"
REASON = "A court ordered it this morning."
PUT_UP, WITHHOLD = "/admin/legal/at-once/put-up/", "/admin/legal/at-once/withhold/"


@pytest.fixture(autouse=True)
def _edge() -> Iterator[None]:
    with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET]):
        yield


def read(address: str, country: str) -> tuple[int, str]:
    snapshot.forget()
    answer = Client().get(address, headers={"X-Geo-Secret": SECRET, "CF-IPCountry": country})
    return answer.status_code, answer.content.decode()


def first(client: Client, address: str, data: dict[str, object]) -> str:
    """The step that the first answer gives."""
    html = client.post(address, data).content.decode()
    found = re.search(r'name="step" value="([^"]+)"', html)
    assert found, html
    assert "Do this now, alone?" in html
    return found.group(1)


@pytest.fixture
def notice(_groups: None) -> LegalNotice:
    notice = make_notice()
    make_text(notice, words="Mind the law")
    return notice


def put_up(notice: LegalNotice, **fields: object) -> dict[str, object]:
    world = Region.objects.get(preset_key="whole-world")
    return {"notice": notice.pk, "region": world.pk, "placement": "top", "reason": REASON, **fields}


def test_a_notice_is_up_on_the_whole_site_after_the_second_answer(as_approver: Client, notice: LegalNotice) -> None:
    story = make_story()
    step = first(as_approver, PUT_UP, put_up(notice))
    assert NoticeRule.objects.count() == 0
    assert "Mind the law" not in read(story.url_path, "DE")[1]
    html = as_approver.post(PUT_UP, {"step": step}, follow=True).content.decode()
    assert "The notice is up" in html and "within 24 hours" in html
    for address in (story.url_path, "/en/", "/en/nothing-here/"):
        for country in ("DE", "RU", "XX"):
            assert "Mind the law" in read(address, country)[1]
    rule = NoticeRule.objects.get()
    assert (rule.state, rule.reason, rule.emergency_reason) == (State.EMERGENCY, REASON, REASON)


def test_a_story_is_withheld_in_a_region_after_the_second_answer(as_approver: Client, _groups: None) -> None:
    story = make_story(title="The withheld words")
    translation = make_translation(story, "ru", title="Те же слова")
    said = {
        "story": story.pk,
        "region": make_region("DE").pk,
        "applies_to_unknown": "False",
        "authority": "A court",
        "reason": REASON,
    }
    step = first(as_approver, WITHHOLD, said)
    assert read(story.url_path, "DE")[0] == 200
    as_approver.post(WITHHOLD, {"step": step})
    assert read(story.url_path, "DE")[0] == 451
    assert "A court" in read(story.url_path, "DE")[1]
    assert read(translation.url_path, "DE")[0] == 451
    assert [read(story.url_path, country)[0] for country in ("FR", "XX")] == [200, 200]


def test_a_withholding_has_no_default_for_readers_of_unknown_country(as_approver: Client, _groups: None) -> None:
    said = {"story": make_story().pk, "region": make_region("DE").pk, "reason": REASON}
    for answer in ({}, {"applies_to_unknown": ""}, {"applies_to_unknown": "maybe"}):
        html = as_approver.post(WITHHOLD, {**said, **answer}).content.decode()
        assert 'name="step"' not in html
        assert "error-message" in html
    assert "checked" not in as_approver.get(WITHHOLD).content.decode().split("applies_to_unknown", 1)[1][:2000]


def test_the_second_answer_without_the_first_does_nothing(as_approver: Client, notice: LegalNotice) -> None:
    good = first(as_approver, PUT_UP, put_up(notice))
    for step in ("", "forged", f"{good}x"):
        html = as_approver.post(PUT_UP, {**put_up(notice), "step": step}).content.decode()
        assert "Nothing was changed" in html
    assert NoticeRule.objects.count() == 0


def test_a_step_of_another_person_or_for_something_else_does_nothing(
    as_approver: Client, notice: LegalNotice, matters: Matters
) -> None:
    foreign = first(client_of(make_user("berit", LEGAL_APPROVERS)), PUT_UP, put_up(notice))
    lift = reverse("legal_desk:lift", args=[matters.rule.pk])
    of_lift = first(as_approver, lift, {"reason": REASON})
    rules = NoticeRule.objects.count()
    for step in (foreign, of_lift):
        assert "Nothing was changed" in as_approver.post(PUT_UP, {"step": step}).content.decode()
    alone = reverse("legal_desk:rule_alone", args=[matters.draft_rule.pk])
    assert "Nothing was changed" in as_approver.post(alone, {"step": of_lift}).content.decode()
    assert NoticeRule.objects.count() == rules


def test_a_step_counts_once_and_not_for_long(as_approver: Client, notice: LegalNotice, approver: User) -> None:
    step = first(as_approver, PUT_UP, put_up(notice))
    as_approver.post(PUT_UP, {"step": step})
    assert "Nothing was changed" in as_approver.post(PUT_UP, {"step": step}).content.decode()
    assert NoticeRule.objects.count() == 1
    start = datetime(2027, 3, 1, 12, tzinfo=UTC)
    fresh = put_up(notice, region=make_region("DE").pk)
    with time_machine.travel(start, tick=False):
        as_approver.force_login(approver)
        step = first(as_approver, PUT_UP, fresh)
    with time_machine.travel(start + timedelta(minutes=16), tick=False):
        assert "Nothing was changed" in as_approver.post(PUT_UP, {"step": step}).content.decode()
    assert NoticeRule.objects.count() == 1


def test_a_right_that_was_taken_away_between_the_answers_counts(
    as_approver: Client, notice: LegalNotice, approver: User
) -> None:
    step = first(as_approver, PUT_UP, put_up(notice))
    approver.groups.clear()
    as_approver.post(PUT_UP, {"step": step})
    assert NoticeRule.objects.count() == 0


@pytest.mark.parametrize("reason", ["", "   "])
def test_every_one_wants_a_reason(as_approver: Client, matters: Matters, reason: str) -> None:
    addresses = [
        PUT_UP,
        reverse("legal_desk:lift", args=[matters.rule.pk]),
        reverse("legal_desk:text_alone", args=[matters.draft_text.pk]),
        reverse("legal_desk:rule_alone", args=[matters.draft_rule.pk]),
    ]
    for address in addresses:
        html = as_approver.post(address, put_up(matters.notice, reason=reason)).content.decode()
        assert 'name="step"' not in html, address
        assert "error-message" in html, address


def test_a_rule_ends_at_once(as_approver: Client, notice: LegalNotice) -> None:
    rule, story = make_rule(notice), make_story()
    assert "Mind the law" in read(story.url_path, "RU")[1]
    lift = reverse("legal_desk:lift", args=[rule.pk])
    html = as_approver.post(lift, {"step": first(as_approver, lift, {"reason": REASON})}, follow=True).content.decode()
    assert "The rule has ended" in html
    assert "Mind the law" not in read(story.url_path, "RU")[1]


def test_a_draft_is_approved_alone_and_its_author_may_do_it(
    as_approver: Client, approver: User, notice: LegalNotice
) -> None:
    draft = draft_text(notice, "en", by=approver, heading="Now", body="<p>Now.</p>")
    alone = reverse("legal_desk:text_alone", args=[draft.pk])
    as_approver.post(alone, {"step": first(as_approver, alone, {"reason": REASON})})
    stored = NoticeText.objects.get(pk=draft.pk)
    assert (stored.state, stored.emergency_reason) == (State.EMERGENCY, REASON)
    html = as_approver.post(alone, {"reason": REASON}).content.decode()
    step = re.search(r'name="step" value="([^"]+)"', html)
    assert step
    assert "This was decided already." in as_approver.post(alone, {"step": step.group(1)}).content.decode()


def test_a_story_that_is_withheld_already_is_refused_with_a_message(as_approver: Client, _groups: None) -> None:
    said = {"story": make_story().pk, "region": make_region("DE").pk, "applies_to_unknown": "True", "reason": REASON}
    as_approver.post(WITHHOLD, {"step": first(as_approver, WITHHOLD, said)})
    html = as_approver.post(WITHHOLD, {"step": first(as_approver, WITHHOLD, said)}).content.decode()
    assert "is withheld in this region already" in html
    assert NoticeRule.objects.count() == 1


@pytest.mark.parametrize(
    "forged",
    [{"story": "999999"}, {"story": "x"}, {"region": "999999"}, {"region": ""}, {"notice": "999999"}],
)
def test_what_there_is_not_cannot_be_withheld(as_approver: Client, _groups: None, forged: dict[str, str]) -> None:
    said = {"story": make_story().pk, "region": make_region("DE").pk, "applies_to_unknown": "True", "reason": REASON}
    assert 'name="step"' not in as_approver.post(WITHHOLD, {**said, **forged}).content.decode()


def test_only_holders_are_asked_about_seals_and_a_forged_seal_is_ignored(
    as_approver: Client, as_holder: Client, _groups: None
) -> None:
    assert "is_sealed" not in as_approver.get(WITHHOLD).content.decode()
    assert "is_sealed" in as_holder.get(WITHHOLD).content.decode()
    said = {
        "story": make_story().pk,
        "region": make_region("DE").pk,
        "applies_to_unknown": "True",
        "reason": REASON,
        "is_sealed": "on",
        "looks_missing": "on",
    }
    as_approver.post(WITHHOLD, {"step": first(as_approver, WITHHOLD, said)})
    assert LegalNotice.objects.get().is_sealed is False
    as_holder.post(WITHHOLD, {"step": first(as_holder, WITHHOLD, said)})
    sealed = LegalNotice.objects.get(is_sealed=True)
    assert re.fullmatch(r"order-[0-9a-f]{16}", sealed.key)


def test_a_seal_and_an_open_withholding_do_not_go_together(as_holder: Client, _groups: None) -> None:
    said = {
        "story": make_story().pk,
        "region": make_region("DE").pk,
        "applies_to_unknown": "True",
        "reason": REASON,
        "notice": make_notice("order", Kind.WITHHELD).pk,
        "is_sealed": "on",
    }
    assert "This withholding is not sealed." in as_holder.post(WITHHOLD, said).content.decode()


def test_a_sealed_withholding_is_no_choice_for_others(as_approver: Client, sealed: Matters) -> None:
    said = {
        "story": make_story().pk,
        "region": make_region("DE").pk,
        "applies_to_unknown": "True",
        "reason": REASON,
        "notice": sealed.notice.pk,
    }
    forged, missing = (as_approver.post(WITHHOLD, said | {"notice": pk}).content for pk in (sealed.notice.pk, 10**6))
    assert b'name="step"' not in forged
    assert re.sub(rb'value="[^"]*"', b"", forged).count(b"error-message") == missing.count(b"error-message")
