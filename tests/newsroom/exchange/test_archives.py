"""Archives of XLIFF documents, also from those who mean harm."""

from __future__ import annotations

import io
import zipfile

import pytest

from newsroom.exchange.archives import MOST_FILES, pack, unpack
from newsroom.exchange.refusing import LARGEST_FILE, FileIsRefused


def archive(entries: dict[str, bytes]) -> bytes:
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as written:
        for name, content in entries.items():
            written.writestr(name, content)
    return output.getvalue()


def test_documents_return_as_they_left_and_the_same_bytes_each_time() -> None:
    documents = {"a.ru.xlf": "Слова".encode(), "a.fa.xlf": b"<x/>"}
    assert dict(unpack(pack(documents))) == documents
    assert pack(documents) == pack(documents)


def test_folders_and_what_programs_leave_are_passed_over() -> None:
    data = archive({"texts/": b"", "texts/a.XLF": b"a", "__MACOSX/texts/._a.xlf": b"", "texts/.DS_Store": b""})
    assert list(unpack(data)) == [("texts/a.XLF", b"a")]


def test_a_bomb_is_not_unpacked() -> None:
    bomb = archive({"a.xlf": bytes(LARGEST_FILE // 2 + 1), "b.xlf": bytes(LARGEST_FILE // 2 + 1)})
    assert len(bomb) < LARGEST_FILE // 100
    with pytest.raises(FileIsRefused, match="Unpacked, the archive is larger than 16 MB"):
        list(unpack(bomb))


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    size = (LARGEST_FILE + 1).to_bytes(4, "little")
    bomb = archive({"a.xlf": bytes(LARGEST_FILE + 1)}).replace(size, (1).to_bytes(4, "little"))
    with pytest.raises(FileIsRefused):
        list(unpack(bomb))


def test_an_archive_in_an_archive_is_refused() -> None:
    with pytest.raises(FileIsRefused, match=r"holds “inner\.zip”, which is not XLIFF"):
        list(unpack(archive({"inner.zip": archive({"a.xlf": b"a"})})))


def test_too_many_files_are_refused() -> None:
    with pytest.raises(FileIsRefused, match=f"more than {MOST_FILES} files"):
        list(unpack(archive({f"{number}.xlf": b"" for number in range(MOST_FILES + 1)})))


def test_a_name_that_climbs_out_of_its_folder_is_only_a_name() -> None:
    assert list(unpack(archive({"../../etc/a.xlf": b"a"}))) == [("../../etc/a.xlf", b"a")]


def test_an_encrypted_archive_is_refused() -> None:
    data = bytearray(archive({"a.xlf": b"a"}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(FileIsRefused, match="damaged or encrypted"):
        list(unpack(bytes(data)))


def test_a_damaged_archive_is_refused() -> None:
    whole = archive({"a.xlf": b"words " * 1000})
    for data in (
        whole[:40],
        b"PK\x03\x04",
        whole[:50] + b"\xff\xff\xff" + whole[53:],
        whole.replace(b"PK\x01", b"PK\x00"),
    ):
        with pytest.raises(FileIsRefused, match=r"damaged or encrypted|empty"):
            list(unpack(data))
