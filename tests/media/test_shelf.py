"""Tests of the pictures and videos of one page."""

from __future__ import annotations

import pytest
from django.test import TestCase
from pytest_django.fixtures import DjangoAssertNumQueries

from media.models import Video
from media.publication import show
from media.shelf import Shelf
from media.sizes import FORMATS, WHOLE, WIDE
from tests.factories import make_picture, make_video

pytestmark = pytest.mark.django_db


def _make_public(*, pictures: list[int], videos: list[int] | None = None) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        show("articles.articlepage:1", pictures=pictures, videos=videos or [])


def test_public_picture_comes_best_format_first() -> None:
    picture = make_picture()
    _make_public(pictures=[picture.pk])
    copies = Shelf([picture.pk]).copies(picture, WIDE)
    assert tuple(copies) == FORMATS
    assert [(copy.width, copy.height) for copy in copies["jpeg"]] == [(64, 36)]
    assert copies["jpeg"][0].url == f"/media/pictures/{picture.token}/wide-640.jpeg"


def test_picture_that_is_not_public_has_no_copies() -> None:
    picture = make_picture()
    assert Shelf([picture.pk]).copies(picture, WIDE) == {}


def test_picture_that_the_page_did_not_name_has_no_copies() -> None:
    picture = make_picture()
    _make_public(pictures=[picture.pk])
    assert Shelf([]).copies(picture, WIDE) == {}


def test_preview_shows_private_cuts_and_nothing_public() -> None:
    picture = make_picture()
    _make_public(pictures=[picture.pk])
    copies = Shelf([picture.pk], is_preview=True).copies(picture, WHOLE)
    assert [copy.url.startswith("/admin/files/") for copy in copies["jpeg"]] == [True]
    assert list(copies) == ["jpeg"]


def test_preview_cuts_each_picture_once() -> None:
    picture = make_picture()
    shelf = Shelf([picture.pk], is_preview=True)
    assert shelf.copies(picture, WHOLE) is shelf.copies(picture, WHOLE)
    assert picture.renditions.count() == 1


def test_video_brings_its_poster_sources_and_tracks() -> None:
    video = make_video()
    _make_public(pictures=[], videos=[video.pk])
    shelf = Shelf([], [video.pk])
    found = shelf.video(video.pk)
    assert found is not None
    assert found.poster is not None
    assert [source.published_file.name != "" for source in found.sources.all()] == [True]
    assert [track.language for track in found.tracks.all()] == ["en"]
    assert shelf.copies(found.poster, WIDE)


def test_video_that_the_page_did_not_name_is_not_there() -> None:
    assert Shelf([]).video(make_video().pk) is None


def test_many_pictures_and_videos_take_four_queries(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    pictures = [make_picture() for _ in range(4)]
    videos = [make_video() for _ in range(4)]
    keys = [picture.pk for picture in pictures]
    _make_public(pictures=keys, videos=[video.pk for video in videos])
    with django_assert_num_queries(4):
        shelf = Shelf(keys, [video.pk for video in videos])
        assert all(shelf.copies(picture, WIDE) for picture in pictures)
        for video in videos:
            found = shelf.video(video.pk)
            assert isinstance(found, Video)
            assert found.poster is not None
            assert shelf.copies(found.poster, WIDE)
            assert len(found.sources.all()) == len(found.tracks.all()) == 1


def test_page_without_video_asks_for_none(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    picture = make_picture()
    with django_assert_num_queries(1):
        Shelf([picture.pk]).copies(picture, WIDE)
