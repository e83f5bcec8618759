"""The filters of the archive."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import django_filters
from django import forms
from django.db.models import CharField, F, IntegerField, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.models import ReferenceIndex

from articles.credits.models import Agency, Correspondent, Service
from articles.pages.article import ArticlePage
from media.models import Picture
from newsroom.languages import LANGUAGES
from search.archive.models import ArchiveEntry
from search.archive.states import TITLES, state_q

LONGEST = 255
WITHOUT_CREDIT, WITHOUT_COPYRIGHT = "without-credit", "without-copyright"
Entries = QuerySet[ArchiveEntry]


class ArchiveFilters(WagtailFilterSet):
    """Language, state, who is credited, rights of pictures, and days."""

    language = django_filters.MultipleChoiceFilter(
        label=_("Language"),
        choices=[(row.code, f"{row.own_name} ({row.name})") for row in LANGUAGES.values()],
        field_name="story__locale__language_code",
        widget=forms.CheckboxSelectMultiple,
    )
    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=list(TITLES.items()), method="in_states", widget=forms.CheckboxSelectMultiple
    )
    correspondent = django_filters.ModelChoiceFilter(
        label=_("Correspondent"),
        # Those whose names are withheld come last, so that their place in the alphabet tells nothing.
        queryset=Correspondent.objects.order_by(F("withheld_at").asc(nulls_first=True), "name"),
        method="crediting",
    )
    agency = django_filters.ModelChoiceFilter(label=_("Agency"), queryset=Agency.objects.all(), method="crediting")
    service = django_filters.ModelChoiceFilter(label=_("Service"), queryset=Service.objects.all(), method="crediting")
    rights = django_filters.CharFilter(
        label=_("Picture credit or copyright notice has"), max_length=LONGEST, method="with_rights"
    )
    pictures = django_filters.ChoiceFilter(
        label=_("Rights of pictures"),
        choices=[
            (WITHOUT_CREDIT, _("With a picture without credit")),
            (WITHOUT_COPYRIGHT, _("With a picture without copyright notice")),
        ],
        empty_label=_("All"),
        method="with_pictures",
        widget=forms.RadioSelect,
    )
    changed_at = django_filters.DateFromToRangeFilter(label=_("Changed"), widget=DateRangePickerWidget)
    published_at = django_filters.DateFromToRangeFilter(
        label=_("First published"), field_name="story__published_at", widget=DateRangePickerWidget
    )

    class Meta:
        model = ArchiveEntry
        fields: Sequence[str] = []

    def in_states(self, entries: Entries, name: str, values: list[str]) -> Entries:
        """Those in any of the states."""
        now, wanted = timezone.now(), Q()
        for state in values:
            wanted |= state_q(state, now)
        return entries.filter(wanted)

    def crediting(self, entries: Entries, name: str, party: Any) -> Entries:
        """Those that credit somebody now, whether or not that is out."""
        stories = ArticlePage.objects.filter(**{f"credits__{name}": party})
        return entries.filter(story__in=stories.values("pk"))

    def with_rights(self, entries: Entries, name: str, words: str) -> Entries:
        """Those that show a picture of which credit or copyright notice has the words, in any case of letters."""
        pattern = re.escape(words)
        pictures = Picture.objects.filter(Q(credit__iregex=pattern) | Q(copyright_notice__iregex=pattern))
        return entries.filter(_shows(pictures))

    def with_pictures(self, entries: Entries, name: str, lack: str) -> Entries:
        """Those that show a picture of which this is not known."""
        field = {WITHOUT_CREDIT: "credit", WITHOUT_COPYRIGHT: "copyright_notice"}[lack]
        return entries.filter(_shows(Picture.objects.filter(**{field: ""})))


def _shows(pictures: QuerySet[Picture]) -> Q:
    """The condition of entries whose story shows one of these pictures, as its lead or anywhere in its body."""
    references = ReferenceIndex.objects.filter(
        to_content_type__app_label="media",
        to_content_type__model="picture",
        to_object_id__in=pictures.annotate(text_key=Cast("pk", CharField())).values("text_key"),
        content_type__app_label="articles",
        content_type__model="articlepage",
    )
    pages = references.annotate(page_key=Cast("object_id", IntegerField())).values("page_key")
    return Q(story__lead_picture__in=pictures.values("pk")) | Q(story__in=pages)
