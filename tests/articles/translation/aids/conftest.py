"""A Russian translation of an English story, and its editor."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.pages.article import ArticlePage
from newsroom.users.groups import editors_of
from newsroom.users.models import User
from tests.articles.translation.stories import make_source, translate
from tests.factories import make_front_page, make_user


@pytest.fixture
def desks(db: None) -> None:
    for code in ("ru", "uk"):
        make_front_page(code)


@pytest.fixture
def rita(desks: None, client: Client) -> User:
    user = make_user("rita", editors_of("ru"))
    client.force_login(user)
    return user


@pytest.fixture
def story(desks: None) -> ArticlePage:
    return translate(make_source(2), "ru")
