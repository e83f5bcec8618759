"""A notice with words, and the people who look at its texts."""

from __future__ import annotations

import pytest
from django.test import Client

from articles.legal.models import LegalNotice
from newsroom.users.groups import LEGAL_APPROVERS, LEGAL_EDITORS, SEALED_ORDERS, ensure_legal
from newsroom.users.models import User
from tests.articles.legal.exchange.travellers import make_told_notice
from tests.factories import make_user


@pytest.fixture
def notice() -> LegalNotice:
    return make_told_notice()


@pytest.fixture
def lena() -> User:
    """A lawyer who writes."""
    ensure_legal()
    return make_user("lena", LEGAL_EDITORS)


@pytest.fixture
def as_lena(lena: User) -> Client:
    return logged_in(lena)


@pytest.fixture
def as_sworn() -> Client:
    """A lawyer who may know of sealed orders."""
    ensure_legal()
    return logged_in(make_user("sworn", LEGAL_APPROVERS, SEALED_ORDERS))


def logged_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client
