"""The ledger's entries, the content that they refer to, and the revisions that readers could see."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

ERASED = "content.erased"
"""The kind of an entry about an erasure by order."""


class LedgerEntry(models.Model):
    """One thing that happened. Rows are only added, by `articles.legal.ledger.appending`; triggers refuse the rest.

    `staff_id` and `subject` are plain values: no deletion elsewhere may touch an entry. `hash` must not be unique,
    since a unique column would let SQLite's INSERT OR REPLACE take the row away that has the same value.
    """

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(_("when"))
    kind = models.CharField(_("what happened"), max_length=64)
    subject = models.CharField(_("to what"), max_length=255)
    staff_id = models.BigIntegerField(_("by whom"), null=True)
    data = models.TextField(_("references"), default="{}")
    content_hash = models.CharField(max_length=64, blank=True)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        db_table = "articles_ledgerentry"
        verbose_name = _("ledger entry")
        verbose_name_plural = _("ledger entries")
        ordering = ["id"]
        indexes = [
            models.Index(fields=["subject", "id"], name="entry_subject"),
            models.Index(fields=["content_hash"], name="entry_erasure", condition=models.Q(kind=ERASED)),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.kind} {self.subject}"


class KeptContent(models.Model):
    """Bytes under their SHA-256, kept because an entry refers to them; emptied only by order."""

    hash = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    content_type = models.CharField(max_length=255, blank=True)
    kept_at = models.DateTimeField()
    erased_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "articles_keptcontent"
        verbose_name = _("kept content")
        verbose_name_plural = _("kept contents")

    def __str__(self) -> str:
        return self.hash


class PublicRevision(models.Model):
    """A revision that readers could see at an address for some time; evidence needs it, so it is never purged."""

    page = models.ForeignKey(Page, on_delete=models.PROTECT, related_name="+")
    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="+")
    address = models.CharField(max_length=1024)
    content_hash = models.CharField(max_length=64)
    became_public_at = models.DateTimeField()
    ceased_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("public revision")
        verbose_name_plural = _("public revisions")
        indexes = [
            models.Index(fields=["address", "became_public_at"], name="public_address"),
            models.Index(fields=["page"], name="public_now", condition=models.Q(ceased_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.revision_id}"
