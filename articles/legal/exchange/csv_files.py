"""Texts as CSV for spreadsheets: UTF-8 with a byte order mark, every cell quoted, formulas defused."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from django.utils.translation import gettext as _

from articles.legal.exchange.rows import MOST_COLUMNS, MOST_ROWS, Returned, Row, Words
from newsroom.exchange.refusing import FileIsRefused
from newsroom.languages import by_tag

COLUMNS = (
    "notice",
    "language",
    "language_name",
    "state",
    "source_version",
    "source_digest",
    "source_heading",
    "source_body",
    "source_link_label",
    "version",
    "heading",
    "body",
    "link_label",
)
NEEDED = ("notice", "language", "source_digest", "version", "heading", "body", "link_label")
SEPARATORS = ",;\t"
"""Spreadsheets save with the separator of the country that they are set to."""
LIVE = "=+\\-@\t\r\n＝＋－＠"
"""What a spreadsheet takes for the beginning of a formula, or of a cell of its own."""

_TO_DEFUSE = re.compile(f"'*[{LIVE}]")
_DEFUSED = re.compile(f"'+[{LIVE}]")


def write(rows: list[Row]) -> bytes:
    """The file."""
    output = io.StringIO(newline="")
    writer = csv.writer(output, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    writer.writerows([defused(cell) for cell in _cells(row)] for row in rows)
    return output.getvalue().encode("utf-8-sig")


def read(text: str) -> list[Returned]:
    """The rows of the file, counted as a spreadsheet does: the header is row 1. Raises FileIsRefused."""
    separator, header = _header(text)
    returned = []
    try:
        for place, cells in _records(text, separator):
            if place > MOST_ROWS:
                raise FileIsRefused(_("The file has more than {number} rows.").format(number=MOST_ROWS))
            if place > 1 and any(cell.strip() for cell in cells):
                returned.append(_returned(place, header, cells))
    except csv.Error as error:
        raise FileIsRefused(
            _("After row {row}, the file is not CSV any more: {problem}.").format(
                row=1 + len(returned), problem=str(error)
            )
        ) from error
    return returned


def defused(cell: str) -> str:
    """The cell with an apostrophe before what a spreadsheet would run; `restored` takes off just that one."""
    return f"'{cell}" if _TO_DEFUSE.match(cell) else cell


def restored(cell: str) -> str:
    """The cell as it was before `defused`."""
    return cell[1:] if _DEFUSED.match(cell) else cell


def _cells(row: Row) -> list[str]:
    return [
        row.notice,
        row.language,
        row.name,
        row.state.value,
        str(row.source_number),
        row.source_digest,
        row.source.heading,
        row.source.body,
        row.source.link_label,
        str(row.number),
        row.words.heading,
        row.words.body,
        row.words.link_label,
    ]


def _records(text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    return enumerate(reader, 1)


def _header(text: str) -> tuple[str, list[str]]:
    """The separator and the names of the columns; raises FileIsRefused for a file without the needed ones."""
    missing: list[str] = list(NEEDED)
    for separator in SEPARATORS:
        try:
            cells = next(_records(text, separator), (1, []))[1]
        except csv.Error:
            continue
        header = [cell.strip().lower() for cell in cells[: MOST_COLUMNS + 1]]
        absent = [name for name in NEEDED if name not in header]
        if not absent:
            _ensure_sensible(header)
            return separator, header
        missing = min(missing, absent, key=len)
    if missing == list(NEEDED):
        raise FileIsRefused(_("This is neither a CSV file with the columns that left, nor XLIFF, nor ZIP."))
    raise FileIsRefused(_("These columns are missing: {names}.").format(names=", ".join(missing)))


def _ensure_sensible(header: list[str]) -> None:
    if len(header) > MOST_COLUMNS:
        raise FileIsRefused(_("The file has more than {number} columns.").format(number=MOST_COLUMNS))
    for name in NEEDED:
        if header.count(name) > 1:
            raise FileIsRefused(_("The column “{name}” stands there twice.").format(name=name))


def _returned(place: int, header: list[str], cells: list[str]) -> Returned:
    values = {name: restored(cell) for name, cell in zip(header, cells, strict=False)}
    language, number = values.get("language", "").strip(), values.get("version", "").strip()
    row = by_tag(language)
    return Returned(
        place=place,
        notice=values.get("notice", "").strip(),
        language=row.code if row else language,
        source_digest=values.get("source_digest", "").strip().lower(),
        number=int(number) if _is_number(number) else None,
        words=Words(values.get("heading", ""), values.get("body", ""), values.get("link_label", "")),
        problem=_problem(header, cells, number),
    )


def _problem(header: list[str], cells: list[str], number: str) -> str:
    if len(cells) < len(header) and any(name in header[len(cells) :] for name in NEEDED):
        return _("The row has fewer cells than the header.")
    if any(cell.strip() for cell in cells[len(header) :]):
        return _("The row has more cells than the header.")
    if number and not _is_number(number):
        return _("“{text}” is not the number of a version.").format(text=number[:30])
    return ""


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"[0-9]{1,9}", text))
