"""Tests of writing drafts: nothing that readers meet changes by them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.legal import snapshot
from articles.legal.drafting import DraftIsRefused, draft_rule, draft_text, draft_withdrawal
from articles.legal.models import LedgerEntry, NoticeRule, NoticeText, RuleSetVersion
from articles.legal.models.approval import State
from articles.legal.reading import present_rules
from articles.legal.terms import Kind, ScopeKind
from articles.legal.wording import WordingIsRefused
from newsroom.languages import LANGUAGES
from tests.articles.legal.makers import lawyers, make_lawyer, make_notice, make_region, make_rule, make_text
from tests.factories import make_administrator, make_user

pytestmark = pytest.mark.django_db
WORDS = {"heading": "Heading", "body": "<p>Words.</p>"}
NOW = timezone.now()


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_draft_of_words_waits_in_every_language_and_readers_keep_the_old_ones(code: str) -> None:
    author, _ = lawyers()
    notice = make_notice()
    make_text(notice, code, "Old")
    make_rule(notice)
    before = RuleSetVersion.present()
    draft = draft_text(notice, code, by=author, **WORDS)
    assert (draft.state, draft.number, draft.author) == (State.DRAFT, 2, author)
    assert present_rules().rules[0].notice.texts[code].heading == "Old: heading"
    assert RuleSetVersion.present() == before


def test_the_draft_and_its_author_stand_in_the_ledger() -> None:
    author, _ = lawyers()
    draft = draft_text(make_notice(), "en", by=author, **WORDS)
    entry = LedgerEntry.objects.get()
    assert (entry.kind, entry.staff_id, entry.subject) == ("text.drafted", author.pk, f"articles.noticetext:{draft.pk}")
    assert entry.content_hash == draft.digest


def test_a_translation_remembers_of_which_source_it_is() -> None:
    author, _ = lawyers()
    notice = make_notice()
    assert draft_text(notice, "ru", by=author, **WORDS).source_digest == ""
    source = make_text(notice, "en")
    assert draft_text(notice, "ru", by=author, **WORDS).source_digest == source.digest
    assert draft_text(notice, "en", by=author, **WORDS).source_digest == ""


@pytest.mark.parametrize("code", ["xx", "", "EN", "en-GB", "\0"])
def test_words_in_no_language_of_ours_are_refused(code: str) -> None:
    with pytest.raises(DraftIsRefused) as refused:
        draft_text(make_notice(), code, by=lawyers()[0], **WORDS)
    assert refused.value.field == "language"


@pytest.mark.parametrize("words", [{"body": "<script>x</script>"}, {"heading": "a\nb"}, {"link_label": "\u202ea"}])
def test_words_outside_the_allow_list_leave_nothing_behind(words: dict[str, str]) -> None:
    with pytest.raises(WordingIsRefused):
        draft_text(make_notice(), "en", by=lawyers()[0], **{**WORDS, **words})
    assert NoticeText.objects.count() == LedgerEntry.objects.count() == 0


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"starts_at": NOW, "ends_at": NOW}, "ends_at"),
        ({"starts_at": NOW, "ends_at": NOW - timedelta(1)}, "ends_at"),
        ({"scope_kind": ScopeKind.STORY}, "scope_target"),
        ({"languages": ["ru", "xx"]}, "languages"),
        ({"effects": ["explode"]}, "effects"),
    ],
)
def test_what_a_rule_cannot_say_is_refused_and_named(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(DraftIsRefused) as refused:
        draft_rule(make_notice(), by=lawyers()[0], region=make_region("RU"), **{"reason": "A law.", **fields})
    assert refused.value.field == field
    assert NoticeRule.objects.count() == 0


def test_a_withholding_says_what_of_readers_of_unknown_country_and_a_warning_is_always_for_them() -> None:
    author, region = lawyers()[0], make_region("DE")
    order = make_notice("order", Kind.WITHHELD)
    with pytest.raises(DraftIsRefused) as refused:
        draft_rule(order, by=author, region=region, reason="Ordered.")
    assert refused.value.field == "applies_to_unknown"
    for answer in (True, False):
        draft = draft_rule(order, by=author, region=region, reason="Ordered.", applies_to_unknown=answer)
        assert draft.applies_to_unknown is answer
        warning = draft_rule(
            make_notice(f"w{answer}".lower()), by=author, region=region, reason="A law.", applies_to_unknown=answer
        )
        assert warning.applies_to_unknown is True


def test_a_rule_keeps_the_places_of_its_region_as_they_were() -> None:
    notice, region = make_notice(), make_region("RU")
    make_text(notice)
    rule = make_rule(notice, region)
    region.codes = ["BY"]
    region.save()
    assert NoticeRule.objects.get(pk=rule.pk).area["codes"] == ["RU"]
    assert present_rules().rules[0].area.codes == {"RU"}


def test_the_next_version_has_the_next_number_and_the_same_identity() -> None:
    notice, author = make_notice(), lawyers()[0]
    make_text(notice)
    rule = make_rule(notice)
    following = draft_rule(notice, by=author, region=rule.region, reason="Anew.", replaces=rule)
    assert (following.identity, following.number) == (rule.identity, 2)
    end = draft_withdrawal(rule, by=author, reason="Over.")
    assert (end.identity, end.number, end.withdraws) == (rule.identity, 3, True)
    assert [row.id for row in present_rules().rules] == [rule.pk]
    with pytest.raises(DraftIsRefused):
        draft_rule(make_notice("other"), by=author, region=rule.region, reason="Anew.", replaces=rule)


def test_only_legal_staff_write_and_of_sealed_matters_only_holders() -> None:
    author, region = lawyers()[0], make_region("RU")
    sealed = make_notice("order", Kind.WITHHELD, is_sealed=True)
    notice = make_notice()
    make_text(notice)
    rule = make_rule(notice, region)
    for user, about in ((make_user(), notice), (make_lawyer("lena"), sealed), (make_administrator(), sealed)):
        with pytest.raises(PermissionDenied):
            draft_text(about, "en", by=user, **WORDS)
        with pytest.raises(PermissionDenied):
            draft_rule(about, by=user, region=region, reason="Mine.", applies_to_unknown=True)
    with pytest.raises(PermissionDenied):
        draft_withdrawal(rule, by=make_user("berta"), reason="Mine.")
    assert draft_text(sealed, "en", by=author, **WORDS).state == State.DRAFT


def test_drafts_leave_the_snapshot_of_every_process_alone() -> None:
    notice = make_notice()
    make_text(notice)
    make_rule(notice)
    held = snapshot.current()
    draft_text(notice, "en", by=lawyers()[0], **WORDS)
    snapshot.forget()
    assert snapshot.current().version == held.version
