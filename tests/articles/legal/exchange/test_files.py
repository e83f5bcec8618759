"""What comes back is known by its content."""

from __future__ import annotations

import pytest

from articles.legal.exchange.files import FORMATS, file_name, read
from articles.legal.exchange.rows import MOST_ROWS
from newsroom.exchange.refusing import LARGEST_FILE, FileIsRefused
from tests.articles.legal.exchange.travellers import PERSIAN, SOURCE, row, rows_of_all
from tests.newsroom.exchange.test_archives import archive

NAMES = pytest.mark.parametrize("name", FORMATS)


@NAMES
def test_every_format_is_known_by_its_content(name: str) -> None:
    returned = read(FORMATS[name].write(rows_of_all(PERSIAN)))
    assert {row.language: row.words for row in returned if row.language != "en"} == dict.fromkeys(
        [row.language for row in rows_of_all(PERSIAN)[1:]], PERSIAN
    )


@NAMES
def test_the_same_texts_make_the_same_bytes(name: str) -> None:
    assert FORMATS[name].write(rows_of_all(SOURCE)) == FORMATS[name].write(rows_of_all(SOURCE))


def test_files_are_named_by_notice_and_source_version() -> None:
    assert [file_name([row()], name) for name in FORMATS] == [
        "undesirable.3.csv",
        "undesirable.3.xlf",
        "undesirable.3.zip",
    ]


@pytest.mark.parametrize("name", ["csv", "xliff-1.2"])
def test_other_encodings_get_a_clear_message(name: str) -> None:
    text = FORMATS[name].write([row()]).decode("utf-8-sig")
    for encoding, words in (
        ("utf-16", "The file is in UTF-16"),
        ("utf-16-le", "The file has NUL characters"),
        ("utf-32-be", "The file has NUL characters"),
        ("cp1251", r"The file is not in UTF-8 \(see byte \d+\)"),
        ("koi8-r", "The file is not in UTF-8"),
    ):
        with pytest.raises(FileIsRefused, match=words):
            read(text.encode(encoding, "replace"))


@pytest.mark.parametrize(
    "data", [b"", b" \n", b"\xef\xbb\xbf", b"\0" * 10, b"\xff\xd8\xff\xe0JFIF", b"%PDF-1.7\n\xe2\xe3", b"PK", b"PKWARE"]
)
def test_what_is_no_file_of_texts_is_refused(data: bytes) -> None:
    with pytest.raises(FileIsRefused):
        read(data)


def test_a_nul_inside_a_word_is_refused() -> None:
    with pytest.raises(FileIsRefused, match="NUL"):
        read(FORMATS["csv"].write([row()]).replace(b"undesirable", b"undes\0rable"))


def test_a_header_without_rows_is_refused() -> None:
    with pytest.raises(FileIsRefused, match="no rows"):
        read(FORMATS["csv"].write([]))


def test_a_file_of_50_mb_is_refused_before_it_is_read() -> None:
    with pytest.raises(FileIsRefused, match="larger than 16 MB"):
        read(b"\xff" * 50 * 2**20)
    assert LARGEST_FILE == 16 * 2**20


def test_a_fault_in_an_archive_names_the_document() -> None:
    good = FORMATS["xliff-1.2"].write([row()])
    with pytest.raises(FileIsRefused, match=r"^bad\.xlf: .*document type"):
        read(archive({"good.xlf": good, "bad.xlf": b"<!DOCTYPE x><x/>"}))


def test_many_documents_with_many_rows_are_refused() -> None:
    document = FORMATS["xliff-1.2"].write(rows_of_all(SOURCE))
    with pytest.raises(FileIsRefused, match=f"more than {MOST_ROWS} rows"):
        read(archive({f"{number}.xlf": document for number in range(11)}))
