"""Stories of many blocks, and their translations."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.test import TestCase
from wagtail.models import Locale

from articles.pages.article import ArticlePage
from articles.pages.founding import section
from articles.translation.models import Translation
from tests.factories import make_story

Raw = list[dict[str, Any]]


def paragraph(key: str, text: str) -> dict[str, Any]:
    """A raw block."""
    return {"id": key, "type": "paragraph", "value": f"<p>{text}</p>"}


def paragraphs(count: int) -> Raw:
    """So many raw blocks `b0`, `b1`…"""
    return [paragraph(f"b{number}", f"Sentence number {number} stands here.") for number in range(count)]


def make_source(count: int = 5, **fields: Any) -> ArticlePage:
    """A live English story of so many paragraphs."""
    return make_story(body=json.dumps(paragraphs(count)), **{"title": "The sea falls", **fields})


def translate(source: ArticlePage, code: str) -> ArticlePage:
    """A draft translation, made as Wagtail makes it."""
    section(code, "world", "World")
    copied = source.copy_for_translation(Locale.objects.get(language_code=code))
    return ArticlePage.objects.get(pk=copied.pk)


def record_of(story: ArticlePage) -> Translation:
    """The desk's record of a translation, as it is stored now."""
    return Translation.objects.select_related("source", "story").get(story=story.pk)


def raw_body(story: ArticlePage) -> Raw:
    """The raw blocks of a story's newest version."""
    version = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object()
    return list(version.body.get_prep_value())


def write(story: ArticlePage, body: Iterable[dict[str, Any]] | None = None, **fields: Any) -> ArticlePage:
    """The story with a new draft of these blocks and fields."""
    version = ArticlePage.objects.get(pk=story.pk).get_latest_revision_as_object()
    if body is not None:
        version.body = json.dumps(list(body))
    for name, value in fields.items():
        setattr(version, name, value)
    version.save_revision()
    return ArticlePage.objects.get(pk=story.pk)


def publish(story: ArticlePage, body: Iterable[dict[str, Any]] | None = None, **fields: Any) -> ArticlePage:
    """The same, published."""
    story = write(story, body, **fields)
    with TestCase.captureOnCommitCallbacks(execute=True):
        story.get_latest_revision().publish()
    return ArticlePage.objects.get(pk=story.pk)


def edited(body: Raw, key: str, text: str) -> Raw:
    """The blocks with another text in one of them."""
    return [paragraph(key, text) if block["id"] == key else block for block in body]
