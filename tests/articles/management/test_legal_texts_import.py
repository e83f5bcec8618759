"""Tests of the command legal_texts_import."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from articles.legal.exchange.files import FORMATS
from articles.legal.exchange.rows import Words
from articles.legal.models import LegalNotice, NoticeText
from articles.legal.models.approval import State
from articles.legal.terms import Kind
from tests.articles.legal.exchange.travellers import PERSIAN, RUSSIAN, make_told_notice, translated
from tests.articles.legal.makers import make_lawyer, make_text
from tests.factories import make_user

pytestmark = pytest.mark.django_db
BAD = Words("Заголовок", "no paragraph", "Подробнее")


@pytest.fixture
def notice() -> LegalNotice:
    make_lawyer("lena")
    return make_told_notice()


def file(folder: Path, notice: LegalNotice, **words: Words) -> Path:
    path = folder / "texts.csv"
    path.write_bytes(FORMATS["csv"].write(translated(notice, **words)))
    return path


def run(*arguments: str | Path) -> str:
    out = StringIO()
    call_command("legal_texts_import", *map(str, arguments), stdout=out, no_color=True)
    return out.getvalue()


def drafts() -> list[tuple[str, str]]:
    texts = NoticeText.objects.exclude(language="en").order_by("pk")
    return [(text.language, text.author.username) for text in texts if text.state == State.DRAFT]


def test_translations_become_drafts_of_the_named_person(tmp_path: Path, notice: LegalNotice) -> None:
    lines = run("undesirable", file(tmp_path, notice, ru=RUSSIAN, fa=PERSIAN), "--user", "lena").splitlines()
    assert "draft\t23\tru\tA draft." in lines
    assert "unchanged\t2\ten\tUnchanged, passed over." in lines
    assert drafts() == [("fa", "lena"), ("ru", "lena")]


def test_a_bad_row_ends_it_unless_the_good_ones_are_asked_for(tmp_path: Path, notice: LegalNotice) -> None:
    path = file(tmp_path, notice, ru=RUSSIAN, uk=BAD)
    with pytest.raises(CommandError, match="1 rows were refused; 0 drafts were stored"):
        run("undesirable", path, "--user", "lena")
    assert drafts() == []
    with pytest.raises(CommandError, match="1 rows were refused; 1 drafts were stored"):
        run("undesirable", path, "--user", "lena", "--take-good")
    assert drafts() == [("ru", "lena")]


def test_a_dry_run_stores_nothing(tmp_path: Path, notice: LegalNotice) -> None:
    assert "draft\t23\tru" in run("undesirable", file(tmp_path, notice, ru=RUSSIAN), "--user", "lena", "--dry-run")
    assert drafts() == []


def test_older_texts_are_accepted_when_asked_for(tmp_path: Path, notice: LegalNotice) -> None:
    path = file(tmp_path, notice, ru=RUSSIAN)
    make_text(notice, "en", "Other", link_label="More")
    with pytest.raises(CommandError):
        run("undesirable", path, "--user", "lena")
    assert "made from an older version" in run("undesirable", path, "--user", "lena", "--accept-older")
    assert drafts() == [("ru", "lena")]


def test_what_cannot_be_done_is_told_and_stores_nothing(tmp_path: Path, notice: LegalNotice) -> None:
    sealed = make_told_notice("sealed", kind=Kind.WITHHELD, is_sealed=True)
    path = file(tmp_path, sealed, ru=RUSSIAN)
    broken = tmp_path / "broken.csv"
    broken.write_bytes(b"\xff\xfe")
    make_user("anna")
    for arguments, told in (
        (("nothing", path, "--user", "lena"), "no notice with the key “nothing”"),
        (("sealed", path, "--user", "lena"), "no notice with the key “sealed”"),
        (("undesirable", path, "--user", "nobody"), "no active account “nobody”"),
        (("undesirable", path, "--user", "anna"), "anna may not write about this notice"),
        (("undesirable", tmp_path / "none.csv", "--user", "lena"), "No such file"),
        (("undesirable", tmp_path, "--user", "lena"), "Is a directory"),
        (("undesirable", broken, "--user", "lena"), "The file is in UTF-16"),
        (("undesirable", path, "--user", "lena"), "31 rows were refused"),
        (("undesirable", path), "--user"),
    ):
        with pytest.raises(CommandError, match=told):
            run(*arguments)
    assert drafts() == []
