"""The texts of a notice as rows for translators."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from articles.legal.approval import reject
from articles.legal.drafting import draft_text
from articles.legal.exchange.leaving import SourceIsMissing, ensure_may_leave, leave
from articles.legal.exchange.rows import Row, State, Words
from articles.legal.models import LegalNotice
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES
from tests.articles.legal.exchange.travellers import SOURCE, make_told_notice
from tests.articles.legal.makers import lawyers, make_lawyer, make_notice, make_text
from tests.factories import make_administrator

pytestmark = pytest.mark.django_db


def row_of(notice: LegalNotice, code: str) -> Row:
    return next(row for row in leave(notice) if row.language == code)


def test_a_row_leaves_for_each_language_of_the_table() -> None:
    notice = make_told_notice()
    source = notice.texts.get()
    rows = leave(notice)
    assert [row.language for row in rows] == list(LANGUAGES)
    assert {(row.source, row.source_digest, row.source_number) for row in rows} == {(SOURCE, source.digest, 1)}
    assert {row.language: row.state for row in rows} == dict.fromkeys(LANGUAGES, State.MISSING) | {"en": State.CURRENT}
    assert [row.words for row in rows if row.is_source] == [SOURCE]


def test_a_translation_is_current_until_the_source_changes() -> None:
    notice = make_told_notice()
    make_text(notice, "ru", "Слова")
    assert row_of(notice, "ru").state == State.CURRENT
    make_text(notice, "en", "Other words")
    assert row_of(notice, "ru").state == State.OLDER
    assert row_of(notice, "ru").words == Words("Слова: heading", "<p>Слова.</p>")
    assert row_of(notice, "ru").source.heading == "Other words: heading"


def test_a_draft_of_the_source_does_not_leave() -> None:
    notice = make_told_notice()
    draft_text(notice, "en", by=lawyers()[0], heading="Draft", body="<p>Draft</p>")
    assert row_of(notice, "en").words == row_of(notice, "ru").source == SOURCE


def test_a_translation_that_waits_for_approval_leaves_and_a_rejected_one_does_not() -> None:
    notice = make_told_notice()
    author, approver = lawyers()
    draft_text(notice, "ru", by=author, heading="Первый", body="<p>Первый</p>")
    second = draft_text(notice, "ru", by=author, heading="Второй", body="<p>Второй</p>")
    assert (row_of(notice, "ru").words.heading, row_of(notice, "ru").number) == ("Второй", 2)
    reject(second, by=approver, reason="Wrong.")
    assert (row_of(notice, "ru").words.heading, row_of(notice, "ru").number) == ("Первый", 1)


def test_any_language_can_be_the_source() -> None:
    notice = make_notice(source_language="ru")
    make_text(notice, "ru", "Слова")
    assert {row.source_tag for row in leave(notice)} == {"ru"}
    assert [row.language for row in leave(notice) if row.is_source] == ["ru"]


def test_nothing_leaves_without_an_approved_source() -> None:
    notice = make_notice()
    make_text(notice, "ru")
    draft_text(notice, "en", by=lawyers()[0], heading="Draft", body="<p>Draft</p>")
    with pytest.raises(SourceIsMissing, match="no approved words in English"):
        leave(notice)


def test_one_query_serves_all_languages() -> None:
    notice = make_told_notice()
    for code in ("ru", "uk", "fa"):
        make_text(notice, code)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        leave(notice)
    assert len(queries) == 1


def test_only_those_who_may_read_the_notice_take_its_texts() -> None:
    open_notice, sealed = make_notice(), make_notice("sealed", Kind.WITHHELD, is_sealed=True)
    ensure_may_leave(make_lawyer("reads"), open_notice)
    ensure_may_leave(make_lawyer("knows", "see_sealed"), sealed)
    for person, notice in ((make_lawyer("lena"), sealed), (make_administrator(), sealed)):
        with pytest.raises(PermissionDenied):
            ensure_may_leave(person, notice)
