"""The search as readers use it: by keyboard, by pointer, without scripts, from right to left."""

from __future__ import annotations

import json
from urllib.parse import unquote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import BrowserContext, Route, expect

from newsroom import formats
from newsroom.languages import LANGUAGES, language
from tests.browser.addresses import CODES, RIGHT_TO_LEFT
from tests.browser.conftest import Newsroom, Open, Visit

pytestmark = pytest.mark.browser
HEADLINES = ["The sea retreats", "The sea <b>returns</b>", "The sea stays"]
WIDE, NARROW = 1280, 320


class Suggesting:
    """Answers in place of the server, so that a test knows what is suggested, and notes what was asked."""

    def __init__(self, headlines: list[str] | None = None, status: int = 200) -> None:
        self.headlines = HEADLINES if headlines is None else headlines
        self.status = status
        self.asked: list[str] = []

    def __call__(self, context: BrowserContext) -> None:
        context.route("**/search/suggest?*", self._answer)

    def _answer(self, route: Route) -> None:
        self.asked.append(unquote(route.request.url.partition("?q=")[2]))
        route.fulfill(status=self.status, content_type="application/json", body=json.dumps(self.headlines))


def typed(visit: Visit, words: str = "sea", box: str = "#search-words") -> None:
    """Types into the box and waits until something is suggested."""
    visit.page.locator(box).press_sequentially(words)
    expect(visit.page.locator(f"{box} + .suggestions")).to_be_visible()


def state_of(visit: Visit, box: str = "#search-words") -> tuple[str | None, str | None, str]:
    """Whether the list is open, the text of the chosen suggestion, and what stands in the box."""
    found: list[str | None] = visit.evaluate(
        """(box) => {
            const input = document.querySelector(box);
            const option = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
            return [input.getAttribute('aria-expanded'), option?.textContent ?? null, input.value];
        }""",
        box,
    )
    return found[0], found[1], found[2] or ""


def test_suggestions_are_chosen_by_the_arrows_and_searched_by_enter(opened: Open) -> None:
    visit = opened("/en/search/", before=Suggesting())
    typed(visit)
    assert state_of(visit) == ("true", None, "sea")
    visit.page.keyboard.press("ArrowDown")
    assert state_of(visit) == ("true", HEADLINES[0], HEADLINES[0])
    visit.page.keyboard.press("ArrowDown")
    assert state_of(visit) == ("true", HEADLINES[1], HEADLINES[1])
    visit.page.keyboard.press("ArrowUp")
    visit.page.keyboard.press("ArrowUp")
    assert state_of(visit) == ("true", None, "sea")
    visit.page.keyboard.press("ArrowUp")
    assert state_of(visit) == ("true", HEADLINES[2], HEADLINES[2])
    assert visit.page.locator("[role=option][aria-selected=true]").all_inner_texts() == [HEADLINES[2]]
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/en/search/?q=The+sea+stays")
    assert visit.complaints == []


def test_escape_closes_the_list_and_gives_back_what_was_typed(opened: Open) -> None:
    visit = opened("/en/search/", before=Suggesting())
    typed(visit)
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Escape")
    assert state_of(visit) == ("false", None, "sea")
    assert visit.page.locator(".suggestions").is_hidden()


def test_a_suggestion_is_searched_by_a_click(opened: Open) -> None:
    visit = opened("/en/search/", before=Suggesting())
    typed(visit)
    visit.page.locator("[role=option]").nth(1).click()
    visit.page.wait_for_url("**/en/search/?q=The+sea+%3Cb%3Ereturns%3C%2Fb%3E")
    assert visit.page.locator("main b").count() == 0


def test_the_list_goes_when_the_focus_goes(opened: Open) -> None:
    visit = opened("/en/search/", before=Suggesting())
    typed(visit)
    visit.page.keyboard.press("Tab")
    assert visit.page.locator(".suggestions").is_hidden()


@pytest.mark.parametrize("code", CODES)
def test_the_number_of_suggestions_is_announced_in_the_languages_own_digits(code: str, opened: Open) -> None:
    visit = opened(f"/{code}/search/", before=Suggesting())
    typed(visit)
    status = visit.page.locator(".search-box [role=status]")
    assert formats.format_number(len(HEADLINES), code) in (status.text_content() or "")


def test_the_server_is_asked_once_for_words_typed_in_one_go(opened: Open) -> None:
    suggesting = Suggesting()
    visit = opened("/en/search/", before=suggesting)
    typed(visit, "the sea")
    assert suggesting.asked == ["the sea"]


def test_a_single_letter_asks_nothing(opened: Open) -> None:
    suggesting = Suggesting()
    visit = opened("/en/search/", before=suggesting)
    visit.page.locator("#search-words").press_sequentially("s")
    visit.page.wait_for_timeout(400)
    assert suggesting.asked == []


@pytest.mark.parametrize("suggesting", [Suggesting([]), Suggesting(status=500)])
def test_without_suggestions_the_box_is_a_plain_one(suggesting: Suggesting, opened: Open) -> None:
    visit = opened("/en/search/", before=suggesting)
    with visit.page.expect_response("**/search/suggest?*"):
        visit.page.locator("#search-words").press_sequentially("sea")
    assert state_of(visit) == ("false", None, "sea")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/en/search/?q=sea")


def test_without_scripts_the_form_searches_and_keeps_filters(opened: Open) -> None:
    visit = opened("/en/search/?q=sea&section=world&order=newest", java_script_enabled=False)
    assert visit.page.locator("#search-words").input_value() == "sea"
    visit.page.locator("#search-words").fill("boats & nets")
    visit.page.locator(".search-form button").click()
    visit.page.wait_for_url("**/en/search/?q=boats+%26+nets&section=world&order=newest")


def test_the_box_in_the_head_of_every_page_suggests_and_searches(newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages["en"]["story"], width=WIDE, before=Suggesting())
    typed(visit, box="#masthead-words")
    visit.page.keyboard.press("ArrowDown")
    visit.page.keyboard.press("Enter")
    visit.page.wait_for_url("**/en/search/?q=The+sea+retreats")


def test_on_a_narrow_screen_a_link_in_the_head_leads_to_the_search(newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages["fa"]["home"], width=NARROW)
    assert visit.page.locator("#masthead-words").is_hidden()
    visit.page.locator(".search-link").click()
    visit.page.wait_for_url("**/fa/search/")


@pytest.mark.parametrize("width", [NARROW, WIDE])
@pytest.mark.parametrize("code", [code for code in LANGUAGES if code in CODES])
def test_an_open_list_has_no_violation_and_stays_on_the_screen(code: str, width: int, opened: Open) -> None:
    visit = opened(f"/{code}/search/", width=width, before=Suggesting())
    typed(visit)
    visit.page.keyboard.press("ArrowDown")
    assert [rule["id"] for rule in Axe().run(visit.page).response["violations"]] == []
    assert visit.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") <= 0
    box = visit.page.locator(".suggestions").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("code", RIGHT_TO_LEFT)
def test_the_button_stands_after_the_box_from_right_to_left(code: str, opened: Open) -> None:
    visit = opened(f"/{code}/search/")
    box, button = (visit.page.locator(f".search-form {part}").bounding_box() for part in ("input", "button"))
    assert language(code).is_right_to_left
    assert box is not None
    assert button is not None
    assert button["x"] < box["x"]


def test_a_followed_link_does_not_tell_what_was_searched_for(newsroom: Newsroom, opened: Open) -> None:
    visit = opened("/en/search/?q=sea")
    with visit.page.expect_request(f"{newsroom.address}/en/legal/") as followed:
        visit.page.locator(".legal-link a").click()
    assert "referer" not in followed.value.all_headers()
