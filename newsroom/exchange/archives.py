"""ZIP archives: XLIFF 2.0 has one target language per document, so all languages are one file only in an archive."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from newsroom.exchange.refusing import LARGEST_FILE, FileIsRefused

ENDINGS = (".xlf", ".xliff")
MOST_FILES = 310
"""Ten for each language."""
LEFT_BY_PROGRAMS = ("__MACOSX/", ".DS_Store", "Thumbs.db")
SAME_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The same texts make the same bytes."""


def pack(documents: dict[str, bytes]) -> bytes:
    """An archive of documents by name."""
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in documents.items():
            entry = zipfile.ZipInfo(name, SAME_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return output.getvalue()


def unpack(data: bytes) -> Iterator[tuple[str, bytes]]:
    """Each document with its name; nothing is written anywhere. Raises FileIsRefused."""
    left = LARGEST_FILE
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for entry in _documents(archive):
                with archive.open(entry) as file:
                    content = file.read(left + 1)  # what it says of its size may be a lie
                left -= len(content)
                if left < 0:
                    raise FileIsRefused(
                        _("Unpacked, the archive is larger than {number} MB.").format(number=LARGEST_FILE // 2**20)
                    )
                yield entry.filename, content
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError) as error:
        if isinstance(error, FileIsRefused):
            raise
        raise FileIsRefused(_("The archive is damaged or encrypted.")) from error


def _documents(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    entries = [entry for entry in entries if not any(name in entry.filename for name in LEFT_BY_PROGRAMS)]
    if len(entries) > MOST_FILES:
        raise FileIsRefused(_("The archive has more than {number} files.").format(number=MOST_FILES))
    for entry in entries:
        if not entry.filename.lower().endswith(ENDINGS):
            raise FileIsRefused(_("The archive holds “{name}”, which is not XLIFF.").format(name=entry.filename[:100]))
    if not entries:
        raise FileIsRefused(_("The archive is empty."))
    return entries
