"""A notice, and its words: immutable versions in each language."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.legal.models.approval import Approvable, four_eyes
from articles.legal.models.demands import Demand
from articles.legal.terms import Kind
from newsroom.languages import LANGUAGES, language

LANGUAGE_CHOICES = [(row.code, row.name) for row in LANGUAGES.values()]
SET_ONCE = ("key", "kind", "is_sealed", "looks_missing")
"""What no later change may touch: the past could not be replayed."""
SET_UNTIL_RULED = ("source_language", "basis", "authority", "more")
"""What readers meet beside the words: whoever approves a rule approves these too, so they stay from its draft on."""


class LegalNotice(models.Model):
    """A notice as legal staff know it. Its words are `NoticeText` rows, where it applies `NoticeRule` rows."""

    _stored: dict[str, object]

    key = models.SlugField(_("key"), max_length=80, unique=True, help_text=_("A short Latin name that never changes."))
    name = models.CharField(_("name"), max_length=255, help_text=_("For staff; readers do not see it."))
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    basis = models.TextField(_("legal basis"), blank=True, help_text=_("The law or decision that it rests on."))
    authority = models.CharField(
        _("who demands it"), max_length=255, blank=True, help_text=_("Readers of a withheld page are told.")
    )
    source_language = models.CharField(_("source language"), max_length=10, choices=LANGUAGE_CHOICES, default="en")
    more = models.SlugField(
        _("page that explains it"),
        max_length=80,
        blank=True,
        help_text=_("The last part of its address under /legal/."),
    )
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("owner"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    review_on = models.DateField(
        _("review on"), null=True, blank=True, help_text=_("A reminder; it never ends the notice.")
    )
    demand = models.ForeignKey(
        Demand,
        verbose_name=_("demand behind it"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="notices",
    )
    is_sealed = models.BooleanField(
        _("sealed"), default=False, help_text=_("Its existence is secret. Only withholdings can be sealed.")
    )
    looks_missing = models.BooleanField(
        _("looks like a page that does not exist"), default=False, help_text=_("Only for sealed withholdings.")
    )
    reminded_at = models.DateTimeField(null=True, editable=False)
    """When the overdue review was last asked for."""

    wagtail_reference_index_ignore = True
    """The admin's lists of uses would tell of sealed notices."""

    class Meta:
        verbose_name = _("legal notice")
        verbose_name_plural = _("legal notices")
        ordering = ["key"]
        permissions = [
            ("approve_legal", "Can approve legal texts and rules"),
            ("hurry_legal", "Can approve legal texts and rules alone in an emergency"),
            ("see_sealed", "Can see sealed orders"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Raises ValidationError for a change of what is set once, whichever door it comes by."""
        self.clean()
        super().save(*args, **kwargs)
        self._remember()

    @classmethod
    def from_db(cls, *args: Any, **kwargs: Any) -> LegalNotice:
        """Remembers what must not change."""
        notice: LegalNotice = super().from_db(*args, **kwargs)
        notice._remember()
        return notice

    def _remember(self) -> None:
        self._stored = {name: self.__dict__[name] for name in (*SET_ONCE, *SET_UNTIL_RULED) if name in self.__dict__}

    @property
    def is_ruled(self) -> bool:
        """Whether a rule was written for it that nobody rejected."""
        return bool(self.pk) and self.rules.filter(rejected_at__isnull=True).exists()

    def clean(self) -> None:
        """Refuses what law.md forbids."""
        super().clean()
        if self.is_sealed and self.kind != Kind.WITHHELD:
            raise ValidationError({"is_sealed": _("Only a withholding can be sealed.")})
        if self.looks_missing and not self.is_sealed:
            raise ValidationError({"looks_missing": _("Only a sealed withholding may look like a missing page.")})
        if self.demand is not None and self.demand.is_sealed and not self.is_sealed:
            raise ValidationError({"demand": _("Behind a notice that everybody may see stands no sealed demand.")})
        changed = [name for name, value in vars(self).get("_stored", {}).items() if getattr(self, name) != value]
        for name in changed:
            if name in SET_ONCE:
                raise ValidationError({name: _("This cannot be changed once the notice exists; make another notice.")})
        if changed and self.is_ruled:
            raise ValidationError(
                {changed[0]: _("This cannot be changed once a rule is written for the notice; make another notice.")}
            )
        self._ensure_link_leads_somewhere()

    def _ensure_link_leads_somewhere(self) -> None:
        """Raises ValidationError where readers would follow a link of the notice to nothing."""
        # Late, because rules belong to notices.
        from articles.legal.explanations import is_explained, is_shown

        if self.pk and not is_explained(self.more) and is_shown(self.pk):
            raise ValidationError({"more": _("There is no such explanation, in no language, and the notice is shown.")})


class NoticeText(Approvable):
    """One version of a notice's words in one language."""

    notice = models.ForeignKey(LegalNotice, on_delete=models.PROTECT, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=LANGUAGE_CHOICES)
    number = models.PositiveIntegerField(editable=False)
    heading = models.CharField(_("heading"), max_length=200)
    body = models.TextField(_("text"))
    """Canonical HTML of the short allow-list of `articles.legal.wording`."""
    link_label = models.CharField(_("words of the link to the explanation"), max_length=200, blank=True)
    source_digest = models.CharField(max_length=64, blank=True, editable=False)
    """Digest of the source text that it was translated from."""

    class Meta:
        verbose_name = _("notice text")
        verbose_name_plural = _("notice texts")
        ordering = ["notice", "language", "number"]
        constraints = [
            models.UniqueConstraint(fields=["notice", "language", "number"], name="one_text_per_number"),
            *four_eyes("text"),
        ]

    def __str__(self) -> str:
        return f"{self.notice.key}, {language(self.language).name}, {self.number}"

    def content(self) -> dict[str, object]:
        """The words as they are approved."""
        return {
            "notice": self.notice.key,
            "language": self.language,
            "heading": self.heading,
            "body": self.body,
            "link_label": self.link_label,
        }
