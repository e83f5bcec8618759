"""The files in which texts leave and return; what comes back is known by its content, not by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from articles.legal.exchange import csv_files, xliff_files, xliff_reading
from articles.legal.exchange.rows import MOST_ROWS, Returned, Row
from newsroom.exchange.archives import pack, unpack
from newsroom.exchange.refusing import FileIsRefused, ensure_small

ZIP = b"PK"
UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True)
class Format:
    """A kind of file that texts leave in."""

    label: str | Promise
    ending: str
    content_type: str
    write: Callable[[list[Row]], bytes]


FORMATS = {
    "csv": Format(gettext_lazy("CSV, for a spreadsheet"), "csv", "text/csv; charset=utf-8", csv_files.write),
    "xliff-1.2": Format(
        gettext_lazy("XLIFF 1.2, for a translator's program"), "xlf", "application/x-xliff+xml", xliff_files.write_1
    ),
    "xliff-2.0": Format(
        gettext_lazy("XLIFF 2.0, an archive with a document for each language"),
        "zip",
        "application/zip",
        lambda rows: pack(xliff_files.documents_2(rows)),
    ),
}


def file_name(rows: list[Row], name: str) -> str:
    """What a file in this format is called: it names the notice and the version of the source."""
    return f"{rows[0].notice}.{rows[0].source_number}.{FORMATS[name].ending}"


def read(data: bytes) -> list[Returned]:
    """The rows of a file in any of the formats; raises FileIsRefused."""
    ensure_small(data)
    returned = _read_archive(data) if data.startswith(ZIP) else _read_document(data)
    if not returned:
        raise FileIsRefused(_("The file has no rows."))
    return returned


def _read_archive(data: bytes) -> list[Returned]:
    returned: list[Returned] = []
    for name, content in unpack(data):
        try:
            returned += xliff_reading.read(_text(content).lstrip(), len(returned) + 1)
        except FileIsRefused as refusal:
            raise FileIsRefused(f"{name[:100]}: {refusal}") from refusal
        if len(returned) > MOST_ROWS:
            raise FileIsRefused(_("The file has more than {number} rows.").format(number=MOST_ROWS))
    return returned


def _read_document(data: bytes) -> list[Returned]:
    text = _text(data)
    return xliff_reading.read(text.lstrip()) if text.lstrip().startswith("<") else csv_files.read(text)


def _text(data: bytes) -> str:
    if data.startswith(UTF_16):
        raise FileIsRefused(_("The file is in UTF-16. Save it in UTF-8 (a spreadsheet calls it “CSV UTF-8”)."))
    if b"\0" in data:
        raise FileIsRefused(_("The file has NUL characters: it is no text, or not in UTF-8."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileIsRefused(
            _(
                "The file is not in UTF-8 (see byte {number}). Save it in UTF-8; in another encoding letters get lost."
            ).format(number=error.start + 1)
        ) from error
    if not text.strip():
        raise FileIsRefused(_("The file is empty."))
    return text
