"""The archive's screen: stories of all languages that its user may explore."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Table
from wagtail.admin.views import generic
from wagtail.models import Page
from wagtail.permissions import page_permission_policy
from wagtail.search.backends import get_search_backend

from articles.credits.models import Credit
from articles.pages.section import SectionPage
from newsroom.text import clean_line
from search.archive.columns import COLUMNS, Line
from search.archive.filters import ArchiveFilters
from search.archive.models import ArchiveEntry, folded
from search.archive.states import scheduled, states_of
from search.questions import LONGEST_TEXT, MOST_WORDS

NAMESPACE = "archive"
ICON = "history"
PAGE_RIGHTS = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}
"""Whoever has one of these somewhere works on pages."""


class Archive(generic.IndexView):
    """Searches and filters the newest words of stories, whether they are out or not."""

    model = ArchiveEntry
    page_title = _("Archive")
    header_icon = ICON
    permission_policy = page_permission_policy
    any_permission_required = PAGE_RIGHTS
    index_url_name = f"{NAMESPACE}:index"
    index_results_url_name = f"{NAMESPACE}:results"
    results_template_name = "archive/results.html"
    filterset_class = ArchiveFilters
    columns = COLUMNS
    default_ordering = "-changed_at"
    paginate_by = 50
    list_export: list[str] = []

    def get_base_queryset(self) -> QuerySet[ArchiveEntry]:
        """The entries of stories that the user may explore."""
        mine = page_permission_policy.explorable_instances(self.request.user)
        return ArchiveEntry.objects.filter(story__in=mine.order_by().values("pk"))

    @property
    def search_query(self) -> str:
        """No more of the words than readers may search for either; a quotation mark breaks the index's own language."""
        typed = folded(clean_line(self.request.GET.get(self.search_kwarg, "")[:LONGEST_TEXT]))
        words = typed.replace('"', " ").split()
        return " ".join(words[:MOST_WORDS])

    def search_queryset(self, queryset: QuerySet[ArchiveEntry]) -> Any:
        """The entries with all the words, the last of which may be the beginning of one."""
        shown = _with_stories(queryset)
        if not self.is_searching:
            return shown
        # The index filters by the entries alone, so whatever else was chosen goes into one condition on them.
        found = _with_stories(ArchiveEntry.objects.filter(pk__in=queryset.order_by().values("pk")))
        if self.is_explicitly_ordered:
            found = found.order_by(*queryset.query.order_by)
        return get_search_backend().autocomplete(
            self.search_query, found, order_by_relevance=not self.is_explicitly_ordered
        )

    def get_table(self, object_list: Iterable[ArchiveEntry]) -> Table:
        """The table of one page of the list."""
        return super().get_table(self._lines(list(object_list)))

    def _lines(self, entries: list[ArchiveEntry]) -> list[Line]:
        """What the table shows, in a fixed number of queries."""
        keys = [entry.pk for entry in entries]
        parents = {entry.pk: entry.story.path[: -Page.steplen] for entry in entries}
        sections = dict(SectionPage.objects.filter(path__in=set(parents.values())).values_list("path", "title"))
        editable = page_permission_policy.instances_user_has_permission_for(self.request.user, "change")
        may_edit = set(editable.filter(pk__in=keys).values_list("pk", flat=True))
        waiting = set(scheduled().filter(object_id__in=map(str, keys)).values_list("page_key", flat=True))
        now = timezone.now()
        return [
            Line(
                entry,
                sections.get(parents[entry.pk], ""),
                states_of(entry.story, now, is_scheduled=entry.pk in waiting),
                entry.pk in may_edit,
            )
            for entry in entries
        ]


def _with_stories(entries: QuerySet[ArchiveEntry]) -> QuerySet[ArchiveEntry]:
    """The entries with all that the table shows of their stories, and without the long texts."""
    credits = Credit.objects.select_related("correspondent", "service", "agency").order_by("sort_order")
    return (
        entries.select_related("story")
        .defer("text", "story__body")
        .prefetch_related(Prefetch("story__credits", credits))
    )


class ArchiveMenuItem(MenuItem):
    """The archive, in the main menu."""

    def is_shown(self, request: HttpRequest) -> bool:
        """For whoever works on pages."""
        return bool(page_permission_policy.user_has_any_permission(request.user, PAGE_RIGHTS))


def menu_item() -> MenuItem:
    """The archive in the main menu."""
    return ArchiveMenuItem(_("Archive"), reverse(f"{NAMESPACE}:index"), name="archive", icon_name=ICON, order=150)


def admin_urls() -> list[URLPattern | URLResolver]:
    """The addresses of the screen."""
    patterns = [
        path("", Archive.as_view(), name="index"),
        path("results/", Archive.as_view(results_only=True), name="results"),
    ]
    return [path("archive/", include((patterns, NAMESPACE)))]
