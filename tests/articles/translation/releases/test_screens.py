"""Tests of the screens: what they show, to whom, at what cost, and that nobody's forged ids change anything."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from articles.pages.article import ArticlePage
from articles.translation.models import Release, ReleaseItem
from articles.translation.releases.deeds import DEEDS, ITEM_DEEDS
from articles.translation.releases.screens import address
from newsroom.languages import LANGUAGES
from newsroom.users.groups import translators_of
from newsroom.users.models import User
from tests.articles.translation.releases.planned import HOUR, confirmed, drafts, editor, live, make_ready, release_of
from tests.factories import make_administrator, make_front_page, make_user

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    """Their browser; what is refused is then an answer of its own, not a way back to the dashboard."""
    client = Client(headers={"x-requested-with": "XMLHttpRequest"})
    client.force_login(user)
    return client


def text(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200
    return " ".join(BeautifulSoup(answer.content, "html.parser").select_one("main").get_text(" ").split())


def facts(release: Release) -> list[object]:
    """Everything that a forged request might change."""
    row = Release.objects.filter(pk=release.pk).values().get()
    return [row, list(ReleaseItem.objects.order_by("pk").values()), list(ArticlePage.objects.values("pk", "live"))]


def test_an_editor_plans_a_release_from_a_story_in_all_its_languages() -> None:
    client = signed_in(make_administrator())
    stories = drafts("en", "fa")
    page = client.get(reverse("wagtailadmin_pages:edit", args=[stories[0].pk])).content.decode()
    assert f"{address('new')}?story={stories[0].pk}" in page
    answer = client.post(
        f"{address('new')}?story={stories[0].pk}",
        {"title": "Both", "publish_at": "2099-01-01 12:00", "late_languages_follow": "on"},
    )
    release = Release.objects.get()
    assert answer["Location"] == address("release", release.pk)
    assert set(release.items.values_list("story", flat=True)) == {story.pk for story in stories}
    shown = client.get(address("release", release.pk)).content.decode()
    assert 'lang="fa" dir="rtl"' in shown
    assert "not ready" in shown


def test_the_moment_is_entered_and_shown_in_the_zone_of_whoever_looks_and_in_utc() -> None:
    anna = editor("en", "anna")
    UserProfile.objects.update_or_create(user=anna, defaults={"current_time_zone": "Asia/Tehran"})
    client = signed_in(anna)
    assert "Asia/Tehran" in text(client, address("new"))
    client.post(address("new"), {"title": "Tehran", "publish_at": "2099-01-01 15:30"})
    release = Release.objects.get()
    assert release.publish_at is not None
    assert release.publish_at.isoformat() == "2099-01-01T12:00:00+00:00"
    shown = text(client, address("release", release.pk))
    assert "3:30 PM UTC+3:30" in shown
    assert "12:00 PM UTC" in shown


def test_desks_mark_their_story_and_the_maker_confirms() -> None:
    stories = drafts("en", "fa")
    release = release_of(stories)
    english, persian = release.items.order_by("pk")
    anna, darya = signed_in(editor("en", "anna")), signed_in(editor("fa", "darya"))
    anna.post(address("ready", english.pk), {"revision": stories[0].latest_revision_id})
    darya.post(address("ready", persian.pk), {"revision": stories[1].latest_revision_id})
    assert list(release.items.values_list("is_ready", flat=True)) == [True, True]
    anna.post(address("confirm", release.pk))
    release.refresh_from_db()
    assert release.is_confirmed
    assert "Confirmed" in text(darya, address("release", release.pk))


def test_publishing_now_is_asked_twice_and_counts_once() -> None:
    stories = drafts("en", "fa")
    release = make_ready(release_of(stories, after=None))
    anna = signed_in(editor("en", "anna"))
    url = address("publish", release.pk)
    step = BeautifulSoup(anna.get(url).content, "html.parser").select_one("input[name=step]")["value"]
    assert live(stories) == [False, False]
    anna.post(url, {"step": "forged"})
    assert live(stories) == [False, False]
    assert "Published stories: 2" in anna.post(url, {"step": step}, follow=True).content.decode()
    assert live(stories) == [True, True]
    before = facts(release)
    anna.post(url, {"step": step})
    assert facts(release) == before


def test_publishing_now_says_what_blocks() -> None:
    release = release_of(drafts("en", "fa"), after=None)
    shown = text(signed_in(editor("en", "anna")), address("publish", release.pk))
    assert "required stories are blocked" in shown
    assert "not ready" in shown


def test_whoever_has_no_story_in_it_does_not_find_it() -> None:
    release = release_of(drafts("en"))
    client = signed_in(editor("fa", "darya"))
    assert release.title not in text(client, address("list"))
    before = facts(release)
    for name in DEEDS:
        assert client.post(address(name, release.pk)).status_code == 404
    for name in ITEM_DEEDS:
        assert client.post(address(name, release.items.get().pk), {"revision": "1"}).status_code == 404
    for name in ("release", "edit"):
        assert client.get(address(name, release.pk)).status_code == 404
        assert client.post(address(name, release.pk), {"title": "Mine"}).status_code == 404
    assert facts(release) == before


def test_another_desk_sees_it_and_changes_nothing_of_it() -> None:
    stories = drafts("en", "fa")
    release = make_ready(release_of(stories))
    english = release.items.get(story=stories[0].pk)
    client = signed_in(editor("fa", "darya"))
    shown = text(client, address("release", release.pk))
    assert "a story of another desk" in shown
    assert stories[0].title not in shown.replace(stories[1].title, "")
    before = facts(release)
    for name in DEEDS:
        assert client.post(address(name, release.pk)).status_code == 403
    for name in ITEM_DEEDS:
        answer = client.post(address(name, english.pk), {"revision": str(stories[0].latest_revision_id)})
        assert answer.status_code == 403
    assert client.post(address("release", release.pk), {"story": stories[1].pk}).status_code == 403
    assert client.post(address("edit", release.pk), {"title": "Mine"}).status_code == 403
    assert facts(release) == before


def test_a_translator_of_the_language_sees_it_and_changes_nothing() -> None:
    stories = drafts("en", "fa")
    release = release_of(stories)
    make_front_page("fa")
    client = signed_in(make_user("mina", translators_of("fa")))
    assert "not ready" in text(client, address("release", release.pk))
    before = facts(release)
    item = release.items.get(story=stories[1].pk)
    for name in ITEM_DEEDS:
        answer = client.post(address(name, item.pk), {"revision": str(stories[1].latest_revision_id)})
        assert answer.status_code == 403
    assert client.get(address("new")).status_code == 403
    assert facts(release) == before


@pytest.mark.parametrize("forged", ["", "0", "-1", "x", "9" * 40, "١"])
def test_forged_ids_are_refused(forged: str) -> None:
    (story,) = drafts("en")
    release = release_of([story])
    client = signed_in(editor("en", "anna"))
    (persian,) = drafts("fa")
    before = facts(release)
    for wanted in (forged, str(persian.pk)):
        answer = client.post(address("release", release.pk), {"story": wanted})
        assert answer.status_code == 302
        client.post(address("ready", release.items.get().pk), {"revision": wanted})
        assert client.get(address("new"), {"story": wanted or "0"}).status_code == 404
        assert client.get(address("list"), {"p": wanted, "show": wanted}).status_code == 200
    assert facts(release) == before


def test_whoever_works_nowhere_sees_no_screen() -> None:
    stranger = make_user("stranger")
    for url in (address("list"), address("new")):
        assert signed_in(stranger).get(url).status_code in {302, 403}


def test_lists_show_releases_by_state_the_held_ones_first() -> None:
    client = signed_in(editor("en", "anna"))
    soon = confirmed(drafts("en", title="Soon"))
    held = confirmed(drafts("en", title="Held"))
    Release.objects.filter(pk=soon.pk).update(title="Soon release")
    Release.objects.filter(pk=held.pk).update(
        title="Held release", blocked_since=timezone.now(), publish_at=timezone.now() + 5 * HOUR
    )
    gone = make_ready(release_of(drafts("en", title="Gone")))
    Release.objects.filter(pk=gone.pk).update(title="Gone release", published_at=timezone.now())
    page = text(client, address("list"))
    assert page.index("Held release") < page.index("Soon release")
    assert "Gone release" not in page
    assert "Gone release" in text(client, f"{address('list')}?show=published")
    assert "There is none" in text(client, f"{address('list')}?show=cancelled")


def test_the_editor_of_a_story_says_what_keeps_it_from_going() -> None:
    stories = drafts("en")
    release = release_of(stories)
    client = signed_in(editor("en", "anna"))
    page = client.get(reverse("wagtailadmin_pages:edit", args=[stories[0].pk])).content.decode()
    assert address("release", release.pk) in page
    assert "Keeps this story from going" in page


@pytest.mark.parametrize("name", ["list", "release"])
def test_queries_do_not_grow(name: str) -> None:
    make_front_page("en")
    anna = editor("en", "anna")
    counts = []
    for codes in (["en", "fa"], list(LANGUAGES)):
        release = release_of(drafts(*codes), after=timedelta(hours=len(codes)))
        client = signed_in(anna)
        url = address("list") if name == "list" else address("release", release.pk)
        client.get(url)
        with CaptureQueriesContext(connection) as queries:
            client.get(url)
        counts.append(len(queries))
    assert counts[0] == counts[1]
