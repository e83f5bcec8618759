"""The editor's page as somebody sees it."""

from __future__ import annotations

from bs4 import BeautifulSoup, Tag
from django.test import Client
from django.urls import reverse

from articles.pages.article import ArticlePage
from newsroom.users.groups import editors_of
from tests.factories import make_user


def screen_of(story: ArticlePage, name: str = "reza", *groups: str) -> BeautifulSoup:
    """The page; by default for an editor of Persian."""
    client = Client()
    client.force_login(make_user(name, *(groups or (editors_of("fa"),))))
    answer = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    assert answer.status_code == 200
    return BeautifulSoup(answer.content, "html.parser")


def found_in(screen: BeautifulSoup | Tag, selector: str) -> Tag:
    """The one element of this kind."""
    [found] = screen.select(selector)
    return found


def words_of(found: BeautifulSoup | Tag, selector: str) -> list[str]:
    """The words of each element of this kind."""
    return [each.get_text(" ", strip=True) for each in found.select(selector)]
