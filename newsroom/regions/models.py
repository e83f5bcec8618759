"""A region: a named set of places, with an explicit answer for every reader of whom too little is known."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from newsroom.regions.answers import check_answers, check_codes
from newsroom.regions.area import Area
from newsroom.regions.vocabulary import widened
from newsroom.text import clean_line, clean_text


class Region(index.Indexed, models.Model):
    """Countries and parts of countries under one name, or the whole world, said so; never nowhere."""

    name = models.CharField(_("name"), max_length=255)
    codes = models.JSONField(_("countries and parts of countries"), default=list, blank=True)
    whole_world = models.BooleanField(_("the whole world"), default=False)
    unknown_country = models.BooleanField(_("readers of whom we do not know the country belong to it"))
    unknown_subdivisions = models.JSONField(
        _("readers of whom we know the country and not the part of it"), default=dict, blank=True
    )
    preset_key = models.SlugField(
        _("preset"), max_length=80, null=True, blank=True, unique=True, editable=False, default=None
    )
    preset_hash = models.CharField(max_length=64, blank=True, editable=False)
    """Of the preset as it was last written here; another hash today means that somebody has edited it."""
    author_note = models.TextField(_("note"), blank=True, help_text=_("Who chose these places, when and why."))
    updated_at = models.DateTimeField(_("changed"), auto_now=True)
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]

    class Meta:
        ordering = ["name"]
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(whole_world=True, codes=[]) | (models.Q(whole_world=False) & ~models.Q(codes=[]))),
                name="a_region_is_somewhere",
                violation_error_message=_("Choose places, or the whole world, and not both."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Puts the codes in order. Raises ValidationError that names what is unknown, missing or contradictory."""
        super().clean()
        self.name, self.author_note = clean_line(self.name), clean_text(self.author_note)
        self.codes = check_codes(self.codes)
        if self.whole_world and self.codes:
            raise ValidationError({"whole_world": _("The whole world needs no list of places: choose one of the two.")})
        if not self.whole_world and not self.codes:
            raise ValidationError({"codes": _("Choose at least one place, or the whole world.")})
        self.unknown_country = self.whole_world or self.unknown_country
        self.unknown_subdivisions = check_answers(self.unknown_subdivisions, frozenset(self.codes))

    @property
    def area(self) -> Area:
        """The region as a value that is asked for each reader."""
        codes = frozenset(self.codes)
        included = frozenset(country for country, answer in self.unknown_subdivisions.items() if answer)
        return Area(widened(codes, included), self.whole_world, self.unknown_country, included)

    def facts(self) -> dict[str, Any]:
        """All that decides who belongs to it, in one form for equal regions."""
        return {
            "name": self.name,
            "codes": sorted(self.codes),
            "whole_world": self.whole_world,
            "unknown_country": self.unknown_country,
            "unknown_subdivisions": dict(sorted(self.unknown_subdivisions.items())),
        }
