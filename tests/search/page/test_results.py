"""Tests of the ways on from a page of results."""

from __future__ import annotations

import pytest
from django.utils import translation
from django.utils.safestring import SafeString

from articles.pages.article import ArticlePage
from newsroom.formats import format_number
from newsroom.languages import LANGUAGES
from search.answers import Answer, Elsewhere, Facet, FacetValue, Hit
from search.page.address import Asked
from search.page.results import choices, count_in_words, elsewhere, orders, paging, remarks
from search.questions import LAST_PAGE, NEWEST, Question

SEA = Question("en", "sea", section="world", page=2)


@pytest.mark.django_db
@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("number", [1, 2, 5, 11, 21, 1234])
def test_a_count_stands_in_the_languages_own_digits(code: str, number: int) -> None:
    hits = (Hit(ArticlePage(title="Sea"), SafeString("Sea"), SafeString("")),)
    with translation.override(code):
        for is_exact in (True, False):
            answer = Answer(hits=hits, total=number, total_is_exact=is_exact)
            assert format_number(number, code) in count_in_words(answer, code)


def test_stories_that_went_meanwhile_are_not_counted() -> None:
    assert count_in_words(Answer(total=3), "en") == "No story was found."


@pytest.mark.parametrize(
    ("page", "total", "previous", "following", "last"),
    [
        (1, 0, False, False, 0),
        (1, 10, False, False, 1),
        (1, 11, False, True, 2),
        (2, 11, True, False, 2),
        (2, 21, True, True, 3),
        (LAST_PAGE, 10**9, True, False, LAST_PAGE),
    ],
)
def test_a_page_has_the_neighbours_that_there_are(
    page: int, total: int, previous: bool, following: bool, last: int
) -> None:
    found = paging(Question("en", "sea", page=page), Answer(total=total))
    assert (bool(found.previous), bool(found.following), found.last) == (previous, following, last)


def test_a_facet_leads_to_the_first_page_with_its_value_and_back() -> None:
    facets = [
        Facet("section", (FacetValue("world", "World", 3, is_chosen=True), FacetValue("life", "Life", 2))),
        Facet("video", (FacetValue("1", "With video", 1),)),
    ]
    section, video = choices(SEA, facets)
    assert [way.address for way in section.ways] == ["/en/search/?q=sea", "/en/search/?q=sea&section=life"]
    assert [way.address for way in video.ways] == ["/en/search/?q=sea&section=world&video=1"]


def test_a_chosen_video_filter_is_taken_back() -> None:
    (video,) = choices(
        Question("en", "sea", has_video=True), [Facet("video", (FacetValue("1", "With video", 1, is_chosen=True),))]
    )
    assert video.ways[0].address == "/en/search/?q=sea"


def test_one_of_the_orders_is_the_present_one() -> None:
    assert [way.is_here for way in orders(SEA)] == [True, False]
    assert [way.is_here for way in orders(Question("en", "sea", order=NEWEST))] == [False, True]


def test_other_languages_are_searched_without_the_filters_of_this_one() -> None:
    found = elsewhere(SEA, Answer(elsewhere=(Elsewhere("fa", 3), Elsewhere("ka", 0))))
    assert [(row.code, way.address, way.count) for row, way in found] == [("fa", "/fa/search/?q=sea", 3)]


def test_what_was_not_done_is_said() -> None:
    assert remarks(Asked(SEA)) == []
    assert len(remarks(Asked(SEA, left_out=("from", "page"), is_cut=True))) == 2
