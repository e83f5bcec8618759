"""axe-core finds nothing to complain about: what a machine can tell of the pages' accessibility."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.addresses import CODES, EVERY_LANGUAGE, KINDS
from tests.browser.conftest import Newsroom, Open, Visit

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("code", CODES)
def test_a_page_has_no_violation_in_light_nor_in_dark(code: str, kind: str, newsroom: Newsroom, opened: Open) -> None:
    visit = opened(newsroom.pages[code][kind])

    assert _violations(visit, "light") == []
    assert _violations(visit, "dark") == []


def test_the_choice_of_a_language_has_no_violation_in_light_nor_in_dark(opened: Open) -> None:
    visit = opened(EVERY_LANGUAGE)

    assert _violations(visit, "light") == []
    assert _violations(visit, "dark") == []


def test_a_picture_without_alternative_text_is_noticed(newsroom: Newsroom, opened: Open) -> None:
    """The checker itself works."""
    visit = opened(newsroom.pages["en"]["story"])
    visit.evaluate("() => document.querySelector('.lead img').removeAttribute('alt')")

    assert [found.partition(":")[0] for found in _violations(visit, "light")] == ["image-alt"]


def _violations(visit: Visit, scheme: str) -> list[str]:
    """Each violated rule with the elements that violate it, all of axe's rules and best practices considered."""
    visit.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    found = Axe().run(visit.page).response["violations"]
    return [f"{rule['id']}: {[node['html'] for node in rule['nodes']]}" for rule in found]
