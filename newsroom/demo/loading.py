"""Builds the demo newsroom with the newsroom's own means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.db import transaction

from articles.pages.article import ArticlePage
from articles.pages.founding import front_page, section
from articles.pages.staffing import ensure_roles
from articles.syndication.importing import import_items
from media.models import CaptionTrack, Picture, Video
from newsroom.demo.as_ninjs import items_of, video_uri
from newsroom.demo.cast import make_cast
from newsroom.demo.content_files import IMAGES, DemoStory, Table, desks, stories
from newsroom.demo.law import make_law
from newsroom.languages import LANGUAGES
from newsroom.users.desks import desk_of
from newsroom.users.groups import (
    LEGAL_APPROVERS,
    LEGAL_EDITORS,
    PHOTO_EDITORS,
    chiefs_of,
    editors_of,
    translators_of,
    writers_of,
)
from newsroom.users.models import User
from newsroom.users.rights import ADMINISTRATORS

PREFIX = "urn:newsroom:demo:"


@dataclass(frozen=True, slots=True)
class Login:
    """A person of the demo, with a password that everybody may know: the demo is refused in production."""

    name: str
    password: str
    role: str


LOGINS = (
    Login("editor", "meridian-editor", "editor of English, Russian, Ukrainian, Persian and Kazakh"),
    Login("writer", "meridian-writer", "writer in English: begins stories and submits them"),
    Login("translator", "meridian-translator", "translator into Persian: submits translations"),
    Login("chief", "meridian-chief", "chief editor of the languages of Central Asia"),
    Login("photo", "meridian-photo", "photo editor: keeps pictures and videos"),
    Login("administrator", "meridian-administrator", "administrator"),
    Login("lawyer", "meridian-lawyer", "legal editor: writes notices and rules"),
    Login("counsel", "meridian-counsel", "legal approver: the second pair of eyes"),
)
EDITOR_LANGUAGES = ("en", "ru", "uk", "fa", "kk")


def is_loaded() -> bool:
    """Whether the demo's stories are here."""
    return ArticlePage.objects.filter(uri__startswith=PREFIX).exists()


def load(now: datetime, tell: Callable[[str], None]) -> None:
    """Makes the front pages of all languages, the cast, the logins and the stories; `tell` hears of progress."""
    words, told = desks(), stories()
    with transaction.atomic():
        make_cast(words)
        about = _about_picture()
        for number, code in enumerate(LANGUAGES, 1):
            _front_page(code, words[code], about, told)
            tell(f"front pages {number}/{len(LANGUAGES)}")
        _people()
        make_law(author=User.objects.get(username="lawyer"), approver=User.objects.get(username="counsel"))
    for number, story in enumerate(told, 1):
        with transaction.atomic():
            for name, video in story.facts.get("video", {}).items():
                _captions(story, name, video)
            import_items(items_of(story, words, now), IMAGES / f"{story.slug}.json", publish=True)
        tell(f"stories {number}/{len(told)}: {story.slug} in {len(story.texts)} languages")


def _front_page(code: str, desk: Table, about: Picture, told: list[DemoStory]) -> None:
    home = front_page(code, desk["newsroom"])
    home.title, home.tagline = desk["newsroom"], desk["tagline"]
    home.about_heading, home.about_text = desk["about"]["heading"], desk["about"]["text"]
    home.about_picture, home.about_alt = about, desk["about"]["alt"]
    home.save_revision().publish()
    for slug in _sections_told_in(code, told):
        section(code, slug, desk["sections"][slug])


def _sections_told_in(code: str, told: list[DemoStory]) -> list[str]:
    found = {story.facts["section"] for story in told if code in story.texts}
    return [slug for slug in ("world", "society", "science", "culture") if slug in found]


def _about_picture() -> Picture:
    picture = Picture(uri=f"{PREFIX}picture:about", title="The newsroom at dusk", credit="Meridian")
    picture.file = ContentFile((IMAGES / "about.jpg").read_bytes(), name="about.jpg")
    picture._set_image_file_metadata()
    picture.save()
    return picture


def _captions(story: DemoStory, name: str, video: Table) -> None:
    """Captions in time and a transcript, in every language in which the story is told."""
    made = Video.objects.create(uri=video_uri(story, name), title=story.texts["en"]["video"][name]["title"])
    for position, code in enumerate(story.languages):
        words = story.texts[code]["video"][name]
        cues = zip(video.get("cue_times", []), words["cues"], strict=True)
        captions = "".join(f"\n{_clock(start)} --> {_clock(end)}\n{text}\n" for (start, end), text in cues)
        track = CaptionTrack(
            video=made,
            language=code,
            captions=f"WEBVTT\n{captions}" if captions else "",
            transcript=words["transcript"],
            sort_order=position,
        )
        track.clean()
        track.save()


def _clock(seconds: float) -> str:
    return f"{int(seconds) // 60:02}:{seconds % 60:06.3f}"


def _people() -> None:
    ensure_roles()
    work = {
        "editor": [editors_of(code) for code in EDITOR_LANGUAGES],
        "writer": [writers_of("en")],
        "translator": [translators_of("fa")],
        "chief": [chiefs_of(desk_of("kk"))],
        "photo": [PHOTO_EDITORS],
        "administrator": [ADMINISTRATORS],
        "lawyer": [LEGAL_EDITORS],
        "counsel": [LEGAL_APPROVERS],
    }
    for login in LOGINS:
        user = User.objects.create_user(login.name, f"{login.name}@example.org", login.password)
        user.groups.set(Group.objects.filter(name__in=work[login.name]))
