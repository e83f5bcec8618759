"""People of the desks at work in the real editor, and what they find there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.factories import PASSWORD


@dataclass(slots=True)
class Desk:
    """The newsroom of the desks, and people who log in to it."""

    browser: Browser
    address: str
    pages: dict[str, int]
    contexts: list[BrowserContext]
    complaints: list[str]

    def as_(self, name: str, *, width: int = 1280, height: int = 900, **options: Any) -> Page:
        """The browser of somebody who has logged in; whatever a script fails in is noted."""
        context = self.browser.new_context(viewport={"width": width, "height": height}, **options)
        context.route(lambda url: not url.startswith((self.address, "data:", "blob:")), lambda route: route.abort())
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.goto(f"{self.address}/admin/login/")
        page.fill("[name=username]", name)
        page.fill("[name=password]", PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url(f"{self.address}/admin/")
        return page

    def edit(self, page: Page, kind: str) -> None:
        """Opens the editor of one of the pages, and waits until its blocks are drawn."""
        page.goto(f"{self.address}/admin/pages/{self.pages[kind]}/edit/")
        page.wait_for_load_state("networkidle")


def block(page: Page, key: str) -> Locator:
    """A block of the body."""
    return page.locator(f'[data-streamfield-child][data-contentpath="{key}"]')


def text_of(page: Page, key: str) -> Locator:
    """The rich text of a block, where one types."""
    return block(page, key).locator("[contenteditable=true][role=textbox]")


def part(page: Page, key: str) -> Locator:
    """A part of the source."""
    return page.locator(f'[data-part="{key}"]')


def rewrite(field: Locator, text: str) -> None:
    """Puts a text in place of what stands in a rich text, by keys, and waits until the form has it."""
    field.click()
    field.press("Control+a")
    field.page.keyboard.insert_text(text)
    stored = field.locator("xpath=ancestor::*[@data-streamfield-widget]").locator("input[type=hidden]")
    expect(stored).to_have_value(re.compile(re.escape(text)))


def publish(page: Page) -> None:
    """Publishes by the menu at the foot of the editor, and waits for the word that it is out."""
    page.locator("footer [data-w-dropdown-target=toggle]").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    expect(page.locator(".messages .success")).to_be_visible()


def text_beside(page: Page, key: str) -> Locator:
    """One text of the source, with its aids."""
    return page.locator(f'[data-source-unit="{key}"]')


def edit_without_saving(desk: Desk, page: Page, kind: str) -> None:
    """Opens the editor, and keeps it from saving by itself."""
    page.route("**/edit/", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
    desk.edit(page, kind)


def save(page: Page) -> None:
    """Saves the draft, and opens it anew."""
    page.locator("footer").get_by_role("button", name="Save draft").click()
    expect(page.locator(".messages .success")).to_be_visible()
    page.wait_for_load_state("networkidle")


def box_of(found: Locator) -> dict[str, float]:
    box = found.bounding_box()
    assert box is not None
    return dict(box)
