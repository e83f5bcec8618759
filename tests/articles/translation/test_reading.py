"""Tests of which stories, and which of their headlines, somebody at a desk may read."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from articles.pages.article import ArticlePage
from articles.pages.founding import front_page
from articles.translation.reading import headline_for, may_read, readable_q
from articles.translation.wanting import want
from newsroom.users.groups import PHOTO_EDITORS, editors_of, translators_of
from tests.factories import make_draft, make_story, make_user

pytestmark = pytest.mark.django_db


def test_a_draft_is_read_by_its_desk_and_by_the_desks_that_want_it() -> None:
    front_page("fa")
    front_page("ru")
    draft = make_draft("en", title="Draft")
    people = [make_user("e", editors_of("en")), make_user("f", translators_of("fa")), make_user("r", editors_of("ru"))]
    assert [may_read(person, draft) for person in people] == [True, False, False]
    want(draft, ["fa"], by=None)
    assert [may_read(person, draft) for person in people] == [True, True, False]
    rows = [ArticlePage.objects.filter(readable_q(person), pk=draft.pk).exists() for person in people]
    assert rows == [True, True, False]


def test_what_is_out_is_read_by_whoever_works_in_a_language() -> None:
    front_page("fa")
    story = make_story("en")
    assert may_read(make_user("f", translators_of("fa")), story)
    assert not may_read(make_user("p", PHOTO_EDITORS), story)
    story.embargo_until = timezone.now() + timedelta(days=1)
    story.save()
    assert not may_read(make_user("g", translators_of("fa")), story)


def test_a_newer_headline_is_for_people_of_the_language() -> None:
    front_page("fa")
    story = make_story("en", title="Public")
    story.title = "Newer"
    story.save_revision()
    story = ArticlePage.objects.get(pk=story.pk)
    assert headline_for(make_user("f", editors_of("fa")), story) == "Public"
    assert headline_for(make_user("e", editors_of("en")), story) == "Newer"
