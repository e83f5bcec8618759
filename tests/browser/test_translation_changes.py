"""Tests of a translator who follows what changed in the source."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.translators import (
    Desk,
    block,
    part,
    text_of,
)

pytestmark = pytest.mark.browser


class TestChanges:
    def test_keys_go_round_the_changes(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "story")
        expect(page.get_by_role("button", name="Next change")).to_have_attribute("title", "Alt+N")
        for key, expected in [
            ("n", "title"),
            ("n", "block:p1"),
            ("n", "block:added"),
            ("n", "title"),
            ("p", "block:added"),
        ]:
            page.keyboard.press(f"Alt+{key}")
            expect(part(page, expected)).to_be_focused()
        page.keyboard.press("Tab")
        expect(part(page, "block:added").get_by_role("button", name="Done")).to_be_focused()

    def test_keys_work_while_one_writes(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "story")
        text_of(page, "p0").click()
        page.keyboard.press("Alt+n")
        expect(part(page, "title")).to_be_focused()
        expect(text_of(page, "p0")).to_have_text("سطح آب در بندر دو متر پایین‌تر است.")

    def test_an_answer_is_given_and_taken_back_without_losing_what_is_written(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "story")
        page.fill("[name=standfirst]", "آب کم است.")
        changed = part(page, "block:p1")
        expect(page.locator("[data-left]")).to_have_text("Changes left: 3")
        changed.get_by_role("button", name="Still fine").click()
        expect(page.locator("[data-left]")).to_have_text("Changes left: 2")
        expect(changed.locator("del")).to_be_hidden()
        changed.get_by_role("button", name="Take back").click()
        expect(page.locator("[data-left]")).to_have_text("Changes left: 3")
        expect(changed.locator("del")).to_be_visible()
        assert page.input_value("[name=standfirst]") == "آب کم است."

    def test_what_somebody_else_dealt_with_is_told(self, desk: Desk) -> None:
        first, second = desk.as_("reza"), desk.as_("mina")
        for page in (first, second):
            desk.edit(page, "story")
        part(first, "title").locator("[data-answer=done]").click()
        expect(first.locator("[data-left]")).to_have_text("Changes left: 2")
        part(second, "title").locator("[data-answer=done]").click()
        expect(part(second, "title").get_by_role("alert")).to_be_visible()
        part(first, "title").locator("[data-answer=take_back]").click()
        expect(first.locator("[data-left]")).to_have_text("Changes left: 3")

    def test_a_new_block_of_the_source_is_put_into_the_draft(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "story")
        part(page, "block:added").get_by_role("button", name="Put it into the translation").click()
        expect(text_of(page, "added")).to_have_text("Ships wait outside.")
        expect(block(page, "added").locator("[data-part]")).to_contain_text("New in the source")

    def test_what_is_written_and_not_saved_is_not_lost_by_it(self, desk: Desk) -> None:
        page = desk.as_("reza")
        page.add_init_script(
            "document.addEventListener('w-unsaved:watch-edits', () => { window.watches = performance.now(); });"
            "document.addEventListener('w-unsaved:add', () => { window.isUnsaved = true; });"
        )
        desk.edit(page, "story")
        page.context.route("**/edit/", lambda route: route.abort())
        # The editor begins to watch twice, and takes what is written between as saved.
        page.wait_for_function("() => performance.now() - window.watches > 1500")
        page.fill("[name=dateline]", "آکتائو")
        page.wait_for_function("() => window.isUnsaved")
        part(page, "block:h0").get_by_role("button", name="Put it into the translation").click()
        expect(part(page, "block:h0").get_by_role("alert")).to_have_text("Please save the draft first.")
        assert page.input_value("[name=dateline]") == "آکتائو"
