"""Tests of videos: what is stored, and how the player stands on a page."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

from media.models import CaptionTrack, Video, VideoSource
from newsroom.languages import LANGUAGES, language
from newsroom.users.groups import editors_of
from tests.factories import CAPTIONS, make_draft, make_picture, make_story, make_user, make_video

pytestmark = pytest.mark.django_db

FILM = Path(settings.BASE_DIR) / "newsroom/demo/images/caspian.mp4"


def _story(video: Video, code: str = "en", **fields: Any) -> Any:
    return make_story(code, body=[("video", {"video": video, "title": "The shore", "caption": ""})], **fields)


def _stream() -> Video:
    video = Video.objects.create(title="Stream", duration=1)
    VideoSource.objects.create(video=video, stream="https://example.org/a.m3u8")
    return video


def _player(client: Client, video: Video, code: str = "en") -> BeautifulSoup:
    html = BeautifulSoup(client.get(_story(video, code).url_path).content.decode(), "html.parser")
    found = html.select_one("figure.video")
    assert found is not None
    return BeautifulSoup(str(found), "html.parser")


def test_player_has_poster_sources_captions_length_and_transcript(client: Client) -> None:
    video = make_video()
    player = _player(client, video)
    element = player.video
    assert element is not None
    assert {"controls", "playsinline", "poster", "width", "height"} <= set(element.attrs)
    assert element["preload"] == "none"
    source, track = element.source, element.track
    assert source is not None
    assert track is not None
    assert source["type"] == "video/mp4"
    assert (track["kind"], track["srclang"], track.has_attr("default")) == ("captions", "en", True)
    assert "0:48" in player.get_text()
    assert "Words are said." in player.get_text()
    for address in (source["src"], track["src"], element["poster"]):
        answer = client.get(str(address))
        answer.close()
        assert answer.status_code == 200


@pytest.mark.parametrize("code", LANGUAGES)
def test_player_waits_and_fails_in_the_language_of_the_page(code: str, client: Client) -> None:
    with override(code):
        wait, none = gettext("please wait"), gettext("No media source currently available")
    announced, stream = Video.objects.create(title="Announced"), _stream()
    uses = [("video", {"video": video, "title": "The shore", "caption": ""}) for video in (announced, stream)]
    html = BeautifulSoup(client.get(make_story(code, body=uses).url_path).content.decode(), "html.parser")
    without, playing = html.select(".player")
    assert without.get_text().strip() == none
    assert (playing["data-wait"], playing["data-none"]) == (wait, none)


def test_transcript_in_another_language_says_so(client: Client) -> None:
    video = make_video()
    transcript = _player(client, video, "ps").select_one(".transcript div")
    assert transcript is not None
    assert (transcript["lang"], transcript["dir"]) == ("en", "ltr")


@pytest.mark.parametrize("code", LANGUAGES)
def test_captions_are_offered_in_every_language_and_chosen_in_the_page_s_own(code: str, client: Client) -> None:
    video = _stream()
    for other in LANGUAGES:
        CaptionTrack.objects.create(video=video, language=other, captions=CAPTIONS)
    tracks = _player(client, video, code).find_all("track")
    assert len(tracks) == len(LANGUAGES)
    chosen = [(track["srclang"], track["label"]) for track in tracks if track.has_attr("default")]
    assert chosen == [(language(code).tag, language(code).own_name)]


def test_video_at_a_provider_loads_nothing_from_there(client: Client) -> None:
    video = Video.objects.create(title="Elsewhere", hosted_at="https://www.youtube.com/watch?v=M7lc1UVf-VE")
    player = _player(client, video)
    assert player.find_all(["iframe", "script", "img", "video"]) == []
    assert player.select_one("a[href='https://www.youtube.com/watch?v=M7lc1UVf-VE']")
    assert player.select_one("[data-load][hidden]")


def test_video_without_a_source_still_shows_its_poster(client: Client) -> None:
    player = _player(client, Video.objects.create(title="Announced", poster=make_picture()))
    assert player.video is None
    assert player.img is not None
    assert {"width", "height"} <= set(player.img.attrs)


def test_video_that_was_deleted_says_that_there_is_none(client: Client) -> None:
    video = make_video()
    story = _story(video)
    video.delete()
    page = client.get(story.url_path)
    assert page.status_code == 200
    assert "No media source currently available" in page.content.decode()


def test_preview_plays_the_private_file_for_its_editor(client: Client) -> None:
    video = make_video()
    story = make_draft(body=[("video", {"video": video, "title": "The shore", "caption": ""})])
    client.force_login(make_user("anna", editors_of("en")))
    html = client.get(reverse("wagtailadmin_pages:view_draft", args=[story.pk])).content.decode()
    address = video.sources.get().file.url
    assert address.startswith("/admin/files/")
    assert f'<source src="{address}"' in html


def test_length_is_read_from_the_file_where_nobody_said_it() -> None:
    video = Video.objects.create(title="Film")
    source = VideoSource(video=video)
    source.file = ContentFile(FILM.read_bytes(), name="film.mp4")
    source.full_clean(exclude=["video"])
    source.save()
    assert (Video.objects.get(pk=video.pk).duration or 0) > 0
    assert source.content_type == "video/mp4"


def test_length_that_somebody_said_is_kept() -> None:
    video = Video.objects.create(title="Film", duration=48)
    source = VideoSource(video=video)
    source.file = ContentFile(FILM.read_bytes(), name="film.mp4")
    source.save()
    assert Video.objects.get(pk=video.pk).duration == 48


def test_file_that_is_no_video_is_refused() -> None:
    source = VideoSource(video=Video.objects.create(title="Film"))
    source.file = ContentFile(b"<script>alert(1)</script>", name="film.mp4")
    with pytest.raises(ValidationError, match="not a video"):
        source.full_clean(exclude=["video"])
    source.file = ContentFile(b"x", name="film.html")
    with pytest.raises(ValidationError, match="html"):
        source.full_clean(exclude=["video"])


@pytest.mark.parametrize("stream", ["", "https://example.org/a.m3u8"])
def test_source_is_either_a_file_or_a_stream(stream: str) -> None:
    source = VideoSource(video=Video.objects.create(title="Film"), stream=stream)
    if stream:
        source.file = ContentFile(FILM.read_bytes(), name="film.mp4")
    with pytest.raises(ValidationError, match="either a file or the address"):
        source.full_clean(exclude=["video"])


def test_stream_is_known_as_one() -> None:
    source = VideoSource.objects.create(
        video=Video.objects.create(title="Film"), stream="https://example.org/a.m3u8?token=mp4"
    )
    assert source.content_type == "application/vnd.apple.mpegurl"


@pytest.mark.parametrize("address", ["https://example.org/video", "javascript:alert(1)", "http://youtu.be/M7lc1UVf-VE"])
def test_address_of_an_unknown_provider_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        Video(title="Film", hosted_at=address).full_clean()


def test_captions_that_no_player_reads_are_refused() -> None:
    track = CaptionTrack(video=make_video(), language="ru", captions="not captions")
    with pytest.raises(ValidationError, match="WEBVTT"):
        track.full_clean()


def test_video_has_one_track_in_a_language() -> None:
    video = make_video()
    with pytest.raises(IntegrityError), transaction.atomic():
        CaptionTrack.objects.create(video=video, language="en", captions=CAPTIONS)
