"""Tests of a notice as HTML."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag

from articles.legal import fragment as module
from articles.legal.fragment import fragment, heading
from articles.legal.values import Shown, Text
from newsroom.languages import LANGUAGES, language
from tests.articles.legal.laws import notice, rule


def _shown(own: str, **fields: str) -> Shown:
    text = Text(own, "A <b>heading</b>", "<p>Words &amp; more.</p>", **fields)
    told = notice(texts={own: text}, more="explained")
    return Shown(told, text, rule(notice=told))


def _section(html: str) -> Tag:
    found = BeautifulSoup(html, "html.parser").select_one("section[data-notice]")
    assert found is not None
    return found


@pytest.mark.parametrize("page", LANGUAGES)
@pytest.mark.parametrize("own", ["en", "ru", "fa", "ka"])
def test_it_says_its_own_language_and_direction_and_links_the_explanation_of_the_page(own: str, page: str) -> None:
    section = _section(fragment(_shown(own), page))
    assert (section["lang"], section["dir"]) == (language(own).tag, language(own).direction)
    link = section.select_one("a")
    assert link is not None
    assert link["href"] == f"/{page}/legal/explained/"
    assert link.get_text()
    assert bool(section.select(".notice-fallback")) is (own != page)


def test_a_heading_is_text_and_never_markup() -> None:
    html = fragment(_shown("en"), "en")
    assert "A &lt;b&gt;heading&lt;/b&gt;" in html
    assert "<b>heading" not in html
    assert "<b>heading" not in heading(_shown("en"))


def test_it_is_the_same_bytes_at_every_call() -> None:
    assert len({fragment(_shown("ru"), "ba").encode() for _ in range(20)}) == 1


@pytest.mark.parametrize("code", LANGUAGES)
def test_when_rendering_fails_the_bare_words_are_shown(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*args: object) -> str:
        raise RuntimeError

    monkeypatch.setattr(module, "_fragment", fail)
    section = _section(fragment(_shown("ru"), code))
    assert section["data-notice"] == "undesirable"
    assert "Words & more." in section.get_text()


def test_it_traps_no_focus_and_hides_nothing() -> None:
    section = _section(fragment(_shown("en"), "en"))
    assert section.name == "section"
    assert section["aria-label"] == "A <b>heading</b>"
    assert section.select("[tabindex], [role=alertdialog], [autofocus], dialog") == []
