"""Loads a compact newsroom: the demo's flagship story in five languages with small pictures, and a story of films.

`python -m tests.browser.compact_newsroom` works on the database of the settings in force and prints the addresses of
the pages, by language code and name, as JSON.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

import django
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

CODES = ("en", "ru", "fa", "ps", "ka")
FLAGSHIP = "caspian"
WIDTH = 640
"""Pictures of this width have fewer and quicker copies."""


def main() -> None:
    """Loads and tells."""
    django.setup()
    from newsroom.demo import loading
    from newsroom.demo.content_files import DemoStory
    from newsroom.languages import LANGUAGES

    told = next(story for story in loading.stories() if story.slug == FLAGSHIP)
    flagship = DemoStory(told.slug, told.facts, {code: told.texts[code] for code in CODES})
    with tempfile.TemporaryDirectory() as folder:
        _small_pictures(loading.IMAGES, Path(folder))
        loading.IMAGES = Path(folder)
        loading.LANGUAGES = {code: LANGUAGES[code] for code in CODES}
        loading.stories = lambda: [flagship]
        loading.load(timezone.now(), lambda progress: None)
    sys.stdout.write(json.dumps({code: _pages_of(code) for code in CODES}))


def _small_pictures(originals: Path, folder: Path) -> None:
    for file in originals.iterdir():
        if file.suffix == ".jpg":
            with Image.open(file) as picture:
                picture.resize((WIDTH, WIDTH * picture.height // picture.width)).save(folder / file.name)
        elif file.suffix == ".mp4":
            (folder / file.name).write_bytes(file.read_bytes())


def _pages_of(code: str) -> dict[str, str]:
    from articles.pages.article import ArticlePage

    story = ArticlePage.objects.in_language(code).visible().get()
    films = _story_of_films(code, story)
    return {
        "home": f"/{code}/",
        "section": story.get_parent().url_path,
        "story": story.url_path,
        "films": films,
        "not found": f"/{code}/nothing-here/",
        "person": f"/{code}/people/{_key(story, 'correspondent')}/",
        "agency": f"/{code}/agencies/{_key(story, 'agency')}/",
    }


def _key(story: object, kind: str) -> str:
    key: str = getattr(story.credits.exclude(**{kind: None}).first(), kind).key  # type: ignore[attr-defined]
    return key


def _story_of_films(code: str, flagship: object) -> str:
    """A story with a film that is only announced, one whose file is gone from the server, and an embed."""
    from media.models import Video, VideoSource
    from media.storage import public_storage
    from tests.factories import make_story

    announced = Video.objects.create(title="Announced", duration=48)
    gone = Video.objects.create(title="Gone", duration=48)
    source = VideoSource(video=gone)
    source.file = ContentFile(b"moving pictures", name="gone.mp4")
    source.save()
    title = flagship.title  # type: ignore[attr-defined]
    body = [
        {"type": "paragraph", "value": f"<p>{title}</p>"},
        {"type": "video", "value": {"video": announced.pk, "title": title, "caption": ""}},
        {"type": "video", "value": {"video": gone.pk, "title": title, "caption": title}},
        {"type": "embed", "value": {"address": "https://youtu.be/M7lc1UVf-VE", "caption": title}},
    ]
    story = make_story(code, title=title, slug="films", body=body)
    source.refresh_from_db()
    public_storage().delete(source.published_file.name)
    address: str = story.url_path
    return address


if __name__ == "__main__":
    main()
