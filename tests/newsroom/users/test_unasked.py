"""Tests of doors that Wagtail leaves open to everybody in its admin."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.credits.models import Place
from articles.pages.founding import front_page
from media.models import Picture, Video
from newsroom.users.groups import LEGAL_EDITORS, PHOTO_EDITORS, ensure_legal, translators_of
from newsroom.users.unasked import model_behind
from tests.factories import make_picture, make_place, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("namespace", "model"),
    [
        ("wagtailsnippetchoosers_articles_place", Place),
        ("wagtailsnippetchoosers_media_video", Video),
        ("wagtailadmin_api:images", Picture),
        ("wagtailadmin_pages", None),
        ("", None),
    ],
)
def test_the_door_says_what_is_behind_it(namespace: str, model: type | None) -> None:
    assert model_behind(namespace) is model


def _statuses(client: Client) -> list[int]:
    place, picture = make_place(), make_picture()
    chooser = "wagtailsnippetchoosers_articles_place"
    addresses = [
        reverse(f"{chooser}:choose"),
        reverse(f"{chooser}:chosen", args=[place.pk]),
        reverse(f"{chooser}:chosen_multiple") + f"?id={place.pk}",
        reverse("wagtailadmin_api:images:listing"),
        reverse("wagtailadmin_api:images:detail", args=[picture.pk]),
    ]
    return [client.get(address).status_code for address in addresses]


def test_who_has_no_right_on_it_is_refused(client: Client) -> None:
    ensure_legal()
    client.force_login(make_user("lena", LEGAL_EDITORS))
    assert set(_statuses(client)) == {403}


def test_who_writes_with_it_chooses(client: Client) -> None:
    front_page("fa")
    client.force_login(make_user("tara", translators_of("fa")))
    assert set(_statuses(client)) == {200}


def test_photo_editors_find_pictures_and_no_words(client: Client) -> None:
    front_page("fa")
    client.force_login(make_user("paul", PHOTO_EDITORS))
    assert _statuses(client) == [403, 403, 403, 200, 200]


def test_readers_are_shown_to_the_login(client: Client) -> None:
    answer = client.get(reverse("wagtailsnippetchoosers_articles_place:choose"))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))
