"""Tests of the board, the list of work and the load."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.translation.assigning import assign
from articles.translation.desk.screens import address
from articles.translation.models import Translation
from articles.translation.models.translation import Priority
from articles.translation.translating import translate_into
from articles.translation.wanting import want
from newsroom.languages import LANGUAGES
from newsroom.users.groups import editors_of, translators_of
from tests.factories import make_draft, make_front_page, make_story, make_user, publish_page

pytestmark = pytest.mark.django_db


def client_of(name: str, *groups: str) -> Client:
    client = Client()
    client.force_login(make_user(name, *groups))
    return client


@pytest.fixture
def persian(db: None) -> Client:
    """A translator into Persian."""
    make_front_page("fa")
    return client_of("reza", translators_of("fa"))


def shown(client: Client, name: str = "board", query: str = "") -> str:
    answer = client.get(f"{address(name)}?{query}")
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_the_board_says_how_far_each_language_is(persian: Client) -> None:
    for code in ("ka", "ru", "uk"):
        make_front_page(code)
    story = make_story(title="The sea is measured")
    want(story, ["fa"], by=None)
    translate_into(story, ["ka"], by=None)
    publish_page(translate_into(story, ["ru"], by=None)[0])
    story.title = "The sea is measured again"
    publish_page(story)
    page = shown(persian)
    for words in ("The sea is measured again", "Wanted", "In progress", "Changed: 1", "Live", "Source", "None"):
        assert words in page
    assert page.index(">Persian</th>") < page.index(">English</th>")


def test_only_cells_of_one_s_own_languages_lead_to_pages(persian: Client) -> None:
    make_front_page("ka")
    story = make_story()
    [persian_page, georgian] = translate_into(story, ["fa", "ka"], by=None)
    page = shown(persian)
    assert f"/pages/{persian_page.pk}/edit/" in page
    assert f"/pages/{georgian.pk}/edit/" not in page


def test_drafts_of_other_desks_are_not_on_the_board_until_they_are_wanted(persian: Client) -> None:
    draft = make_draft(title="Not yet said")
    assert "Not yet said" not in shown(persian)
    want(draft, ["fa"], by=None)
    assert "Not yet said" in shown(persian)
    assert "Not yet said" in shown(persian, query="state=wanted")


def test_an_empty_board_says_what_to_do(persian: Client) -> None:
    assert "There is no story yet" in shown(persian)
    assert "Take a filter away" in shown(persian, query="state=stale")
    assert "Nothing waits here" in shown(persian, "work")


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state=wanted", {"Legal matter", "Small matter"}),
        ("state=wanted&language=ka", set()),
        ("state=wanted&priority=0", {"Legal matter"}),
        ("deadline=overdue", {"Legal matter"}),
        ("translator=me", {"Small matter"}),
        ("words=Small", {"Small matter"}),
        ("state=none&language=fa", {"Nobody's matter"}),
        ("source_language=ka", set()),
        ("", {"Legal matter", "Small matter", "Nobody's matter"}),
        (
            "state=rubbish&priority=x&language=xx&section=999999&after=abc",
            {"Legal matter", "Small matter", "Nobody's matter"},
        ),
    ],
)
def test_filters(persian: Client, query: str, found: set[str]) -> None:
    legal, small = make_story(title="Legal matter"), make_story(title="Small matter")
    make_story(title="Nobody's matter")
    want(legal, ["fa"], by=None, priority=Priority.LEGAL, deadline=datetime(2020, 1, 1, tzinfo=UTC))
    [row] = want(small, ["fa"], by=None)
    assign(row, make_reza(), by=None)
    page = shown(persian, query=query)
    titles = {"Legal matter", "Small matter", "Nobody's matter"}
    assert {title for title in titles if title.replace("'", "&#x27;") in page} == found


def make_reza() -> object:
    from newsroom.users.models import User

    return User.objects.get(username="reza")


def test_the_most_pressing_stands_first(persian: Client) -> None:
    later, soon = timezone.now() + timedelta(days=2), timezone.now() + timedelta(hours=1)
    for title, priority, deadline in (
        ("Low", Priority.LOW, soon),
        ("Normal", Priority.NORMAL, None),
        ("Later", Priority.NORMAL, later),
        ("Soon", Priority.NORMAL, soon),
        ("Legal", Priority.LEGAL, None),
    ):
        want(make_story(title=f"{title} story"), ["fa"], by=None, priority=priority, deadline=deadline)
    for page in (shown(persian, "work"), shown(persian, query="state=open")):
        places = [page.index(f"{title} story") for title in ("Legal", "Soon", "Later", "Normal", "Low")]
        assert places == sorted(places)


def test_a_story_that_is_wanted_in_many_languages_is_one_row(persian: Client) -> None:
    for code in ("ka", "ru"):
        make_front_page(code)
    want(make_story(title="Only once"), ["fa", "ka", "ru"], by=None)
    assert shown(persian, query="state=wanted").count("Only once") == 1


@pytest.mark.parametrize("query", ["", "state=wanted", "state=open"])
def test_pages_follow_each_other_without_a_gap(persian: Client, query: str) -> None:
    for number in range(45):
        want(make_story(title=f"Story {number:02}x"), ["fa"], by=None)
    seen, address_of_next = [], query
    for _page in range(3):
        answer = persian.get(f"{address('board')}?{address_of_next}")
        seen += [row.source.title for row, _cells in answer.context["rows"]]
        address_of_next = answer.context["next"]
    assert len(seen) == len(set(seen)) == 45
    assert not address_of_next


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("board", ""),
        ("board", "state=wanted"),
        ("board", "state=open&language=mine"),
        ("work", ""),
        ("load", "language=fa"),
    ],
)
def test_queries_do_not_grow_with_rows(persian: Client, name: str, query: str) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            shown(persian, name, query)
        return len(queries)

    for code in LANGUAGES:
        make_front_page(code)
    others = [code for code in LANGUAGES if code != "en"]
    want(make_story(), others, by=None)
    asked()
    one = asked()
    for _ in range(50):
        want(make_story(), others, by=None)
    assert asked() <= one


def test_whoever_works_in_no_language_sees_nothing(persian: Client) -> None:
    from newsroom.users.groups import PHOTO_EDITORS

    outsider = client_of("paul", PHOTO_EDITORS)
    for name in ("board", "work", "load", "inbox"):
        assert outsider.get(address(name), headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403


def test_work_shows_only_one_s_own_languages_whatever_the_address_says(persian: Client) -> None:
    make_front_page("ka")
    want(make_story(title="For Georgians"), ["ka"], by=None)
    for query in ("", "language=ka", "language=", "language=mine"):
        assert "For Georgians" not in shown(persian, "work", query)


def test_the_load_says_who_is_free(persian: Client) -> None:
    make_user("mina", translators_of("fa"), editors_of("fa"))
    [row] = want(make_story(title="Two words", body=[]), ["fa"], by=None, deadline=datetime(2020, 1, 1, tzinfo=UTC))
    assign(row, make_reza(), by=None)
    answer = persian.get(address("load"))
    told = {
        load.translator.username: (load.open, load.words, load.overdue, load.is_free)
        for load in answer.context["loads"]
    }
    assert told == {"mina": (0, 0, 0, True), "reza": (1, 2, 1, False)}
    assert Translation.objects.count() == 1
