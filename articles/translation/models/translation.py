"""One language of a story, as its desk keeps it: wanted, made, and how far it is behind its source."""

from __future__ import annotations

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
            models.Index(fields=["locale", "priority", "deadline"], name="translation_by_priority"),
            models.Index(fields=["assignee", "deadline"], name="translation_by_assignee"),
            models.Index(
                fields=["locale", "stale_since"],
                name="translation_stale",
                condition=models.Q(stale_since__isnull=False),
            ),
        ]


class SeenRevision(models.Model):
    """A version of the source that some part of a translation was made from; `purge_revisions` must keep it."""

    translation = models.ForeignKey(Translation, on_delete=models.CASCADE, related_name="seen_revisions")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["translation", "revision"], name="a_revision_is_kept_once")]
