"""Tests of the matrix of regions, notices and languages."""

from __future__ import annotations

import pytest

from articles.legal.desk.matrix import Finding, Version, finding_for, matrix
from articles.legal.fallbacks import legal_chain
from articles.legal.models import LegalNotice, NoticeRule
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES
from newsroom.regions.models import Region

NOTICE = LegalNotice(pk=1, key="undesirable", name="A notice", kind=Kind.WARNING, source_language="en")
WORDS = Version("own", "")


def rule(number: int = 1, region: str = "The region", **fields: object) -> NoticeRule:
    place = Region(pk=number, name=region, codes=["RU"], unknown_country=True)
    return NoticeRule(pk=number, notice=NOTICE, region=place, area={}, **fields)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_language_finds_its_own_words_or_says_which_it_finds_instead(code: str) -> None:
    assert finding_for(code, NOTICE, {code: WORDS}).finding == Finding.APPROVED
    for other in LANGUAGES:
        cell = finding_for(code, NOTICE, {other: WORDS})
        if other != code:
            assert (cell.finding, cell.found.code, cell.is_gap) == (Finding.FALLBACK, other, True)
            assert other in cell.words
    everything_else = {other: WORDS for other in LANGUAGES if other != code}
    assert finding_for(code, NOTICE, everything_else).found.code == list(legal_chain(code))[1]


@pytest.mark.parametrize("code", LANGUAGES)
def test_without_any_words_every_language_misses_them(code: str) -> None:
    cell = finding_for(code, NOTICE, {})
    assert (cell.finding, cell.is_gap) == (Finding.MISSING, True)
    assert "missing" in cell.words


def test_words_are_old_when_their_source_is_another_now() -> None:
    texts = {"en": Version("second", ""), "ru": Version("x", "first"), "uk": Version("y", "second")}
    found = {code: finding_for(code, NOTICE, texts).finding for code in texts}
    assert found == {"en": Finding.APPROVED, "ru": Finding.OLD, "uk": Finding.APPROVED}


def test_a_row_joins_the_rules_of_a_notice_in_a_region_and_asks_for_their_languages() -> None:
    rows = matrix([rule(languages=["ru"]), rule(languages=["tt"])], {1: {"ru": WORDS}})
    (row,) = rows
    cells = {cell.language.code: cell.finding for cell in row.cells}
    assert list(cells) == list(LANGUAGES)
    assert (cells["ru"], cells["tt"], cells["hu"]) == (Finding.APPROVED, Finding.FALLBACK, Finding.UNASKED)
    assert row.gaps == 1


def test_regions_stand_in_the_order_of_their_names() -> None:
    rows = matrix([rule(2, "Zanzibar"), rule(1, "Antarctica"), rule(3, "Mordovia")], {})
    assert [row.region for row in rows] == ["Antarctica", "Mordovia", "Zanzibar"]
    assert {row.gaps for row in rows} == {len(LANGUAGES)}
