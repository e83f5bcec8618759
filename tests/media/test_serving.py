"""Tests of published files that the program hands out itself."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client, override_settings

from media.models import PublishedRendition
from media.storage import guarded_storage, public_storage
from tests.answers import read_whole
from tests.factories import make_picture, make_story, make_video

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_other_server() -> Iterator[None]:
    """What stands in front of the program in development hands public files out."""
    chain = [name for name in settings.MIDDLEWARE if not name.endswith("PublicFilesMiddleware")]
    with override_settings(MIDDLEWARE=chain):
        yield


@pytest.fixture
def film() -> Any:
    """The published file of a story's video: 15 bytes."""
    video = make_video()
    make_story(lead_picture=make_picture(), body=[("video", {"video": video, "title": "Watch", "caption": ""})])
    return video.sources.get().published_file


def _fetch(client: Client, address: str, **headers: str) -> tuple[int, bytes, Any]:
    answer = client.get(address, headers=headers)
    return answer.status_code, read_whole(answer), answer


def test_a_file_is_handed_out_as_what_it_is(film: Any, client: Client) -> None:
    kinds = {"avif": "image/avif", "webp": "image/webp", "jpeg": "image/jpeg"}
    for copy in PublishedRendition.objects.all():
        status, _, answer = _fetch(client, copy.file.url)
        assert (status, answer["Content-Type"]) == (200, kinds[copy.format])
    status, content, answer = _fetch(client, film.url)
    assert (status, content, answer["Content-Type"]) == (200, b"moving pictures", "video/mp4")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert answer["Content-Length"] == "15"
    assert "immutable" not in answer["Cache-Control"]


def test_a_file_is_handed_out_in_parts(film: Any, client: Client) -> None:
    status, content, answer = _fetch(client, film.url, Range="bytes=7-8")
    assert (status, content, answer["Content-Range"], answer["Content-Length"]) == (206, b"pi", "bytes 7-8/15", "2")
    status, content, answer = _fetch(client, film.url, Range="bytes=-8")
    assert (status, content, answer["Content-Range"]) == (206, b"pictures", "bytes 7-14/15")
    assert _fetch(client, film.url, Range="bytes=0-1,3-4")[:2] == (200, b"moving pictures")
    assert _fetch(client, film.url, Range="bytes=0-1", **{"If-Range": '"old"'})[:2] == (200, b"moving pictures")
    status, content, answer = _fetch(client, film.url, Range="bytes=15-")
    assert (status, content, answer["Content-Range"]) == (416, b"", "bytes */15")


def test_only_reading_is_allowed(film: Any, client: Client) -> None:
    assert client.post(film.url).status_code == 405
    answer = client.head(film.url)
    assert (answer.status_code, answer["Content-Length"]) == (200, "15")
    answer.close()


def test_a_file_is_found_while_it_changes_its_place(film: Any, client: Client) -> None:
    with public_storage().open(film.name) as file:
        guarded_storage().save(film.name, file)
    public_storage().delete(film.name)
    assert _fetch(client, film.url)[:2] == (200, b"moving pictures")


def test_a_lost_file_is_not_found(film: Any, client: Client) -> None:
    public_storage().delete(film.name)
    status, _, answer = _fetch(client, film.url)
    assert (status, answer["Cache-Control"]) == (404, "private, no-store")


@pytest.mark.parametrize(
    "name",
    [
        "",
        "pictures/",
        "pictures/0123456789abcdef/wide-640.jpeg",
        "videos/0123456789abcdef/film.mp4",
        "../private/original_images/picture.jpg",
        "guarded/../../newsroom.sqlite3",
        "guarded/pictures/{token}/{file}",
        "pictures/{token}/../{token}/{file}",
        "pictures/{token}//{file}",
        "pictures/{token}/{file}/",
        "pictures/{token}/{file}%00",
        "pictures/{token}/{file}%0a",
        "pictures/{token}/.{file}",
        "videos/{token}/{file}",
        "PICTURES/{token}/{file}",
        "%2e%2e/%2e%2e/etc/passwd",
        "\\..\\..\\secret",
    ],
)
def test_a_name_that_no_copy_has_is_not_found(name: str, film: Any, client: Client) -> None:
    copy = PublishedRendition.objects.filter(shape="whole")[0]
    address = name.format(token=copy.picture.token, file=str(copy.file.name).rpartition("/")[2])
    assert _fetch(client, f"{settings.MEDIA_URL}{address}")[0] == 404


def test_a_file_without_a_row_is_not_handed_out(film: Any, client: Client) -> None:
    folder = film.name.rpartition("/")[0]
    for storage in (public_storage(), guarded_storage()):
        with public_storage().open(film.name) as file:
            storage.save(f"{folder}/orphan.mp4", file)
    assert _fetch(client, f"{settings.MEDIA_URL}{folder}/orphan.mp4")[0] == 404
