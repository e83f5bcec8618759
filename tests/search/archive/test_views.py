"""Tests of the archive's screen."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import GroupPagePermission

from articles.pages.article import ArticlePage
from articles.pages.founding import front_page
from newsroom.languages import LANGUAGES, language
from newsroom.users.groups import editors_of, ensure_language_groups, writers_of
from tests.factories import (
    make_administrator,
    make_agency,
    make_correspondent,
    make_draft,
    make_picture,
    make_story,
    make_user,
    publish_page,
)

pytestmark = pytest.mark.django_db
ARCHIVE = "/admin/archive/"


@pytest.fixture
def desk(client: Client) -> Client:
    """An administrator's browser."""
    client.force_login(make_administrator())
    return client


def headlines(client: Client, **parameters: Any) -> list[str]:
    """The headlines of the table, in its order."""
    answer = client.get(f"{ARCHIVE}?{urlencode(parameters, doseq=True)}")
    assert answer.status_code == 200
    return [
        str(cell.text) for cell in BeautifulSoup(answer.content, "html.parser").select("td.title .title-wrapper bdi")
    ]


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_draft_is_found_in_every_language_whatever_the_case_of_its_letters(code: str, desk: Client) -> None:
    name = language(code).own_name
    make_draft(code, title=name)
    make_draft("en", title="Else")
    html = BeautifulSoup(desk.get(ARCHIVE, {"q": name.upper()}).content, "html.parser")
    (cell,) = html.select("td.title .title-wrapper bdi")
    assert (cell.text, cell["lang"], cell["dir"]) == (name, language(code).tag, language(code).direction)
    assert headlines(desk, q=name.lower()) == [name]


def test_all_languages_are_searched_at_once_and_words_in_the_body_are_found(desk: Client) -> None:
    make_story("ru", title="Море", body=[{"type": "paragraph", "value": "<p>Каспий</p>"}])
    make_draft("kk", title="Теңіз", body=[{"type": "paragraph", "value": "<p>Каспий</p>"}])
    make_story("en", title="Ice")
    assert sorted(headlines(desk, q="каспий")) == ["Море", "Теңіз"]


def test_the_beginning_of_the_last_word_is_enough(desk: Client) -> None:
    make_draft("ru", title="Каспийское море отступает")
    assert headlines(desk, q="море отст") == ["Каспийское море отступает"]
    assert headlines(desk, q="суша отст") == []


def test_the_newest_headline_is_shown_and_found(desk: Client) -> None:
    story = make_story(title="Old words")
    version = story.get_latest_revision_as_object()
    version.title = "New words"
    version.save_revision()
    assert headlines(desk, q="new") == ["New words"]


def states(**fields: Any) -> ArticlePage:
    """A story of which the row says so."""
    story = make_story(title=str(fields.pop("title")))
    ArticlePage.objects.filter(pk=story.pk).update(**fields)
    return story


def test_stories_are_filtered_by_their_state(desk: Client) -> None:
    now = timezone.now()
    make_draft(title="Draft")
    make_story(title="Live")
    states(title="Changed", has_unpublished_changes=True)
    states(title="Embargoed", embargo_until=now + datetime.timedelta(hours=1))
    states(title="Killed", killed_at=now, live=False)
    scheduled = make_draft(title="Scheduled")
    revision = scheduled.latest_revision
    assert revision is not None
    revision.approved_go_live_at = now + datetime.timedelta(hours=1)
    revision.save()
    found = {state: set(headlines(desk, state=state)) for state in ("draft", "live", "changed", "scheduled")}
    assert found == {
        "draft": {"Draft", "Scheduled"},
        "live": {"Live", "Changed"},
        "changed": {"Changed"},
        "scheduled": {"Scheduled"},
    }
    assert headlines(desk, state="embargoed") == ["Embargoed"]
    assert headlines(desk, state="killed") == ["Killed"]
    assert set(headlines(desk, state=["killed", "embargoed"], q="e")) == {"Embargoed"}
    page = BeautifulSoup(desk.get(ARCHIVE).content, "html.parser")
    rows = page.select("table.listing tbody tr")
    shown = {row.select("bdi")[1].text: [tag.text for tag in row.select(".w-status")] for row in rows}
    assert shown == {
        "Draft": ["Draft"],
        "Live": ["Live"],
        "Changed": ["Live, changed since"],
        "Embargoed": ["Under embargo"],
        "Killed": ["Killed"],
        "Scheduled": ["Scheduled", "Draft"],
    }


def test_stories_are_filtered_by_language_by_who_is_credited_and_by_day(desk: Client) -> None:
    person, agency = make_correspondent("Nino"), make_agency("TASS")
    make_story("ru", title="Море", credits=[{"correspondent": person}])
    make_story("fa", title="دریا", credits=[{"agency": agency}])
    make_draft("en", title="Sea", credits=[{"correspondent": person}])
    assert set(headlines(desk, language=["ru", "fa"])) == {"Море", "دریا"}
    assert set(headlines(desk, correspondent=person.pk)) == {"Море", "Sea"}
    assert headlines(desk, agency=agency.pk) == ["دریا"]
    assert headlines(desk, correspondent=person.pk, language="ru", q="море") == ["Море"]
    today = timezone.now().date()
    assert len(headlines(desk, changed_at_from=today)) == 3
    assert headlines(desk, changed_at_to=today - datetime.timedelta(days=2)) == []
    assert set(headlines(desk, published_at_from=today)) == {"Море", "دریا"}


def test_stories_are_filtered_by_the_rights_of_their_pictures(desk: Client) -> None:
    named = make_picture(credit="Фото: Нино Ирма", copyright_notice="© Agency 2024")
    bare = make_picture()
    make_story(title="Lead", lead_picture=named)
    make_story(title="Body", body=[{"type": "picture", "value": {"picture": named.pk, "caption": "", "alt": "x"}}])
    make_story(title="Bare", lead_picture=bare)
    make_story(title="None")
    assert set(headlines(desk, rights="НИНО")) == {"Lead", "Body"}
    assert set(headlines(desk, rights="agency 2024")) == {"Lead", "Body"}
    assert headlines(desk, rights=".*") == []
    assert headlines(desk, pictures="without-credit") == ["Bare"]
    assert headlines(desk, pictures="without-copyright") == ["Bare"]


def test_the_table_is_ordered_by_change_or_headline(desk: Client) -> None:
    for title in ("B", "C", "A"):
        make_story(title=title)
    assert headlines(desk) == ["A", "C", "B"]
    assert headlines(desk, ordering="headline") == ["A", "B", "C"]
    assert headlines(desk, ordering="-headline") == ["C", "B", "A"]
    assert headlines(desk, ordering="story__killed_at") == ["A", "C", "B"]


def test_ordering_holds_while_searching(desk: Client) -> None:
    for title in ("Sea B", "Sea C", "Sea A"):
        make_story(title=title)
    assert headlines(desk, q="sea", ordering="-headline") == ["Sea C", "Sea B", "Sea A"]


def test_a_list_of_more_than_a_screen_has_pages(desk: Client) -> None:
    from search.archive.models import ArchiveEntry

    for n in range(3):
        make_draft(title=f"Sea {n}")
    assert ArchiveEntry.objects.count() == 3
    assert headlines(desk, p=2, q="sea") == headlines(desk, q="sea")


def languages_of(client: Client) -> set[str]:
    """The languages of the stories that somebody finds."""
    html = BeautifulSoup(client.get(ARCHIVE, {"q": "sea"}).content, "html.parser")
    return {str(found["lang"]) for found in html.select("td.title bdi")}


@pytest.mark.parametrize("group", [editors_of("ru"), writers_of("ru")])
def test_the_desk_of_a_language_finds_its_own_stories_alone(group: str, client: Client) -> None:
    ensure_language_groups(front_page("ru"), "ru")
    make_draft("ru", title="Sea")
    make_draft("en", title="Sea")
    client.force_login(make_user("anna", group))
    assert languages_of(client) == {"ru"}
    assert languages_of_results(client) == {"ru"}


def languages_of_results(client: Client) -> set[str]:
    """The same, of the part of the screen that is loaded while one types."""
    html = BeautifulSoup(client.get(f"{ARCHIVE}results/", {"q": "sea"}).content, "html.parser")
    return {str(found["lang"]) for found in html.select("td.title bdi")}


def test_only_what_somebody_may_edit_links_to_the_editor(client: Client) -> None:
    ensure_language_groups(front_page("ru"), "ru")
    writer = make_user("anna", writers_of("ru"))
    own, other = make_draft("ru", title="Sea own", owner=writer), make_draft("ru", title="Sea other")
    client.force_login(writer)
    html = BeautifulSoup(client.get(ARCHIVE).content, "html.parser")
    links = {str(link["href"]) for link in html.select("td.title .title-wrapper a")}
    assert links == {f"/admin/pages/{own.pk}/edit/"}
    assert f"/admin/pages/{other.pk}/edit/" not in str(html)


def test_only_what_readers_may_see_links_to_their_page(desk: Client) -> None:
    story = make_story(title="Out")
    make_draft(title="Draft")
    html = BeautifulSoup(desk.get(ARCHIVE).content, "html.parser")
    assert [link["href"] for link in html.select("td.title .actions a")] == [story.url_path]


@pytest.mark.parametrize("address", [ARCHIVE, f"{ARCHIVE}results/"])
def test_who_does_not_work_on_pages_is_sent_away(address: str, client: Client) -> None:
    assert client.get(address).status_code == 302
    user = make_user("anna", editors_of("ru"))
    client.force_login(user)
    ensure_language_groups(front_page("ru"), "ru")
    user.groups.add(*user.groups.model.objects.filter(name=editors_of("ru")))
    assert client.get(address).status_code == 200
    GroupPagePermission.objects.filter(group__in=user.groups.all()).delete()
    answer = client.get(address)
    assert answer.status_code == 302
    assert answer["Location"].startswith("/admin/")
    assert ARCHIVE not in client.get("/admin/").content.decode()


def test_the_archive_is_in_the_menu(desk: Client) -> None:
    assert ARCHIVE in desk.get("/admin/").content.decode()


def test_a_withheld_name_is_shown_in_its_neutral_form(desk: Client) -> None:
    person = make_correspondent("Nino Secret")
    story = make_story(title="Sea", credits=[{"correspondent": person}])
    type(person).objects.update(withheld_at=timezone.now())
    publish_page(story)
    page = desk.get(ARCHIVE).content.decode()
    assert "Nino Secret" not in page
    assert person.key in page


HOSTILE = [
    {"q": "x" * 10_000},
    {"q": "*" * 1000},
    {"q": '"'},
    {"q": '" OR body:* NEAR("'},
    {"q": "sea' --"},
    {"q": "a & b | !c <-> (d:*"},
    {"q": "^sea -ice +x {y} [z]"},
    {"q": "\\"},
    {"q": ":*"},
    {"q": "% %s %(x)s %d 100%"},
    {"q": "\u202e\u2066"},
    {"language": "xx"},
    {"state": "burnt"},
    {"correspondent": "abc"},
    {"correspondent": "9" * 50},
    {"agency": "-1"},
    {"rights": "(" * 300},
    {"rights": "(["},
    {"pictures": "all"},
    {"changed_at_from": "2024-02-31"},
    {"published_at_from": "9999-12-31", "published_at_to": "0001-01-01"},
    {"ordering": "story__owner__password"},
    {"p": "1000000"},
    {"p": "abc"},
    {"p": "-1"},
    {"q": "sea", "ordering": "text"},
]


@pytest.mark.parametrize("parameters", HOSTILE)
@pytest.mark.parametrize("address", [ARCHIVE, f"{ARCHIVE}results/"])
def test_a_hostile_search_gets_a_clear_answer(address: str, parameters: dict[str, str], desk: Client) -> None:
    make_draft(title="Sea")
    assert desk.get(address, parameters).status_code == 200


def test_the_screen_takes_the_same_number_of_queries_for_one_story_and_for_many(
    desk: Client, django_assert_num_queries: Callable[..., Any]
) -> None:
    credits = [{"correspondent": make_correspondent("Nino")}, {"agency": make_agency("TASS")}]
    make_story("en", title="Sea", credits=credits)
    for parameters in ({}, {"q": "sea"}):
        desk.get(ARCHIVE, parameters)
        with CaptureQueriesContext(connection) as few:
            desk.get(ARCHIVE, parameters)
        for code in ("en", "ru", "fa"):
            for _ in range(2):
                make_story(code, title="Sea", credits=credits)
        with django_assert_num_queries(len(few)):
            desk.get(ARCHIVE, parameters)
