"""Stories that go live together."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models.deletion import Collector
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision

from articles.pages.article import ArticlePage


class Release(models.Model):
    """A set of stories, often one story in its languages, that is published at one moment in one transaction."""

    title = models.CharField(_("title"), max_length=255)
    publish_at = models.DateTimeField(_("when"), null=True, blank=True)
    """UTC; without it, the release waits for somebody to publish it."""
    is_confirmed = models.BooleanField(default=False, editable=False)
    """Whether it may go at its moment; a plan otherwise."""
    late_languages_follow = models.BooleanField(
        _("late languages follow"),
        default=True,
        help_text=_("An optional story that is not ready at the moment goes live as soon as it is."),
    )
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField(auto_now_add=True)
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    """In whose name it is published."""
    published_at = models.DateTimeField(null=True, editable=False)
    cancelled_at = models.DateTimeField(null=True, editable=False)
    blocked_since = models.DateTimeField(null=True, editable=False)
    """Since when its moment is past and something holds it."""

    class Meta:
        verbose_name = _("release")
        verbose_name_plural = _("releases")
        indexes = [
            models.Index(
                fields=["publish_at"],
                name="release_due",
                condition=models.Q(is_confirmed=True, published_at=None, cancelled_at=None),
            )
        ]

    def __str__(self) -> str:
        return self.title


def keep_while_needed(
    collector: Collector, field: models.ForeignKey[Any, Any], rows: models.QuerySet[ReleaseItem], using: str
) -> None:
    """For `on_delete`: a version alone, as `purge_revisions` deletes it, stays while a release is to publish it.

    With its whole story it may go. Raises ProtectedError.
    """
    origin = collector.origin
    if getattr(origin, "model", type(origin)) is Revision:
        needed: set[models.Model] = set(rows.filter(published_at=None, release__cancelled_at=None))
        if needed:
            raise models.ProtectedError("A release is to publish this version.", needed)
    models.SET_NULL(collector, field, rows, using)


class ReleaseItem(models.Model):
    """One story of a release."""

    release = models.ForeignKey(Release, on_delete=models.CASCADE, related_name="items")
    story = models.ForeignKey(ArticlePage, verbose_name=_("story"), on_delete=models.CASCADE, related_name="+")
    is_required = models.BooleanField(_("required"), default=True)
    is_ready = models.BooleanField(default=False, editable=False)
    """Whether its desk has said that the revision below may go."""
    revision = models.ForeignKey(Revision, null=True, editable=False, on_delete=keep_while_needed, related_name="+")
    ready_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    published_at = models.DateTimeField(null=True, editable=False)
    fault = models.TextField(blank=True, editable=False)
    """Why it could not be published when that was last tried."""

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["release", "story"], name="a_story_is_once_in_a_release")]
