"""Tests of who may fetch private files."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from media.models import Picture, Video
from newsroom.users.groups import editors_of, writers_of
from newsroom.users.models import User
from tests.answers import read_whole
from tests.factories import make_administrator, make_draft, make_front_page, make_picture, make_user, make_video

pytestmark = pytest.mark.django_db


def _address(name: str) -> str:
    return reverse("private_file", args=[name])


def _status(client: Client, address: str) -> int:
    answer = client.get(address)
    read_whole(answer)
    return answer.status_code


def _is_refused(client: Client, address: str) -> bool:
    """Wagtail sends whom it refuses to the admin's front page, with a message."""
    answer = client.get(address)
    read_whole(answer)
    return answer.status_code == 302 and answer["Location"] == reverse("wagtailadmin_home")


@pytest.fixture
def picture() -> Picture:
    make_front_page("en")
    return make_picture()


def _somebody_of_the_admin() -> User:
    """Somebody who may enter the admin and nothing else."""
    user = make_user("visitor")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def test_reader_is_sent_to_the_login(picture: Picture, client: Client) -> None:
    answer = client.get(_address(picture.file.name))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))


def test_user_without_the_admin_is_refused(picture: Picture, client: Client) -> None:
    client.force_login(make_user())
    answer = client.get(_address(picture.file.name))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))


def test_user_without_a_right_to_pictures_is_refused(picture: Picture, client: Client) -> None:
    video = make_video()
    client.force_login(_somebody_of_the_admin())
    assert _is_refused(client, _address(picture.file.name))
    assert _is_refused(client, _address(picture.get_rendition("width-32").file.name))
    assert _is_refused(client, _address(video.sources.get().file.name))


@pytest.mark.parametrize("group", [writers_of("en"), editors_of("en")])
def test_journalist_sees_originals_cuts_and_videos(group: str, picture: Picture, client: Client) -> None:
    video = make_video()
    client.force_login(make_user("anna", group))
    answer = client.get(_address(picture.file.name))
    with picture.open_file() as original:
        assert read_whole(answer) == original.read()
    assert _status(client, _address(picture.get_rendition("width-32").file.name)) == 200
    assert _status(client, _address(video.sources.get().file.name)) == 200


def test_administrator_sees_originals(picture: Picture, client: Client) -> None:
    client.force_login(make_administrator())
    assert _status(client, _address(picture.file.name)) == 200


def test_file_is_kept_by_nobody_and_taken_for_nothing_else(picture: Picture, client: Client) -> None:
    client.force_login(make_administrator())
    answer = client.get(_address(picture.file.name))
    read_whole(answer)
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "image/jpeg"
    assert "sandbox" in answer["Content-Security-Policy"]


@pytest.mark.parametrize(
    "name",
    [
        "nothing.jpg",
        "original_images/",
        "../newsroom.sqlite3",
        "../../etc/passwd",
        "%2e%2e/secret",
        "a//b",
        "\x00",
        "?",
    ],
)
def test_name_that_no_picture_or_video_has_is_not_found(name: str, picture: Picture, client: Client) -> None:
    client.force_login(make_administrator())
    assert _status(client, f"/admin/files/{name}") == 404


def test_path_that_leads_to_a_picture_by_a_detour_is_not_found(picture: Picture, client: Client) -> None:
    client.force_login(make_administrator())
    assert _status(client, f"/admin/files/original_images/../{picture.file.name}") == 404


def test_file_that_belongs_to_nothing_is_not_found(picture: Picture, client: Client) -> None:
    picture.file.storage.save("original_images/orphan.jpg", picture.file)
    picture.file.close()
    client.force_login(make_administrator())
    assert _status(client, _address("original_images/orphan.jpg")) == 404


def test_picture_whose_file_is_lost_is_not_found(picture: Picture, client: Client) -> None:
    picture.file.storage.delete(picture.file.name)
    client.force_login(make_administrator())
    assert _status(client, _address(picture.file.name)) == 404


def test_stream_elsewhere_opens_no_file(picture: Picture, client: Client) -> None:
    video = Video.objects.create(title="Stream", duration=1)
    video.sources.create(stream="https://example.org/live.m3u8")
    client.force_login(make_administrator())
    assert _status(client, "/admin/files/") == 404


def test_preview_of_a_hidden_story_shows_private_cuts_to_its_editor_alone(client: Client) -> None:
    story = make_draft(title="Hidden", lead_picture=make_picture())
    preview = reverse("wagtailadmin_pages:view_draft", args=[story.pk])
    assert client.get(preview).status_code == 302
    reader = Client()
    client.force_login(make_user("anna", editors_of("en")))
    html = client.get(preview).content.decode()
    assert "Hidden" in html
    cut = Picture.objects.get().renditions.get()
    assert f'src="{cut.url}"' in html
    assert _status(client, cut.url) == 200
    assert _status(reader, cut.url) == 302
    assert story.lead_picture is not None
    assert f"pictures/{story.lead_picture.token}" not in html


def test_preview_is_not_for_the_journalists_of_another_language(client: Client) -> None:
    story = make_draft(title="Hidden")
    make_front_page("ru")
    client.force_login(make_user("anna", editors_of("ru")))
    assert _is_refused(client, reverse("wagtailadmin_pages:view_draft", args=[story.pk]))
