"""Who looks at the screens of credits: an administrator and an English editor."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.pages.founding import section
from newsroom.users.groups import editors_of
from newsroom.users.models import User
from tests.factories import make_administrator, make_user


@pytest.fixture
def admin() -> User:
    return make_administrator()


@pytest.fixture
def as_admin(admin: User) -> Client:
    client = Client()
    client.force_login(admin)
    return client


@pytest.fixture
def as_editor() -> Client:
    section("en", "world")
    client = Client()
    client.force_login(make_user("editor", editors_of("en")))
    return client
