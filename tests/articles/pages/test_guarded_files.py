"""Tests of what the law makes of the files of pages, through HTTP: every kind of file meets every kind of reader."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.conf import settings
from django.db import connection
from django.test import Client, TestCase, override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from articles.legal import snapshot
from articles.legal.hurry import lift_now
from articles.legal.models import LegalNotice, NoticeRule
from articles.legal.terms import Effect, Kind, ScopeKind
from articles.pages.article import ArticlePage
from articles.pages.guarded_files import everything_guarded, guarded
from articles.pages.publishing import let_files_follow, publish_due
from media.models import Guarding, Picture, PublishedRendition, Video
from media.publication import user_key
from media.storage import guarded_storage, public_storage
from newsroom.languages import LANGUAGES
from tests.answers import read_whole
from tests.articles.legal.makers import make_lawyer, make_notice, make_region, make_rule, make_text
from tests.factories import make_front_page, make_picture, make_story, make_translation, make_video, publish_page

pytestmark = pytest.mark.django_db
SECRET = "only for tests"


@pytest.fixture(autouse=True)
def _edge() -> Iterator[None]:
    with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET]):
        yield


@dataclass(frozen=True)
class Shown:
    """A story with a file of every kind, and the addresses of one file of each."""

    story: ArticlePage
    addresses: dict[str, str]
    pictures: list[Picture]
    video: Video


def _illustrated(code: str = "en", **fields: Any) -> Shown:
    """A published story with a file of every kind."""
    pictures = [make_picture() for _ in range(4)]
    video = make_video()
    lead, inside, first, second = pictures
    uses = [{"picture": picture, "caption": "", "alt": ""} for picture in (inside, first, second)]
    body = [
        ("picture", uses[0]),
        ("gallery", uses[1:]),
        ("video", {"video": video, "title": "Watch", "caption": ""}),
    ]
    story = make_story(code, lead_picture=lead, body=body, **fields)
    assert video.poster is not None
    shown = dict(zip(("lead", "body", "gallery", "poster"), (lead, inside, first, video.poster), strict=True))
    addresses = {kind: PublishedRendition.objects.filter(picture=each)[0].file.url for kind, each in shown.items()}
    addresses |= {
        "film": video.sources.get().published_file.url,
        "captions": video.tracks.get().published_file.url,
    }
    return Shown(story, addresses, [*pictures, video.poster], video)


def _withhold(country: str = "DE", *, order: LegalNotice | None = None, **fields: Any) -> NoticeRule:
    """Has an order apply to readers of a country; the files follow as they do on commit."""
    if order is None:
        order = make_notice("order", Kind.WITHHELD, authority="A court", basis="A law")
        make_text(order)
    with TestCase.captureOnCommitCallbacks(execute=True):
        return make_rule(order, make_region(country), **{"applies_to_unknown": False, **fields})


def _about(story: ArticlePage) -> dict[str, str]:
    return {"scope_kind": ScopeKind.STORY, "scope_target": str(story.translation_key)}


def _read(client: Client, address: str, country: str = "DE", **headers: str) -> Any:
    return client.get(address, headers={"X-Geo-Secret": SECRET, "CF-IPCountry": country, **headers})


def _statuses(client: Client, shown: Shown, country: str) -> dict[str, int]:
    statuses = {}
    for kind, address in shown.addresses.items():
        answer = _read(client, address, country)
        read_whole(answer)
        statuses[kind] = answer.status_code
    return statuses


def _bytes(client: Client, shown: Shown, country: str) -> dict[str, bytes]:
    return {kind: read_whole(_read(client, address, country)) for kind, address in shown.addresses.items()}


def _all(shown: Shown, status: int) -> dict[str, int]:
    return dict.fromkeys(shown.addresses, status)


def _copies(shown: Shown) -> list[str]:
    names = [str(copy.file.name) for copy in PublishedRendition.objects.filter(picture__in=shown.pictures)]
    names += [str(source.published_file.name) for source in shown.video.sources.all()]
    return names + [str(track.published_file.name) for track in shown.video.tracks.all()]


@pytest.mark.parametrize("code", ["en", "fa", "sr-latn"])
def test_every_file_of_a_withheld_story_is_withheld_there_and_the_same_elsewhere(code: str, client: Client) -> None:
    shown = _illustrated(code)
    before = _bytes(client, shown, "FR")
    _withhold(**_about(shown.story))
    assert _statuses(client, shown, "DE") == _all(shown, 451)
    assert _statuses(client, shown, "FR") == _statuses(client, shown, "XX") == _all(shown, 200)
    assert _bytes(client, shown, "FR") == before
    assert [name for name in _copies(shown) if public_storage().exists(name)] == []
    assert [name for name in _copies(shown) if not guarded_storage().exists(name)] == []


def test_a_file_of_a_withheld_story_says_who_withholds_it_and_is_kept_by_no_cache(client: Client) -> None:
    shown = _illustrated()
    _withhold(**_about(shown.story))
    refused = _read(client, shown.addresses["lead"])
    assert "A court" in refused.content.decode()
    assert 'rel="blocked-by"' in refused["Link"]
    for country in ("DE", "FR"):
        answer = _read(client, shown.addresses["film"], country)
        read_whole(answer)
        assert answer["Cache-Control"] == "private, no-store"
        assert "X-Notice-Key" in answer["Vary"]


def test_a_page_elsewhere_shows_the_files_at_the_addresses_that_they_had(client: Client) -> None:
    shown = _illustrated()
    before = _read(client, shown.story.url_path, "FR").content.decode()
    assert all(address in before for address in shown.addresses.values() if not address.endswith("avif"))
    _withhold(**_about(shown.story))
    after = _read(client, shown.story.url_path, "FR").content.decode()
    assert [address for address in shown.addresses.values() if (address in before) is not (address in after)] == []
    assert "guarded" not in after


def test_lifting_the_order_gives_the_files_back_to_everybody(client: Client) -> None:
    shown = _illustrated()
    before = _bytes(client, shown, "FR")
    rule = _withhold(**_about(shown.story))
    with TestCase.captureOnCommitCallbacks(execute=True):
        lift_now(rule, by=make_lawyer("henry", "hurry_legal"), reason="It is over.")
    snapshot.forget()
    assert _bytes(client, shown, "DE") == before
    assert [name for name in _copies(shown) if guarded_storage().exists(name)] == []
    assert not Guarding.objects.exists()


def test_a_secret_order_makes_a_file_look_like_one_that_never_was(client: Client) -> None:
    shown = _illustrated()
    order = make_notice("order", Kind.WITHHELD, is_sealed=True, looks_missing=True)
    make_text(order)
    _withhold(order=order, **_about(shown.story))
    missing = _read(client, f"{settings.MEDIA_URL}pictures/{'0' * 16}/wide-640.jpeg")
    for address in shown.addresses.values():
        withheld = _read(client, address)
        assert (withheld.status_code, missing.status_code) == (404, 404)
        assert withheld.content == missing.content
        assert sorted(withheld.headers.items()) == sorted(missing.headers.items())
    assert _statuses(client, shown, "FR") == _all(shown, 200)


def test_a_picture_that_a_story_in_force_shows_too_stays_public(client: Client) -> None:
    shown = _illustrated()
    make_story(title="Another", lead_picture=shown.pictures[0])
    _withhold(**_about(shown.story))
    assert _statuses(client, shown, "DE") == {**_all(shown, 451), "lead": 200}
    assert public_storage().exists(str(PublishedRendition.objects.filter(picture=shown.pictures[0])[0].file.name))


def test_a_picture_that_only_withheld_stories_show_is_guarded_by_each_of_them(client: Client) -> None:
    shown = _illustrated()
    other = make_story(title="Another", lead_picture=shown.pictures[0])
    _withhold("DE", **_about(shown.story))
    _withhold("FR", order=LegalNotice.objects.get(key="order"), **_about(other))
    assert _statuses(client, shown, "DE") == {**_all(shown, 451), "lead": 200}
    assert guarded_storage().exists(str(PublishedRendition.objects.filter(picture=shown.pictures[0])[0].file.name))
    _withhold("DE", order=LegalNotice.objects.get(key="order"), **_about(other))
    assert _statuses(client, shown, "DE") == _all(shown, 451)


@pytest.mark.parametrize("scope", [ScopeKind.SECTION, ScopeKind.TAG, ScopeKind.STORY, ScopeKind.SITE])
def test_a_rule_of_any_scope_guards_the_files(scope: str, client: Client) -> None:
    shown = _illustrated(section_slug="world")
    shown.story.tags.add("elections")
    publish_page(shown.story)
    other = make_story(section_slug="culture", title="Another", lead_picture=make_picture())
    targets = {
        ScopeKind.SECTION: str(shown.story.get_parent().translation_key),
        ScopeKind.TAG: "elections",
        ScopeKind.STORY: str(shown.story.translation_key),
        ScopeKind.SITE: "",
    }
    _withhold(scope_kind=scope, scope_target=targets[ScopeKind(scope)])
    assert _statuses(client, shown, "DE") == _all(shown, 451)
    assert _statuses(client, shown, "FR") == _all(shown, 200)
    is_guarded = guarded([user_key(other)]) == {user_key(other)}
    assert is_guarded is (scope == ScopeKind.SITE)


def test_a_rule_that_is_due_guards_already_and_withholds_from_its_moment(client: Client) -> None:
    shown = _illustrated()
    soon = timezone.now() + timedelta(hours=1)
    _withhold(**_about(shown.story), starts_at=soon, ends_at=soon + timedelta(hours=1))
    assert [name for name in _copies(shown) if public_storage().exists(name)] == []
    assert _statuses(client, shown, "DE") == _all(shown, 200)
    with time_machine.travel(soon + timedelta(minutes=1), tick=False):
        snapshot.forget()
        assert _statuses(client, shown, "DE") == _all(shown, 451)
    with time_machine.travel(soon + timedelta(hours=2), tick=False):
        snapshot.forget()
        publish_due()
        assert _statuses(client, shown, "DE") == _all(shown, 200)
        assert [name for name in _copies(shown) if guarded_storage().exists(name)] == []


def test_a_rule_about_one_language_guards_the_files_of_its_stories_alone(client: Client) -> None:
    shown = _illustrated()
    translation = make_translation(shown.story, "ru", lead_picture=make_picture())
    _withhold(**_about(shown.story), languages=["en"])
    assert _statuses(client, shown, "DE") == _all(shown, 451)
    assert guarded([user_key(translation), user_key(shown.story)]) == {user_key(shown.story)}


@pytest.mark.parametrize("code", LANGUAGES)
def test_files_are_guarded_in_every_language(code: str) -> None:
    story = make_story(code)
    _withhold(**_about(story))
    assert list(everything_guarded())[-1] == [user_key(story)]


def test_the_picture_of_a_front_page_is_guarded_by_a_rule_about_the_whole_site_alone(client: Client) -> None:
    picture = make_picture()
    make_front_page(about_heading="About us", about_picture=picture)
    story = make_story()
    address = PublishedRendition.objects.filter(picture=picture)[0].file.url
    _withhold(**_about(story))
    assert read_whole(_read(client, address))
    assert not Guarding.objects.exists()
    _withhold(order=LegalNotice.objects.get(key="order"))
    assert _read(client, address).status_code == 451
    assert read_whole(_read(client, address, "FR"))
    assert Guarding.objects.get().picture == picture


def test_a_warning_or_an_exemption_guards_nothing() -> None:
    story = make_story(lead_picture=make_picture())
    warning, order = make_notice(), make_notice("order", Kind.WITHHELD)
    make_text(warning)
    make_text(order)
    _withhold(order=warning, applies_to_unknown=None)
    _withhold(order=order, **_about(story), effects=[Effect.NOINDEX])
    assert guarded([user_key(story)]) == set()


def test_a_story_that_is_published_while_it_is_withheld_never_has_a_public_file(client: Client) -> None:
    story = make_story(publish=False, live=False)
    _withhold(**_about(story))
    story.lead_picture = make_picture()
    publish_page(story)
    copies = PublishedRendition.objects.all()
    assert len(copies) == 6
    assert [copy for copy in copies if public_storage().exists(str(copy.file.name))] == []
    assert _read(client, copies[0].file.url).status_code == 451


def test_killing_a_withheld_story_takes_its_files_from_everybody(client: Client) -> None:
    shown = _illustrated()
    names = _copies(shown)
    _withhold(**_about(shown.story))
    with TestCase.captureOnCommitCallbacks(execute=True):
        ArticlePage.objects.filter(pk=shown.story.pk).update(killed_at=timezone.now())
        let_files_follow(ArticlePage.objects.get(pk=shown.story.pk))
    assert _statuses(client, shown, "DE") == _statuses(client, shown, "FR") == _all(shown, 404)
    assert [name for name in names if public_storage().exists(name) or guarded_storage().exists(name)] == []
    assert not Guarding.objects.exists()


def test_files_of_a_story_that_is_out_no_more_are_not_found_before_they_are_taken_away(client: Client) -> None:
    shown = _illustrated()
    _withhold(**_about(shown.story))
    ArticlePage.objects.filter(pk=shown.story.pk).update(embargo_until=timezone.now() + timedelta(hours=1))
    assert _statuses(client, shown, "FR") == _all(shown, 404)


def test_the_worker_moves_within_a_minute_what_the_task_after_an_approval_did_not(client: Client) -> None:
    shown = _illustrated()
    order = make_notice("order", Kind.WITHHELD)
    make_text(order)
    make_rule(order, make_region("DE"), applies_to_unknown=False, **_about(shown.story))
    assert [name for name in _copies(shown) if guarded_storage().exists(name)] == []
    publish_due()
    assert _statuses(client, shown, "DE") == _all(shown, 451)


def test_a_target_that_no_page_can_have_breaks_nothing(client: Client) -> None:
    shown = _illustrated()
    _withhold(scope_kind=ScopeKind.STORY, scope_target="no key")
    assert guarded([user_key(shown.story)]) == set()
    assert _read(client, "/en/").status_code == 200


def test_users_of_other_kinds_and_without_a_page_are_not_guarded() -> None:
    _withhold()
    assert guarded(["articles.articlepage:999999", "somewhere.thing:1", ""]) == set()


def test_a_guarded_file_takes_as_many_queries_whatever_the_story_shows(client: Client) -> None:
    shown = _illustrated()
    _withhold(**_about(shown.story))
    snapshot.current()
    counts = set()
    for kind in ("lead", "gallery"):
        with CaptureQueriesContext(connection) as captured:
            read_whole(_read(client, shown.addresses[kind], "FR"))
        counts.add(len(captured))
    assert len(counts) == 1
    assert max(counts) <= 8
