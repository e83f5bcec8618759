"""What becomes of each row that comes back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from articles.legal.drafting import draft_text
from articles.legal.exchange.judging import Judgement, Outcome, judge
from articles.legal.exchange.leaving import leave
from articles.legal.exchange.rows import Returned, Words
from articles.legal.models import LegalNotice
from newsroom.languages import LANGUAGES
from tests.articles.legal.exchange.travellers import PERSIAN, RUSSIAN, SOURCE, as_returned, make_told_notice
from tests.articles.legal.makers import lawyers, make_text

pytestmark = pytest.mark.django_db


def returned(notice: LegalNotice, code: str = "ru", **fields: Any) -> Returned:
    row = next(row for row in leave(notice) if row.language == code)
    return as_returned(row, **{"words": RUSSIAN, **fields})


def only(notice: LegalNotice, row: Returned, **options: Any) -> Judgement:
    (judgement,) = judge(notice, [row], **options)
    return judgement


def problems(notice: LegalNotice, row: Returned, **options: Any) -> tuple[str, ...]:
    judgement = only(notice, row, **options)
    assert judgement.outcome is Outcome.REFUSED
    return judgement.problems


def test_new_words_become_a_draft_in_every_language(notice: LegalNotice) -> None:
    rows = [returned(notice, code) for code in LANGUAGES if code != "en"]
    assert {judgement.outcome for judgement in judge(notice, rows)} == {Outcome.DRAFT}


def test_words_that_stand_already_are_passed_over(notice: LegalNotice) -> None:
    make_text(notice, "ru", heading=RUSSIAN.heading, body=RUSSIAN.body, link_label=RUSSIAN.link_label)
    assert only(notice, returned(notice)).outcome is Outcome.UNCHANGED


def test_other_line_ends_are_no_change(notice: LegalNotice) -> None:
    make_text(notice, "ru", heading="Х", body="<p>а</p>\n<p>б</p>", link_label="в")
    same = Words("Х", "<p>а</p>\r\n<p>б</p>\r\n", "в")
    assert only(notice, returned(notice, words=same)).outcome is Outcome.UNCHANGED


def test_words_that_left_and_came_back_do_not_undo_what_was_written_since(notice: LegalNotice) -> None:
    make_text(notice, "ru", heading=RUSSIAN.heading, body=RUSSIAN.body, link_label=RUSSIAN.link_label)
    row = returned(notice)
    make_text(notice, "ru", heading="Новее", body="<p>Новее</p>", link_label="Новее")
    assert only(notice, row).outcome is Outcome.UNCHANGED


def test_a_row_without_any_words_is_passed_over(notice: LegalNotice) -> None:
    assert only(notice, returned(notice, words=Words(" ", "\n", ""))).outcome is Outcome.BLANK
    assert only(notice, returned(notice, "en", words=Words())).outcome is Outcome.BLANK


def test_the_source_may_return_unchanged_only(notice: LegalNotice) -> None:
    assert only(notice, returned(notice, "en", words=SOURCE)).outcome is Outcome.UNCHANGED
    assert problems(notice, returned(notice, "en")) == (
        "The source text cannot be changed by a file of translations: write it as a draft of its own.",
    )


def test_an_older_source_is_refused_unless_it_is_accepted(notice: LegalNotice) -> None:
    row = returned(notice)
    first = notice.texts.get()
    second = make_text(notice, "en", "Other", link_label="More")
    assert problems(notice, row) == ("It was made from version 1 of the source, and version 2 is in force.",)
    accepted = only(notice, row, accept_older=True)
    assert (accepted.outcome, accepted.source, accepted.is_older) == (Outcome.DRAFT, first, True)
    fresh = only(notice, returned(notice))
    assert (fresh.outcome, fresh.source, fresh.is_older) == (Outcome.DRAFT, second, False)


def test_the_same_source_words_approved_again_are_the_present_source(notice: LegalNotice) -> None:
    row = returned(notice)
    make_text(notice, "en", heading=SOURCE.heading, body=SOURCE.body, link_label=SOURCE.link_label)
    assert only(notice, row).outcome is Outcome.DRAFT


def test_a_digest_of_no_approved_source_is_always_refused(notice: LegalNotice) -> None:
    draft = draft_text(notice, "en", by=lawyers()[0], heading="Draft", body="<p>Draft</p>")
    for digest, told in (
        (draft.digest, "The digest is of no approved source version of this notice."),
        ("0" * 64, "The digest is of no approved source version of this notice."),
        ("", "The row does not say which source version it was made from."),
    ):
        for accept_older in (False, True):
            assert problems(notice, returned(notice, source_digest=digest), accept_older=accept_older) == (told,)


def test_a_translation_overtaken_by_another_is_refused_unless_it_is_accepted(notice: LegalNotice) -> None:
    row = returned(notice)
    make_text(notice, "ru", "Другие", link_label="Ещё")
    assert problems(notice, row) == ("Since the file left, somebody wrote version 1 in this language.",)
    assert only(notice, row, accept_older=True).outcome is Outcome.DRAFT


def test_a_row_that_lost_its_version_is_taken(notice: LegalNotice) -> None:
    make_text(notice, "ru", "Другие", link_label="Ещё")
    assert only(notice, returned(notice, number=None)).outcome is Outcome.DRAFT


def test_rows_of_another_notice_are_refused(notice: LegalNotice) -> None:
    other = make_told_notice("other")
    assert "The row is of the notice “other”." in problems(notice, returned(other))
    assert "digest is of no approved" in problems(notice, replace(returned(other), notice="undesirable"))[0]


def test_unknown_and_missing_languages_are_refused(notice: LegalNotice) -> None:
    assert problems(notice, returned(notice, language="xx-<b>")) == ("There is no language “xx-<b>”.",)
    assert problems(notice, returned(notice, language="")) == ("The row names no language.",)


def test_a_language_that_stands_there_twice_is_refused_each_time(notice: LegalNotice) -> None:
    rows = [returned(notice), returned(notice, "fa", words=PERSIAN), returned(notice, place=4)]
    judgements = judge(notice, rows)
    assert [judgement.outcome for judgement in judgements] == [Outcome.REFUSED, Outcome.DRAFT, Outcome.REFUSED]
    assert judgements[0].problems == ("The language stands in the file 2 times.",)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (Words("", RUSSIAN.body, "м"), "The heading is empty."),
        (Words("а\nб", RUSSIAN.body, "м"), "Heading: “а"),
        (Words("а" * 201, RUSSIAN.body, "м"), "too long: at most 200 characters"),
        (Words("а\u202eб", RUSSIAN.body, "м"), "Heading: "),
        (Words("а", "", "м"), "Text: The text is empty."),
        (Words("а", "<p> </p>", "м"), "Text: The text is empty."),
        (Words("а", "bare", "м"), "Text: Every sentence stands in a paragraph"),
        (Words("а", "<p>б</p><script>alert(1)</script>", "м"), "Text: <script> is not allowed"),
        (Words("а", "<p onclick='x'>б</p>", "м"), "Text: <p> may not have “onclick”."),
        (Words("а", "<p><a href='javascript:x'>б</a></p>", "м"), "Text: A link leads to https://"),
        (Words("а", "<p>б\u202e</p>", "м"), "Text: The text has characters that do not show"),
        (Words("а", "<p>б&#8238;в</p>", "м"), "Text: The text has characters that do not show"),
        (Words("а", "<p>б&#0;&#1;в</p>", "м"), "Text: The text has characters that do not show"),
        (Words("а", f"<p>{'б' * 20_000}</p>", "м"), "Text: The text is too long"),
        (Words("а", "<p>б</p>", "м\nн"), "Words of the link: “м"),
        (Words("а", "<p>б</p>", ""), "The source has words for the link, the translation has none."),
    ],
)
def test_wrong_words_are_refused_with_a_reason(notice: LegalNotice, words: Words, told: str) -> None:
    assert told in " ".join(problems(notice, returned(notice, words=words)))


def test_everything_that_is_wrong_is_told_at_once(notice: LegalNotice) -> None:
    row = returned(notice, words=Words("", "bare", ""), source_digest="")
    assert len(problems(notice, row)) == 4
    assert only(notice, row).in_words() == " ".join(problems(notice, row))


def test_what_could_not_be_read_is_told(notice: LegalNotice) -> None:
    assert problems(notice, returned(notice, problem="The unit “body” is missing.")) == ("The unit “body” is missing.",)
