"""Where a notice applies: immutable versions of a rule."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from articles.legal.models.approval import Approvable, four_eyes
from articles.legal.models.notices import LegalNotice
from articles.legal.terms import Effect, Placement, ScopeKind
from newsroom.regions.models import Region


def show() -> list[str]:
    """The effect that nearly every rule has."""
    return [Effect.SHOW.value]


class NoticeRule(Approvable):
    """One version of a rule. The latest approved one of an identity is in force until the next is approved."""

    identity = models.UUIDField(default=uuid.uuid4, editable=False, db_index=True)
    number = models.PositiveIntegerField(default=1, editable=False)
    notice = models.ForeignKey(LegalNotice, verbose_name=_("notice"), on_delete=models.PROTECT, related_name="rules")
    region = models.ForeignKey(Region, verbose_name=_("region"), on_delete=models.PROTECT, related_name="+")
    area = models.JSONField(editable=False)
    """The region as it was when the version was written: a later change of the region is a change of the rule."""
    scope_kind = models.CharField(_("about"), max_length=10, choices=ScopeKind.choices, default=ScopeKind.SITE)
    scope_target = models.CharField(max_length=100, blank=True)
    scope_name = models.CharField(max_length=255, blank=True)
    languages = models.JSONField(_("languages"), default=list, blank=True, help_text=_("None chosen means all."))
    surfaces = models.JSONField(_("surfaces"), default=list, blank=True, help_text=_("None chosen means all."))
    starts_at = models.DateTimeField(_("from"), null=True, blank=True)
    ends_at = models.DateTimeField(_("until"), null=True, blank=True)
    effects = models.JSONField(_("what it does"), default=show)
    placement = models.CharField(_("where on the page"), max_length=5, choices=Placement.choices, default=Placement.END)
    applies_to_unknown = models.BooleanField(
        _("readers whose country is unknown"),
        null=True,
        blank=True,
        choices=[(True, _("it applies")), (False, _("not"))],
    )
    reason = models.TextField(_("why"), help_text=_("Kept for good; write it for a colleague in five years."))
    withdraws = models.BooleanField(default=False, editable=False)
    """Whether approving this version ends the rule."""
    ended_at = models.DateTimeField(null=True, editable=False)
    """When the next version took its place."""

    ADDED_LATER = Approvable.ADDED_LATER | {"ended_at"}

    class Meta:
        verbose_name = _("notice rule")
        verbose_name_plural = _("notice rules")
        ordering = ["notice", "identity", "number"]
        constraints = [
            models.UniqueConstraint(fields=["identity", "number"], name="one_rule_per_number"),
            *four_eyes("rule"),
        ]

    def __str__(self) -> str:
        return f"{self.notice.key}, {self.region.name}, {self.number}"

    def content(self) -> dict[str, object]:
        """What is approved: everything that the decision uses, and why."""
        return {
            "identity": str(self.identity),
            "number": self.number,
            "notice": self.notice.key,
            "area": self.area,
            "scope": [self.scope_kind, self.scope_target],
            "languages": sorted(self.languages),
            "surfaces": sorted(self.surfaces),
            "starts_at": self.starts_at.isoformat() if self.starts_at else None,
            "ends_at": self.ends_at.isoformat() if self.ends_at else None,
            "effects": sorted(self.effects),
            "placement": self.placement,
            "applies_to_unknown": self.applies_to_unknown,
            "reason": self.reason,
            "withdraws": self.withdraws,
        }
