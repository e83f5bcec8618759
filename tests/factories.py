"""The least data that tests need, built with the newsroom's own means."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.test import TestCase
from PIL import Image
from wagtail.models import Page

from articles.credits.models import Agency, Correspondent, Credit, Organisation, Place
from articles.legal.models import PublicRevision
from articles.pages.article import ArticlePage, latin_slug
from articles.pages.founding import front_page, section
from articles.pages.home import HomePage
from media.models import CaptionTrack, Picture, Video, VideoSource
from newsroom.users.groups import ensure_administrators
from newsroom.users.models import User

PASSWORD = "a password only for tests"


def picture_bytes(width: int = 64, height: int = 48, format_name: str = "JPEG", colour: str = "navy") -> bytes:
    """A plain picture as a file."""
    output = BytesIO()
    Image.new("RGB", (width, height), colour).save(output, format_name)
    return output.getvalue()


def make_picture(**fields: Any) -> Picture:
    """A stored picture, small so that its copies are quick to make."""
    picture = Picture(**{"title": "Picture", **fields})
    picture.file = ContentFile(picture_bytes(), name="picture.jpg")
    picture._set_image_file_metadata()
    picture.save()
    return picture


def make_story(code: str = "en", *, section_slug: str = "world", publish: bool = True, **fields: Any) -> ArticlePage:
    """A story below its section and front page, both made as needed; `body` takes raw blocks."""
    credits = fields.pop("credits", [])
    values = {"title": "A story", **fields}
    story = ArticlePage(**values)
    parent = section(code, section_slug, section_slug.title())
    story.locale = parent.locale
    siblings = set(parent.get_children().values_list("slug", flat=True))
    base = values.get("slug") or latin_slug(story.title)
    story.slug = next(slug for n in range(1, 10_000) if (slug := base if n == 1 else f"{base}-{n}") not in siblings)
    story.credits = [Credit(sort_order=n, **credit) for n, credit in enumerate(credits)]
    parent.add_child(instance=story)
    return publish_page(story) if publish else story


def publish_page(page: Page) -> Any:
    """The page, published, its public files made."""
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def make_translation(story: ArticlePage, code: str, *, publish: bool = True, **fields: Any) -> ArticlePage:
    """The same story in another language."""
    return make_story(code, publish=publish, translation_key=story.translation_key, **fields)


def make_correspondent(name: str = "Mike Eckel", organisation: str = "RFE/RL", **fields: Any) -> Correspondent:
    """A correspondent of an organisation, or of none."""
    employer = Organisation.objects.get_or_create(name=organisation)[0] if organisation else None
    return Correspondent.objects.create(name=name, organisation=employer, **fields)


def make_place(name: str = "Washington", **fields: Any) -> Place:
    """A place."""
    return Place.objects.create(name=name, **fields)


def make_agency(name: str = "Reuters", **fields: Any) -> Agency:
    """An agency."""
    return Agency.objects.create(name=name, **fields)


def make_user(name: str = "anna", *groups: str) -> User:
    """Somebody of these groups."""
    user = User.objects.create_user(name, f"{name}@example.org", PASSWORD)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def make_administrator(name: str = "admin") -> User:
    """Somebody who may do everything that administrators may."""
    user = make_user(name)
    user.groups.add(ensure_administrators())
    return user


def make_draft(code: str = "en", **fields: Any) -> ArticlePage:
    """A story that was written and never published, with its revision."""
    story = make_story(code, publish=False, live=False, **fields)
    story.save_revision()
    return ArticlePage.objects.get(pk=story.pk)


def make_video(**fields: Any) -> Video:
    """A video with a poster, a file and English captions; the file is a video only by its name."""
    video = Video.objects.create(**{"title": "Video", "poster": make_picture(), "duration": 48, **fields})
    source = VideoSource(video=video)
    source.file = ContentFile(b"moving pictures", name="film.mp4")
    source.save()
    CaptionTrack.objects.create(video=video, language="en", captions=CAPTIONS, transcript="Words are said.")
    return video


CAPTIONS = "WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nWords are said.\n"


def make_front_page(code: str = "en", **fields: Any) -> HomePage:
    """The front page of a language, published with these fields."""
    home = front_page(code)
    for name, value in fields.items():
        setattr(home, name, value)
    published: HomePage = publish_page(home)
    return published


def erase(page: Page) -> None:
    """Takes a page and all below it away as if nobody had ever seen them; outside tests what was public is kept."""
    tree = Page.objects.descendant_of(page, inclusive=True)
    tree.update(first_published_at=None)
    PublicRevision.objects.filter(page__in=tree).delete()
    with TestCase.captureOnCommitCallbacks(execute=True):
        Page.objects.get(pk=page.pk).delete()
