"""Tests of whose files are guarded, by a guard that a room above would register."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, TestCase

from media import guarding
from media.guarding import Guard, astray, is_guarded, register
from media.models import Guarding, Picture, PublicUse, PublishedRendition, Video
from media.places import settle
from media.publication import follow_rules, hide, reconcile, reconcile_everything, show
from media.storage import guarded_storage, public_storage
from tests.answers import read_whole
from tests.factories import make_picture, make_video

pytestmark = pytest.mark.django_db

WITHHELD, OTHER, FREE = "articles.articlepage:1", "articles.articlepage:2", "articles.articlepage:3"


@pytest.fixture
def withheld() -> Iterator[set[str]]:
    """The users that may be withheld, for a test to change."""
    users = {WITHHELD, OTHER}
    before = guarding._guard
    register(Guard(lambda asked: users & set(asked), lambda: [sorted(users)], lambda request, used_by: None))
    yield users
    register(before)


def _show(used_by: str, *things: Picture | Video) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        show(
            used_by,
            pictures=[thing.pk for thing in things if isinstance(thing, Picture)],
            videos=[thing.pk for thing in things if isinstance(thing, Video)],
        )


def _names(thing: Picture | Video) -> set[str]:
    if isinstance(thing, Picture):
        return {str(copy.file.name) for copy in PublishedRendition.objects.filter(picture=thing)}
    files = [part.published_file for part in (*thing.sources.all(), *thing.tracks.all())]
    return {str(file.name) for file in files}


def _lies(thing: Picture | Video) -> str:
    """Where all its copies lie, and nothing of them elsewhere."""
    public = {public_storage().exists(name) for name in _names(thing)}
    hidden = {guarded_storage().exists(name) for name in _names(thing)}
    assert (public, hidden) in (({True}, {False}), ({False}, {True}))
    return "public" if public == {True} else "guarded"


def test_a_thing_is_guarded_while_all_that_shows_it_may_be_withheld(withheld: set[str]) -> None:
    picture = make_picture()
    assert not is_guarded(picture)
    _show(WITHHELD, picture)
    assert _lies(picture) == "guarded"
    _show(OTHER, picture)
    assert _lies(picture) == "guarded"
    _show(FREE, picture)
    assert _lies(picture) == "public"
    with TestCase.captureOnCommitCallbacks(execute=True):
        hide(FREE)
    assert _lies(picture) == "guarded"


def test_a_poster_is_guarded_with_its_video(withheld: set[str]) -> None:
    video = make_video()
    assert video.poster is not None
    _show(WITHHELD, video)
    assert (_lies(video), _lies(video.poster)) == ("guarded", "guarded")
    _show(FREE, video.poster)
    assert (_lies(video), _lies(video.poster)) == ("guarded", "public")


def test_files_follow_when_the_rules_change(withheld: set[str]) -> None:
    withheld.clear()
    picture, video = make_picture(), make_video()
    _show(WITHHELD, picture, video)
    rows = set(PublishedRendition.objects.values_list("pk", "file"))
    for users, place in (({WITHHELD}, "guarded"), (set(), "public")):
        withheld.clear()
        withheld.update(users)
        with TestCase.captureOnCommitCallbacks(execute=True):
            follow_rules()
        assert {_lies(picture), _lies(video), _lies(video.poster)} == {place}
        assert Guarding.objects.count() == (3 if place == "guarded" else 0)
    assert set(PublishedRendition.objects.values_list("pk", "file")) == rows
    assert list(astray()) == []


@pytest.mark.parametrize("moved", [0, 1, 5, 6])
@pytest.mark.parametrize("is_guarded_now", [True, False])
def test_a_move_that_a_crash_ended_is_finished(moved: int, is_guarded_now: bool, withheld: set[str]) -> None:
    """The files that were moved lie at their new place, and nothing was noted."""
    picture = make_picture()
    if is_guarded_now:
        withheld.clear()
    _show(WITHHELD, picture)
    withheld.clear()
    withheld.update({WITHHELD} if is_guarded_now else set())
    old, new = public_storage(), guarded_storage()
    if not is_guarded_now:
        old, new = new, old
    for name in sorted(_names(picture))[:moved]:
        with old.open(name) as file:
            new.save(name, file)
        old.delete(name)
    reconcile_everything()
    assert _lies(picture) == ("guarded" if is_guarded_now else "public")


def test_a_file_that_was_written_by_older_rules_is_moved_when_the_thing_is_next_looked_at(withheld: set[str]) -> None:
    picture = make_picture()
    _show(WITHHELD, picture)
    name = min(_names(picture))
    with guarded_storage().open(name) as file:
        public_storage().save(name, file)
    reconcile([picture.pk], [])
    assert _lies(picture) == "guarded"


def test_what_is_deleted_or_shown_no_more_lies_nowhere(withheld: set[str]) -> None:
    picture, video = make_picture(), make_video()
    _show(WITHHELD, picture, video)
    names = _names(picture) | _names(video)
    with TestCase.captureOnCommitCallbacks(execute=True):
        hide(WITHHELD)
        Video.objects.get(pk=video.pk).delete()
    assert [name for name in names if public_storage().exists(name) or guarded_storage().exists(name)] == []
    assert not Guarding.objects.exists()
    assert not PublicUse.objects.exists()


def test_settling_what_was_deleted_meanwhile_does_nothing(withheld: set[str]) -> None:
    picture = make_picture()
    Picture.objects.filter(pk=picture.pk).delete()
    settle(picture)
    assert not Guarding.objects.exists()


def test_nothing_is_astray_where_files_lie_right(withheld: set[str]) -> None:
    _show(WITHHELD, make_picture(), make_video())
    _show(FREE, make_picture())
    assert list(astray()) == []


def test_more_than_a_batch_is_found(withheld: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarding, "AT_ONCE", 2)
    pictures = [make_picture() for _ in range(5)]
    _show(WITHHELD, *pictures)
    withheld.clear()
    reconcile_everything()
    assert {_lies(picture) for picture in pictures} == {"public"}


def test_the_server_of_public_files_has_no_guarded_one(withheld: set[str], client: Client) -> None:
    picture = make_picture()
    _show(WITHHELD, picture)
    register(Guard(set, list, _refuse))
    for name in _names(picture):
        for address in (name, f"guarded/{name}", f"../guarded/{name}", f"%2e%2e/guarded/{name}"):
            answer = client.get(f"{settings.MEDIA_URL}{address}")
            read_whole(answer)
            assert answer.status_code in (404, 451), address


def _refuse(request: object, used_by: object) -> object:
    return HttpResponse(status=451)


def test_the_guarded_place_lies_in_no_other() -> None:
    guarded, public = Path(guarded_storage().path("")), Path(public_storage().path(""))
    assert not guarded.is_relative_to(public)
    assert not public.is_relative_to(guarded)
    assert guarded_storage().url("pictures/x/wide-640.jpeg") == public_storage().url("pictures/x/wide-640.jpeg")
