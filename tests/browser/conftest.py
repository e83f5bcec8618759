"""A compact newsroom that is being served, and readers who open its pages in Chromium."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from tests.browser.addresses import EVERY_LANGUAGE
from tests.browser.serving import Place, served
from tests.browser.translators import Desk
from tests.conftest import skip_or_fail

# Playwright's event loop runs in the thread of the tests, where Django would not let later tests use the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
LOAD_DESK = "import json; from tests.browser.desk_newsroom import load; print(json.dumps(load()))"
LOAD = "import json; from tests.browser.compact_newsroom import load; print(json.dumps(load()))"


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A site that is being served: where, and the paths of its pages by language code and kind."""

    address: str
    pages: dict[str, dict[str, str]]


@dataclass(slots=True)
class Visit:
    """A page as a reader has it before them, with everything that was noticed while it was open."""

    page: Page
    outside: list[str] = field(default_factory=list)
    """Addresses at other sites that the page asked for; none was let through."""
    complaints: list[str] = field(default_factory=list)
    """Errors in the console, violations of the content security policy among them."""

    def evaluate(self, script: str, argument: Any = None) -> Any:
        """What a script in the page gives."""
        return self.page.evaluate(script, argument)

    def read_to_the_end(self) -> None:
        """Scrolls down by screens, as a reader does, so that everything which loads late has loaded."""
        while self.evaluate(
            "() => { const before = scrollY; scrollBy({top: innerHeight, behavior: 'instant'});"
            " return scrollY > before }"
        ):
            self.page.wait_for_load_state("networkidle")
        self.page.wait_for_load_state("networkidle")


Open = Callable[..., Visit]


def chromium() -> str:
    """The path of the browser; the test is skipped where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if not found:
        skip_or_fail("Chromium")
    return str(found)


@pytest.fixture(scope="session")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Newsroom]:
    """The compact newsroom, loaded once for all processes of the run, served by each for itself."""
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        folder = folder.parent
    folder = folder / "compact-newsroom"
    folder.mkdir(exist_ok=True)
    told = folder / "pages.json"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        place = Place.in_folder(folder)
        if not told.exists():
            place.run("manage.py", "migrate", "--verbosity", "0")
            told.write_text(place.run("manage.py", "shell", "--no-imports", "-c", LOAD))
    with served(place) as address:
        yield Newsroom(address, json.loads(told.read_text()))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium of the machine; none is ever downloaded."""
    path = chromium()
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture
def opened(browser: Browser, newsroom: Newsroom) -> Iterator[Open]:
    """Opens pages by path, each for a new reader; keywords are those of a browser's context, and `before`.

    `before(context)` prepares the reader's browser. Whatever is asked of other sites is noted and not let through.
    """
    contexts: list[BrowserContext] = []

    def open_page(
        path: str,
        *,
        width: int = 1280,
        height: int = 900,
        before: Callable[[BrowserContext], None] | None = None,
        **options: Any,
    ) -> Visit:
        if path == EVERY_LANGUAGE:  # a reader of none of the languages is not led to one
            options["extra_http_headers"] = {"Accept-Language": "x-none"}
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        visit = Visit(context.new_page())

        def note(route: Route) -> None:
            visit.outside.append(route.request.url)
            route.abort()

        context.route(lambda url: not url.startswith((newsroom.address, "data:", "blob:")), note)
        if before:
            before(context)
        visit.page.on("pageerror", lambda error: visit.complaints.append(str(error)))
        visit.page.on(
            "console", lambda said: visit.complaints.append(said.text) if said.type in {"error", "warning"} else None
        )
        visit.page.goto(newsroom.address + path)
        return visit

    yield open_page
    for context in contexts:
        context.close()


def every_page(newsroom: Newsroom, code: str) -> dict[str, str]:
    """Paths of all pages of a language by kind, the choice of a language among them."""
    return {**newsroom.pages[code], "languages": EVERY_LANGUAGE}


@pytest.fixture(scope="module")
def served_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, int]]]:
    """The newsroom of the desks, which the tests of a module change one after the other."""
    place = Place.in_folder(tmp_path_factory.mktemp("desk-newsroom"))
    place.run("manage.py", "migrate", "--verbosity", "0")
    pages = json.loads(place.run("manage.py", "shell", "--no-imports", "-c", LOAD_DESK))
    with served(place) as address:
        yield address, pages


@pytest.fixture
def desk(browser: Browser, served_desk: tuple[str, dict[str, int]]) -> Iterator[Desk]:
    """The newsroom; at the end nobody's scripts may have failed."""
    room = Desk(browser, *served_desk, [], [])
    yield room
    for context in room.contexts:
        context.close()
    assert room.complaints == []
