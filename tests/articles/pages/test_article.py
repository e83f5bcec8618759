"""Tests of the story."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.factories import make_agency, make_correspondent, make_picture, make_place, make_story

pytestmark = pytest.mark.django_db


def test_story_stands_on_its_page_with_its_credit_line(client: Client) -> None:
    story = make_story(
        title="Five countries agree",
        kicker="Water",
        lead_picture=make_picture(),
        credits=[
            {"correspondent": make_correspondent("Mike Eckel"), "place": make_place("Washington")},
            {"correspondent": make_correspondent("Rikard Jozwiak"), "place": make_place("Brussels")},
            *({"agency": make_agency(name)} for name in ("Reuters", "AP", "AFP", "Interfax", "TASS")),
        ],
    )
    page = client.get(story.url_path)
    assert page.status_code == 200
    html = page.content.decode()
    assert '<html lang="en" dir="ltr">' in html
    assert "Five countries agree" in html
    assert "/wide-640.jpeg" in html
