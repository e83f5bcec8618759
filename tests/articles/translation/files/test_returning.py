"""Tests of files that come back: whole stories there and back, and what is refused without a trace."""

from __future__ import annotations

import pytest

from articles.pages.article import ArticlePage
from articles.translation.files.inline import marked, words_of
from articles.translation.files.judging import Outcome
from articles.translation.files.returning import Report, report_on, take
from articles.translation.models import Translation
from articles.translation.units import units_of
from newsroom.languages import LANGUAGES
from newsroom.users.models import User
from tests.articles.translation.files.travellers import make_full_source, sent_out, translated
from tests.articles.translation.stories import record_of, translate
from tests.factories import make_administrator

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(db: None) -> User:
    return make_administrator("boss")


def row_of(story: ArticlePage) -> Translation:
    return Translation.objects.select_related("story", "source", "locale").get(pk=record_of(story).pk)


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
