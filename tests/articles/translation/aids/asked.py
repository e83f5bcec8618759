"""Asking for aids as somebody of a desk."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from articles.pages.article import ArticlePage
from articles.translation.parts import Content
from articles.translation.units import units_of

READING = {"translation_offers"}
NAMES = (
    "translation_offers",
    "translation_suggest",
    "translation_fill",
    "translation_review",
    "translation_checks",
)


def ask(client: Client, name: str, pk: int, **sent: Any) -> HttpResponse:
    """The answer of one of the addresses."""
    address = reverse(name, args=[pk])
    answer: HttpResponse = client.get(address, sent) if name in READING else client.post(address, sent)
    return answer


def content_of(story: ArticlePage) -> Content:
    """The newest version of a story."""
    content: Content = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object().serializable_data()
    return content


def text_of(story: ArticlePage, key: str) -> str:
    """One text of the newest version."""
    return units_of(content_of(story))[key].text


def state(*paragraphs: str) -> str:
    """Paragraphs as the editor of rich text sends them."""
    blocks = [
        {"key": f"k{number}", "type": "unstyled", "depth": 0, "text": text, "inlineStyleRanges": [], "entityRanges": []}
        for number, text in enumerate(paragraphs)
    ]
    return json.dumps({"blocks": blocks, "entityMap": {}})
