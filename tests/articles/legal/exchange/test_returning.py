"""Bringing translations back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import PermissionDenied

from articles.legal.approval import ApproverIsAuthor, approve
from articles.legal.drafting import DraftIsRefused, draft_text
from articles.legal.exchange.files import FORMATS
from articles.legal.exchange.leaving import SourceIsMissing, leave
from articles.legal.exchange.returning import bring_back
from articles.legal.exchange.rows import State, Words
from articles.legal.models import LedgerEntry, LegalNotice, NoticeText
from articles.legal.models.approval import State as ApprovalState
from articles.legal.terms import Kind
from newsroom.exchange.refusing import FileIsRefused
from newsroom.languages import LANGUAGES
from newsroom.users.models import User
from tests.articles.legal.exchange.travellers import PERSIAN, RUSSIAN, SOURCE, make_told_notice, translated
from tests.articles.legal.makers import lawyers, make_lawyer, make_notice, make_text
from tests.factories import make_administrator, make_user

pytestmark = pytest.mark.django_db
NAMES = pytest.mark.parametrize("name", FORMATS)
BAD = Words("Заголовок", "no paragraph", "Подробнее")


def file(notice: LegalNotice, name: str = "csv", **words: Words) -> bytes:
    return FORMATS[name].write(translated(notice, **words))


def texts() -> int:
    return NoticeText.objects.count()


@NAMES
def test_all_languages_leave_and_return_as_drafts_for_somebody_elses_eyes(
    notice: LegalNotice, lena: User, name: str
) -> None:
    source = notice.texts.get()
    words = {code.replace("-", "_"): replace(PERSIAN, heading=f"{code}: @") for code in LANGUAGES if code != "en"}
    report = bring_back(notice, file(notice, name, **words), by=lena)
    assert len(report.drafts) == len(LANGUAGES) - 1 == 30
    for draft in notice.texts.exclude(language="en"):
        assert (draft.heading, draft.body, draft.link_label) == (
            f"{draft.language}: @",
            PERSIAN.body,
            PERSIAN.link_label,
        )
        assert (draft.state, draft.author_id, draft.source_digest) == (ApprovalState.DRAFT, lena.pk, source.digest)
    assert {row.state for row in leave(notice)} == {State.CURRENT}


@NAMES
def test_what_comes_back_as_it_left_changes_nothing(notice: LegalNotice, lena: User, name: str) -> None:
    make_text(notice, "fa", heading=PERSIAN.heading, body=PERSIAN.body, link_label=PERSIAN.link_label)
    before, entries = texts(), LedgerEntry.objects.count()
    report = bring_back(notice, file(notice, name), by=lena)
    assert (report.good, report.refused, report.drafts) == ([], [], [])
    assert (texts(), LedgerEntry.objects.count()) == (before, entries)


def test_the_same_file_twice_makes_its_drafts_once(notice: LegalNotice, lena: User) -> None:
    data = file(notice, ru=RUSSIAN)
    assert len(bring_back(notice, data, by=lena).drafts) == 1
    assert bring_back(notice, data, by=lena).drafts == []


def test_every_draft_is_in_the_ledger(notice: LegalNotice, lena: User) -> None:
    bring_back(notice, file(notice, ru=RUSSIAN, fa=PERSIAN), by=lena)
    drafted = LedgerEntry.objects.filter(kind="text.drafted", staff_id=lena.pk)
    assert {entry.subject for entry in drafted} == {
        f"articles.noticetext:{text.pk}" for text in notice.texts.exclude(language="en")
    }


def test_who_brought_it_back_cannot_approve_it(notice: LegalNotice) -> None:
    approver = make_lawyer("approves", "approve_legal")
    (draft,) = bring_back(notice, file(notice, ru=RUSSIAN), by=approver).drafts
    with pytest.raises(ApproverIsAuthor):
        approve(draft, by=approver, digest=draft.digest)


def test_one_bad_row_and_nothing_is_stored(notice: LegalNotice, lena: User) -> None:
    report = bring_back(notice, file(notice, ru=RUSSIAN, uk=BAD), by=lena)
    assert [judgement.row.language for judgement in report.refused] == ["uk"]
    assert [judgement.row.language for judgement in report.good] == ["ru"]
    assert (report.drafts, texts()) == ([], 1)


def test_the_good_rows_are_taken_when_asked_for_and_nothing_of_the_bad_ones(notice: LegalNotice, lena: User) -> None:
    report = bring_back(notice, file(notice, ru=RUSSIAN, uk=BAD), by=lena, take_good=True)
    assert [draft.language for draft in report.drafts] == ["ru"]
    assert not notice.texts.filter(language="uk").exists()


def test_a_trial_stores_nothing(notice: LegalNotice, lena: User) -> None:
    report = bring_back(notice, file(notice, ru=RUSSIAN), by=lena, is_trial=True)
    assert (len(report.good), report.drafts, texts()) == (1, [], 1)


def test_a_draft_from_an_older_source_keeps_the_digest_that_it_was_made_from(notice: LegalNotice, lena: User) -> None:
    first = notice.texts.get()
    data = file(notice, ru=RUSSIAN)
    make_text(notice, "en", "Other", link_label="More")
    assert bring_back(notice, data, by=lena).drafts == []
    (draft,) = bring_back(notice, data, by=lena, accept_older=True).drafts
    assert draft.source_digest == first.digest
    assert next(row.state for row in leave(notice) if row.language == "ru") == State.OLDER


def test_a_mandated_label_returns_word_for_word(lena: User) -> None:
    label = make_notice("label", Kind.LABEL)
    make_text(label, "ru", heading="ДАННОЕ СООБЩЕНИЕ (МАТЕРИАЛ)", body="<p>СОЗДАНО  И (ИЛИ) РАСПРОСТРАНЕНО…</p>")
    words = Words("ДАННОЕ  СООБЩЕНИЕ - (МАТЕРИАЛ)...", '<p>"СОЗДАНО"   И\u00a0(ИЛИ) -- РАСПРОСТРАНЕНО</p>')
    make_text(label, "en", heading="This message", body="<p>Was made</p>")
    for name in FORMATS:
        (draft,) = bring_back(
            label, file(label, name, tt=replace(words, heading=f"{words.heading} {name}")), by=lena
        ).drafts
        assert (draft.heading, draft.body) == (f"{words.heading} {name}", words.body)


def test_a_file_of_another_notice_changes_nothing(notice: LegalNotice, lena: User) -> None:
    other = make_told_notice("other")
    report = bring_back(notice, file(other, ru=RUSSIAN), by=lena, take_good=True)
    assert (len(report.refused), report.drafts) == (len(LANGUAGES), [])


def test_a_file_that_cannot_be_read_changes_nothing(notice: LegalNotice, lena: User) -> None:
    with pytest.raises(FileIsRefused):
        bring_back(notice, b"\xff\xfe", by=lena)
    with pytest.raises(SourceIsMissing):
        bring_back(make_notice("untold"), file(notice, ru=RUSSIAN), by=lena)
    assert texts() == 1


def test_only_those_who_may_write_about_the_notice_bring_texts_back(notice: LegalNotice) -> None:
    sealed = make_told_notice("sealed", kind=Kind.WITHHELD, is_sealed=True)
    gone = make_lawyer("gone")
    User.objects.filter(pk=gone.pk).update(is_active=False)
    for person, about in (
        (make_user("reader"), notice),
        (User.objects.get(pk=gone.pk), notice),
        (make_lawyer("lena"), sealed),
        (make_administrator(), sealed),
    ):
        with pytest.raises(PermissionDenied):
            bring_back(about, file(about, ru=RUSSIAN), by=person, is_trial=True)
    assert texts() == 2


def test_a_draft_names_a_source_of_its_own_notice_only(notice: LegalNotice) -> None:
    foreign = make_told_notice("other").texts.get()
    with pytest.raises(DraftIsRefused, match="source text of its own notice"):
        draft_text(notice, "ru", by=lawyers()[0], heading=SOURCE.heading, body=SOURCE.body, source=foreign)
