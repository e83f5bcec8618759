"""People of three desks carry a story across languages in the real editor, its source beside it."""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.translators import (
    Desk,
    block,
    box_of,
    part,
    publish,
    rewrite,
    text_of,
)

pytestmark = pytest.mark.browser


def test_a_story_goes_from_an_english_editor_to_a_persian_translator_and_follows_a_correction(desk: Desk) -> None:
    """Each of them finds the next step on the screen that they have before them."""
    anna, reza = desk.as_("anna"), desk.as_("reza")

    desk.edit(anna, "draft")
    anna.fill("[name=title]", "Five states measure one shrinking sea")
    publish(anna)
    desk.edit(anna, "draft")
    anna.get_by_role("button", name="Actions", exact=True).first.click()
    anna.get_by_role("link", name="Translate into…").first.click()
    anna.get_by_label("Persian", exact=True).check()
    anna.get_by_role("button", name="Only ask the desks").click()
    expect(anna.get_by_text("The desks have been asked.")).to_be_visible()

    reza.goto(f"{desk.address}/admin/translation-desk/inbox/")
    reza.locator(".tdesk-notes a", has_text="Five states measure one shrinking sea").click()
    reza.get_by_role("button", name="Translate", exact=True).click()
    reza.wait_for_url("**/edit/")
    reza.wait_for_load_state("networkidle")
    title = reza.locator("[name=title]")
    expect(title).to_have_attribute("dir", "rtl")
    expect(part(reza, "title")).to_contain_text("Five states measure one shrinking sea")
    title.fill("پنج کشور دریا را اندازه می‌گیرند")
    for key, text in (("p0", "آب پایین رفته است."), ("p1", "مرات قایق تعمیر می‌کند."), ("p2", "توافق شد.")):
        rewrite(text_of(reza, key), text)
    publish(reza)
    address = reza.get_by_role("link", name="View live").first.get_attribute("href")
    story = reza.context.new_page()
    story.goto(f"{desk.address}{address.removeprefix(desk.address)}" if address else "")
    expect(story.locator("html")).to_have_attribute("dir", "rtl")
    expect(story.get_by_text("مرات قایق تعمیر می‌کند.")).to_be_visible()

    desk.edit(anna, "draft")
    rewrite(text_of(anna, "p1"), "Marat Ilyasov, 62, has repaired boats here for 40 years.")
    publish(anna)

    reza.goto(f"{desk.address}/admin/translation-desk/work/")
    row = reza.get_by_role("row", name=re.compile("shrinking sea"))
    expect(row).to_contain_text("Changed: 1")
    row.get_by_role("rowheader").get_by_role("link").click()
    reza.wait_for_load_state("networkidle")
    reza.keyboard.press("Alt+n")
    changed = part(reza, "block:p1")
    expect(changed).to_be_focused()
    expect(changed.locator("del")).to_have_text("Removed: 61")
    expect(changed.locator("ins")).to_have_text("Added: 62")
    rewrite(text_of(reza, "p1"), "مرات ۶۲ ساله قایق تعمیر می‌کند.")
    changed.get_by_role("button", name="Done").click()
    expect(reza.locator("[data-left]")).to_have_text("No changes left")
    publish(reza)
    story.reload()
    expect(story.get_by_text("مرات ۶۲ ساله قایق تعمیر می‌کند.")).to_be_visible()


class TestSideBySide:
    def test_persian_is_written_from_right_to_left_beside_english(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "story")
        assert page.locator("html").get_attribute("dir") in {None, "ltr"}
        for field in (
            page.locator("[name=kicker]"),
            text_of(page, "p0"),
            block(page, "q0").locator("input[type=text]"),
        ):
            expect(field).to_have_attribute("lang", "fa")
            expect(field).to_have_attribute("dir", "rtl")
            assert field.evaluate("field => getComputedStyle(field).direction") == "rtl"
        expect(page.locator("[name=slug]")).not_to_have_attribute("dir", "rtl")
        expect(part(page, "block:p0").locator(".source-part__text")).to_have_attribute("dir", "ltr")
        heading = block(page, "p0").locator("[data-panel-heading]")
        assert heading.evaluate("label => getComputedStyle(label).direction") == "ltr"

    def test_each_part_stands_at_the_side_of_its_field_or_block(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "story")
        for key in ("p0", "q0", "i0", "f0"):
            beside, own = box_of(part(page, f"block:{key}")), box_of(block(page, key).locator("section").first)
            assert beside["x"] >= own["x"] + own["width"]
            assert abs(beside["y"] - own["y"]) < 40
        beside, own = box_of(part(page, "title")), box_of(page.locator("[name=title]"))
        assert beside["x"] >= own["x"] + own["width"]
        expect(part(page, "credits")).to_contain_text("Mike Eckel")
        expect(page.locator("#panel-child-content-credits-section [data-part=credits]")).to_be_visible()

    def test_it_stands_on_the_other_side_where_the_admin_is_persian(self, desk: Desk) -> None:
        page = desk.as_("mina")
        desk.edit(page, "story")
        expect(page.locator("html")).to_have_attribute("dir", "rtl")
        beside, own = box_of(part(page, "block:p0")), box_of(block(page, "p0").locator("section").first)
        assert beside["x"] + beside["width"] <= own["x"]

    @pytest.mark.parametrize("width", [800, 414])
    def test_it_stands_below_where_there_is_no_room(self, desk: Desk, width: int) -> None:
        page = desk.as_("reza", width=width)
        desk.edit(page, "story")
        beside, own = box_of(part(page, "block:p0")), box_of(block(page, "p0").locator("section").first)
        assert beside["y"] >= own["y"] + own["height"]
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")

    def test_what_is_left_out_stands_where_it_belongs(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "story")
        left_out = part(page, "block:h0")
        expect(left_out).to_contain_text("Left out here")
        order = page.locator("[data-streamfield-stream-container]").first.evaluate(
            "all => [...all.children].map(each => each.dataset.contentpath || each.dataset.part).filter(Boolean)"
        )
        assert order[:5] == ["p0", "p1", "p2", "block:h0", "q0"]

    def test_a_block_that_moves_takes_its_source_along_and_one_that_is_deleted_leaves_it(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "story")
        block(page, "p2").get_by_role("button", name="Move up").click()
        expect(block(page, "p2").locator('[data-part="block:p2"]')).to_be_visible()
        above, below = box_of(part(page, "block:p2")), box_of(part(page, "block:p1"))
        assert above["y"] < below["y"]
        block(page, "p2").get_by_role("button", name="Delete").click()
        expect(block(page, "p2").locator("section").first).to_be_hidden()
        expect(part(page, "block:p2")).to_be_visible()
        expect(part(page, "block:p2")).to_contain_text("Five states signed")

    def test_a_block_that_is_added_is_written_in_the_language_of_the_story(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "story")
        page.get_by_role("button", name="Insert a block").first.click()
        page.get_by_role("option", name="Quote").first.click()
        added = page.locator("[data-streamfield-child]").first
        expect(added.locator("[contenteditable=true]")).to_have_attribute("dir", "rtl")
        expect(added.locator("input[type=text]")).to_have_attribute("lang", "fa")

    def test_english_stays_from_left_to_right_in_a_persian_admin(self, desk: Desk) -> None:
        page = desk.as_("mina")
        desk.edit(page, "home")
        expect(page.locator("[name=title]")).to_have_attribute("dir", "rtl")
        expect(page.locator("[contenteditable=true]").first).to_have_attribute("lang", "fa")

    def test_the_preview_shows_what_is_not_saved_in_the_language_of_the_story(self, desk: Desk) -> None:
        page = desk.as_("reza", width=1600)
        desk.edit(page, "story")
        page.fill("[name=kicker]", "هنوز ذخیره نشده")
        page.locator("[data-side-panel-toggle=preview]").click()
        preview = page.frame_locator("[data-side-panel=preview] iframe").first
        expect(preview.locator("html")).to_have_attribute("lang", "fa")
        expect(preview.get_by_text("هنوز ذخیره نشده")).to_be_visible()


@pytest.mark.parametrize("name", ["reza", "mina"])
def test_the_screen_works_in_light_and_dark_without_complaints_of_axe(desk: Desk, name: str) -> None:
    page = desk.as_(name)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        desk.edit(page, "story")
        page.get_by_text("Alt+K").evaluate("key => { key.closest('details').open = true; }")
        ours = {"include": [[".source-bar"], [".source-part"]]}
        violations = Axe().run(page, context=ours).response["violations"]
        assert [f"{rule['id']}: {[node['html'] for node in rule['nodes']]}" for rule in violations] == []
