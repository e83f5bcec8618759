"""The video player: it plays, it says in the page's language that it is loading, and that there is nothing to play."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.translation import gettext
from playwright.sync_api import BrowserContext, Route

from newsroom.languages import LANGUAGES
from tests.browser.addresses import CODES
from tests.browser.conftest import Newsroom, Open

pytestmark = pytest.mark.browser

PLAY = "(video) => { video.muted = true; video.play().catch(() => {}); }"
NOTHING = "No media source currently available"


def _in(code: str, text: str) -> str:
    with translation.override(code):
        return gettext(text)


@pytest.mark.parametrize("code", CODES)
def test_a_video_plays_with_captions_in_the_language_of_the_page(code: str, newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages[code]["story"])
    video = visit.page.locator("video")
    assert video.evaluate("(video) => video.readyState") == 0  # nothing is fetched before the reader asks

    video.evaluate(PLAY)
    visit.page.wait_for_function("() => document.querySelector('video').currentTime > 0")
    shown = "[...document.querySelector('video').textTracks].filter((track) => track.mode === 'showing')"
    visit.page.wait_for_function(f"() => {shown}[0]?.cues?.length")

    assert round(video.evaluate("(video) => video.duration")) == 12
    assert visit.evaluate(f"() => {shown}.map((track) => track.language)") == [LANGUAGES[code].tag]
    assert visit.evaluate(f"() => {shown}[0].cues.length") == 4
    assert visit.page.locator(".player-message").inner_text() == ""
    assert visit.complaints == []


@pytest.mark.parametrize("code", CODES)
def test_a_reader_is_asked_to_wait_while_a_video_loads(code: str, newsroom: Newsroom, opened: Open) -> None:
    held: list[Route] = []
    opened_gate: list[bool] = []

    def hold(context: BrowserContext) -> None:
        context.route("**/*.mp4", lambda route: route.continue_() if opened_gate else held.append(route))

    visit = opened(newsroom.pages[code]["story"], before=hold)
    visit.page.locator("video").evaluate(PLAY)
    message = visit.page.locator(".player-message:not(:empty)")
    message.wait_for()

    assert message.inner_text() == _in(code, "please wait")
    assert held
    opened_gate.append(True)
    for route in held:
        route.continue_()
    message.wait_for(state="detached")


@pytest.mark.parametrize("code", CODES)
def test_a_video_whose_file_is_gone_says_so(code: str, newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages[code]["films"])
    visit.page.locator("video").evaluate(PLAY)
    message = visit.page.locator(".is-unavailable .player-message")
    message.wait_for()

    assert message.inner_text() == _in(code, NOTHING)
    assert message.get_attribute("role") == "status"


@pytest.mark.parametrize("code", CODES)
def test_a_video_without_a_source_says_so_without_scripts_too(code: str, newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages[code]["films"], java_script_enabled=False)
    message = visit.page.locator(".player:not([data-player]) .player-message")

    assert message.is_visible()
    assert message.inner_text() == _in(code, NOTHING)
