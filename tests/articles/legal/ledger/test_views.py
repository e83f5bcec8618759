"""Tests of the address of the public key."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from articles.legal.ledger.signing import public_key_pem

pytestmark = pytest.mark.django_db
ADDRESS = "/.well-known/newsroom-evidence-key"


def test_everybody_reads_the_public_key(client: Client, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        answer = client.get(ADDRESS)
    assert answer.content == public_key_pem()
    assert answer.headers["Content-Type"] == "application/x-pem-file"
    assert "PRIVATE" not in answer.content.decode()
    assert answer.headers["Cache-Control"] == "public, max-age=3600"
    assert not answer.cookies


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_nobody_writes_it(client: Client, method: str) -> None:
    assert getattr(client, method)(ADDRESS).status_code == 405
