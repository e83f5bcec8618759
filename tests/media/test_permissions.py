"""Tests of who deletes pictures, which stand in the stories of all desks."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.urls import reverse
from wagtail.permissions import policy_registry

from articles.pages.founding import front_page
from media.models import Picture
from newsroom.users.groups import PHOTO_EDITORS, editors_of, translators_of, writers_of
from newsroom.users.models import User
from tests.factories import make_administrator, make_picture, make_user

pytestmark = pytest.mark.django_db


def _may(user: User, *actions: str, picture: Picture) -> bool:
    return bool(policy_registry.get_by_type(Picture).user_has_any_permission_for_instance(user, actions, picture))


@pytest.mark.parametrize("group", [writers_of("fa"), translators_of("fa"), editors_of("fa")])
def test_people_of_a_language_change_any_picture_and_delete_their_own(group: str) -> None:
    front_page("fa")
    user = make_user("anna", group)
    own, other = make_picture(uploaded_by_user=user), make_picture()
    assert [_may(user, "change", picture=picture) for picture in (own, other)] == [True, True]
    assert [_may(user, "delete", picture=picture) for picture in (own, other)] == [True, False]
    assert _may(user, "delete", "change", picture=other)


def test_photo_editors_and_administrators_delete_any() -> None:
    front_page("fa")
    picture = make_picture()
    for user in (make_user("paul", PHOTO_EDITORS), make_administrator()):
        assert _may(user, "delete", picture=picture)
    for nobody in (make_user("reader"), AnonymousUser()):
        assert not _may(nobody, "delete", picture=picture)


def test_a_forged_deletion_leaves_the_picture(client: Client) -> None:
    front_page("fa")
    picture = make_picture()
    client.force_login(make_user("anna", editors_of("fa")))
    client.post(reverse("wagtailimages:delete", args=[picture.pk]))
    client.post(reverse("wagtailimages:delete_multiple", args=[picture.pk]))
    client.post(reverse("wagtail_bulk_action", args=["media", "picture", "delete"]) + f"?id={picture.pk}")
    assert Picture.objects.filter(pk=picture.pk).exists()
