"""Rows and texts that travel, and hostile words for them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies

from articles.legal.exchange.leaving import leave
from articles.legal.exchange.rows import Returned, Row, State, Words
from articles.legal.models import LegalNotice
from newsroom.languages import LANGUAGES
from tests.articles.legal.makers import make_notice, make_text

LIVE_BEGINNINGS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'", "''", "'=", '"', ";", ",", ""]
HEADING = "Notice to readers"
BODY = '<p>“Quoted”, \'so\' &amp; "so"; read <a href="/en/legal/">more</a>.</p>\n<p>=1+1</p>'
SOURCE = Words(HEADING, BODY, "Find out more")


def words_of_every_kind() -> strategies.SearchStrategy[str]:
    """Texts with formulas, quotation marks, line ends, and letters of every direction."""
    letters = strategies.characters(exclude_categories=["Cs", "Cc", "Cn"]) | strategies.sampled_from(
        "\t\r\n,;'\"=ر\u200f"
    )
    return strategies.builds(
        str.__add__, strategies.sampled_from(LIVE_BEGINNINGS), strategies.text(letters, max_size=30)
    )


def row(language: str = "ru", **fields: Any) -> Row:
    """A row that leaves."""
    values: dict[str, Any] = {
        "notice": "undesirable",
        "language": language,
        "source_language": "en",
        "source_number": 3,
        "source_digest": "ab" * 32,
        "source": SOURCE,
        "number": 2,
        "words": Words("Заголовок", "<p>Слова</p>", "Подробнее"),
        "state": State.CURRENT,
    }
    return Row(**{**values, **fields})


def rows_of_all(words: Words) -> list[Row]:
    """A row for each language, with these words in each but the source's."""
    return [row(code, words=SOURCE if code == "en" else words) for code in LANGUAGES]


def make_told_notice(key: str = "undesirable", **fields: Any) -> LegalNotice:
    """A notice with approved English words."""
    notice = make_notice(key, **fields)
    make_text(notice, "en", heading=SOURCE.heading, body=SOURCE.body, link_label=SOURCE.link_label)
    return notice


def translated(notice: LegalNotice, **words: Words) -> list[Row]:
    """The notice's rows as a translator sends them back: `uz_cyrl` stands for `uz-cyrl`."""
    given = {code.replace("_", "-"): text for code, text in words.items()}
    return [replace(row, words=given.get(row.language, row.words)) for row in leave(notice)]


def as_returned(row: Row, place: int = 2, **fields: Any) -> Returned:
    """The row as it would be read from a file."""
    values = {
        "place": place,
        "notice": row.notice,
        "language": row.language,
        "source_digest": row.source_digest,
        "number": row.number,
        "words": row.words,
    }
    return Returned(**{**values, **fields})


RUSSIAN = Words("Читателям", "<p>Слова закона.</p>", "Подробнее")
PERSIAN = Words("به خوانندگان", "<p>متن «قانون»\u200f.</p>", "بیشتر")
