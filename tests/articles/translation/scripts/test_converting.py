"""Tests of conversion between the scripts of one language."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.translation.checking.skeletons import WORD
from articles.translation.scripts import convert, is_pair, settled
from articles.translation.scripts.converting import PAIRS, NoSuchPair
from articles.translation.scripts.serbian import CYRILLIC
from articles.translation.units import units_of
from newsroom.languages import LANGUAGES
from tests.articles.translation.checking.demo_stories import demo_story

ALLOWED = {("sr", "sr-latn"): 0, ("sr-latn", "sr"): 0, ("uz", "uz-cyrl"): 3, ("uz-cyrl", "uz"): 0}
"""Words of the demo's flagship story that a person spells otherwise: Ильясов, тюлень."""


@pytest.mark.parametrize(("source", "target"), list(PAIRS))
def test_demo_story_is_as_a_person_wrote_it(source: str, target: str) -> None:
    own, wanted = units_of(demo_story("caspian", source)), units_of(demo_story("caspian", target))
    differ = []
    for key, unit in own.items():
        made = convert(unit.text, source, target, is_html=unit.is_rich)
        ours, theirs = WORD.findall(made), WORD.findall(wanted[key].text)
        assert len(ours) == len(theirs)
        differ += [pair for pair in zip(ours, theirs, strict=True) if pair[0] != pair[1]]
    assert len(differ) <= ALLOWED[source, target], differ


@pytest.mark.parametrize(("source", "target"), list(PAIRS))
def test_markup_and_links_stay_as_they_are(source: str, target: str) -> None:
    rich = next(unit.text for unit in units_of(demo_story("caspian", source)).values() if "<strong>" in unit.text)
    linked = rich.replace("<strong>", '<a href="https://example.org/sharh?a=1&amp;b=2"><b>').replace(
        "</strong>", "</b></a>"
    )
    made = convert(linked, source, target, is_html=True)
    assert re.findall(r"<[^>]*>|&\w+;", made) == re.findall(r"<[^>]*>|&\w+;", linked)


AMBIGUOUS = re.compile("сс|л[лљ]|тт|фф|пп|цк|дж|нј|лј", re.IGNORECASE)
"""Letters that meet in Latin as one letter or a foreign word has them; the table of seams knows the usual words."""


@given(st.text(alphabet=CYRILLIC + " .,!–„”12", max_size=60).filter(lambda text: not AMBIGUOUS.search(text)))
def test_serbian_comes_back_the_same(text: str) -> None:
    assert convert(convert(text, "sr", "sr-latn"), "sr-latn", "sr") == text


@given(st.text(max_size=80))
def test_any_text_is_converted_without_an_error(text: str) -> None:
    for source, target in PAIRS:
        convert(text, source, target, is_html=True)
        convert(text, source, target)


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code not in {"sr", "sr-latn", "uz", "uz-cyrl"}])
def test_other_languages_have_one_script(code: str) -> None:
    assert not any(is_pair(code, other) or is_pair(other, code) for other in LANGUAGES)
    assert settled("Any text", code, is_html=False) == "Any text"
    with pytest.raises(NoSuchPair):
        convert("Any text", code, "en")


def test_text_is_settled_in_the_script_of_its_language() -> None:
    assert settled("More ne čeka", "sr", is_html=False) == "Море не чека"
    assert settled("Море не чека", "sr-latn", is_html=False) == "More ne čeka"
    assert settled("<p>Dengiz kutmaydi</p>", "uz-cyrl", is_html=True) == "<p>Денгиз кутмайди</p>"


def test_names_whose_spelling_is_known_are_taken_from_there() -> None:
    assert convert("Reuters agentligi", "uz", "uz-cyrl", names={"Reuters": "Reuters"}) == "Reuters агентлиги"


def test_a_text_without_spaces_is_converted_like_any_other() -> None:
    assert convert("а" * 200_000, "sr", "sr-latn") == "a" * 200_000
    assert convert("а." * 100_000, "sr", "sr-latn") == "a." * 100_000
    assert convert("Пиши на а.б@rferl.org или види svet.rferl.org.", "sr", "sr-latn") == (
        "Piši na а.б@rferl.org ili vidi svet.rferl.org."
    )
