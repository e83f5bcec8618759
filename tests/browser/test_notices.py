"""Legal notices as readers meet them: part of the page, in their own language, on paper and without scripts too."""

from __future__ import annotations

import pytest

from newsroom.languages import language
from tests.browser.addresses import CODES
from tests.browser.conftest import Newsroom, Open

pytestmark = pytest.mark.browser

NOTICE = "[data-notice='undesirable-ru']"
READ_IN = {"ps": "fa"}
"""The language in which the demo's notice is read where it is another than the page's."""
COVERED = """() => [...document.querySelectorAll('a[href], button, summary, video')].filter((element) => {
    if (!element.checkVisibility() || element.closest('[data-notice]')) return false;
    element.scrollIntoView({block: 'center', behavior: 'instant'});
    const box = element.getClientRects()[0];
    const met = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return Boolean(met?.closest('[data-notice]'));
}).map((element) => element.outerHTML)"""


@pytest.mark.parametrize("kind", ["home", "section", "story", "not found"])
@pytest.mark.parametrize("code", CODES)
def test_a_notice_reads_in_its_own_language_and_direction(
    code: str, kind: str, newsroom: Newsroom, opened: Open
) -> None:
    own = language(READ_IN.get(code, code))
    notice = opened(newsroom.pages[code][kind]).page.locator(NOTICE).first

    assert notice.get_attribute("lang") == own.tag
    assert notice.evaluate("(element) => getComputedStyle(element).direction") == own.direction
    assert notice.locator(".notice-fallback").count() == (own.code != code)


@pytest.mark.parametrize("code", CODES)
def test_a_notice_is_printed_with_the_story(code: str, newsroom: Newsroom, opened: Open) -> None:
    page = opened(newsroom.pages[code]["story"]).page
    page.emulate_media(media="print")

    assert page.locator(NOTICE).is_visible()


@pytest.mark.parametrize("code", CODES)
def test_a_notice_is_there_without_scripts(code: str, newsroom: Newsroom, opened: Open) -> None:
    page = opened(newsroom.pages[code]["story"], java_script_enabled=False).page

    assert page.locator(NOTICE).is_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_notice_lies_over_nothing(width: int, newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages["en"]["story"], width=width)
    visit.read_to_the_end()

    assert visit.evaluate(COVERED) == []


def test_the_focus_goes_through_a_notice_and_on(newsroom: Newsroom, opened: Open) -> None:
    page = opened(newsroom.pages["en"]["story"]).page
    page.locator(f"{NOTICE} a").focus()
    page.keyboard.press("Tab")

    assert page.evaluate("() => document.activeElement.closest('[data-notice]') === null")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("() => document.activeElement.closest('[data-notice]') === null")
