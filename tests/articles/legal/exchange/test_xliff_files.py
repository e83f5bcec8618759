"""Texts as XLIFF."""

from __future__ import annotations

from xml.etree.ElementTree import fromstring

from hypothesis import given, settings

from articles.legal.exchange.rows import State, Words
from articles.legal.exchange.xliff_files import documents_2, write_1, write_2
from articles.legal.exchange.xliff_reading import read
from newsroom.exchange.xliff import NAMESPACE_1, NAMESPACE_2
from newsroom.languages import LANGUAGES
from tests.articles.legal.exchange.travellers import SOURCE, as_returned, row, rows_of_all, words_of_every_kind

ONE, TWO = {"x": NAMESPACE_1}, {"x": NAMESPACE_2}


@settings(max_examples=30)
@given(words_of_every_kind(), words_of_every_kind(), words_of_every_kind())
def test_all_languages_return_from_1_2_byte_for_byte(heading: str, body: str, link_label: str) -> None:
    rows = rows_of_all(Words(heading, body, link_label))
    translations = [row for row in rows if row.language != "en"]
    assert read(write_1(rows).decode()) == [as_returned(row, place) for place, row in enumerate(translations, 1)]
    assert len(translations) == len(LANGUAGES) - 1 == 30


@settings(max_examples=30)
@given(words_of_every_kind(), words_of_every_kind(), words_of_every_kind())
def test_all_languages_return_from_2_0_byte_for_byte(heading: str, body: str, link_label: str) -> None:
    rows = rows_of_all(Words(heading, body, link_label))
    documents = documents_2(rows)
    assert len(documents) == len(LANGUAGES) - 1
    for row_that_left in rows[1:]:
        document = documents[f"undesirable.{row_that_left.language}.xlf"].decode()
        assert read(document) == [as_returned(row_that_left, 1)]


def test_1_2_names_every_target_language_by_its_tag() -> None:
    root = fromstring(write_1(rows_of_all(SOURCE)))
    assert root.get("version") == "1.2"
    tags = [file.get("target-language") for file in root.findall("x:file", ONE)]
    assert tags == [language.tag for language in LANGUAGES.values() if language.code != "en"]
    assert {"crh-Latn", "fa-AF", "sr-Latn", "uz-Cyrl"} <= set(tags)
    assert {file.get("source-language") for file in root.findall("x:file", ONE)} == {"en"}


def test_2_0_has_its_two_languages_on_the_root() -> None:
    for language in LANGUAGES.values():
        root = fromstring(write_2(row(language.code)))
        assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.0", "en", language.tag)
        assert [unit.get("id") for unit in root.iterfind(".//x:unit", TWO)] == ["heading", "body", "link_label"]


def test_notes_say_which_notice_and_which_version_it_is() -> None:
    for root, path, name, names in (
        (fromstring(write_1([row()])), ".//x:header/x:note", "from", ONE),
        (fromstring(write_2(row())), ".//x:file/x:notes/x:note", "category", TWO),
    ):
        notes = {note.get(name): note.text for note in root.iterfind(path, names)}
        assert notes == {
            "notice": "undesirable",
            "source-digest": "ab" * 32,
            "source-version": "3",
            "version": "2",
            "state": "current",
        }


def test_nothing_leaves_as_approved() -> None:
    one = fromstring(write_1([row("ru"), row("uk", state=State.OLDER)]))
    assert {unit.get("approved") for unit in one.iterfind(".//x:trans-unit", ONE)} == {"no"}
    assert {target.get("state") for target in one.iterfind(".//x:target", ONE)} == {
        "translated",
        "needs-review-translation",
    }
    states = {
        state: {segment.get("state") for segment in fromstring(write_2(row(state=state))).iterfind(".//x:segment", TWO)}
        for state in (State.CURRENT, State.OLDER)
    }
    assert states == {State.CURRENT: {"translated"}, State.OLDER: {"initial"}}


def test_what_is_missing_leaves_without_a_target() -> None:
    missing = row(words=Words(), number=0, state=State.MISSING)
    assert b"<target" not in write_1([missing]) + write_2(missing)


def test_a_unit_without_any_words_does_not_leave() -> None:
    bare = row(source=Words("Heading", "<p>Words</p>"), words=Words("Заголовок", "<p>Слова</p>"))
    assert b"link_label" not in write_1([bare]) + write_2(bare)
    assert read(write_1([bare]).decode()) == read(write_2(bare).decode()) == [as_returned(bare, 1)]
