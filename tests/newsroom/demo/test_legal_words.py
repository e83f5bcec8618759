"""Tests of the words of the demo's legal notice: complete, in the script of their language, sound in their form."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from typing import Any
from xml.etree import ElementTree

import pytest

from newsroom.demo.content_files import FOLDER, desks
from newsroom.languages import LANGUAGES
from newsroom.text import clean_line, clean_text

NOTICE = FOLDER / "legal" / "undesirable-ru"
CODES = {"en", "ru", "uk", "tt", "ba", "ce", "crh", "be", "ka", "hy", "az", "kk", "ky", "uz", "fa", "ro", "sr"}
WORDS: dict[str, dict[str, Any]] = {
    file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(NOTICE.iterdir())
}
ENGLISH = WORDS["en"]
TRANSLATIONS = [code for code in WORDS if code != "en"]
DESKS = desks()

LINES = {"heading": 80, "link_label": 60, "title": 100, "introduction": 200}
"""What stands on one line, and how many characters it may have."""
TAGS_OF_THE_NOTICE = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}
TAGS_OF_THE_PAGE = {"h2", "p", "ul", "li", "strong", "em"}
SCRIPTS = {"Latn": "LATIN", "Cyrl": "CYRILLIC", "Armn": "ARMENIAN", "Geor": "GEORGIAN", "Arab": "ARABIC"}
QUOTATION_MARKS = {
    "“”": {"en", "az", "uz"},
    "«»": {"ru", "uk", "be", "tt", "ba", "ce", "crh", "kk", "ky", "hy", "fa"},
    "„“": {"ka"},
    "„”": {"ro", "sr"},
}
LETTERS_OF_ITS_OWN = {
    "ru": "ыэ", "uk": "їє", "be": "ўі", "sr": "јљ", "tt": "җәң", "ba": "ҙҫғ", "ce": "Ӏ", "kk": "ұғі", "ky": "өүң",
    "az": "əğ", "crh": "ñğ", "uz": "ʻ", "ro": "țșă", "fa": "پگ\u200c", "ka": "ყ", "hy": "և",
}  # fmt: skip
"""Letters without which a text of this length is in a neighbouring language."""
ENGLISH_WORDS = {"the", "and", "of", "with", "this", "you", "your", "may", "legal", "organization"}


def fields(words: dict[str, Any]) -> dict[str, str]:
    """Every text of a file by its place in it."""
    page = {f"page.{name}": text for name, text in words["page"].items()}
    return {name: text for name, text in words.items() if name != "page"} | page


def lines(words: dict[str, Any]) -> dict[str, str]:
    return {name: text for name, text in fields(words).items() if not name.endswith("body")}


def everything(words: dict[str, Any]) -> str:
    """All that a reader sees, without tags."""
    return re.sub(r"<[^>]+>", " ", " ".join(fields(words).values()))


def tree(html: str) -> ElementTree.Element:
    """The body as a tree; a tag left open, or a bare ampersand, is an error."""
    return ElementTree.fromstring(f"<body>{html}</body>")


def tags(html: str) -> list[str]:
    return [element.tag for element in tree(html).iter()][1:]


def share_of_script(text: str, script: str) -> float:
    letters = [character for character in text if unicodedata.category(character) in ("Lu", "Ll", "Lo")]
    return sum(unicodedata.name(letter).startswith(SCRIPTS[script]) for letter in letters) / len(letters)


def test_the_notice_is_worded_in_just_these_languages() -> None:
    assert set(WORDS) == CODES
    assert set(LANGUAGES) >= CODES
    assert all(file.suffix == ".toml" for file in NOTICE.iterdir())


@pytest.mark.parametrize("code", WORDS)
def test_a_file_has_every_field_and_no_other(code: str) -> None:
    assert set(WORDS[code]) == {"heading", "body", "link_label", "page"}
    assert set(WORDS[code]["page"]) == {"title", "introduction", "body"}
    assert all(text.strip() for text in fields(WORDS[code]).values())


@pytest.mark.parametrize("code", WORDS)
def test_what_stands_on_one_line_is_short_and_plain(code: str) -> None:
    for name, text in lines(WORDS[code]).items():
        assert len(text) <= LINES[name.removeprefix("page.")], name
        assert clean_line(text) == text
        assert not set("<>&") & set(text)


@pytest.mark.parametrize("code", WORDS)
def test_bodies_are_well_formed_and_have_only_the_tags_that_are_allowed(code: str) -> None:
    words = WORDS[code]
    assert set(tags(words["body"])) <= TAGS_OF_THE_NOTICE
    assert set(tags(words["page"]["body"])) <= TAGS_OF_THE_PAGE
    for body in (words["body"], words["page"]["body"]):
        assert not any(element.attrib for element in tree(body).iter())
        assert not any((block.tail or "").strip() for block in tree(body))
        assert all("".join(block.itertext()).strip() for block in tree(body).iter())


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_a_translation_is_built_like_english(code: str) -> None:
    assert tags(WORDS[code]["body"]) == tags(ENGLISH["body"])
    assert tags(WORDS[code]["page"]["body"]) == tags(ENGLISH["page"]["body"])


def test_the_notice_is_short_and_the_page_answers_six_questions() -> None:
    assert 2 <= tags(ENGLISH["body"]).count("p") <= 3
    assert tags(ENGLISH["page"]["body"]).count("h2") == 6


@pytest.mark.parametrize("code", WORDS)
def test_the_page_begins_with_what_it_is_not(code: str) -> None:
    first = tree(WORDS[code]["page"]["body"])[0]
    assert [child.tag for child in first] == ["strong"]
    assert not (first.text or "").strip()


@pytest.mark.parametrize("code", WORDS)
def test_a_text_names_the_newsroom_as_its_desk_does(code: str) -> None:
    stem = DESKS[code]["newsroom"][:-1]  # the Georgian nominative drops its ending in the other cases
    assert stem in WORDS[code]["body"]
    assert stem in WORDS[code]["page"]["body"]


@pytest.mark.parametrize("code", WORDS)
def test_a_text_is_in_the_script_of_its_language(code: str) -> None:
    for name, text in fields(WORDS[code]).items():
        assert share_of_script(re.sub(r"<[^>]+>", "", text), LANGUAGES[code].script) == 1, name


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_a_text_has_the_letters_that_tell_its_language_from_its_neighbours(code: str) -> None:
    assert set(LETTERS_OF_ITS_OWN[code]) <= set(everything(WORDS[code]))


@pytest.mark.parametrize("code", TRANSLATIONS)
def test_no_english_is_left_in_a_translation(code: str) -> None:
    assert not ENGLISH_WORDS & set(re.findall(r"\w+", everything(WORDS[code]).lower()))
    for name, text in fields(WORDS[code]).items():
        assert text != fields(ENGLISH)[name]


def test_no_two_languages_have_one_text() -> None:
    for name in fields(ENGLISH):
        assert len({fields(words)[name] for words in WORDS.values()}) == len(WORDS), name


@pytest.mark.parametrize("code", WORDS)
def test_a_text_quotes_as_its_language_does(code: str) -> None:
    marks = next(marks for marks, codes in QUOTATION_MARKS.items() if code in codes)
    text = everything(WORDS[code])
    assert set(marks) == set(text) & set("“”„«»\"'")
    assert text.count(marks[0]) == text.count(marks[1])


@pytest.mark.parametrize("code", WORDS)
def test_a_text_states_no_sums_and_no_terms(code: str) -> None:
    assert not any(character.isdigit() for character in everything(WORDS[code]))


@pytest.mark.parametrize("code", WORDS)
def test_a_text_is_clean_already(code: str) -> None:
    for name, text in fields(WORDS[code]).items():
        assert clean_text(text) == text, name
        assert "\n" not in text
