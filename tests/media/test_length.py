"""Tests of how long a video plays."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from media.length import length_in_seconds
from tests.factories import picture_bytes
from tests.story_files import VIDEO_FILE


def test_the_length_is_read_from_the_file() -> None:
    assert length_in_seconds(ContentFile(VIDEO_FILE.read_bytes(), name="film.mp4")) == 12


def test_the_file_can_be_read_again_afterwards() -> None:
    content = VIDEO_FILE.read_bytes()
    file = ContentFile(content, name="film.mp4")
    length_in_seconds(file)
    assert file.read() == content


def test_the_name_does_not_matter() -> None:
    assert length_in_seconds(ContentFile(VIDEO_FILE.read_bytes())) == 12
    assert length_in_seconds(ContentFile(VIDEO_FILE.read_bytes(), name="../../film.mp4/x")) == 12


@pytest.mark.parametrize(
    "content",
    [b"", b"\0" * 1000, b"<script>alert(1)</script>", picture_bytes(), VIDEO_FILE.read_bytes()[:16]],
)
def test_what_is_no_video_has_no_length(content: bytes) -> None:
    assert length_in_seconds(ContentFile(content, name="film.mp4")) is None
