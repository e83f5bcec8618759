"""Tests of the three places for files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.test import Client, TestCase
from django.utils.module_loading import import_string

from media.models import Picture
from media.storage import GuardedFolder, PrivateFolder, PublicFolder, public_storage
from newsroom.settings import environment
from tests.answers import read_whole
from tests.factories import make_picture, make_story, make_video, publish_page

pytestmark = pytest.mark.django_db


def test_private_files_have_the_address_of_the_guarded_view() -> None:
    assert default_storage.url("original_images/a.jpg") == "/admin/files/original_images/a.jpg"
    assert public_storage().url("pictures/x/wide-640.jpeg") == f"{settings.MEDIA_URL}pictures/x/wide-640.jpeg"


def test_neither_place_lies_in_the_other() -> None:
    private, public = Path(default_storage.path("")), Path(public_storage().path(""))
    assert not private.is_relative_to(public)
    assert not public.is_relative_to(private)


def test_originals_and_private_cuts_are_never_in_the_public_place(client: Client) -> None:
    picture, video = make_picture(), make_video()
    story = make_story(lead_picture=picture, body=[("video", {"video": video, "title": "Watch", "caption": ""})])
    cut = picture.get_rendition("width-32")
    names = [picture.file.name, cut.file.name, video.sources.get().file.name]
    for page in (story, publish_page(story)):
        assert page.is_visible
        for name in names:
            assert default_storage.exists(name)
            assert not public_storage().exists(name)
            for address in (f"{settings.MEDIA_URL}{name}", f"{settings.MEDIA_URL}../private/{name}", f"/{name}"):
                answer = client.get(address)
                read_whole(answer)
                assert answer.status_code == 404, address


@pytest.mark.parametrize("prefix", ["", "../", "..%2f", "%2e%2e/", "....//", "pictures/../"])
def test_guessed_address_of_an_original_is_not_found(prefix: str, client: Client) -> None:
    name = make_picture().file.name
    for folder in ("", "private/"):
        answer = client.get(f"{settings.MEDIA_URL}{prefix}{folder}{name}")
        read_whole(answer)
        assert answer.status_code == 404


@pytest.fixture
def folders(tmp_path: Path) -> Iterator[dict[str, Any]]:
    yield environment.media_storages(tmp_path)


def test_all_places_are_found_again_from_what_a_task_is_told(folders: dict[str, Any]) -> None:
    """Wagtail deletes the file of a deleted picture in a task, whose arguments travel as JSON."""
    for name, kind in (("default", PrivateFolder), ("public", PublicFolder), ("guarded", GuardedFolder)):
        storage = import_string(folders[name]["BACKEND"])(**folders[name]["OPTIONS"])
        path, args, options = storage.deconstruct()
        assert all(isinstance(value, str) for value in [*args, *options.values()])
        again = import_string(path)(*args, **options)
        assert isinstance(again, kind)
        assert again.path("a.jpg") == storage.path("a.jpg")


def test_file_of_a_deleted_picture_is_deleted() -> None:
    picture = make_picture()
    name = picture.file.name
    with TestCase.captureOnCommitCallbacks(execute=True):
        Picture.objects.get(pk=picture.pk).delete()
    assert not default_storage.exists(name)


def test_public_file_is_written_where_it_is_wanted_and_a_private_one_never_over_another() -> None:
    picture = make_picture()
    assert make_picture().file.name != picture.file.name
