"""Tests of files that come back: whole stories there and back, and what is refused without a trace."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from lxml import etree
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from articles.pages.article import ArticlePage
from articles.translation.accepting import ChangedMeanwhile
from articles.translation.files.inline import marked, words_of
from articles.translation.files.judging import Outcome
from articles.translation.files.returning import Report, report_on, take
from articles.translation.staleness import changes_of
from articles.translation.suggesting import StoryIsLocked
from articles.translation.units import units_of
from articles.translation.ways import Way, note_machine, ways_in
from newsroom.exchange.refusing import FileIsRefused
from newsroom.exchange.xliff import NAMESPACE_2
from newsroom.languages import LANGUAGES
from newsroom.users.models import User
from tests.articles.translation.files.travellers import changed, make_full_source, row_of, sent_out, traces, translated
from tests.articles.translation.stories import (
    edited,
    make_source,
    paragraph,
    paragraphs,
    publish,
    raw_body,
    record_of,
    translate,
    write,
)
from tests.factories import make_administrator, make_picture, make_user

pytestmark = pytest.mark.django_db


PREFIX = "فا "
BOTH = pytest.mark.parametrize("version", ["1.2", "2.0"])


@pytest.fixture
def boss(db: None) -> User:
    return make_administrator("boss")


@pytest.fixture
def story(boss: User) -> ArticlePage:
    """A Persian draft of three paragraphs, written by somebody."""
    story = translate(make_source(3), "fa")
    return write(story, [paragraph(f"b{number}", f"جمله {number}") for number in range(3)], title="دریا")


def behind(story: ArticlePage) -> list[str]:
    return sorted(change.part for change in changes_of(record_of(story)))


def text_of(story: ArticlePage, key: str) -> str:
    return units_of(content_of(story))[key].words


def bring(story: ArticlePage, data: bytes, by: User, *, take_doubtful: bool = False) -> Report:
    """Reads the report and says yes."""
    report = report_on(row_of(story), data, by=by)
    return take(row_of(story), report.returned, by=by, versions=report.standing.versions, take_doubtful=take_doubtful)


def content_of(story: ArticlePage) -> dict[str, object]:
    found: dict[str, object] = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object().serializable_data()
    return found


@pytest.mark.parametrize(("source_code", "code"), [*(("en", code) for code in LANGUAGES if code != "en"), ("fa", "en")])
def test_a_story_of_every_block_goes_out_and_comes_back_in_both_versions(
    source_code: str, code: str, boss: User
) -> None:
    source = make_full_source(source_code)
    story = translate(source, code)
    before = ArticlePage.objects.get(pk=story.pk).revisions.count()
    for number, version in enumerate(("1.2", "2.0"), 1):
        prefix = f"{LANGUAGES[code].own_name} {number}: "
        report = bring(story, translated(sent_out(story, boss, version), prefix.__add__), boss)
        assert report.refused == []
        assert (report.is_stored, len(report.doubtful)) == (True, 0)
        originals = units_of(source.get_latest_revision_as_object().serializable_data())
        for key, unit in units_of(content_of(story)).items():
            original = originals[key]
            assert unit.words.count(prefix.strip()) == (_runs(original.text) if original.is_rich else 1), key
            if unit.is_rich:
                assert set(marked(unit.text).tags.values()) == set(marked(original.text).tags.values())
        again = report_on(row_of(story), sent_out(story, boss, version), by=boss)
        assert {row.outcome for row in again.judgements} == {Outcome.UNCHANGED}
        assert ArticlePage.objects.get(pk=story.pk).revisions.count() == before + number


def _runs(html: str) -> int:
    return sum(1 for item in marked(html).flow if isinstance(item, str) and words_of((item,)).strip())


@BOTH
def test_what_was_changed_and_is_translated_again_is_no_longer_behind(
    story: ArticlePage, boss: User, version: str
) -> None:
    publish(record_of(story).source, edited(paragraphs(3), "b1", "Something else."))
    assert behind(story) == ["block:b1"]
    sent = sent_out(story, boss, version, only_changed=True)
    assert sent.count(b"Sentence number") == 0
    assert bring(story, translated(sent, PREFIX.__add__), boss).is_stored
    assert text_of(story, "block:b1") == f"{PREFIX}Something else."
    assert behind(story) == []
    assert ArticlePage.objects.get(pk=story.pk).get_latest_revision().user == boss
    assert not ArticlePage.objects.get(pk=story.pk).live


def test_a_text_that_a_translator_calls_still_right_is_dealt_with_and_makes_no_draft(
    story: ArticlePage, boss: User
) -> None:
    publish(record_of(story).source, edited(paragraphs(3), "b1", "Sentence number one stands here."))
    sent = sent_out(story, boss, only_changed=True)
    untouched = report_on(row_of(story), sent, by=boss)
    assert not untouched.has_effect
    before = ArticlePage.objects.get(pk=story.pk).revisions.count()
    assert bring(story, changed(sent, ('state="initial"', 'state="translated"')), boss).is_stored
    assert behind(story) == []
    assert ArticlePage.objects.get(pk=story.pk).revisions.count() == before


def test_a_new_block_comes_with_its_translation_where_it_stands_in_the_source(story: ArticlePage, boss: User) -> None:
    body = paragraphs(3)
    publish(record_of(story).source, [body[0], paragraph("new", "New here."), *body[1:]])
    bring(story, translated(sent_out(story, boss, only_changed=True), PREFIX.__add__), boss)
    assert [block["id"] for block in raw_body(story)] == ["b0", "new", "b1", "b2"]
    assert text_of(story, "block:new") == f"{PREFIX}New here."
    assert behind(story) == []


def test_a_block_that_the_translation_leaves_out_neither_leaves_nor_comes_back(story: ArticlePage, boss: User) -> None:
    sent = sent_out(story, boss)
    write(story, raw_body(story)[1:])
    assert b"block:b0" not in sent_out(story, boss)
    report = bring(story, translated(sent, PREFIX.__add__), boss)
    assert [row.outcome for row in report.judgements if row.returned.key == "block:b0"] == [Outcome.GONE]
    assert [block["id"] for block in raw_body(story)] == ["b1", "b2"]


def test_a_block_whose_picture_changed_too_stays_behind(boss: User) -> None:
    def shown(caption: str) -> list[dict[str, object]]:
        value = {"picture": make_picture().pk, "caption": caption, "alt": ""}
        return [{"id": "i", "type": "picture", "value": value}]

    source = make_source(0)
    source = publish(source, shown("A boat"))
    story = translate(source, "fa")
    publish(source, shown("A net"))
    report = bring(story, translated(sent_out(story, boss), PREFIX.__add__), boss)
    assert (report.is_stored, report.done) == (True, {})
    assert behind(story) == ["block:i"]


def test_a_block_that_only_moved_stays_behind(story: ArticlePage, boss: User) -> None:
    body = paragraphs(3)
    publish(record_of(story).source, [body[2], body[0], body[1]])
    bring(story, translated(sent_out(story, boss), PREFIX.__add__), boss)
    assert behind(story) == ["block:b2"]


@BOTH
def test_a_text_whose_source_changed_since_it_left_needs_a_word_and_stays_behind(
    story: ArticlePage, boss: User, version: str
) -> None:
    data = translated(sent_out(story, boss, version), PREFIX.__add__)
    publish(record_of(story).source, edited(paragraphs(3), "b1", "Something else."))
    before = traces(story)
    report = bring(story, data, boss)
    assert ([row.returned.key for row in report.doubtful], report.is_stored) == (["block:b1"], False)
    assert traces(story) == before
    assert bring(story, data, boss, take_doubtful=True).is_stored
    assert text_of(story, "block:b1") == f"{PREFIX}Sentence number 1 stands here."
    assert behind(story) == ["block:b1"]


def test_a_text_of_which_nobody_knows_the_source_any_more_needs_a_word(story: ArticlePage, boss: User) -> None:
    data = translated(sent_out(story, boss), PREFIX.__add__)
    lost = changed(data, ("<note ", "<other "), ("</note>", "</other>"))
    report = report_on(row_of(story), lost, by=boss)
    assert len(report.doubtful) == len(report.good) == 4
    assert report.done == {}


def test_what_somebody_wrote_since_is_not_written_over_without_a_word(story: ArticlePage, boss: User) -> None:
    data = translated(sent_out(story, boss), PREFIX.__add__)
    write(story, title="دریاچه")
    report = bring(story, data, boss)
    assert [row.returned.key for row in report.doubtful] == ["title"]
    assert text_of(story, "title") == "دریاچه"
    bring(story, data, boss, take_doubtful=True)
    assert text_of(story, "title") == f"{PREFIX}The sea falls"


def test_a_file_that_nobody_touched_takes_nothing_back(story: ArticlePage, boss: User) -> None:
    sent = sent_out(story, boss)
    write(story, title="دریاچه")
    assert not report_on(row_of(story), sent, by=boss).has_effect


def test_texts_that_come_back_are_a_persons_unless_the_file_says_otherwise(story: ArticlePage, boss: User) -> None:
    row = row_of(story)
    note_machine(row, {"title": "دریا"}, engine="practice")
    sent = sent_out(story, boss)
    assert sent.count(b"newsroom:mt") == 1
    data = translated(sent, PREFIX.__add__)
    bring(story, data, boss)
    ways = ways_in(row_of(story), content_of(story))
    assert (ways["title"], ways["block:b1"]) == (Way.MACHINE, Way.HUMAN)


def test_a_machines_text_that_comes_back_as_checked_is_checked(story: ArticlePage, boss: User) -> None:
    note_machine(row_of(story), {"title": "دریا"}, engine="practice")
    sent = changed(sent_out(story, boss), ('state="translated" subState="newsroom:mt"', 'state="final"'))
    assert bring(story, sent, boss).is_stored
    assert ways_in(row_of(story), content_of(story))["title"] == Way.REVIEWED


@BOTH
@pytest.mark.parametrize(
    ("pairs", "problem"),
    [
        ([("block:b1", "block:zz"), ("block.3a.b1", "block.3a.zz")], "no text of this name"),
        ([('id="title"', "")], "has no name"),
        ([('id="block:b1"', 'id="block:b0"')], "2 times"),
        ([(f"{PREFIX}Sentence number 1", "<script>alert(1)</script>")], "“script” never left"),
        (
            [(f"{PREFIX}Sentence number 1", "&lt;script&gt;alert(1)&lt;/script&gt;")],
            "markup instead of codes: <script>",
        ),
        ([(f"{PREFIX}Sentence number 1", "&lt;a href='javascript:x'&gt;")], "markup instead of codes"),
        ([(f"{PREFIX}Sentence number 1", '<g id="1">x</g>')], "“1” never left"),
        ([(f"{PREFIX}Sentence number 1", '<pc id="77">x</pc>')], "“77” never left"),
        ([(f"{PREFIX}Sentence number 1", "a\u202eb")], "hidden or control characters"),
        ([(f"{PREFIX}Sentence number 1", "a\u2066b")], "hidden or control characters"),
        ([(f"{PREFIX}The sea falls", "x" * 256)], "256 characters, 255 are allowed"),
    ],
)
def test_one_bad_text_is_named_and_nothing_is_stored(
    story: ArticlePage, boss: User, version: str, pairs: list[tuple[str, str]], problem: str
) -> None:
    data = translated(sent_out(story, boss, version), PREFIX.__add__).decode()
    for old, new in pairs:
        data = data.replace(old, new)
    before = traces(story)
    report = bring(story, data.encode(), boss, take_doubtful=True)
    assert problem in " ".join(text for row in report.refused for text in row.problems)
    assert all(row.returned.key or row.problems for row in report.refused)
    assert not report.is_stored
    assert traces(story) == before


@BOTH
def test_links_have_the_storys_own_addresses_whatever_a_file_says(boss: User, version: str) -> None:
    story = translate(make_full_source(), "fa")
    data = translated(sent_out(story, boss, version), PREFIX.__add__).replace(b"https://example.org/", b"javascript:x")
    bring(story, data, boss)
    assert "javascript" not in str(content_of(story))
    assert "https://example.org/?a=1&amp;b=2" in str(content_of(story))


@BOTH
def test_a_file_of_another_story_or_language_is_refused(story: ArticlePage, boss: User, version: str) -> None:
    other, armenian = translate(make_source(3, title="Another"), "fa"), translate(record_of(story).source, "hy")
    own = sent_out(story, boss, version)
    row = row_of(story)
    doubled = own.replace(b"</file>", b"</file><file/>")
    for data, words in (
        (sent_out(other, boss, version), "of another story"),
        (sent_out(armenian, boss, version), "the language “hy”, not “fa”"),
        (changed(own, ('"fa"', '"xx"')), "the language “xx”, not “fa”"),
        (changed(own, ('"en"', '"ru"')), "the language “ru”, not “en”"),
        (changed(own, (f'original="{row.translation_key}"', "")), "does not say which story"),
        (changed(own, (f">{row.pk}</note>", ">999999</note>")), "of another story"),
        (doubled, "holds 2 translations"),
        (own[: own.index(b"<body>" if version == "1.2" else b"<unit ")] + (b"</file></xliff>"), "no texts"),
    ):
        with pytest.raises(FileIsRefused, match=words):
            report_on(row_of(story), data, by=boss)


def test_a_version_that_changed_since_the_report_is_not_written_over(story: ArticlePage, boss: User) -> None:
    data = translated(sent_out(story, boss), PREFIX.__add__)
    report = report_on(row_of(story), data, by=boss)
    write(story, title="دریاچه")
    before = traces(story)
    with pytest.raises(ChangedMeanwhile):
        take(row_of(story), report.returned, by=boss, versions=report.standing.versions, take_doubtful=True)
    assert traces(story) == before


def test_a_story_that_somebody_else_holds_is_not_written(story: ArticlePage, boss: User) -> None:
    data = translated(sent_out(story, boss), PREFIX.__add__)
    ArticlePage.objects.filter(pk=story.pk).update(locked=True, locked_by=make_user("other"))
    before = traces(story)
    with pytest.raises(StoryIsLocked):
        bring(story, data, boss)
    assert traces(story) == before


def test_somebody_without_the_right_brings_nothing(story: ArticlePage, boss: User) -> None:
    data, stranger = translated(sent_out(story, boss), PREFIX.__add__), make_user("stranger")
    report = report_on(row_of(story), data, by=boss)
    for refused in (
        lambda: report_on(row_of(story), data, by=stranger),
        lambda: take(row_of(story), report.returned, by=stranger, versions=report.standing.versions),
    ):
        with pytest.raises(PermissionDenied):
            refused()


def test_reading_a_report_stores_nothing(story: ArticlePage, boss: User) -> None:
    before = traces(story)
    assert report_on(row_of(story), translated(sent_out(story, boss), PREFIX.__add__), by=boss).has_effect
    assert traces(story) == before


def test_texts_in_another_order_and_among_a_programs_own_elements_find_their_places(
    story: ArticlePage, boss: User
) -> None:
    root = etree.fromstring(translated(sent_out(story, boss), PREFIX.__add__))
    file = root[0]
    units = [element for element in file if element.tag.endswith("}unit")]
    group = etree.SubElement(file, f"{{{NAMESPACE_2}}}group", id="g")
    for unit in reversed(units):
        etree.SubElement(unit, "{urn:own}metadata", seen="1").text = "a program's own"
        group.append(unit)
    assert bring(story, etree.tostring(root, encoding="UTF-16"), boss).is_stored
    for number in range(3):
        assert text_of(story, f"block:b{number}") == f"{PREFIX}Sentence number {number} stands here."


@pytest.mark.parametrize(("version", "store"), [("1.2", Xliff1File), ("2.0", Xliff2File)])
def test_a_program_that_is_not_ours_reads_the_file_and_writes_it_so_that_we_can(
    story: ArticlePage, boss: User, version: str, store: type[Any]
) -> None:
    file = store.parsestring(sent_out(story, boss, version))
    for unit in file.units:
        unit.target = PREFIX + unit.source
    report = bring(story, bytes(file), boss)
    assert (len(report.good), report.refused, report.is_stored) == (4, [], True)
    assert text_of(story, "block:b2") == f"{PREFIX}Sentence number 2 stands here."
