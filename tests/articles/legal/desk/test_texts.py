"""Tests of writing words: in their own direction, with errors at their field, a label word for word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from django.test import Client, override_settings
from django.urls import reverse

from articles.legal import snapshot
from articles.legal.approval import approve
from articles.legal.desk.text_form import as_html, as_paragraphs
from articles.legal.models import LegalNotice, NoticeText
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES, language
from newsroom.users.models import User
from tests.articles.legal.makers import make_notice, make_rule, make_text
from tests.factories import make_story

pytestmark = pytest.mark.django_db
SECRET = "only for tests"


@pytest.fixture
def notice(_groups: None) -> LegalNotice:
    return make_notice()


def screen(notice: LegalNotice, code: str = "en") -> str:
    return reverse("legal_desk:words", args=[notice.pk, code])


def write(client: Client, notice: LegalNotice, code: str = "en", **words: str) -> BeautifulSoup:
    said = {"heading": "Heading", "body": "<p>Words.</p>", "link_label": "", **words}
    return BeautifulSoup(client.post(screen(notice, code), said, follow=True).content, "html.parser")


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_fields_are_in_the_language_of_the_words(code: str, notice: LegalNotice, as_editor: Client) -> None:
    html = BeautifulSoup(as_editor.get(screen(notice, code)).content, "html.parser")
    for name in ("heading", "body", "link_label"):
        field = html.select_one(f"[name={name}]")
        assert field is not None
        assert (field["lang"], field["dir"]) == (language(code).tag, language(code).direction)


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_draft_is_stored_in_every_language(code: str, notice: LegalNotice, as_editor: Client, editor: User) -> None:
    write(as_editor, notice, code, body="Первый абзац & <\n")
    write(as_editor, notice, code, body="One\ntwo & three\n\nfour")
    draft = NoticeText.objects.get()
    assert (draft.language, draft.author, draft.approved_at) == (code, editor, None)
    assert draft.body == "<p>One<br/>two &amp; three</p><p>four</p>"


def test_letters_pasted_in_two_parts_are_composed(notice: LegalNotice, as_editor: Client) -> None:
    write(as_editor, notice, body="e\u0301te\u0301")
    assert NoticeText.objects.get().body == "<p>\u00e9t\u00e9</p>"


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        '<p onclick="x()">Words</p>',
        '<p><a href="javascript:x()">Words</a></p>',
        '<p><a href="http://example.org/">Words</a></p>',
        "<h1>Words</h1>",
        "words <b>and</b> words",
        "<p>\u202eWords</p>",
        "<p> </p>",
        "<!-- words -->",
        "\0",
        "<p>" + "x" * 20_001 + "</p>",
        '<p><img src="https://example.org/x"></p>',
        "<iframe></iframe>",
        "",
    ],
)
def test_words_outside_the_short_list_are_refused_at_their_field(
    body: str, notice: LegalNotice, as_editor: Client
) -> None:
    html = write(as_editor, notice, body=body)
    field = html.select_one("[name=body]")
    assert field is not None
    wrapper = field.find_parent(class_="w-field")
    assert wrapper is not None and wrapper.select_one(".error-message") is not None
    assert NoticeText.objects.count() == 0


@pytest.mark.parametrize("heading", ["", "two\nlines", "x" * 201, "\u202eHeading", "tag\U000e0041"])
def test_a_heading_is_one_line_that_shows_itself(heading: str, notice: LegalNotice, as_editor: Client) -> None:
    html = write(as_editor, notice, heading=heading)
    assert html.select_one(".error-message") is not None
    assert NoticeText.objects.count() == 0


def test_a_translation_stands_beside_its_source(notice: LegalNotice, as_editor: Client) -> None:
    make_text(notice, "en", "The source words")
    html = BeautifulSoup(as_editor.get(screen(notice, "fa")).content, "html.parser")
    source = html.select_one(".desk-source [lang]")
    assert source is not None and source["lang"] == "en" and "The source words" in source.get_text()
    assert BeautifulSoup(as_editor.get(screen(notice, "en")).content, "html.parser").select_one(".desk-source") is None
    write(as_editor, notice, "fa", body="<p>واژه‌ها</p>")
    assert NoticeText.objects.get(language="fa").source_digest == NoticeText.objects.get(language="en").digest


def test_the_history_tells_who_wrote_and_who_approved(notice: LegalNotice, as_editor: Client, approver: User) -> None:
    write(as_editor, notice, heading="First heading")
    draft = NoticeText.objects.get()
    approve(draft, by=approver, digest=draft.digest)
    write(as_editor, notice, heading="Second heading")
    html = BeautifulSoup(as_editor.get(screen(notice)).content, "html.parser")
    rows = [" ".join(row.get_text(" ").split()) for row in html.select("table tbody tr")]
    assert len(rows) == 2
    assert "Second heading" in rows[0] and "waits for approval" in rows[0]
    assert "First heading" in rows[1] and "edda" in rows[1] and "arne" in rows[1]


@pytest.mark.parametrize(
    ("body", "typed"),
    [
        ("<p>One<br/>two &amp; three</p><p>four</p>", "One\ntwo & three\n\nfour"),
        ("<p>ممنوع است</p>", "ممنوع است"),
        ("<p>Do <strong>not</strong> share</p>", None),
        ("<ul><li>One</li></ul>", None),
        ("<p>1 &lt; 2</p>", None),
        ("<p>One</p><ul><li>two</li></ul>", None),
    ],
)
def test_words_without_tags_are_edited_without_tags_and_no_others(body: str, typed: str | None) -> None:
    assert as_paragraphs(body) == (typed or body)
    assert as_html(as_paragraphs(body)) == body


LABELS = [
    "ДАННОЕ СООБЩЕНИЕ  (МАТЕРИАЛ)  СОЗДАНО",
    "Three   spaces, a\u00a0no-break one, “quotes”, an apostrophe ’ and ' and \" and & and <tag>",
    "First line\nsecond line\n\n  fourth, set in",
    " a space before and after ",
    "ZWNJ: می\u200cخواهم; soft\u00adhyphen",
]


@pytest.mark.parametrize("words", LABELS)
def test_a_mandated_label_is_kept_letter_by_letter(
    words: str, as_editor: Client, approver: User, _groups: None
) -> None:
    label = make_notice("label", Kind.LABEL)
    write(as_editor, label, body=words.replace("\n", "\r\n"))
    draft = NoticeText.objects.get()
    soup = BeautifulSoup(draft.body, "html.parser")
    for line_break in soup.find_all("br"):
        line_break.replace_with("\n")
    assert soup.get_text() == words
    approve(draft, by=approver, digest=draft.digest)
    field = BeautifulSoup(as_editor.get(screen(label)).content, "html.parser").select_one("textarea")
    assert field is not None and field.get_text().removeprefix("\r\n").removeprefix("\n") == words
    write(as_editor, label, body=words)
    assert len(set(NoticeText.objects.values_list("body", flat=True))) == 1


@pytest.fixture
def _edge() -> Iterator[None]:
    with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET]):
        yield


@pytest.mark.usefixtures("_edge")
def test_a_label_stands_on_the_page_as_it_was_entered(as_editor: Client, approver: User, _groups: None) -> None:
    label, story = make_notice("label", Kind.LABEL), make_story()
    write(as_editor, label, heading="ЯРЛЫК", body=LABELS[1])
    draft = NoticeText.objects.get()
    approve(draft, by=approver, digest=draft.digest)
    make_rule(label)
    snapshot.forget()
    answer = Client().get(story.url_path, headers={"X-Geo-Secret": SECRET, "CF-IPCountry": "RU"})
    found = BeautifulSoup(answer.content, "html.parser").select_one("[data-notice=label] p:not(.notice-heading)")
    assert found is not None and found.get_text() == LABELS[1]


def test_a_person_who_may_only_look_writes_nothing(notice: LegalNotice, editor: User, as_editor: Client) -> None:
    editor.groups.first().permissions.remove(*editor.groups.first().permissions.filter(codename="change_legalnotice"))
    html = write(as_editor, notice)
    assert html.select_one("textarea") is None
    assert NoticeText.objects.count() == 0
