"""Tests of the demo's law."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

from articles.legal import snapshot
from articles.legal.models import LegalNotice, NoticeRule, NoticeText
from articles.pages.founding import front_page
from newsroom.demo.law import EXPLANATION, KEY, make_law, words
from newsroom.languages import LANGUAGES
from newsroom.regions.presets import ensure_presets
from tests.articles.legal.makers import lawyers
from tests.articles.pages.test_lawful import SECRET, notices_on, read

pytestmark = pytest.mark.django_db


def test_the_model_notice_is_met_in_every_language_by_readers_in_its_region_alone(client: Client) -> None:
    for code in LANGUAGES:
        front_page(code)
    ensure_presets(using="default")
    author, approver = lawyers()
    make_law(author=author, approver=approver)
    snapshot.forget()
    with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=[SECRET]):
        for code in LANGUAGES:
            assert notices_on(read(client, f"/{code}/")) == [KEY]
            assert notices_on(read(client, f"/{code}/", "DE")) == []
            assert notices_on(read(client, f"/{code}/", "UA", **{"CF-Region-Code": "43"})) == [KEY]
            assert notices_on(read(client, f"/{code}/", "UA", **{"CF-Region-Code": "46"})) == []
            assert notices_on(read(client, f"/{code}/", "UA")) == [KEY]
            assert client.get(f"/{code}/legal/{EXPLANATION}/").status_code == 200
    assert NoticeRule.objects.count() == 1
    assert LegalNotice.objects.get().kind == "warning"
    assert NoticeText.objects.filter(approved_at__isnull=False).count() == len(words())
