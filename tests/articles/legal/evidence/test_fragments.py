"""Tests of the recordings of fragments: one entry for each change, whole or not at all."""

from __future__ import annotations

import json

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from articles.legal.evidence.fragments import RECORDED, record_fragments
from articles.legal.fragment import fragment
from articles.legal.ledger.canonical import digest
from articles.legal.ledger.contents import kept_bytes
from articles.legal.ledger.verification import verify
from articles.legal.models import LedgerEntry, LegalNotice
from articles.legal.models.version import RuleSetVersion
from articles.legal.reading import present_rules
from articles.legal.terms import Kind
from articles.legal.values import Shown
from newsroom.languages import LANGUAGES
from tests.articles.legal.makers import make_notice, make_region, make_rule, make_text

pytestmark = pytest.mark.django_db


def _recordings() -> list[LedgerEntry]:
    return list(LedgerEntry.objects.filter(kind=RECORDED))


def _map(entry: LedgerEntry) -> dict[str, dict[str, dict[str, str]]]:
    return json.loads(kept_bytes(entry.content_hash) or b"{}")


def test_a_notice_is_recorded_in_every_language_when_its_rule_is_approved() -> None:
    notice = make_notice()
    make_text(notice, "ru", "Слова")
    assert _recordings() == []
    make_rule(notice)
    (entry,) = _recordings()
    made = _map(entry)["undesirable"]
    assert set(made) == set(LANGUAGES)
    (rule,) = present_rules().rules
    for code, told in made.items():
        html = fragment(Shown(rule.notice, rule.notice.texts["ru"], rule), code).encode()
        assert told["fragment"] == digest(html)
        assert kept_bytes(told["fragment"]) == html
    assert json.loads(entry.data) == {"rules": RuleSetVersion.present()}
    assert entry.at == RuleSetVersion.objects.get().changed_at
    assert [finding for finding in verify() if finding.is_fault] == []


def test_a_sealed_withholding_is_recorded_too() -> None:
    order = make_notice("order", Kind.WITHHELD, is_sealed=True, authority="A court")
    make_text(order, words="The secret order")
    make_rule(order, make_region("DE"), applies_to_unknown=False)
    told = _map(_recordings()[-1])["order"]["en"]
    html = kept_bytes(told["fragment"]) or b""
    assert b"The secret order" in html
    assert b"A court" in html


def test_nothing_is_recorded_while_nothing_changes() -> None:
    assert record_fragments() is None
    notice = make_notice()
    make_text(notice)
    make_rule(notice)
    RuleSetVersion.touch()
    assert record_fragments() is None
    assert len(_recordings()) == 1


def test_what_is_rolled_back_is_not_recorded() -> None:
    notice = make_notice()
    make_text(notice)

    class Rollback(Exception):
        """Ends the transaction."""

    with pytest.raises(Rollback), transaction.atomic():
        make_rule(notice)
        assert len(_recordings()) == 1
        raise Rollback
    assert _recordings() == []


def test_more_notices_take_no_more_queries_to_record() -> None:
    def queries(*keys: str) -> int:
        for key in keys:
            notice = make_notice(key)
            make_text(notice, words=key)
            make_rule(notice)
        LegalNotice.objects.filter(pk=notice.pk).update(more=f"why-{keys[0]}")
        with CaptureQueriesContext(connection) as captured:
            assert record_fragments() is not None
        return len(captured)

    assert queries("first") == queries("second", "third", "fourth")
