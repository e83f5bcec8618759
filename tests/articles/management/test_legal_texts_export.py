"""Tests of the command legal_texts_export."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.legal.exchange.files import FORMATS, read
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES
from tests.articles.legal.exchange.travellers import make_told_notice
from tests.articles.legal.makers import make_lawyer, make_notice
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def run(*arguments: str | Path) -> str:
    out = StringIO()
    call_command("legal_texts_export", *map(str, arguments), stdout=out)
    return out.getvalue()


@pytest.mark.parametrize("name", FORMATS)
def test_the_ending_says_which_kind_of_file_it_is(tmp_path: Path, name: str) -> None:
    make_told_notice()
    path = tmp_path / f"texts.{FORMATS[name].ending}"
    lines = run("undesirable", path).splitlines()
    assert lines[:2] == ["en\tcurrent\t1", "sq\tmissing\t0"] and len(lines) == len(LANGUAGES)
    assert {row.notice for row in read(path.read_bytes())} == {"undesirable"}
    other = tmp_path / "texts"
    run("undesirable", other, "--format", name)
    assert other.read_bytes() == path.read_bytes()


def test_what_cannot_be_done_is_told_and_writes_nothing(tmp_path: Path) -> None:
    make_told_notice()
    make_notice("untold")
    make_user("anna")
    path = tmp_path / "texts.csv"
    for arguments, told in (
        (("nothing", path), "no notice with the key “nothing”"),
        (("untold", path), "no approved words in English"),
        (("undesirable", tmp_path / "texts.docx"), "say with --format"),
        (("undesirable", tmp_path / "no" / "texts.csv"), "No such file"),
        (("undesirable", path, "--user", "nobody"), "no active account “nobody”"),
        (("undesirable", path, "--user", "anna"), "anna may not read this notice"),
    ):
        with pytest.raises(CommandError, match=told):
            run(*arguments)
    assert list(tmp_path.iterdir()) == []


def test_a_sealed_notice_leaves_only_with_somebody_who_may_know(tmp_path: Path) -> None:
    make_told_notice("sealed", kind=Kind.WITHHELD, is_sealed=True)
    make_lawyer("lena")
    make_lawyer("sworn", "see_sealed")
    path = tmp_path / "texts.csv"
    for arguments in (("sealed", path), ("sealed", path, "--user", "lena")):
        with pytest.raises(CommandError, match="no notice with the key “sealed”"):
            run(*arguments)
    assert not path.exists()
    run("sealed", path, "--user", "sworn")
    assert path.exists()
