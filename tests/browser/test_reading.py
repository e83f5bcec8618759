"""Pages as readers meet them: on narrow and wide screens, by keyboard, without scripts, printed, from right to left."""

from __future__ import annotations

import pytest

from tests.browser.addresses import CODES, EVERY_LANGUAGE, RIGHT_TO_LEFT
from tests.browser.conftest import Newsroom, Open, every_page

pytestmark = pytest.mark.browser

WEIGHT = 60_000
"""Bytes of a page's HTML, styles and scripts before its pictures."""

REACHABLE = "a[href], button, summary, video[controls], iframe, input, select, textarea"
NUMBER_REACHABLE = f"""() => [...document.querySelectorAll('{REACHABLE}')]
    .map((element, number) => (element.dataset.number = number, element))
    .filter((element) => element.checkVisibility()).map((element) => element.dataset.number)"""
FOCUSED = """() => {
    const element = document.activeElement, box = element.getBoundingClientRect();
    const style = getComputedStyle(element.closest('.player') ?? element);  // a player's own controls hide from styles
    return {
        number: element.dataset.number ?? null,
        html: element.outerHTML.slice(0, 120),
        outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
        seen: box.width > 1 && box.height > 1,
    };
}"""
SHIFTS = """() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
            window.shifts.push([entry.value, entry.sources.map((s) => s.node?.outerHTML)]);
    }).observe({type: 'layout-shift', buffered: true});
}"""
FAR_FROM_START = """() => [...document.querySelectorAll('h1, .standfirst, .story-body > p, figcaption, .about p')]
    .filter((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const lines = [...range.getClientRects()].filter((line) => line.width > 0);
        const style = getComputedStyle(element);
        const edge = element.getBoundingClientRect().right - parseFloat(style.paddingRight);
        return style.direction !== 'rtl' || Math.abs(Math.max(...lines.map((line) => line.right)) - edge) > 2
            || Math.abs(lines.at(-1).right - edge) > edge - lines.at(-1).left;
    }).map((element) => element.outerHTML)"""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("code", CODES)
def test_no_page_scrolls_sideways(code: str, width: int, newsroom: Newsroom, opened: Open) -> None:
    for kind, path in every_page(newsroom, code).items():
        visit = opened(path, width=width)

        assert visit.evaluate("() => document.scrollingElement.scrollWidth - innerWidth") <= 0, kind


@pytest.mark.parametrize("code", CODES)
def test_the_first_focus_is_the_skip_link_and_it_leads_to_the_main_part(
    code: str, newsroom: Newsroom, opened: Open
) -> None:
    for kind in ("home", "story"):
        visit = opened(newsroom.pages[code][kind])
        visit.page.keyboard.press("Tab")
        skip = visit.page.locator("a.skip")

        assert visit.evaluate("() => document.activeElement.matches('a.skip')"), kind
        assert (skip.bounding_box() or {"width": 0})["width"] > 40, kind
        visit.page.keyboard.press("Enter")
        assert visit.evaluate("() => document.activeElement.id") == "main", kind
        visit.page.keyboard.press("Tab")
        assert visit.evaluate("() => !!document.activeElement.closest('main, #languages')"), kind


@pytest.mark.parametrize("kind", ["home", "story", "films", "not found", "found", "nothing found"])
@pytest.mark.parametrize("code", ["en", "fa"])
def test_whatever_can_be_used_is_reached_by_tab_and_shows_its_focus(
    code: str, kind: str, newsroom: Newsroom, opened: Open
) -> None:
    visit = opened(newsroom.pages[code][kind])
    expected = set(visit.evaluate(NUMBER_REACHABLE))
    reached = set()
    for _ in range(5 * len(expected)):  # a player's own controls are several
        visit.page.keyboard.press("Tab")
        focused = visit.evaluate(FOCUSED)
        if focused["number"] in reached and focused["number"] == "0":
            break
        if focused["number"] is not None:
            reached.add(focused["number"])
            assert focused["outlined"], focused["html"]
            assert focused["seen"], focused["html"]

    assert reached == expected


@pytest.mark.parametrize("code", CODES)
def test_without_scripts_nothing_of_a_page_is_missing(code: str, newsroom: Newsroom, opened: Open) -> None:
    for kind in ("home", "story", "films"):
        path = newsroom.pages[code][kind]
        full = opened(path)
        full.evaluate("() => document.querySelectorAll('button:not(form *)').forEach((button) => button.remove())")
        plain = opened(path, java_script_enabled=False)

        assert plain.page.inner_text("body").split() == full.page.inner_text("body").split(), kind
        assert plain.page.locator("button:not(form *):visible").count() == 0, kind


def test_without_scripts_the_video_has_controls_and_the_embed_offers_a_link(newsroom: Newsroom, opened: Open) -> None:
    story = opened(newsroom.pages["en"]["story"], java_script_enabled=False)
    films = opened(newsroom.pages["en"]["films"], java_script_enabled=False)

    assert story.page.locator("video").get_attribute("controls") is not None
    story.page.locator("summary").click()
    assert story.page.locator(".transcript p").is_visible()
    link = films.page.locator(".embed a")
    assert link.is_visible()
    assert link.get_attribute("href") == "https://youtu.be/M7lc1UVf-VE"


@pytest.mark.parametrize("code", CODES)
def test_no_page_asks_another_site_for_anything_nor_complains(code: str, newsroom: Newsroom, opened: Open) -> None:
    for kind, path in every_page(newsroom, code).items():
        visit = opened(path)
        visit.read_to_the_end()

        assert visit.outside == [], kind
        expected = ["Failed to load resource: the server responded with a status of 404 (Not Found)"]
        assert visit.complaints == (expected if kind in {"not found", "beyond"} else []), kind


def test_a_script_from_another_site_would_be_refused_and_noticed(newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages["en"]["home"])
    visit.evaluate(
        """() => new Promise((settled) => {
            const script = document.createElement('script');
            script.src = 'https://elsewhere.example/script.js';
            script.onload = script.onerror = settled;
            document.head.append(script);
        })"""
    )

    assert any("Content Security Policy" in complaint for complaint in visit.complaints)
    assert visit.outside == []


def test_an_embed_loads_on_a_click_from_the_address_that_sets_no_cookie(newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages["en"]["films"])
    visit.read_to_the_end()
    assert visit.outside == []

    with visit.page.expect_request("https://www.youtube-nocookie.com/**"):
        visit.page.get_by_role("button", name="YouTube").click()

    assert visit.outside == ["https://www.youtube-nocookie.com/embed/M7lc1UVf-VE?autoplay=1"]
    assert visit.page.locator(".embed iframe").get_attribute("title")


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("kind", ["story", "films"])
@pytest.mark.parametrize("code", CODES)
def test_nothing_shifts_while_a_page_is_read(
    code: str, kind: str, width: int, newsroom: Newsroom, opened: Open
) -> None:
    visit = opened(
        newsroom.pages[code][kind], width=width, before=lambda context: context.add_init_script(f"({SHIFTS})()")
    )
    visit.read_to_the_end()

    assert visit.evaluate("() => window.shifts") == []


@pytest.mark.parametrize("code", CODES)
def test_the_link_of_a_story_is_copied_and_the_reader_is_told(code: str, newsroom: Newsroom, opened: Open) -> None:
    path = newsroom.pages[code]["story"]
    visit = opened(f"{path}?from=elsewhere#share", permissions=["clipboard-read", "clipboard-write"])
    button = visit.page.locator("[data-copy]")
    button.click()
    visit.page.locator(".share [role=status]:not(:empty)").wait_for()

    assert visit.evaluate("() => navigator.clipboard.readText()") == newsroom.address + path
    assert visit.page.locator(".share [role=status]").inner_text() == button.get_attribute("data-copied")


def test_on_paper_there_is_the_story_and_no_way_around_the_site(newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages["en"]["story"])
    visit.page.emulate_media(media="print")

    for selector in (".logo", "h1", ".standfirst", ".lead img", ".story-body p", ".credits", ".about"):
        assert visit.page.locator(selector).first.is_visible(), selector
    for selector in (".sections", ".languages-link", ".breaking", ".share", ".foot", ".player", ".related"):
        assert visit.page.locator(selector).filter(visible=True).count() == 0, selector


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_light_before_its_pictures(code: str, newsroom: Newsroom, opened: Open) -> None:
    for kind, path in every_page(newsroom, code).items():
        visit = opened(path)
        text = "() => [location.href, ...performance.getEntriesByType('resource').map((entry) => entry.name)]"
        asked = [address for address in visit.evaluate(text) if "/media/" not in address]
        weights = {address: len(visit.page.request.get(address).body()) for address in asked}

        assert {"site.css", "site.js"} <= {address.rpartition("/")[2] for address in weights}, kind
        assert sum(weights.values()) <= WEIGHT, (kind, weights)


@pytest.mark.parametrize("code", RIGHT_TO_LEFT)
def test_text_from_right_to_left_begins_at_the_right(code: str, newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages[code]["story"])

    assert visit.page.locator("html").get_attribute("dir") == "rtl"
    assert visit.evaluate("() => document.querySelectorAll('.story-body > p').length") > 5
    assert visit.evaluate(FAR_FROM_START) == []


def test_names_of_all_languages_begin_at_the_same_edge(opened: Open) -> None:
    visit = opened(EVERY_LANGUAGE, width=320)
    edges = visit.evaluate(
        "() => [...document.querySelectorAll('.choose bdi')]"
        ".map((name) => Math.round(name.getBoundingClientRect().left))"
    )

    assert len(edges) == len(CODES)
    assert len(set(edges)) == 1
