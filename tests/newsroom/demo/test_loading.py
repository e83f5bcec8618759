"""Tests of the loading of the demo, with tiny pictures in place of the drawn ones."""

from __future__ import annotations

import shutil
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from articles.credits.models import Correspondent
from articles.pages.article import ArticlePage
from articles.pages.home import HomePage
from media.models import Video
from newsroom.demo import loading
from newsroom.demo.content_files import IMAGES, DemoStory, stories
from newsroom.languages import LANGUAGES
from newsroom.users.desks import desks
from newsroom.users.models import User
from newsroom.users.rights import languages_where
from newsroom.users.roles import Action
from tests.factories import make_story, picture_bytes

pytestmark = pytest.mark.django_db

FIVE = ["en", "ru", "uk", "fa", "kk"]


@pytest.fixture
def tiny(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a tiny picture of each name, which the demo loads from."""
    for number, picture in enumerate(sorted(IMAGES.glob("*.jpg"))):
        (tmp_path / picture.name).write_bytes(picture_bytes(64 + number))
    for video in IMAGES.glob("*.mp4"):
        shutil.copy(video, tmp_path)
    monkeypatch.setattr("newsroom.demo.content_files.IMAGES", tmp_path)
    monkeypatch.setattr("newsroom.demo.loading.IMAGES", tmp_path)
    return tmp_path


def only(monkeypatch: pytest.MonkeyPatch, slug: str, codes: list[str]) -> None:
    """Has the demo tell one story, in these languages."""
    story = next(story for story in stories() if story.slug == slug)
    told = DemoStory(story.slug, story.facts, {code: story.texts[code] for code in codes})
    monkeypatch.setattr("newsroom.demo.loading.stories", lambda: [told])


def run() -> str:
    out = StringIO()
    call_command("load_demo", stdout=out)
    return out.getvalue()


@pytest.mark.usefixtures("tiny")
def test_a_story_of_five_languages_is_loaded(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    only(monkeypatch, "ferry-line", FIVE)
    told: list[str] = []
    loading.load(timezone.now(), told.append)
    loaded = ArticlePage.objects.select_related("locale")
    assert {story.locale.language_code for story in loaded} == set(FIVE)
    assert len({story.translation_key for story in loaded}) == 1
    assert {home.slug for home in HomePage.objects.live()} == set(LANGUAGES)
    assert told[-1] == "stories 1/1: ferry-line in 5 languages"
    for story in loaded:
        response = client.get(story.url_path)
        assert response.status_code == 200
        assert story.title in response.content.decode().replace("&#x27;", "'")


@pytest.mark.usefixtures("tiny")
def test_the_flagship_brings_its_video_with_captions_in_each_language(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "caspian", ["en", "fa", "ru"])
    loading.load(timezone.now(), str)
    video = Video.objects.get()
    assert (video.duration, video.sources.count()) == (12, 1)
    assert video.poster
    assert set(video.tracks.values_list("language", flat=True)) == {"en", "fa", "ru"}
    assert all(track.captions.startswith("WEBVTT\n") and track.transcript for track in video.tracks.all())
    assert all(story.is_breaking for story in ArticlePage.objects.all())
    assert Correspondent.objects.get(name="Daniel Hart").names.keys() == LANGUAGES.keys()


@pytest.mark.usefixtures("tiny")
def test_the_command_loads_once_and_then_only_prints_the_logins(monkeypatch: pytest.MonkeyPatch) -> None:
    only(monkeypatch, "ferry-line", FIVE)
    first = run()
    before = _state()
    again = run()
    assert _state() == before
    assert "front pages" in first
    assert "front pages" not in again
    for login in loading.LOGINS:
        line = f"/admin/  {login.name} / {login.password}  ({login.role})"
        assert line in first
        assert line in again


def _state() -> list[list[tuple[object, ...]]]:
    return [
        list(ArticlePage.objects.order_by("pk").values_list("pk", "latest_revision_id", "updated_at")),
        list(HomePage.objects.order_by("pk").values_list("pk", "latest_revision_id")),
        list(User.objects.order_by("pk").values_list("pk", "username")),
    ]


@pytest.mark.usefixtures("tiny")
def test_the_logins_open_the_admin(monkeypatch: pytest.MonkeyPatch, client: Client) -> None:
    only(monkeypatch, "ferry-line", ["en"])
    loading.load(timezone.now(), str)
    for login in loading.LOGINS:
        assert client.login(username=login.name, password=login.password)
        assert client.get("/admin/").status_code == 200
    people = {login.name: User.objects.get(username=login.name) for login in loading.LOGINS}
    assert {name for name, user in people.items() if not user.groups.exists()} == set()
    editor, administrator, lawyer, counsel = (people[name] for name in ("editor", "administrator", "lawyer", "counsel"))
    assert languages_where(people["translator"], Action.TRANSLATE) == {"fa"}
    assert languages_where(people["writer"], Action.WRITE) == {"en"}
    assert languages_where(people["chief"], Action.PUBLISH) == set(desks()["Central Asia"])
    assert people["photo"].has_perm("media.delete_video")
    assert not lawyer.has_perm("articles.approve_legal")
    assert counsel.has_perm("articles.approve_legal")
    assert not administrator.has_perm("articles.approve_legal")
    assert not editor.has_perm("users.add_user")
    assert administrator.has_perm("users.add_user")


@pytest.mark.parametrize("options", [[], ["--reset"]])
def test_in_production_the_demo_is_refused_and_nothing_is_touched(settings: object, options: list[str]) -> None:
    settings.DEMO_IS_ALLOWED = False  # type: ignore[attr-defined]
    story = make_story()
    with pytest.raises(CommandError, match="not for production"):
        call_command("load_demo", *options)
    assert list(ArticlePage.objects.all()) == [story]
    assert not User.objects.exists()


def test_a_newsroom_with_stories_of_its_own_has_no_demo_yet() -> None:
    make_story()
    assert not loading.is_loaded()
