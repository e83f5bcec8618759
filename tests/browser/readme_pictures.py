"""Takes the README's pictures of the demo newsroom: `python -m tests.browser.readme_pictures`."""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.serving import ROOT, Place, served

FOLDER = ROOT / "docs" / "pictures"
COLOURS = 200


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: its name, the language, the page (front page or top story), what is at its top, and the screen."""

    name: str
    code: str
    story: bool = True
    top: str = "body"
    width: int = 1280
    height: int = 900
    dark: bool = False


SHOTS = (
    Shot("front-page-en", "en", story=False),
    Shot("story-en", "en"),
    Shot("story-fa", "fa"),
    Shot("story-ru-phone", "ru", top=".story-head", width=390, height=844),
    Shot("story-ka-dark", "ka", dark=True),
    Shot("notice-ru", "ru", top=".credits"),
)

CHANGE = """
from articles.pages.article import ArticlePage
story = ArticlePage.objects.filter(locale__language_code="en").newest_first()[0].get_latest_revision_as_object()
raw = list(story.body.get_prep_value())
texts = [block for block in raw if block["type"] == "paragraph"]
texts[1]["value"] = texts[1]["value"].replace("</p>", " More is to be known in spring.</p>", 1)
story.body = __import__("json").dumps(raw)
story.save_revision().publish()
"""
"""Changes a paragraph of the English top story, so that its translations are behind."""


def main() -> None:
    """Loads the demo into a temporary folder, serves it, and puts the pictures into `docs/pictures/`."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        place = Place.in_folder(Path(folder))
        place.run("manage.py", "migrate", "--verbosity", "0")
        place.run("manage.py", "load_demo")
        with served(place) as address, sync_playwright() as playwright:
            program = os.environ.get("CHROMIUM") or shutil.which("chromium")
            browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
            for shot in SHOTS:
                take(browser, address, shot)
            take_editor(browser, address, "en", "editor")
            take_desk(browser, address)
            take_board(browser, address)
            place.run("manage.py", "shell", "--no-imports", "-c", CHANGE)
            take_editor(browser, address, "fa", "translation-screen", change=True)
            take_search(browser, address)


def take(browser: Browser, address: str, shot: Shot) -> None:
    """One picture of a reader's page."""
    page = browser.new_page(
        viewport={"width": shot.width, "height": shot.height}, color_scheme="dark" if shot.dark else "light"
    )
    page.goto(f"{address}/{shot.code}/")
    if shot.story:
        page.goto(address + str(page.get_attribute(".top [data-story]", "href")))
    page.locator(shot.top).evaluate("(element) => element.scrollIntoView({behavior: 'instant'})")
    save(page, shot.name)


def signed_in(browser: Browser, address: str, name: str) -> Page:
    """A window in which somebody of the demo has signed in to the admin."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/admin/login/")
    page.fill("[name=username]", name)
    page.fill("[name=password]", f"meridian-{name}")
    page.press("[name=password]", "Enter")
    page.wait_for_load_state("networkidle")
    return page


def take_desk(browser: Browser, address: str) -> None:
    """The legal desk, as the demo's approver sees it."""
    page = signed_in(browser, address, "counsel")
    page.goto(f"{address}/admin/legal/")
    page.wait_for_load_state("networkidle")
    save(page, "legal-desk")


def take_board(browser: Browser, address: str) -> None:
    """The translation desk's board, as the demo's administrator sees it."""
    page = signed_in(browser, address, "administrator")
    page.goto(f"{address}/admin/translation-desk/")
    page.wait_for_load_state("networkidle")
    save(page, "translation-desk")


def take_search(browser: Browser, address: str) -> None:
    """What readers of Russian find for a word in one of its forms."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{address}/ru/search/?q=море")
    save(page, "search-ru")


def take_editor(browser: Browser, address: str, code: str, name: str, *, change: bool = False) -> None:
    """The editor of a language's top story for an administrator; with `change`, at what changed in its source."""
    page = signed_in(browser, address, "administrator")
    page.goto(f"{address}/{code}/")
    page.goto(address + str(page.get_attribute(".top [data-story]", "href")))
    headline = page.title().split(" · ")[0]
    page.goto(f"{address}/admin/pages/search/?q={headline[:40]}")
    page.goto(address + str(page.locator("a[href*='/admin/pages/'][href$='/edit/']").first.get_attribute("href")))
    page.wait_for_load_state("networkidle")
    if change:
        page.get_by_role("button", name="Next change").click()
        page.wait_for_timeout(1000)
    save(page, name)


def save(page: Page, name: str) -> None:
    """The picture in few colours, small enough for a repository."""
    page.wait_for_load_state("networkidle")
    with Image.open(BytesIO(page.screenshot())) as picture:
        picture.convert("RGB").quantize(COLOURS).save(FOLDER / f"{name}.png", optimize=True)
    page.close()


if __name__ == "__main__":
    main()
