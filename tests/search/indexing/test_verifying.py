"""Tests of the comparison of index and database, on a real server."""

from __future__ import annotations

import pytest
from elastic_transport import ConnectionTimeout

from articles.pages.article import ArticlePage
from newsroom.outbox.models import Message
from search.client import client
from search.indexing import verifying
from search.indexing.sending import SearchIsAway
from search.indexing.verifying import MISSING, STALE, WITHDRAWN, verify
from search.models import Verification
from search.names import alias_of
from tests.factories import make_draft, make_story
from tests.search.indexing.indexed import deliver_everything, make_index

pytestmark = [pytest.mark.django_db, pytest.mark.elasticsearch, pytest.mark.usefixtures("search_index_settings")]


def differences() -> dict[int, str]:
    return {difference.page: difference.what for difference in verify("en").differences}


def forge(page: int, **fields: object) -> None:
    """Writes into the index what nobody decided."""
    document = {"page": page, "language": "en", "live": True} | fields
    client().index(index=alias_of("en"), id=str(page), document=document)


def test_index_that_says_what_the_database_says_is_good() -> None:
    make_story()
    make_story(title="Withdrawn").unpublish()
    make_draft(title="Draft")
    make_index("en")
    finding = verify("en")
    assert (finding.is_good, finding.stories) == (True, 1)
    kept = Verification.objects.get()
    assert (kept.language, kept.differences, kept.stories, kept.examples) == ("en", 0, 1, [])


def test_missing_stale_and_withdrawn_stories_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "BATCH", 2)
    stories = [make_story(title=f"Story {n}") for n in range(7)]
    make_index("en")
    deliver_everything()
    client().delete(index=alias_of("en"), id=str(stories[0].pk))
    ArticlePage.objects.filter(pk=stories[3].pk).update(title="By another way")
    ArticlePage.objects.filter(pk=stories[6].pk).update(live=False)
    forge(10**9)
    assert differences() == {
        stories[0].pk: MISSING, stories[3].pk: STALE, stories[6].pk: WITHDRAWN, 10**9: WITHDRAWN,
    }  # fmt: skip
    kept = Verification.objects.get()
    assert kept.differences == 4
    assert f"page {stories[3].pk} {STALE}" in kept.examples


def test_draft_in_the_index_is_named() -> None:
    draft = make_draft()
    make_index("en")
    forge(draft.pk, headline="Secret")
    assert differences() == {draft.pk: WITHDRAWN}


def test_what_waits_in_the_outbox_is_told_as_a_delay() -> None:
    story = make_story()
    make_index("en")
    deliver_everything()
    story.unpublish()
    finding = verify("en")
    assert (finding.is_good, finding.waiting) == (True, 1)
    Message.objects.all().delete()
    assert differences() == {story.pk: WITHDRAWN}


def test_change_while_it_is_comparing_is_no_difference(monkeypatch: pytest.MonkeyPatch) -> None:
    story = make_story()
    make_index("en")
    deliver_everything()
    expected = verifying._expected

    def meanwhile(code: str) -> object:
        ArticlePage.objects.get(pk=story.pk).unpublish()
        deliver_everything()
        yield from expected(code)

    monkeypatch.setattr(verifying, "_expected", meanwhile)
    assert verify("en").is_good


def test_missing_index_is_not_good() -> None:
    finding = verify("en")
    assert not finding.is_good
    assert Verification.objects.get().differences == 1


def test_comparison_with_nobody_keeps_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(code: str) -> object:
        raise ConnectionTimeout("too long")

    monkeypatch.setattr(verifying, "_compare", away)
    with pytest.raises(SearchIsAway):
        verify("en")
    assert not Verification.objects.exists()
