"""A link by which outside counsel sees one page as one reader would; the database holds no key that opens it."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from articles.legal.models.notices import LANGUAGE_CHOICES
from newsroom.regions.location import Location


class CounselLink(models.Model):
    """Bound to one page, revision, place, language, moment and surface. Of whoever opens it, nothing is kept."""

    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    """SHA-256 of the token; the token itself is told once, to whoever makes the link."""
    page = models.ForeignKey(Page, verbose_name=_("page"), on_delete=models.CASCADE, related_name="+")
    revision = models.ForeignKey(
        Revision, verbose_name=_("version"), null=True, on_delete=models.PROTECT, related_name="+"
    )
    language = models.CharField(_("language"), max_length=10, choices=LANGUAGE_CHOICES)
    country = models.CharField(_("country"), max_length=2, blank=True)
    subdivision = models.CharField(_("part of the country"), max_length=10, blank=True)
    moment = models.DateTimeField(_("moment"))
    surface = models.CharField(_("surface"), max_length=50)
    shows_sealed = models.BooleanField(_("shows sealed orders"), default=False)
    note = models.CharField(_("for whom"), max_length=255, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name=_("made by"), on_delete=models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("made"))
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    revoked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )
    opened = models.PositiveIntegerField(_("times opened"), default=0)

    class Meta:
        verbose_name = _("link for counsel")
        verbose_name_plural = _("links for counsel")
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.page_id}, {self.language}, {self.moment:%Y-%m-%d %H:%M}"

    @property
    def location(self) -> Location:
        """Where its reader is."""
        return Location(self.country or None, self.subdivision or None)

    def is_open(self, at: datetime | None = None) -> bool:
        """Whether it leads anywhere: not revoked, not expired, and whoever made it still works here."""
        return self.revoked_at is None and (at or timezone.now()) < self.expires_at and self.made_by.is_active
