"""Tests of a translator's aids: machine texts, earlier translations, and checks."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.translators import (
    Desk,
    block,
    box_of,
    edit_without_saving,
    rewrite,
    save,
    text_beside,
    text_of,
)

pytestmark = pytest.mark.browser


class TestAids:
    def test_a_suggestion_goes_into_the_field_and_undo_takes_it_back(self, desk: Desk) -> None:
        page = desk.as_("reza")
        edit_without_saving(desk, page, "aided")
        beside, field = text_beside(page, "block:a1"), text_of(page, "a1")
        beside.get_by_role("button", name="Suggestion").click()
        expect(field).to_have_text("[fa: Ferries wait outside.]")
        expect(field).to_be_focused()
        expect(beside.get_by_text("By a machine, unchecked")).to_be_visible()
        expect(page.locator("[data-machine-count]")).to_have_text("By a machine, unchecked: 1")
        page.keyboard.press("Control+z")
        expect(field).to_have_text("Ferries wait outside.")
        expect(beside.get_by_text("By a machine, unchecked")).to_be_hidden()
        expect(page.locator("[data-machine]")).to_be_hidden()

    def test_keys_put_a_suggestion_into_a_line_and_writing_there_makes_it_ones_own(self, desk: Desk) -> None:
        page = desk.as_("reza")
        edit_without_saving(desk, page, "aided")
        speaker = block(page, "q0").locator("input[type=text]")
        speaker.focus()
        page.keyboard.press("Alt+m")
        expect(speaker).to_have_value("[fa: Marat Ilyasov]")
        mark = text_beside(page, "block:q0/speaker").get_by_text("By a machine, unchecked")
        expect(mark).to_be_visible()
        speaker.press("End")
        page.keyboard.insert_text("!")
        expect(mark).to_be_hidden()
        speaker.press("Backspace")
        expect(mark).to_be_visible()

    def test_text_of_ones_own_is_not_overwritten(self, desk: Desk) -> None:
        page = desk.as_("reza")
        edit_without_saving(desk, page, "aided")
        page.locator("[name=title]").focus()
        page.keyboard.press("Alt+m")
        beside = text_beside(page, "title")
        expect(beside.locator("[data-offer-words]")).to_have_text("[fa: Ships leave the harbour]")
        expect(beside.get_by_role("button", name="Copy")).to_be_focused()
        expect(beside.get_by_role("button", name="Insert")).to_have_count(0)
        rewrite(text_of(page, "a1"), "کشتی‌ها منتظرند.")
        text_beside(page, "block:a1").get_by_role("button", name="Suggestion").click()
        expect(text_beside(page, "block:a1").locator("[data-offer-words]")).to_be_visible()
        expect(text_of(page, "a1")).to_have_text("کشتی‌ها منتظرند.")
        assert page.input_value("[name=title]") == "کشتی‌ها می‌روند"

    def test_an_earlier_translation_is_put_in_by_keys(self, desk: Desk) -> None:
        page = desk.as_("reza")
        edit_without_saving(desk, page, "aided")
        text_of(page, "a0").click()
        page.keyboard.press("Alt+r")
        beside = text_beside(page, "block:a0")
        offer = beside.get_by_role("listitem").filter(has_text="دو متر پایین‌تر است")
        expect(offer).to_contain_text("Alike: 100 %")
        expect(beside.get_by_role("button", name="Insert").first).to_be_focused()
        offer.get_by_role("button", name="Insert").press("Enter")
        expect(text_of(page, "a0")).to_have_text("سطح آب در بندر دو متر پایین‌تر است.")
        expect(beside.get_by_text("By a machine, unchecked")).to_be_hidden()

    def test_a_check_finds_a_lost_number_and_leads_to_it_before_anything_is_saved(self, desk: Desk) -> None:
        page = desk.as_("reza")
        edit_without_saving(desk, page, "aided")
        rewrite(text_of(page, "a0"), "سطح آب در بندر دو متر پایین‌تر است.")
        page.keyboard.press("Alt+k")
        row = page.locator("[data-checks-list]").get_by_role("button", name="Number: 1995")
        expect(row).to_be_visible()
        row.click()
        expect(text_of(page, "a0")).to_be_focused()
        expect(text_beside(page, "block:a0").get_by_role("listitem")).to_have_text(["Number: 1995"])
        rewrite(text_of(page, "a0"), "سطح آب در بندر دو متر پایین‌تر از ۱۹۹۵ است.")
        expect(text_beside(page, "block:a0").get_by_role("listitem")).to_have_count(0)
        before = page.locator("[data-checks-count]").inner_text()
        page.locator("footer [data-w-dropdown-target=toggle]").click()
        expect(page.locator("footer [data-footer-checks]")).to_contain_text("Worth a second look")
        expect(page.locator("[data-checks-count]")).not_to_have_text(before)

    def test_keys_go_round_what_is_worth_a_look(self, desk: Desk) -> None:
        page = desk.as_("reza")
        edit_without_saving(desk, page, "aided")
        for key in ("a0", "a1", "q0"):
            page.keyboard.press("Alt+j")
            expect(text_of(page, key)).to_be_focused()

    def test_it_works_where_the_admin_is_persian(self, desk: Desk) -> None:
        page = desk.as_("mina")
        edit_without_saving(desk, page, "aided")
        page.locator("[data-source-unit='block:a1'] [data-suggest]").click()
        expect(text_of(page, "a1")).to_have_text("[fa: Ferries wait outside.]")
        expect(text_of(page, "a1")).to_have_attribute("dir", "rtl")
        expect(page.locator("[data-machine-count]")).to_contain_text("۱")
        page.keyboard.press("Alt+k")
        bar, shown = box_of(page.locator("[data-source-bar]")), box_of(page.locator("[data-checks-list]"))
        assert shown["x"] >= 0
        assert shown["x"] + shown["width"] <= bar["x"] + bar["width"]

    def test_there_is_room_for_it_on_a_telephone(self, desk: Desk) -> None:
        page = desk.as_("reza", width=320)
        edit_without_saving(desk, page, "aided")
        text_beside(page, "title").get_by_role("button", name="Suggestion").click()
        page.locator("[data-check]").click()
        expect(page.locator("[data-checks-list]")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("[data-checks-list]")).to_be_hidden()
        expect(page.locator("[data-checks-count]")).to_be_focused()
        page.keyboard.press("Enter")
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
        for found in page.locator(".source-bar, .source-part").all():
            assert found.evaluate("box => box.scrollWidth <= box.clientWidth + 1")

    def test_what_the_server_refuses_is_told_and_changes_nothing(self, desk: Desk) -> None:
        page = desk.as_("reza")
        edit_without_saving(desk, page, "aided")
        page.route("**/suggest/", lambda route: route.fulfill(status=500, body="broken"))
        beside = text_beside(page, "block:a1")
        beside.get_by_role("button", name="Suggestion").click()
        expect(beside.get_by_role("alert")).to_be_visible()
        expect(text_of(page, "a1")).to_have_text("Ferries wait outside.")

    def test_what_is_checked_is_so_after_saving(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "aided")
        beside = text_beside(page, "block:a1")
        beside.get_by_role("button", name="Suggestion").click()
        expect(text_of(page, "a1")).to_have_text("[fa: Ferries wait outside.]")
        save(page)
        expect(text_of(page, "a1")).to_have_text("[fa: Ferries wait outside.]")
        expect(beside.get_by_text("By a machine, unchecked")).to_be_visible()
        beside.get_by_role("button", name="Checked").click()
        expect(beside.get_by_text("By a machine, checked")).to_be_visible()
        desk.edit(page, "aided")
        expect(beside.get_by_text("By a machine, checked")).to_be_visible()
        expect(page.locator("[data-machine]")).to_be_hidden()

    def test_everything_is_filled_and_then_checked_at_once(self, desk: Desk) -> None:
        page = desk.as_("reza")
        desk.edit(page, "aided")
        page.get_by_role("button", name="Fill all with the machine").click()
        expect(page.locator("[data-machine-count]")).to_have_text("By a machine, unchecked: 3", timeout=20_000)
        assert page.input_value("[name=title]") == "کشتی‌ها می‌روند"
        page.get_by_role("button", name="All checked").click()
        expect(page.locator("[data-machine]")).to_be_hidden()
        page.get_by_role("button", name="Fill all with the machine").click()
        expect(page.locator("[data-source-bar]").get_by_role("alert")).to_contain_text("nothing to fill")
