"""A compact newsroom: the demo's flagship story in five languages with small pictures, and a story of films."""

from __future__ import annotations

import tempfile
from pathlib import Path
from urllib.parse import quote

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from articles.pages.article import ArticlePage
from media.models import Video, VideoSource
from media.storage import public_storage
from newsroom.demo import loading
from newsroom.demo.content_files import IMAGES, DemoStory
from newsroom.demo.law import EXPLANATION
from newsroom.languages import LANGUAGES
from tests.browser.addresses import CODES
from tests.factories import make_story

FLAGSHIP = "caspian"
SECTION = "world"
WIDTH = 640
"""Pictures of this width have fewer and quicker copies."""

Addresses = dict[str, dict[str, str]]


def load() -> Addresses:
    """Fills the database of the settings in force; the pages' addresses by language code and kind."""
    told = next(story for story in loading.stories() if story.slug == FLAGSHIP)
    flagship = DemoStory(told.slug, told.facts, {code: told.texts[code] for code in CODES})
    with tempfile.TemporaryDirectory() as folder:
        _small_pictures(Path(folder))
        loading.IMAGES = Path(folder)
        loading.LANGUAGES = {code: LANGUAGES[code] for code in CODES}
        loading.stories = lambda: [flagship]
        loading.load(timezone.now(), lambda progress: None)
    return {code: _pages_in(code) for code in CODES}


def _small_pictures(folder: Path) -> None:
    for file in IMAGES.iterdir():
        if file.suffix == ".jpg":
            with Image.open(file) as picture:
                picture.resize((WIDTH, WIDTH * picture.height // picture.width)).save(folder / file.name)
        elif file.suffix == ".mp4":
            (folder / file.name).write_bytes(file.read_bytes())


def _pages_in(code: str) -> dict[str, str]:
    story = ArticlePage.objects.in_language(code).visible().get()
    films = _story_of_films(code, story.title)
    words = quote(" ".join(story.title.split()[:2]))
    correspondent, agency = story.credits.exclude(correspondent=None)[0], story.credits.exclude(agency=None)[0]
    return {
        "home": f"/{code}/",
        "section": story.get_parent().url_path,
        "story": story.url_path,
        "films": films.url_path,
        "not found": f"/{code}/nothing-here/",
        "person": f"/{code}/people/{correspondent.correspondent.key}/",
        "agency": f"/{code}/agencies/{agency.agency.key}/",
        "legal": f"/{code}/legal/",
        "explanation": f"/{code}/legal/{EXPLANATION}/",
        "search": f"/{code}/search/",
        "found": f"/{code}/search/?q={words}&section={SECTION}&from=2020-01-01",
        "nothing found": f"/{code}/search/?q=xyzzy&video=1&order=newest&page=x",
        "beyond": f"/{code}/search/?q={words}&page=1000000",
    }


def _story_of_films(code: str, words: str) -> ArticlePage:
    """A story with a film that is only announced, one whose file is gone from the server, and an embed."""
    announced = Video.objects.create(title="Announced", duration=48)
    gone = Video.objects.create(title="Gone", duration=48)
    source = VideoSource(video=gone)
    source.file = ContentFile(b"moving pictures", name="gone.mp4")
    source.save()
    body = [
        {"type": "paragraph", "value": f"<p>{words}</p>"},
        {"type": "video", "value": {"video": announced.pk, "title": words, "caption": ""}},
        {"type": "video", "value": {"video": gone.pk, "title": words, "caption": words}},
        {"type": "embed", "value": {"address": "https://youtu.be/M7lc1UVf-VE", "caption": words}},
    ]
    story = make_story(code, title=words, slug="films", body=body)
    source.refresh_from_db()
    public_storage().delete(source.published_file.name)
    return story
