"""Nothing of a hidden story is told anywhere: every surface meets every state, and tells again when the state ends."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.conf import settings
from django.test import Client, TestCase
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page
from wagtail.rich_text import expand_db_html

from articles.credits.models import Service
from articles.pages import front, listing
from articles.pages.article import ArticlePage, RelatedLink
from articles.pages.home import HomePage
from articles.pages.publishing import let_files_follow, publish_due
from articles.pages.related import WANTED
from media.models import Picture, Video
from media.sizes import sizes_for
from media.storage import public_storage
from newsroom.languages import LANGUAGES
from tests.answers import read_whole
from tests.factories import (
    make_agency,
    make_correspondent,
    make_draft,
    make_front_page,
    make_picture,
    make_story,
    make_translation,
    make_video,
    publish_page,
)

pytestmark = pytest.mark.django_db

MARK = "unspeakable"
"""Stands in every word of the hidden story and in its address."""
SOON = timedelta(hours=1)
LATER = timedelta(hours=2)
ELSEWHERE = "elsewhere on the page"
OLD_ADDRESS = "/an-old-address/"


@dataclass
class Scene:
    """A story to hide, and what stands around it."""

    hidden: ArticlePage
    neighbour: ArticlePage
    other: ArticlePage
    translation: ArticlePage
    pictures: list[Picture]
    video: Video

    def fresh(self) -> ArticlePage:
        """The hidden story as the database has it."""
        return ArticlePage.objects.get(pk=self.hidden.pk)

    def publish(self) -> None:
        """Publishes the latest text."""
        publish_page(self.fresh())


def _scene() -> Scene:
    lead, inside, video = make_picture(), make_picture(), make_video()
    credits = [
        {"correspondent": make_correspondent("Mike Eckel")},
        {"service": Service.objects.create(name="Russian Service")},
        {"agency": make_agency("Reuters")},
    ]
    hidden = make_draft(
        title="Unspeakable headline",
        kicker="Unspeakable kicker",
        standfirst="Unspeakable standfirst.",
        lead_picture=lead,
        breaking_until=timezone.now() + timedelta(days=30),
        body=[
            ("picture", {"picture": inside, "caption": "Unspeakable caption", "alt": ""}),
            ("video", {"video": video, "title": "Unspeakable title", "caption": ""}),
        ],
        credits=credits,
    )
    link = f'<a linktype="page" id="{hidden.pk}">a report</a>'
    neighbour = make_story(
        title="A neighbour",
        related_links=[RelatedLink(related_story=hidden)],
        body=[
            ("paragraph", f"<p>There is {link}.</p>"),
            ("list", f"<ul><li>{link}</li></ul>"),
            ("quote", {"text": f"<p>I read {link}.</p>", "speaker": "Marat Ilyasov"}),
            ("fact_box", {"heading": "Background", "text": f"<p>See {link}.</p>"}),
        ],
    )
    other = make_story(title="Another neighbour")
    translation = make_translation(hidden, "ru", title="Перевод")
    make_front_page(about_heading="About us", about_text=f"<p>We wrote {link}.</p>", top_story=neighbour)
    Redirect.add_redirect(OLD_ADDRESS, redirect_to=Page.objects.get(pk=hidden.pk))
    assert video.poster is not None
    return Scene(hidden, neighbour, other, translation, [lead, inside, video.poster], video)


# States: each hides the story and ends again.


@pytest.fixture
def clock() -> Iterator[time_machine.Coordinates]:
    with time_machine.travel(timezone.now(), tick=False) as coordinates:
        yield coordinates


@dataclass(frozen=True)
class State:
    """Why readers may not see a story, and how that ends."""

    begin: Callable[[Scene], None]
    end: Callable[[Scene, time_machine.Coordinates], None]


def _publish_with(**fields: object) -> Callable[[Scene], None]:
    def begin(scene: Scene) -> None:
        story = scene.fresh()
        for name, value in fields.items():
            setattr(story, name, timezone.now() + value if isinstance(value, timedelta) else value)
        publish_page(story)

    return begin


def _set_killed(scene: Scene, *, killed: bool) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        ArticlePage.objects.filter(pk=scene.hidden.pk).update(killed_at=timezone.now() if killed else None)
        let_files_follow(scene.fresh())


def _kill(scene: Scene) -> None:
    scene.publish()
    _set_killed(scene, killed=True)


def _unpublish(scene: Scene) -> None:
    scene.publish()
    with TestCase.captureOnCommitCallbacks(execute=True):
        scene.fresh().unpublish()


def _expire(scene: Scene) -> None:
    _publish_with(expire_at=SOON / 4)(scene)
    in_between = timezone.now() + SOON / 2
    with time_machine.travel(in_between, tick=False), TestCase.captureOnCommitCallbacks(execute=True):
        assert [page.pk for page in publish_due()] == [scene.hidden.pk]


def _embargo_again(scene: Scene) -> None:
    scene.publish()
    _publish_with(embargo_until=SOON)(scene)


def _wait(scene: Scene, clock: time_machine.Coordinates) -> None:
    clock.shift(LATER)
    with TestCase.captureOnCommitCallbacks(execute=True):
        publish_due()


STATES = {
    "draft": State(lambda scene: None, lambda scene, clock: scene.publish()),
    "scheduled": State(_publish_with(go_live_at=SOON), _wait),
    "embargoed": State(_publish_with(embargo_until=SOON), _wait),
    "embargoed after it was public": State(_embargo_again, _wait),
    "killed": State(_kill, lambda scene, clock: _set_killed(scene, killed=False)),
    "unpublished again": State(_unpublish, lambda scene, clock: scene.publish()),
    "expired": State(_expire, lambda scene, clock: _publish_with(expire_at=None)(scene)),
}


# Surfaces: each gives what it tells of the hidden story, nothing while it tells nothing.

Told = Callable[[Client, Scene], list[str]]


def _part(address: Callable[[Scene], str], selector: str) -> Told:
    """The parts of a page in which the story stands; a mark anywhere else on the page counts as well."""

    def told(client: Client, scene: Scene) -> list[str]:
        html = client.get(address(scene)).content.decode()
        parts = [str(part) for part in BeautifulSoup(html, "html.parser").select(selector)]
        found = [part for part in parts if MARK in part.lower()]
        return found or ([ELSEWHERE] if MARK in html.lower() else [])

    return told


def _story_page(client: Client, scene: Scene) -> list[str]:
    page = client.get(scene.hidden.url_path)
    assert page.status_code in {200, 404}
    found = ["the page"] if page.status_code == 200 else []
    return found + (["its words"] if MARK in page.content.decode().lower() else [])


def _count_of_pages(client: Client, scene: Scene) -> list[str]:
    """With two stories to a page, there is a second page only while all three stories can be seen."""
    section = scene.hidden.url_path.removesuffix(f"{scene.hidden.slug}/")
    with pytest.MonkeyPatch.context() as settings_of_lists:
        settings_of_lists.setattr(listing, "PER_PAGE", 2)
        html = client.get(section).content.decode()
        second = client.get(section, {"page": 2}).status_code
    return [fact for fact, is_told in (("paging", 'class="paging"' in html), ("page", second == 200)) if is_told]


def _top_story(client: Client, scene: Scene) -> list[str]:
    HomePage.objects.update(top_story=scene.hidden)
    told = _part(lambda scene: "/en/", "section.top")(client, scene)
    HomePage.objects.update(top_story=scene.neighbour)
    return told


def _section_on_front_page(client: Client, scene: Scene) -> list[str]:
    """Stories that are among the latest are not repeated there."""
    with pytest.MonkeyPatch.context() as settings_of_lists:
        settings_of_lists.setattr(front, "LATEST_SHOWN", 0)
        return _part(lambda scene: "/en/", ".grid-section")(client, scene)


def _newest_related_story(client: Client, scene: Scene) -> list[str]:
    """A story whose editor chose nothing."""
    return _part(lambda scene: scene.other.url_path, ".related")(client, scene)


def _redirect(client: Client, scene: Scene) -> list[str]:
    answer = client.get(OLD_ADDRESS)
    return [place for place in [answer.get("Location", "")] if MARK in place]


def _picture_files(client: Client, scene: Scene) -> list[str]:
    return [
        name
        for picture in Picture.objects.filter(pk__in=[picture.pk for picture in scene.pictures])
        for size in sizes_for(picture.width, picture.height)
        for format_name in size.formats
        if _is_public(client, name := f"pictures/{picture.token}/{size.shape}-{size.width}.{format_name}")
    ]


def _video_files(client: Client, scene: Scene) -> list[str]:
    try:
        _, names = public_storage().listdir(f"videos/{scene.video.token}")
    except FileNotFoundError:
        return []
    return [name for name in names if _is_public(client, f"videos/{scene.video.token}/{name}")]


def _is_public(client: Client, name: str) -> bool:
    answer = client.get(f"{settings.MEDIA_URL}{name}")
    read_whole(answer)
    assert (answer.status_code == 200) == public_storage().exists(name), name
    return answer.status_code != 404


SURFACES: dict[str, Told] = {
    "story page": _story_page,
    "top story": _top_story,
    "latest stories": _part(lambda scene: "/en/", "[aria-labelledby=latest]"),
    "section on the front page": _section_on_front_page,
    "box about the organisation": _part(lambda scene: "/en/", ".about"),
    "section": _part(lambda scene: "/en/world/", "main .teaser"),
    "number of pages of the section": _count_of_pages,
    "breaking news": _part(lambda scene: "/en/no-such-page/", ".breaking"),
    "chosen related story": _part(lambda scene: scene.neighbour.url_path, ".related"),
    "newest related story": _newest_related_story,
    "links in a body": _part(lambda scene: scene.neighbour.url_path, ".story-body a"),
    "language switch": _part(lambda scene: scene.translation.url_path, "#languages"),
    "hreflang": _part(lambda scene: scene.translation.url_path, "link[rel=alternate][hreflang=en]"),
    "person": _part(lambda scene: f"/en/people/{_credited(scene, 'correspondent')}/", "main .teaser"),
    "service": _part(lambda scene: f"/en/services/{_credited(scene, 'service')}/", "main .teaser"),
    "agency": _part(lambda scene: f"/en/agencies/{_credited(scene, 'agency')}/", "main .teaser"),
    "redirect": _redirect,
    "picture files": _picture_files,
    "video files": _video_files,
}


def _credited(scene: Scene, kind: str) -> str:
    key: str = scene.hidden.credits.exclude(**{kind: None}).get().party.key
    return key


def _told(client: Client, scene: Scene, surfaces: Iterable[str]) -> dict[str, list[str]]:
    """What each surface tells."""
    return {surface: told for surface in surfaces if (told := SURFACES[surface](client, scene))}


@pytest.mark.parametrize("state", STATES)
def test_no_surface_tells_anything_until_the_state_ends(
    state: str, client: Client, clock: time_machine.Coordinates
) -> None:
    scene = _scene()
    STATES[state].begin(scene)
    assert _told(client, scene, SURFACES) == {}
    STATES[state].end(scene, clock)
    told = _told(client, scene, SURFACES)
    assert [surface for surface in SURFACES if surface not in told] == []
    assert [surface for surface in SURFACES if ELSEWHERE in told[surface]] == []


@pytest.mark.parametrize("state", STATES)
def test_files_that_were_public_can_no_longer_be_fetched(state: str, client: Client) -> None:
    scene = _scene()
    scene.publish()
    known = [
        *_picture_files(client, scene),
        *(f"videos/{scene.video.token}/{name}" for name in _video_files(client, scene)),
    ]
    assert len(known) == 3 * 6 + 2
    if state in {"draft", "scheduled"}:
        _unpublish(scene)
    STATES[state].begin(scene)
    assert [name for name in known if _is_public(client, name)] == []


@pytest.mark.parametrize("state", STATES)
def test_language_choice_page_never_names_a_story(state: str, client: Client) -> None:
    scene = _scene()
    STATES[state].begin(scene)
    page = client.get("/", headers={"user-agent": "a bot"})
    assert page.status_code == 200
    assert MARK not in page.content.decode().lower()


def test_no_language_lists_a_translation_that_is_hidden(client: Client) -> None:
    open_story = make_story("en", title="Open")
    for code, state in zip([code for code in LANGUAGES if code != "en"], cycle(STATES), strict=False):
        story = make_draft(code, title="Unspeakable", translation_key=open_story.translation_key)
        scene = Scene(story, open_story, open_story, open_story, [], Video())
        STATES[state].begin(scene)
    html = client.get(open_story.url_path).content.decode()
    assert MARK not in html
    soup = BeautifulSoup(html, "html.parser")
    assert [link["hreflang"] for link in soup.select("link[rel=alternate]")] == ["en"]
    assert [link["hreflang"] for link in soup.select("#languages a[hreflang]")] == ["en"]


def test_link_to_a_hidden_page_keeps_its_words() -> None:
    hidden = make_draft(title="Unspeakable")
    assert expand_db_html(f'<p><a linktype="page" id="{hidden.pk}">a report</a></p>') == "<p><a>a report</a></p>"


def test_link_leads_to_the_reader_s_language_only_where_that_version_can_be_seen(client: Client) -> None:
    russian = make_story("ru", title="Новость")
    english = make_draft("en", title="News", translation_key=russian.translation_key)
    text = f'<a linktype="page" id="{russian.pk}">a report</a>'
    assert expand_db_html(text) == f'<a href="{russian.url_path}">a report</a>'
    publish_page(english)
    assert expand_db_html(text) == f'<a href="{english.url_path}">a report</a>'


@pytest.mark.parametrize("stored", ['linktype="page" id="999999"', 'linktype="page" id="x"', 'linktype="page"'])
def test_link_to_a_page_that_is_gone_keeps_its_words(stored: str, client: Client) -> None:
    assert expand_db_html(f"<p><a {stored}>a report</a></p>") == "<p><a>a report</a></p>"
    story = make_story(body=[("paragraph", f"<p><a {stored}>a report</a></p>")])
    assert "<a>a report</a>" in client.get(story.url_path).content.decode()


def test_redirects_to_what_is_no_page_still_work(client: Client) -> None:
    make_front_page()
    Redirect.add_redirect("/elsewhere/", redirect_to="https://example.org/en/world/")
    assert client.get("/elsewhere/")["Location"] == "https://example.org/en/world/"


def test_redirect_that_wagtail_makes_for_a_moved_story_hides_with_it(client: Client) -> None:
    story = make_story(title="First")
    old_address = story.url_path
    story.slug = "second"
    story = publish_page(story)
    assert client.get(old_address)["Location"] == story.url_path
    story.unpublish()
    assert client.get(old_address).status_code == 404


def test_hidden_stories_take_no_place_among_related_ones(client: Client) -> None:
    story = make_story(title="Read this")
    others = [make_story(title=f"Other {number}") for number in range(WANTED)]
    story.related_links = [RelatedLink(related_story=make_draft(title="Unspeakable"))]
    story = publish_page(story)
    html = client.get(story.url_path).content.decode()
    assert [other.title for other in others if other.title not in html] == []
