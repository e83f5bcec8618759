"""The screens of sending texts for translation and bringing them back."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from articles.legal.exchange.files import FORMATS, read
from articles.legal.exchange.rows import Words
from articles.legal.models import LegalNotice, NoticeText
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES
from newsroom.users.models import User
from tests.articles.legal.exchange.conftest import logged_in
from tests.articles.legal.exchange.travellers import PERSIAN, RUSSIAN, make_told_notice, translated
from tests.articles.legal.makers import make_notice, make_text
from tests.factories import make_administrator, make_user

pytestmark = pytest.mark.django_db
BAD = Words("Заголовок", "<p>Слова</p><script>alert(1)</script>", "Подробнее")


def screen(name: str, notice: LegalNotice) -> str:
    return reverse(f"legal_exchange:{name}", args=[notice.pk])


def csv(notice: LegalNotice, **words: Words) -> bytes:
    return FORMATS["csv"].write(translated(notice, **words))


def upload(client: Client, notice: LegalNotice, data: bytes, **fields: Any) -> str:
    sent = {"file": SimpleUploadedFile("texts.csv", data), **fields}
    return client.post(screen("return", notice), sent).content.decode()


def step_in(page: str) -> str:
    found = re.search(r'name="step" value="([^"]+)"', page)
    assert found, page
    return found.group(1)


def outcomes(page: str) -> list[str]:
    return re.findall(r'data-outcome="(\w+)"', page)


def drafts(notice: LegalNotice) -> dict[str, NoticeText]:
    return {text.language: text for text in notice.texts.filter(approved_at=None)}


def test_the_first_screen_tells_what_stands_in_each_language(as_lena: Client, notice: LegalNotice) -> None:
    make_text(notice, "fa", heading=PERSIAN.heading, body=PERSIAN.body)
    page = as_lena.get(screen("leave", notice)).content.decode()
    assert all(f">{language.name}</td>" in page for language in LANGUAGES.values())
    assert f'<bdi lang="fa">{PERSIAN.heading}</bdi>' in page
    assert all(f'value="{name}"' in page for name in FORMATS)
    assert screen("return", notice) in page


@pytest.mark.parametrize("name", FORMATS)
def test_the_file_is_downloaded_and_kept_by_nobody(as_lena: Client, notice: LegalNotice, name: str) -> None:
    response = as_lena.get(screen("leave", notice), {"format": name})
    assert response["Content-Disposition"] == f'attachment; filename="undesirable.1.{FORMATS[name].ending}"'
    assert response["Content-Type"] == FORMATS[name].content_type
    assert "no-store" in response["Cache-Control"]
    assert {row.notice for row in read(response.content)} == {"undesirable"}


def test_an_unknown_format_is_told(as_lena: Client, notice: LegalNotice) -> None:
    response = as_lena.get(screen("leave", notice), {"format": "exe"})
    assert response["Content-Type"].startswith("text/html")
    assert "exe is not one of the available choices" in response.content.decode()


def test_a_notice_without_a_source_says_so(as_lena: Client) -> None:
    notice = make_notice()
    for name in ("leave", "return"):
        page = as_lena.get(screen(name, notice)).content.decode()
        assert "no approved words in its source language" in page
    assert as_lena.get(screen("leave", notice), {"format": "csv"})["Content-Type"].startswith("text/html")


def test_the_screen_asks_no_more_the_more_is_translated(
    as_lena: Client, notice: LegalNotice, django_assert_max_num_queries: Any
) -> None:
    as_lena.get(screen("leave", notice))
    with django_assert_max_num_queries(30) as before:
        as_lena.get(screen("leave", notice))
    for code in ("ru", "uk", "fa"):
        make_text(notice, code)
    with django_assert_max_num_queries(len(before.captured_queries)):
        as_lena.get(screen("leave", notice))


def test_the_report_tells_every_row_and_stores_nothing(as_lena: Client, notice: LegalNotice) -> None:
    page = upload(as_lena, notice, csv(notice, ru=RUSSIAN, uk=BAD))
    assert sorted(set(outcomes(page))) == ["blank", "draft", "refused", "unchanged"]
    assert len(outcomes(page)) == len(LANGUAGES)
    assert outcomes(page)[:2] == ["refused", "draft"]
    assert "Drafts: 1." in page and "Refused: 1." in page and "Passed over: 29." in page
    assert "Text: &lt;script&gt; is not allowed in a notice." in page
    assert drafts(notice) == {}


def test_the_good_rows_are_stored_once_the_report_was_read(as_lena: Client, notice: LegalNotice, lena: User) -> None:
    step = step_in(upload(as_lena, notice, csv(notice, ru=RUSSIAN, fa=PERSIAN, uk=BAD)))
    response = as_lena.post(screen("return", notice), {"step": step}, follow=True)
    assert "2 drafts wait for approval." in response.content.decode()
    assert set(drafts(notice)) == {"ru", "fa"}
    assert {text.author_id for text in drafts(notice).values()} == {lena.pk}
    again = as_lena.post(screen("return", notice), {"step": step}, follow=True)
    assert "these words are there already" in again.content.decode()
    assert notice.texts.filter(approved_at=None).count() == 2


def test_a_report_that_no_longer_holds_is_read_again(as_lena: Client, notice: LegalNotice) -> None:
    step = step_in(upload(as_lena, notice, csv(notice, ru=RUSSIAN, fa=PERSIAN)))
    make_text(notice, "fa", "Other", link_label="More")
    response = as_lena.post(screen("return", notice), {"step": step})
    page = response.content.decode()
    assert "something has changed since" in page
    assert outcomes(page) == ["refused", "draft"]
    assert drafts(notice) == {}
    as_lena.post(screen("return", notice), {"step": step_in(page)})
    assert set(drafts(notice)) == {"ru"}


def test_older_texts_are_taken_with_a_tick(as_lena: Client, notice: LegalNotice) -> None:
    data, first = csv(notice, ru=RUSSIAN), notice.texts.get()
    make_text(notice, "en", "Other", link_label="More")
    refused = upload(as_lena, notice, data)
    assert "It was made from version 1 of the source, and version 2 is in force." in refused
    assert 'name="step"' not in refused
    accepted = upload(as_lena, notice, data, accept_older="on")
    assert "A draft, made from an older version." in accepted
    as_lena.post(screen("return", notice), {"step": step_in(accepted)})
    assert drafts(notice)["ru"].source_digest == first.digest


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "The submitted file is empty."),
        (b"words", "This is neither a CSV file with the columns that left"),
        ("notice;язык".encode("cp1251"), "The file is not in UTF-8"),
        ("notice".encode("utf-16"), "The file is in UTF-16"),
        (b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><x>&a;</x>", "The file has a document type"),
        (b"PK\x03\x04", "The archive is damaged or encrypted."),
        (b"a" * (17 * 2**20), "The file is larger than 16 MB."),
    ],
)
def test_a_bad_file_gets_a_clear_message_on_the_form(
    as_lena: Client, notice: LegalNotice, data: bytes, told: str
) -> None:
    page = upload(as_lena, notice, data)
    assert told in html.unescape(page)
    assert "Read the file" in page and 'name="step"' not in page


def test_no_file_and_a_forged_step_change_nothing(as_lena: Client, notice: LegalNotice) -> None:
    assert "This field is required." in as_lena.post(screen("return", notice), {}).content.decode()
    for step in ("", "forged", "a:b:c"):
        response = as_lena.post(screen("return", notice), {"step": step}, follow=True)
        assert "the report is missing or too old" in response.content.decode()
    assert drafts(notice) == {}


def test_words_of_a_hostile_file_are_only_shown(as_lena: Client, notice: LegalNotice) -> None:
    page = upload(as_lena, notice, csv(notice, ru=RUSSIAN).replace(b'"ru"', b'"<img src=x onerror=alert(1)>"'))
    assert "<img src=x" not in page and "&lt;img src=x" in page


def test_the_ways_are_closed_to_those_without_the_rights(notice: LegalNotice) -> None:
    for client in (logged_in(make_user("anna")), Client()):
        for response in (
            client.get(screen("leave", notice), {"format": "csv"}),
            client.get(screen("return", notice)),
            client.post(screen("return", notice), {"file": SimpleUploadedFile("a.csv", csv(notice, ru=RUSSIAN))}),
        ):
            assert response.status_code in (302, 403)
            assert not response.has_header("Content-Disposition")
    assert drafts(notice) == {}


def test_who_may_only_read_sends_and_does_not_bring_back(notice: LegalNotice, lena: User) -> None:
    lena.groups.clear()
    for codename in ("view_legalnotice", "access_admin"):
        lena.user_permissions.add(*lena.user_permissions.model.objects.filter(codename=codename))
    reader = logged_in(User.objects.get(pk=lena.pk))
    page = reader.get(screen("leave", notice))
    assert page.status_code == 200 and screen("return", notice) not in page.content.decode()
    assert reader.get(screen("leave", notice), {"format": "csv"}).has_header("Content-Disposition")
    assert reader.get(screen("return", notice)).status_code in (302, 403)


def test_a_sealed_notice_is_not_there_for_those_who_may_not_know(as_lena: Client, as_sworn: Client) -> None:
    sealed = make_told_notice("sealed", kind=Kind.WITHHELD, is_sealed=True)
    administrator = logged_in(make_administrator())
    for client in (as_lena, administrator):
        for name in ("leave", "return"):
            missing = client.get(reverse(f"legal_exchange:{name}", args=[99_999]))
            hidden = client.get(screen(name, sealed))
            assert hidden.status_code == missing.status_code == 404
        assert client.get(screen("leave", sealed), {"format": "csv"}).status_code == 404
        assert client.post(screen("return", sealed), {"step": "x"}).status_code == 404
    assert as_sworn.get(screen("leave", sealed), {"format": "csv"}).has_header("Content-Disposition")
    step = step_in(upload(as_sworn, sealed, csv(sealed, ru=RUSSIAN)))
    as_sworn.post(screen("return", sealed), {"step": step})
    assert set(drafts(sealed)) == {"ru"}
