"""Nothing of a story under embargo is told anywhere a second before its end, everything just after.

`tests/articles/pages/test_leaks.py` holds pages, lists, links, files and redirects to it; here are search, feeds, the
share card, previews, the staff's archive and files by guessed addresses, in every language at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.conf import settings
from django.test import Client, TestCase
from django.urls import reverse

from articles.pages.article import ArticlePage
from articles.pages.publishing import publish_due
from media.models import Picture
from newsroom.languages import LANGUAGES
from tests.factories import make_administrator, make_front_page, make_picture, make_story, make_translation

pytestmark = pytest.mark.django_db

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
END = NOON + timedelta(hours=1)
MARK = "Qwzx"
"""A word that no page has by itself, in any language."""


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(NOON, tick=False) as coordinates:
        yield coordinates


def worker() -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        publish_due()


def surfaces(code: str, story: ArticlePage) -> dict[str, str]:
    """Every address of a language that may tell of the story."""
    return {
        "story": story.url_path,
        "front page": f"/{code}/",
        "section": f"/{code}/world/",
        "breaking strip": f"/{code}/no-such-page/",
        "search": f"/{code}/search/?q={MARK}",
        "latest in search": f"/{code}/search/",
        "suggestions": f"/{code}/search/suggest?q={MARK[:3]}",
        "feed": f"/{code}/search/feed.atom?q={MARK}",
    }


def telling(client: Client, code: str, story: ArticlePage) -> list[str]:
    """Those that do; the words of a question that are shown again tell nothing."""
    found = []
    for name, address in surfaces(code, story).items():
        html = client.get(address).content.decode()
        if f"{MARK} {code}" in html or story.slug in html.replace(address, ""):
            found.append(name)
    return found


def test_no_surface_of_any_language_tells_it_a_second_before(client: Client, clock: time_machine.Coordinates) -> None:
    breaking = {"breaking_until": END + timedelta(days=1), "embargo_until": END, "slug": "qwzx-told"}
    first = make_story("en", title=f"{MARK} en", **breaking)
    stories = {"en": first} | {
        code: make_translation(first, code, title=f"{MARK} {code}", **breaking) for code in LANGUAGES if code != "en"
    }
    clock.move_to(END - timedelta(seconds=1))
    worker()
    assert {code: told for code, story in stories.items() if (told := telling(client, code, story))} == {}
    clock.move_to(END)
    worker()
    silent = {
        code: quiet
        for code, story in stories.items()
        if (quiet := set(surfaces(code, story)) - set(telling(client, code, story)))
    }
    assert silent == {}


def test_share_card_and_files_by_their_names_are_not_there_before(
    client: Client, clock: time_machine.Coordinates
) -> None:
    picture = make_picture()
    story = make_story(title=MARK, lead_picture=picture, embargo_until=END)
    names = [
        f"pictures/{picture.token}/wide-640.jpeg",
        f"pictures/{picture.token}/share-1200.jpeg",
        picture.file.name,
        f"original_images/{picture.file.name.rpartition('/')[2]}",
    ]
    clock.move_to(END - timedelta(seconds=1))
    worker()
    for name in names:
        assert client.get(f"{settings.MEDIA_URL}{name}").status_code == 404
        assert client.get(f"/admin/files/{name}").status_code in {302, 404}
    assert "og:" not in client.get(story.url_path).content.decode()
    clock.move_to(END)
    worker()
    assert f'property="og:title" content="{MARK}"' in client.get(story.url_path).content.decode()
    assert client.get(f"{settings.MEDIA_URL}{Picture.objects.get().file.name}").status_code == 404


def test_previews_and_the_archive_are_for_staff(client: Client) -> None:
    story = make_story(title=MARK, embargo_until=END)
    make_front_page("en")
    addresses = [
        reverse("wagtailadmin_pages:view_draft", args=[story.pk]),
        reverse("wagtailadmin_pages:preview_on_edit", args=[story.pk]),
        reverse("wagtailadmin_pages:revisions_view", args=[story.pk, story.live_revision_id]),
        reverse("wagtailadmin_pages:edit", args=[story.pk]),
    ]
    for address in addresses:
        assert client.get(address).status_code == 302
    staff = Client()
    staff.force_login(make_administrator())
    assert MARK in staff.get(addresses[0]).content.decode()
