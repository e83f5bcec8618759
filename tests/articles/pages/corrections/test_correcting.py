"""Tests of the use cases: a correction in one language, the tasks of the others, its withdrawal."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageLogEntry

from articles.legal.models import LedgerEntry
from articles.pages.article import ArticlePage
from articles.pages.corrections.correcting import (
    CorrectionIsHandled,
    CorrectionIsWithdrawn,
    StoryIsNotPublic,
    correct,
    corrected,
    handle,
    withdraw,
)
from articles.pages.corrections.keeping import LOG_CORRECT, LOG_HANDLE, LOG_WITHDRAW
from articles.pages.corrections.models import Correction, CorrectionText
from articles.pages.corrections.words import WordsAreMissing, WordsAreTooLong
from articles.pages.founding import section
from articles.pages.killing.killing import kill_story
from newsroom.caches.surrogates import of_language, of_work
from newsroom.languages import LANGUAGES
from newsroom.outbox.models import Message
from tests.factories import make_draft, make_story, make_translation, make_user, publish_page

pytestmark = pytest.mark.django_db
State, Gravity = CorrectionText.State, Correction.Gravity
WRONG, RIGHT = "Nine people died.", "Seven people died."


def corrected_story(story: ArticlePage | None = None, **options: Any) -> Correction:
    """A correction of a story."""
    told = {"by": None, "gravity": Gravity.FACTUAL, "wrong": WRONG, "right": RIGHT, **options}
    return correct(story or make_story(), **told)


def text_of(correction: Correction, story: ArticlePage) -> CorrectionText:
    return correction.texts.get(story=story)


def page(client: Client, story: ArticlePage) -> str:
    answer = client.get(story.url_path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_every_other_language_gets_the_task_and_says_so_without_foreign_words(client: Client) -> None:
    story = make_story(title="Ferry")
    others = [make_translation(story, code) for code in LANGUAGES if code != "en"]
    correction = corrected_story(story)
    assert correction.texts.filter(state=State.WAITING).count() == len(others)
    own = page(client, story)
    assert WRONG in own
    assert RIGHT in own
    assert f'id="correction-{correction.pk}"' in own
    assert 'href="#corrections"' in own
    for other in others:
        shown = page(client, other)
        assert shown.count('role="note"') == 1
        assert RIGHT not in shown
        assert f'id="correction-{correction.pk}"' not in shown


def test_a_detail_is_told_at_the_foot_alone(client: Client) -> None:
    story = make_story()
    corrected_story(story, gravity=Gravity.MINOR)
    shown = page(client, story)
    assert RIGHT in shown
    assert 'role="note"' not in shown


def test_a_desk_finds_its_own_words(client: Client) -> None:
    story = make_story()
    persian = make_translation(story, "fa")
    text = text_of(corrected_story(story), persian)
    before = ArticlePage.objects.get(pk=persian.pk).updated_at
    handle(text, by=None, state=State.CORRECTED, wrong="نه نفر", right="هفت نفر")
    shown = page(client, persian)
    assert "هفت نفر" in shown
    assert ArticlePage.objects.get(pk=persian.pk).updated_at > before
    assert RIGHT not in shown


def test_a_version_without_the_mistake_says_nothing(client: Client) -> None:
    story = make_story()
    persian = make_translation(story, "fa")
    before = page(client, persian)
    text = text_of(corrected_story(story), persian)
    handle(text, by=None, state=State.NOT_CONCERNED, wrong="unasked", right="unasked")
    after = ArticlePage.objects.get(pk=persian.pk)
    assert not after.has_corrections
    assert page(client, after).count('role="note"') == before.count('role="note"')
    assert text_of(text.correction, persian).right == ""


def test_a_draft_that_was_corrected_before_anybody_read_it_tells_nothing(client: Client) -> None:
    story = make_story()
    draft = make_draft("fa", translation_key=story.translation_key)
    text = text_of(corrected_story(story), draft)
    handle(text, by=None, state=State.CORRECTED)
    published = publish_page(draft)
    assert not published.has_corrections
    assert 'role="note"' not in page(client, published)


def test_a_draft_that_is_published_unchecked_says_so(client: Client) -> None:
    story = make_story()
    draft = make_draft("fa", translation_key=story.translation_key)
    corrected_story(story)
    assert 'role="note"' in page(client, publish_page(ArticlePage.objects.get(pk=draft.pk)))


def test_later_translations_have_the_task_only_if_their_source_has_it() -> None:
    story = make_story()
    russian = make_translation(story, "ru")
    correction = corrected_story(story)
    for code in ("fa", "ka"):
        section(code, "world", "World")
    locales = {row.language_code: row for row in Locale.objects.all()}
    of_corrected = ArticlePage.objects.get(pk=story.pk).copy_for_translation(locales["fa"])
    of_unchecked = ArticlePage.objects.get(pk=russian.pk).copy_for_translation(locales["ka"])
    assert not correction.texts.filter(story=of_corrected.pk).exists()
    assert correction.texts.get(story=of_unchecked.pk).state == State.WAITING
    assert not ArticlePage.objects.get(pk=of_corrected.pk).has_corrections
    assert ArticlePage.objects.get(pk=of_unchecked.pk).has_corrections


def test_going_back_to_an_old_revision_takes_no_correction_away(client: Client) -> None:
    story = make_story()
    old = story.latest_revision
    corrected_story(story)
    old.publish()
    assert RIGHT in page(client, story)


def test_a_correction_is_an_update_for_lists_and_shared_caches(settings: Any) -> None:
    settings.CDN_PURGE_URLS = ["http://127.0.0.1:9"]
    story = make_story(title="Older")
    persian = make_translation(story, "fa")
    newer = make_story(title="Newer")
    Message.objects.all().delete()
    corrected_story(story)
    assert list(ArticlePage.objects.in_language("en").newest_first()) == [story, newer]
    names = set(Message.objects.values_list("key", flat=True))
    assert {of_work(story.translation_key), of_language("en")} <= names
    Message.objects.all().delete()
    handle(CorrectionText.objects.get(story=persian), by=None, state=State.NOT_CONCERNED)
    assert of_work(story.translation_key) in set(Message.objects.values_list("key", flat=True))


def test_a_withdrawn_correction_is_told_nowhere_and_kept(client: Client) -> None:
    story = make_story()
    persian = make_translation(story, "fa")
    anna = make_user()
    correction = corrected_story(story, by=anna)
    withdraw(correction, by=anna, reason="It was nine after all")
    for each in (story, persian):
        shown = page(client, each)
        assert RIGHT not in shown
        assert 'role="note"' not in shown
    with pytest.raises(CorrectionIsWithdrawn):
        withdraw(correction, by=anna, reason="Again")
    with pytest.raises(CorrectionIsWithdrawn):
        handle(text_of(correction, persian), by=anna, state=State.NOT_CONCERNED)
    entry = PageLogEntry.objects.get(action=LOG_WITHDRAW)
    assert entry.data["reason"] == "It was nine after all"


def test_one_withdrawn_of_two_leaves_the_other(client: Client) -> None:
    story = make_story()
    first, second = corrected_story(story), corrected_story(story, right="Eight people died.")
    shown = page(client, story)
    assert shown.index(f"correction-{second.pk}") < shown.index(f"correction-{first.pk}")
    withdraw(second, by=None, reason="Wrong")
    shown = page(client, story)
    assert RIGHT in shown
    assert "Eight" not in shown


def test_the_ledger_has_every_word_that_readers_saw() -> None:
    story = make_story()
    persian = make_translation(story, "fa")
    anna = make_user()
    correction = corrected_story(story, by=anna)
    handle(text_of(correction, persian), by=anna, state=State.CORRECTED, wrong="نه", right="هفت")
    withdraw(correction, by=anna, reason="r")
    entries = list(LedgerEntry.objects.filter(kind__startswith="story.correct").values_list("kind", "staff_id"))
    assert entries == [(LOG_CORRECT, anna.pk)] * 2 + [(LOG_WITHDRAW, anna.pk)] * 2
    assert set(PageLogEntry.objects.values_list("action", flat=True)) >= {LOG_CORRECT, LOG_HANDLE, LOG_WITHDRAW}
    call_command("verify_ledger")


def test_what_readers_cannot_see_is_simply_changed() -> None:
    killed, held = make_story(), make_story(embargo_until=timezone.now() + timedelta(days=1))
    kill_story(killed, by=None, reason="r")
    for story in (make_draft(), killed, held):
        with pytest.raises(StoryIsNotPublic):
            corrected_story(story)
    assert not Correction.objects.exists()


@pytest.mark.parametrize("empty", ["", " \n\t", "\u202e\x00", "\u202a\u202c"])
def test_words_are_needed(empty: str) -> None:
    story = make_story()
    for told in ({"wrong": empty}, {"right": empty}):
        with pytest.raises(WordsAreMissing):
            corrected_story(story, **told)
    with pytest.raises(WordsAreMissing):
        withdraw(corrected_story(story), by=None, reason=empty)


def test_hostile_words_are_printed_as_words(client: Client) -> None:
    story = make_story("fa")
    corrected_story(story, wrong="<script>alert(1)</script>\u202e\x00", right='"><img onerror=x>\r\n\u2066{date}%s')
    shown = page(client, story)
    assert "<script>alert" not in shown
    assert "<img onerror" not in shown
    assert "\u202e" not in shown
    assert "\u2066" not in shown
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in shown
    with pytest.raises(WordsAreTooLong):
        corrected_story(story, wrong="x" * 10_000)
    with pytest.raises(ValueError, match="grave"):
        corrected_story(story, gravity="grave")


def test_a_task_is_dealt_with_once() -> None:
    story = make_story()
    persian = make_translation(story, "fa")
    text = text_of(corrected_story(story), persian)
    with pytest.raises(WordsAreMissing):
        handle(text, by=None, state=State.CORRECTED, wrong="x")
    with pytest.raises(ValueError, match="waiting"):
        handle(text, by=None, state=State.WAITING)
    handle(text, by=None, state=State.NOT_CONCERNED)
    with pytest.raises(CorrectionIsHandled):
        handle(text, by=None, state=State.CORRECTED, wrong="x", right="y")


def test_whoever_listens_hears_in_the_transaction() -> None:
    heard: list[tuple[int, list[int]]] = []

    def hear(instance: Correction, waiting: list[ArticlePage], **kwargs: object) -> None:
        heard.append((instance.pk, [story.pk for story in waiting]))

    story = make_story()
    persian = make_translation(story, "fa")
    corrected.connect(hear)
    correction = corrected_story(story)
    corrected.disconnect(hear)
    assert heard == [(correction.pk, [persian.pk])]


def test_thirty_languages_take_no_more_queries() -> None:
    story = make_story()
    make_translation(story, "ru")
    with CaptureQueriesContext(connection) as few:
        corrected_story(story)
    for code in LANGUAGES:
        if code not in ("en", "ru"):
            make_translation(story, code)
    with CaptureQueriesContext(connection) as many:
        corrected_story(story)
    assert len(many) <= len(few)
