"""Tests of planning: whose release it is, which stories it may have, and what must be confirmed again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from articles.translation.releases.confirming import MomentIsMissing, cancel, confirm, unconfirm
from articles.translation.releases.lines import lines_of
from articles.translation.releases.making import (
    StoryIsTaken,
    add_stories,
    change_release,
    in_all_languages,
    make_release,
    require,
    take_out,
)
from articles.translation.releases.opening import ReleaseIsOver
from articles.translation.releases.publishing import ReleaseIsEmpty
from newsroom.users.groups import chiefs_of, translators_of
from tests.articles.translation.releases.planned import add, confirmed, drafts, editor, release_of
from tests.factories import make_front_page, make_story, make_user

pytestmark = pytest.mark.django_db


def test_who_publishes_nowhere_plans_nothing() -> None:
    make_front_page("fa")
    with pytest.raises(PermissionDenied):
        make_release("A plan", by=make_user("mina", translators_of("fa")))


def test_a_story_goes_in_with_every_language_for_who_publishes_one_of_them() -> None:
    english, persian, russian = drafts("en", "fa", "ru")
    make_front_page("fa")
    for person in (editor("en", "anna"), make_user("chief", chiefs_of("Iran and Afghanistan"))):
        assert [page.pk for page in in_all_languages(persian, by=person)] == [persian.pk, english.pk, russian.pk]
    assert [page.pk for page in in_all_languages(russian, by=editor("kk", "aiman"))] == []


def test_an_editor_plans_with_the_translations_of_other_desks_and_learns_no_headline_of_theirs() -> None:
    stories = drafts("en", "fa", "ru")
    release = make_release("A plan", by=editor("en", "anna"))
    assert len(add_stories(release, stories, by=editor("en", "anna"))) == len(stories)
    (line,) = lines_of([release], editor("en", "anna"), timezone.now())
    assert [one.is_readable for one in line.items] == [True, False, False]


def test_a_story_that_the_person_may_not_read_is_refused() -> None:
    (persian,) = drafts("fa")
    release = make_release("A plan", by=editor("en", "anna"))
    with pytest.raises(PermissionDenied):
        add_stories(release, [persian], by=editor("en", "anna"))
    assert not release.items.exists()


def test_a_story_is_in_one_release_at_a_time() -> None:
    (story,) = drafts("en")
    first = release_of([story])
    second = make_release("Another", by=editor("en", "anna"))
    with pytest.raises(StoryIsTaken, match="The plan"):
        add(second, story)
    cancel(first, by=editor("en", "anna"))
    assert add(second, story).story_id == story.pk
    assert add_stories(second, [story], by=editor("en", "anna")) == []


def test_the_release_of_another_desk_in_which_a_story_stands_is_not_named() -> None:
    story = make_story("fa", title="A public story")
    first = make_release("The secret plan", by=editor("fa", "editor-fa"))
    add_stories(first, [story], by=editor("fa", "editor-fa"))
    second = make_release("Another", by=editor("en", "anna"))
    with pytest.raises(StoryIsTaken) as refusal:
        add(second, story)
    assert "secret" not in str(refusal.value)


def test_every_change_of_what_was_confirmed_takes_that_back() -> None:
    anna = editor("en", "anna")
    story, other = drafts("en")[0], drafts("en", title="Other")[0]
    release = confirmed([story])
    later = timezone.now() + timedelta(days=1)
    title = {"title": "Another title", "late_languages_follow": True}
    for change in (
        lambda: add(release, other),
        lambda: require(release.items.last(), by=anna, is_required=False),
        lambda: take_out(release.items.last(), by=anna),
        lambda: change_release(release, by=anna, publish_at=later, **title),
        lambda: unconfirm(release, by=anna),
    ):
        assert confirm(release, by=anna).is_confirmed
        change()
        release.refresh_from_db()
        assert not release.is_confirmed
    confirm(release, by=anna)
    change_release(release, by=anna, publish_at=later, **title)
    release.refresh_from_db()
    assert release.is_confirmed


def test_a_release_is_confirmed_with_a_moment_to_come_and_a_story() -> None:
    anna = editor("en", "anna")
    with pytest.raises(MomentIsMissing):
        confirm(release_of(drafts("en"), after=None), by=anna)
    with pytest.raises(MomentIsMissing):
        confirm(release_of(drafts("en", title="Late"), after=timedelta(minutes=-1)), by=anna)
    with pytest.raises(ReleaseIsEmpty):
        confirm(release_of([]), by=anna)


def test_only_its_maker_and_who_publishes_all_its_languages_decide() -> None:
    release = release_of(drafts("en", "fa"))
    for person in (editor("fa", "darya"), editor("en", "second-english")):
        for deed in (confirm, unconfirm, cancel):
            with pytest.raises(PermissionDenied):
                deed(release, by=person)
    english = release_of(drafts("en", title="English alone"))
    assert confirm(english, by=editor("en", "second-english")).confirmed_by.username == "second-english"


def test_nothing_changes_once_it_is_called_off() -> None:
    anna = editor("en", "anna")
    release = release_of(drafts("en"))
    item = release.items.get()
    cancel(release, by=anna)
    for deed in (
        lambda: confirm(release, by=anna),
        lambda: cancel(release, by=anna),
        lambda: take_out(item, by=anna),
        lambda: add(release, drafts("en", title="Other")[0]),
    ):
        with pytest.raises(ReleaseIsOver):
            deed()
