"""Texts that were translated before."""

from __future__ import annotations

from django.db import models
from wagtail.models import Revision

from articles.pages.article import ArticlePage


class MemoryUnit(models.Model):
    """A text of a source story and what a person made of it in another language."""

    source_language = models.CharField(max_length=16)
    language = models.CharField(max_length=16)
    kind = models.CharField(max_length=64)
    source_text = models.TextField()
    text = models.TextField()
    source_digest = models.CharField(max_length=64)
    """Of the source's words as `memory` compares them."""
    length = models.PositiveIntegerField()
    """Characters of those words."""
    story = models.ForeignKey(ArticlePage, null=True, on_delete=models.SET_NULL, related_name="+")
    """The translation that it stands in."""
    unit = models.CharField(max_length=255)
    source_revision = models.ForeignKey(Revision, null=True, on_delete=models.SET_NULL, related_name="+")
    remembered_at = models.DateTimeField(auto_now=True)

    class Meta:
        indexes = [
            models.Index(fields=["source_language", "language", "source_digest"], name="memory_exact"),
            models.Index(fields=["story", "unit"], name="memory_of_story"),
        ]


class MemoryBand(models.Model):
    """A hash that texts which are nearly the same are likely to share."""

    memory_unit = models.ForeignKey(MemoryUnit, on_delete=models.CASCADE, related_name="bands")
    source_language = models.CharField(max_length=16)
    language = models.CharField(max_length=16)
    band = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["source_language", "language", "band"], name="memory_near")]
