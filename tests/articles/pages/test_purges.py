"""Tests of what shared caches hear of changes: of pages, of the law, of withheld names."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.utils import timezone
from pytest_django import Settings

from articles.credits.withholding import withhold_name
from articles.pages.article import ArticlePage
from articles.pages.founding import section
from newsroom.caches.surrogates import EVERYTHING, of_language, of_work
from newsroom.languages import LANGUAGES
from newsroom.outbox.models import Message
from tests.articles.legal.makers import make_notice, make_rule, make_text
from tests.factories import make_administrator, make_correspondent, make_draft, make_story, publish_page

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _cache(settings: Settings) -> None:
    settings.CDN_PURGE_URLS = ["http://127.0.0.1:9/"]


def heard() -> set[str]:
    """The names that caches are told, since the last time that somebody asked."""
    names = set(Message.objects.filter(destination="cache").values_list("key", flat=True))
    Message.objects.all().delete()
    return names


def of(story: ArticlePage) -> set[str]:
    return {of_work(story.translation_key), of_language(story.language_code)}


@pytest.mark.parametrize("code", LANGUAGES)
def test_publication_and_its_end_are_heard_of(code: str) -> None:
    story = make_draft(code)
    assert of_work(story.translation_key) not in heard()
    publish_page(story)
    assert heard() == of(story)
    ArticlePage.objects.get(pk=story.pk).unpublish()
    assert heard() == of(story)


def test_a_kill_an_embargo_and_a_move_are_heard_of() -> None:
    story = make_story()
    elsewhere = section("en", "culture", "Culture")
    heard()
    story.killed_at = timezone.now()
    story.save(update_fields=["killed_at"])
    assert heard() == of(story)
    story.embargo_until = timezone.now()
    story.save()
    assert heard() == of(story)
    story.move(elsewhere, pos="last-child")
    assert heard() >= of(story)


def test_a_draft_is_not_heard_of() -> None:
    story = make_story()
    unseen = make_draft()
    heard()
    story.title = "Another headline"
    story.save_revision()
    unseen.save_revision()
    unseen.save()
    assert heard() == set()


def test_new_words_and_rules_concern_everything() -> None:
    notice = make_notice()
    make_text(notice)
    assert heard() == {EVERYTHING}
    make_rule(notice)
    assert heard() == {EVERYTHING}


def test_a_withheld_name_concerns_everything() -> None:
    person = make_correspondent()
    heard()
    withhold_name(person, by=make_administrator(), reason="Threats.")
    assert heard() == {EVERYTHING}


def test_what_is_rolled_back_is_not_heard_of() -> None:
    story = make_draft()
    heard()
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        story.save_revision().publish()
        raise ZeroDivisionError
    assert heard() == set()
