"""People of three desks carry a story across languages in the real editor."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.browser.serving import Place, served
from tests.factories import PASSWORD

pytestmark = pytest.mark.browser
LOAD = "import json; from tests.browser.desk_newsroom import load; print(json.dumps(load()))"


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


@pytest.fixture(scope="module")
def served_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, dict[str, int]]]:
    """The newsroom, which the tests of this module change one after the other."""
    place = Place.in_folder(tmp_path_factory.mktemp("desk-newsroom"))
    place.run("manage.py", "migrate", "--verbosity", "0")
    pages = json.loads(place.run("manage.py", "shell", "--no-imports", "-c", LOAD))
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
    reza.get_by_role("link", name="View live").first.click()
    reza.wait_for_load_state()
    story = reza.context.pages[-1]
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
        expect(beside.get_by_text("Alike: 100 %")).to_be_visible()
        expect(beside.get_by_role("button", name="Insert")).to_be_focused()
        page.keyboard.press("Enter")
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
