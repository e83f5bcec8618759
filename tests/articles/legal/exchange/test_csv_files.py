"""Texts as CSV."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from articles.legal.exchange.csv_files import COLUMNS, NEEDED, defused, read, restored, write
from articles.legal.exchange.rows import MOST_ROWS, Words
from newsroom.exchange.refusing import FileIsRefused
from newsroom.languages import LANGUAGES
from tests.articles.legal.exchange.travellers import as_returned, row, rows_of_all, words_of_every_kind


def text_of(rows: list) -> str:
    return write(rows).decode("utf-8-sig")


@given(words_of_every_kind(), words_of_every_kind(), words_of_every_kind())
def test_all_languages_return_byte_for_byte(heading: str, body: str, link_label: str) -> None:
    rows = rows_of_all(Words(heading, body, link_label))
    assert read(text_of(rows)) == [as_returned(row, place) for place, row in enumerate(rows, 2)]
    assert len(rows) == len(LANGUAGES) == 31


@given(words_of_every_kind())
def test_no_cell_begins_like_a_formula_in_a_spreadsheet(text: str) -> None:
    sheet = csv.reader(io.StringIO(text_of([row(words=Words(text, text, text))]), newline=""), dialect="excel")
    for cells in sheet:
        assert len(cells) == len(COLUMNS)
        assert [cell for cell in cells if cell[:1] and cell[0] in "=+-@\t\r\n＝＋－＠"] == []


@given(words_of_every_kind())
def test_the_apostrophe_is_taken_off_just_where_it_was_put(text: str) -> None:
    assert restored(defused(text)) == text


def test_words_that_begin_with_an_apostrophe_keep_it() -> None:
    assert defused("'Quoted' words") == "'Quoted' words" == restored("'Quoted' words")
    assert defused("'=1") == "''=1"
    assert restored("'=1") == "=1"


def test_the_file_says_that_it_is_utf_8_and_names_its_columns() -> None:
    content = write([row()])
    assert content.startswith(b'\xef\xbb\xbf"notice","language","language_name","state","source_version"')
    assert b'"undesirable","ru","Russian","current","3"' in content


@pytest.mark.parametrize("separator", [";", "\t"])
def test_spreadsheets_of_other_countries_save_with_another_separator(separator: str) -> None:
    output = io.StringIO(newline="")
    csv.writer(output, delimiter=separator).writerows(csv.reader(io.StringIO(text_of([row()]), newline="")))
    assert read(output.getvalue()) == [as_returned(row())]


def test_columns_may_be_left_out_added_and_moved_but_for_the_needed_ones() -> None:
    lines = [[*reversed(NEEDED), "comment"], [f"{name} text" for name in reversed(NEEDED)] + ["=comment"]]
    output = io.StringIO(newline="")
    csv.writer(output).writerows(lines)
    (returned,) = read(output.getvalue())
    assert returned.words == Words("heading text", "body text", "link_label text")


def test_missing_columns_are_named() -> None:
    with pytest.raises(FileIsRefused, match=r"These columns are missing: source_digest, body\."):
        read("notice,language,version,heading,link_label\r\n")


def test_a_column_that_stands_twice_is_named() -> None:
    with pytest.raises(FileIsRefused, match="The column “body” stands there twice"):
        read(",".join([*NEEDED, "body"]))


@pytest.mark.parametrize("text", ["words", '"', "{}", "\x01\x02", "a,b,c\n1,2,3"])
def test_what_is_no_such_table_is_refused(text: str) -> None:
    with pytest.raises(FileIsRefused, match="This is neither a CSV file with the columns that left"):
        read(text)


def test_a_row_of_another_length_has_a_problem_of_its_own() -> None:
    header = ",".join(NEEDED)
    short, long, blank, good = "k,ru,d", "k,ru,d,0,h,b,l,more", ",,", "k,ru,d,0,h,b,l,,"
    returned = read("\n".join([header, short, long, blank, good]))
    assert [(row.place, row.problem) for row in returned] == [
        (2, "The row has fewer cells than the header."),
        (3, "The row has more cells than the header."),
        (5, ""),
    ]


def test_a_version_that_is_no_number_is_named() -> None:
    for number in ("two", "-1", "1e3", "²", "9" * 30):
        (returned,) = read(f"{','.join(NEEDED)}\nk,ru,d,{number},h,b,l")
        assert "is not the number of a version" in returned.problem


def test_a_quotation_mark_that_is_never_closed_is_told_with_its_row() -> None:
    with pytest.raises(FileIsRefused, match="After row 2, the file is not CSV any more"):
        read(f'{",".join(NEEDED)}\nk,ru,d,0,h,b,l\nk,uk,"d,0,h')


def test_endless_rows_are_refused() -> None:
    with pytest.raises(FileIsRefused, match=f"more than {MOST_ROWS} rows"):
        read(",".join(NEEDED) + "\nk,ru,d,0,h,b,l" * 100_000)


def test_an_endless_cell_is_refused() -> None:
    with pytest.raises(FileIsRefused, match="After row 1, the file is not CSV any more"):
        read(f"{','.join(NEEDED)}\nk,ru,d,0,h,{'x' * 1_000_000},l")
