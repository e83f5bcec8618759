"""One language of a story, as its desk keeps it: wanted, made, and how far it is behind its source."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Revision

from articles.pages.article import ArticlePage


class Priority(models.IntegerChoices):
    """What is translated first."""

    LEGAL = 0, _("Legal")
    BREAKING = 1, _("Breaking")
    NORMAL = 2, _("Normal")
    LOW = 3, _("When there is time")


class Stage(models.TextChoices):
    """How far a translation has come."""

    WANTED = "wanted", _("Wanted")
    IN_PROGRESS = "in_progress", _("In progress")
    WAITING = "waiting", _("Waiting for approval")
    LIVE = "live", _("Live")


A_PRIORITY = 10**10
"""Seconds; more than a deadline can have until the year 2286."""


def rank_of(priority: int, deadline: datetime | None) -> int:
    """One number by which lists are sorted: the most pressing priority first, then the earliest deadline, then none."""
    return priority * A_PRIORITY + (min(int(deadline.timestamp()), A_PRIORITY - 2) if deadline else A_PRIORITY - 1)


class Translation(models.Model):
    """A story in a language other than its source's: from the moment somebody wants it."""

    translation_key = models.UUIDField(editable=False)
    locale = models.ForeignKey(Locale, verbose_name=_("language"), on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(
        ArticlePage, verbose_name=_("source"), on_delete=models.CASCADE, related_name="translated_into"
    )
    """What it is made from, which may be a translation itself."""
    story = models.OneToOneField(
        ArticlePage, null=True, editable=False, on_delete=models.SET_NULL, related_name="desk_record"
    )
    """The translation, once there is a page."""

    priority = models.PositiveSmallIntegerField(_("priority"), choices=Priority.choices, default=Priority.NORMAL)
    deadline = models.DateTimeField(_("deadline"), null=True, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("translator"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="translations",
    )
    claimed_at = models.DateTimeField(null=True, editable=False)
    wanted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    wanted_at = models.DateTimeField(auto_now_add=True, db_index=True)
    reminded_at = models.DateTimeField(null=True, editable=False)
    rank = models.BigIntegerField(default=0, editable=False)
    """What `rank_of` makes of priority and deadline; `save` keeps it."""
    stage = models.CharField(max_length=16, choices=Stage.choices, default=Stage.WANTED, editable=False)
    """So that lists can be filtered without a look at pages; `articles.translation.stages` keeps it."""

    parts = models.JSONField(default=dict, editable=False)
    """What of the source was seen, part by part; read and written by `articles.translation.seen` alone."""
    ways = models.JSONField(default=dict, editable=False)
    """How each text came to be, by unit; read and written by `articles.translation.ways` alone."""
    stale_parts = models.PositiveIntegerField(default=0, editable=False)
    """Changes of its source that nobody has dealt with."""
    stale_above = models.PositiveIntegerField(default=0, editable=False)
    """Parts in which its source is behind the source's own source."""
    stale_since = models.DateTimeField(null=True, editable=False)
    machine_texts = models.PositiveIntegerField(default=0, editable=False)
    """Texts of the live version that a machine made and nobody has reviewed."""

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translations")
        constraints = [models.UniqueConstraint(fields=["translation_key", "locale"], name="one_translation_a_language")]
        indexes = [
            models.Index(fields=["locale", "stage", "rank", "id"], name="translation_by_language"),
            models.Index(fields=["stage", "rank", "id"], name="translation_by_stage"),
            models.Index(fields=["assignee", "rank", "id"], name="translation_by_translator"),
            models.Index(fields=["assignee", "deadline"], name="translation_by_assignee"),
            models.Index(
                fields=["locale", "rank", "id"],
                name="translation_stale_in_language",
                condition=models.Q(stale_since__isnull=False),
            ),
            models.Index(
                fields=["rank", "id"], name="translation_stale_by_rank", condition=models.Q(stale_since__isnull=False)
            ),
            models.Index(
                fields=["deadline"],
                name="translation_to_remind",
                condition=models.Q(reminded_at=None, deadline__isnull=False),
            ),
        ]

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
        """Keeps what follows from other fields: the rank, and the first stages."""
        self.rank = rank_of(self.priority, self.deadline)
        if self.story_id is None:
            self.stage = Stage.WANTED
        elif self.stage == Stage.WANTED:
            self.stage = Stage.LIVE if self.story and self.story.live else Stage.IN_PROGRESS
        if update_fields is not None:
            update_fields = {*update_fields, "rank", "stage"}
        super().save(*args, update_fields=update_fields, **kwargs)


class SeenRevision(models.Model):
    """A version of the source that some part of a translation was made from; `purge_revisions` must keep it."""

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="seen_revisions")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["translation", "revision"], name="a_revision_is_kept_once")]
