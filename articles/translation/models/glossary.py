"""How a desk translates a term."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class GlossaryTerm(models.Model):
    """A term of one language and what it is called in another; it belongs to the desk of the other."""

    source_language = models.CharField(pgettext_lazy("language", "from"), max_length=16)
    language = models.CharField(pgettext_lazy("language", "into"), max_length=16)
    term = models.CharField(_("term"), max_length=255)
    translation = models.CharField(_("translation"), max_length=255)
    note = models.CharField(_("note"), max_length=500, blank=True)
    is_case_sensitive = models.BooleanField(_("capital letters matter"), default=False)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary")
        ordering = ["source_language", "language", "term"]
        constraints = [
            models.UniqueConstraint(
                fields=["source_language", "language", "term"],
                name="a_term_has_one_translation",
                violation_error_message=_("The glossary has this term for these two languages already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.term} → {self.translation}"
