"""Tests of evidence: it repeats what readers really got, byte for byte, now and after everything that changes later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.db.models import ProtectedError
from django.test import Client
from wagtail.management.commands.purge_revisions import purge_revisions
from wagtail.models import Page

from articles.legal.approval import approve
from articles.legal.drafting import draft_rule, draft_text, draft_withdrawal
from articles.legal.evidence import fragments
from articles.legal.evidence.answering import NothingAnswered
from articles.legal.evidence.fragments import record_fragments
from articles.legal.evidence.snapshots import take_snapshots
from articles.legal.ledger.canonical import canonical
from articles.legal.ledger.erasing import erase_content
from articles.legal.models import LegalNotice, NoticeRule
from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from articles.pages.article import ArticlePage
from articles.pages.explanation import ExplanationPage
from articles.pages.founding import legal_pages, section
from newsroom.languages import LANGUAGES
from tests.articles.legal.evidence.readers import Visit, proof, visit
from tests.articles.legal.makers import lawyers, make_notice, make_region, make_rule, make_text
from tests.factories import make_story, publish_page

pytestmark = pytest.mark.django_db

DAY = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
REGIONS = ("RU", "UA-43", "DE", "unknown")


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """A clock that stands still until it is moved."""
    with time_machine.travel(DAY, tick=False) as traveller:
        yield traveller


class Newsroom:
    """A story and its law, changed step by step while readers come."""

    def __init__(self) -> None:
        self.author, self.approver = lawyers()
        self.notice: LegalNotice = make_notice()
        self.region = make_region("RU", "UA-43", unknown_subdivisions={"UA": True})
        self.story: ArticlePage = make_story(title="The first headline", publish=False, live=False)
        self.addresses = [self.story.url_path]
        self.rule: NoticeRule | None = None

    def steps(self) -> list[Callable[[], object]]:
        """Every kind of change, in their order."""
        return [
            lambda: publish_page(self.story),
            self.draft,
            lambda: make_text(self.notice, words="The first words"),
            self.show,
            lambda: make_text(self.notice, words="The second words"),
            lambda: self.show(placement=Placement.TOP, effects=[Effect.SHOW, Effect.HIDE_SHARE]),
            self.rewrite,
            lambda: self.fresh().move(section("en", "culture"), pos="last-child"),
            lambda: self.show(placement=Placement.END),
            self.withdraw,
            lambda: self.fresh().unpublish(),
            lambda: publish_page(self.fresh()),
        ]

    def fresh(self) -> ArticlePage:
        return ArticlePage.objects.get(pk=self.story.pk)

    def draft(self) -> None:
        draft_text(self.notice, "en", by=self.author, heading="Draft", body="<p>Draft.</p>")

    def show(self, **fields: object) -> None:
        values = {"region": self.region, "reason": "A test.", **fields}
        draft = draft_rule(self.notice, by=self.author, replaces=self.rule, **values)
        self.rule = approve(draft, by=self.approver, digest=draft.digest)

    def rewrite(self) -> None:
        story = self.fresh()
        story.title = "The second headline"
        publish_page(story)

    def withdraw(self) -> None:
        draft = draft_withdrawal(self.rule, by=self.author, reason="A test.")
        approve(draft, by=self.approver, digest=draft.digest)


def _all_visits(client: Client, newsroom: Newsroom) -> list[Visit]:
    places = {*newsroom.addresses, "/en/culture/the-first-headline/"}
    return [visit(client, address, region) for address in sorted(places) for region in REGIONS]


def test_evidence_is_what_readers_got_before_at_and_after_every_change(
    clock: time_machine.Traveller, client: Client
) -> None:
    newsroom, visits, early = Newsroom(), [], {}
    for number, step in enumerate(newsroom.steps(), 1):
        moment = DAY + number * HOUR
        clock.move_to(moment - MINUTE)
        visits += _all_visits(client, newsroom)
        clock.move_to(moment)
        step()
        visits += _all_visits(client, newsroom)
        clock.move_to(moment + MINUTE)
        take_snapshots()
        visits += _all_visits(client, newsroom)
        early |= {each: each.evidence().as_json() for each in visits if each.status == 200 and each not in early}
    assert {each.status for each in visits} == {200, 301, 404}
    assert len({each.notices for each in visits}) == 3
    purge_revisions()
    with pytest.raises(ProtectedError):
        newsroom.fresh().delete()
    clock.move_to(DAY + timedelta(days=400))
    for each in visits:
        if each.status != 200:
            with pytest.raises(NothingAnswered):
                each.evidence()
            continue
        found = each.evidence()
        assert found.fragment == each.notices, each.at
        assert found.answer.content["title"].encode() in each.content
        assert found.as_json() == early[each] == each.evidence().as_json()


@pytest.mark.parametrize("code", LANGUAGES)
def test_in_every_language_the_fragment_is_that_of_the_page(
    code: str, clock: time_machine.Traveller, client: Client
) -> None:
    story, notice = make_story(code), make_notice()
    make_text(notice, "ru", "Слова")
    make_text(notice, "fa", "واژه‌ها")
    make_rule(notice)
    read = visit(client, story.url_path)
    assert read.notices
    assert read.evidence().fragment == read.notices


def test_a_release_that_changes_the_renderer_does_not_change_the_past(
    clock: time_machine.Traveller, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    story, notice = make_story(), make_notice()
    make_text(notice)
    make_rule(notice)
    clock.move_to(DAY + HOUR)
    before = visit(client, story.url_path)
    old = before.evidence().as_json()
    clock.move_to(DAY + 2 * HOUR)
    monkeypatch.setattr(fragments, "fragment", lambda shown, code: f"<b>{shown.notice.key}</b>")
    assert record_fragments() is not None
    assert record_fragments() is None
    assert before.evidence().as_json() == old
    assert proof(story.url_path, DAY + 2 * HOUR).fragment == b"<b>undesirable</b>"


def test_in_place_of_a_withheld_page_stand_the_words_of_the_withholding(
    clock: time_machine.Traveller, client: Client
) -> None:
    story = make_story(title="The withheld words")
    order = make_notice("order", Kind.WITHHELD, authority="A court & others", basis="A law")
    make_text(order)
    scope = {"scope_kind": ScopeKind.STORY, "scope_target": str(story.translation_key)}
    make_rule(order, make_region("DE"), applies_to_unknown=False, **scope)
    read = visit(client, story.url_path, "DE")
    found = read.evidence()
    assert (read.status, found.status) == (451, 451)
    assert found.fragment in read.content
    assert b"A court &amp; others" in found.fragment
    LegalNotice.objects.filter(pk=order.pk).update(authority="Somebody else")  # past every guard
    assert read.evidence().fragment == found.fragment


def test_a_secret_order_answers_404_and_its_evidence_says_so(clock: time_machine.Traveller, client: Client) -> None:
    story = make_story()
    order = make_notice("order", Kind.WITHHELD, is_sealed=True, looks_missing=True)
    make_text(order)
    make_rule(order, make_region("DE"), applies_to_unknown=False)
    take_snapshots()
    found = visit(client, story.url_path, "DE").evidence()
    assert (found.status, found.fragment, found.snapshot) == (404, b"", None)
    assert proof(story.url_path, DAY, "FR").status == 200


@pytest.mark.parametrize("scope", [ScopeKind.SECTION, ScopeKind.TAG, ScopeKind.STORY])
def test_what_a_story_was_about_is_known_when_it_is_about_something_else(
    scope: str, clock: time_machine.Traveller, client: Client
) -> None:
    story = make_story(publish=False, live=False)
    story.tags.add("elections")
    story = publish_page(story)
    targets = {
        ScopeKind.SECTION: str(story.get_parent().translation_key),
        ScopeKind.TAG: "elections",
        ScopeKind.STORY: str(story.translation_key),
    }
    notice = make_notice()
    make_text(notice)
    make_rule(notice, scope_kind=scope, scope_target=targets[ScopeKind(scope)])
    read = visit(client, story.url_path)
    assert read.evidence().fragment == read.notices != b""
    clock.move_to(DAY + HOUR)
    story.tags.clear()
    publish_page(story)
    ArticlePage.objects.get(pk=story.pk).move(section("en", "culture"), pos="last-child")
    assert read.evidence().fragment == read.notices


def test_front_pages_and_sections_have_evidence_too(clock: time_machine.Traveller, client: Client) -> None:
    story, notice = make_story("fa"), make_notice()
    make_text(notice)
    make_rule(notice)
    for address in ("/fa/", story.get_parent().url_path):
        read = visit(client, address)
        assert read.evidence().fragment == read.notices != b""


def test_an_explanation_is_found_in_the_language_that_answered(clock: time_machine.Traveller, client: Client) -> None:
    make_story("kk")
    index = legal_pages("ru")
    page = ExplanationPage(title="Объяснение", slug="why", body="<p>Слова.</p>", locale=index.locale)
    index.add_child(instance=page)
    publish_page(page)
    notice = make_notice(more="why")
    make_text(notice, "ru", "Слова")
    make_rule(notice)
    read = visit(client, "/kk/legal/why/")
    found = read.evidence()
    assert found.answer.standing.address == "/ru/legal/why/"
    assert found.fragment == read.notices != b""


def test_nothing_answered_while_a_story_was_under_embargo(clock: time_machine.Traveller) -> None:
    story = make_story(embargo_until=DAY + HOUR)
    with pytest.raises(NothingAnswered, match="embargo"):
        proof(story.url_path, DAY)
    clock.move_to(DAY + HOUR)
    assert proof(story.url_path, DAY + HOUR).status == 200


def test_what_was_erased_by_order_is_missing_from_the_evidence_and_nothing_else_is(
    clock: time_machine.Traveller,
) -> None:
    story, (author, _) = make_story(), lawyers()
    whole = proof(story.url_path, DAY)
    assert whole.revision == canonical(Page.objects.get(pk=story.pk).live_revision.content)
    erase_content(whole.answer.standing.content_hash, by=author, order="12/2026")
    found = proof(story.url_path, DAY)
    assert found.revision is None
    assert found.answer.standing.content_hash == whole.answer.standing.content_hash


def test_the_trace_says_of_every_rule_why(clock: time_machine.Traveller) -> None:
    story, notice = make_story(), make_notice()
    make_text(notice)
    wide = make_rule(notice)
    narrow = make_rule(notice, languages=["en"])
    other = make_rule(make_notice("order", Kind.WITHHELD), make_region("DE"), applies_to_unknown=False)
    assert proof(story.url_path, DAY).words == [
        f"Rule {narrow.pk} of the notice “undesirable” applies.",
        f"Rule {other.pk} of the notice “order” does not apply. The reader is not in its region: DE.",
        f"Rule {wide.pk} of the notice “undesirable” gives way: rule {narrow.pk} is more specific.",
    ]
