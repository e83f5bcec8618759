"""People, services, agencies and places, each with its name in every language, and their credits on stories."""

from __future__ import annotations

import secrets
from typing import Any

from anyascii import anyascii
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable
from wagtail.search import index

from newsroom.identity import new_uri
from newsroom.languages import chain
from newsroom.text import clean_line


def new_key() -> str:
    """A part of an address that tells nothing of the name behind it."""
    return secrets.token_hex(5)


def clean_lines(texts: dict[str, Any]) -> dict[str, str]:
    """Texts by language, each one safe line, without those that are empty."""
    return {code: line for code, text in texts.items() if (line := clean_line(str(text)))}


class Named(index.Indexed, models.Model):
    """Something with a name, and with that name as other languages write it."""

    name = models.CharField(_("name"), max_length=255)
    names = models.JSONField(_("name in each language"), default=dict, blank=True)
    uri = models.CharField(max_length=255, unique=True, default=new_uri, editable=False)

    search_fields = [
        index.SearchField("name"),
        index.AutocompleteField("name"),
        index.SearchField("all_names"),
        index.AutocompleteField("all_names"),
    ]

    class Meta:
        abstract = True
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Makes every name one safe line and drops empty ones."""
        super().clean()
        self.name = clean_line(self.name)
        self.names = clean_lines(self.names)

    def name_in(self, code: str) -> str:
        """The name in the language, else in the first of its fallbacks that has one, else the plain name."""
        return next((self.names[candidate] for candidate in chain(code) if candidate in self.names), self.name)

    def all_names(self) -> str:
        """Every spelling, for the admin's search."""
        return " ".join(self.names.values())


class Organisation(Named):
    """Whom correspondents work for."""

    class Meta(Named.Meta):
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")


class Place(Named):
    """Where somebody reports from; `phrases` hold the name as a sentence needs it: "in Baku", "в Баку"."""

    phrases = models.JSONField(_("after a person's name, in each language"), default=dict, blank=True)

    class Meta(Named.Meta):
        verbose_name = _("place")
        verbose_name_plural = _("places")

    def clean(self) -> None:
        """Makes every phrase one safe line and drops empty ones."""
        super().clean()
        self.phrases = clean_lines(self.phrases)


class Party(Named):
    """Who can be credited, with a page of stories under a key."""

    key = models.SlugField(max_length=80, unique=True, default=new_key, editable=False)

    class Meta(Named.Meta):
        abstract = True


class Correspondent(Party):
    """A person who reports. While the name is withheld, readers and colleagues meet a neutral form instead."""

    organisation = models.ForeignKey(
        Organisation, verbose_name=_("organisation"), null=True, blank=True, on_delete=models.PROTECT
    )
    withheld_at = models.DateTimeField(null=True, editable=False)

    search_fields = [*Party.search_fields, index.FilterField("organisation"), index.FilterField("withheld_at")]

    class Meta(Party.Meta):
        verbose_name = _("correspondent")
        verbose_name_plural = _("correspondents")
        permissions = [("withhold_name", "Can withhold and restore the name of a correspondent")]

    def __str__(self) -> str:
        return str(_("Name withheld ({key})")).format(key=self.key) if self.withheld_at else self.name

    @property
    def is_withheld(self) -> bool:
        """Whether the name may not be shown."""
        return self.withheld_at is not None


class KeyFromName(Party):
    """A party whose address may tell its name."""

    class Meta(Party.Meta):
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Gives a new party a readable key where that is free."""
        readable = slugify(anyascii(self.name))[:80]
        if self._state.adding and readable and not type(self).objects.filter(key=readable).exists():
            self.key = readable
        super().save(*args, **kwargs)


class Service(KeyFromName):
    """A part of an organisation that is credited as one: a language service, a desk."""

    class Meta(KeyFromName.Meta):
        verbose_name = _("service")
        verbose_name_plural = _("services")


class Agency(KeyFromName):
    """A news agency."""

    class Meta(KeyFromName.Meta):
        verbose_name = _("agency")
        verbose_name_plural = _("agencies")


class Credit(Orderable):
    """One party's part in one story: a correspondent (from a place, perhaps), a service or an agency."""

    story = ParentalKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="credits")
    correspondent = models.ForeignKey(
        Correspondent,
        verbose_name=_("correspondent"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="credits",
    )
    place = models.ForeignKey(Place, verbose_name=_("reporting from"), null=True, blank=True, on_delete=models.PROTECT)
    service = models.ForeignKey(
        Service, verbose_name=_("service"), null=True, blank=True, on_delete=models.PROTECT, related_name="credits"
    )
    agency = models.ForeignKey(
        Agency, verbose_name=_("agency"), null=True, blank=True, on_delete=models.PROTECT, related_name="credits"
    )

    class Meta(Orderable.Meta):
        verbose_name = _("credit")
        verbose_name_plural = _("credits")
        constraints = [
            models.CheckConstraint(
                condition=(
                    models.Q(correspondent__isnull=False, service__isnull=True, agency__isnull=True)
                    | models.Q(correspondent__isnull=True, service__isnull=False, agency__isnull=True)
                    | models.Q(correspondent__isnull=True, service__isnull=True, agency__isnull=False)
                ),
                name="a_credit_is_of_one_party",
                violation_error_message=_("Choose one: a correspondent, a service or an agency."),
            ),
        ]

    @property
    def party(self) -> Correspondent | Service | Agency:
        """Whoever is credited."""
        party = self.correspondent or self.service or self.agency
        assert party is not None, "the database holds each credit to one party"  # noqa: S101
        return party
