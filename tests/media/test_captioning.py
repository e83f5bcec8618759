"""Tests of who changes captions: each desk those of its own language."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.pages.founding import front_page
from media.captioning import may_caption
from media.models import Video
from newsroom.languages import LANGUAGES
from newsroom.users.desks import desk_of
from newsroom.users.groups import (
    LEGAL_EDITORS,
    PHOTO_EDITORS,
    chiefs_of,
    editors_of,
    ensure_legal,
    translators_of,
    writers_of,
)
from newsroom.users.models import User
from tests.factories import CAPTIONS, make_administrator, make_user, make_video

pytestmark = pytest.mark.django_db

OTHERS = CAPTIONS.replace("Words", "Other words")


@pytest.fixture
def video() -> Video:
    """A video with English captions, beside a Persian desk."""
    front_page("en")
    front_page("fa")
    return make_video()


def _save(client: Client, video: Video, *tracks: dict[str, str]) -> list[tuple[str, str]]:
    """What is stored after the form was sent with these tracks."""
    stored = video.tracks.count()
    form = {"title": "Renamed", "poster": str(video.poster_id), "duration": "48", "hosted_at": ""}
    form |= {"sources-TOTAL_FORMS": "0", "sources-INITIAL_FORMS": "0", "tracks-INITIAL_FORMS": str(stored)}
    form["tracks-TOTAL_FORMS"] = str(len(tracks))
    for number, track in enumerate(tracks):
        values = {"language": "en", "captions": CAPTIONS, "transcript": "Words are said.", "ORDER": str(number + 1)}
        form |= {f"tracks-{number}-{name}": value for name, value in (values | track).items()}
    client.post(reverse(Video.snippet_viewset.get_url_name("edit"), args=[video.pk]), form)  # type: ignore[attr-defined]
    return [
        (track.language, track.captions.replace("\r\n", "\n").strip()) for track in video.tracks.order_by("language")
    ]


def _login(client: Client, group: str) -> User:
    user = make_user("anna", group)
    client.force_login(user)
    return user


KEPT = [("en", CAPTIONS.strip())]


@pytest.mark.parametrize(
    "change", [{"captions": OTHERS}, {"language": "fa"}, {"transcript": "Other words."}, {"DELETE": "on"}]
)
def test_captions_of_another_desk_stay_as_they_are(video: Video, client: Client, change: dict[str, str]) -> None:
    _login(client, editors_of("fa"))
    track = video.tracks.get()
    assert _save(client, video, {"id": str(track.pk)} | change) == KEPT
    track.refresh_from_db()
    assert track.transcript == "Words are said."
    assert Video.objects.get().title == "Video"


def test_an_editor_adds_captions_in_their_language_beside_others(video: Video, client: Client) -> None:
    _login(client, editors_of("fa"))
    crlf = CAPTIONS.replace("\n", "\r\n")
    tracks = ({"id": str(video.tracks.get().pk), "captions": crlf, "ORDER": "2"}, {"language": "fa", "ORDER": "1"})
    assert _save(client, video, *tracks) == [*KEPT, ("fa", CAPTIONS.strip())]
    assert Video.objects.get().title == "Renamed"


def test_an_editor_adds_none_in_another_language(video: Video, client: Client) -> None:
    _login(client, editors_of("fa"))
    assert _save(client, video, {"id": str(video.tracks.get().pk)}, {"language": "ru"}) == KEPT
    assert _save(client, video, {"id": str(video.tracks.get().pk)}, {"language": "xx"}) == KEPT


@pytest.mark.parametrize("group", [editors_of("en"), PHOTO_EDITORS])
def test_the_own_desk_and_keepers_of_videos_change_them(video: Video, client: Client, group: str) -> None:
    _login(client, group)
    assert _save(client, video, {"id": str(video.tracks.get().pk), "captions": OTHERS}) == [("en", OTHERS.strip())]


def test_who_may_caption_in_each_language() -> None:
    front_page("fa")
    ensure_legal()
    for number, group in enumerate((writers_of("fa"), translators_of("fa"), editors_of("fa"))):
        user = make_user(str(number), group)
        assert {code for code in LANGUAGES if may_caption(user, code)} == {"fa"}
    assert may_caption(make_user("chief", chiefs_of(desk_of("fa"))), "fa")
    for user in (make_administrator(), make_user("photo", PHOTO_EDITORS)):
        assert all(may_caption(user, code) for code in LANGUAGES)
    lawyer = make_user("lena", LEGAL_EDITORS)
    assert not any(may_caption(lawyer, code) for code in LANGUAGES)
