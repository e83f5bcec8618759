"""What may be deleted: no page that was public, none that a translation was made from, none that counsel was shown.

Such a page can be unpublished or killed; what was said, and when, must stay provable (law.md, "Ledger and evidence").
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import ProtectedError, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.query import PageQuerySet

from articles.legal.models import CounselLink
from articles.pages.article import ArticlePage


class PageMustBeKept(ProtectedError):
    """The page, or one below it, was public, was translated from or was shown to counsel."""


def kept_pages(page: Page) -> PageQuerySet:
    """The pages from this one downward that nobody may delete, the page itself first."""
    tree = Page.objects.descendant_of(page, inclusive=True)
    stories = ArticlePage.objects.descendant_of(page, inclusive=True)
    revisions = [str(key) for key in stories.values_list("pk", flat=True)]
    sources = ArticlePage.objects.filter(translated_revision__object_id__in=revisions)
    translated = {int(key) for key in sources.values_list("translated_revision__object_id", flat=True)}
    shown = CounselLink.objects.values("page")
    return tree.filter(Q(first_published_at__isnull=False) | Q(pk__in=translated) | Q(pk__in=shown)).order_by("path")


def ensure_deletable(page: Page) -> None:
    """Raises PageMustBeKept for a page that must be kept."""
    kept = set(kept_pages(page))
    if kept:
        raise PageMustBeKept("The page was public, was translated from or was shown to counsel.", kept)


def refuse_deletion(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Leads back to the page with a clear message where the deletion must be refused."""
    return _refusal(request, [page])


def refuse_bulk_deletion(
    request: HttpRequest, action_type: str, pages: Iterable[Page], action: object
) -> HttpResponse | None:
    """The same for many pages at once; one that must be kept keeps them all."""
    return _refusal(request, pages) if action_type == "delete" else None


def _refusal(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    for page in pages:
        if not isinstance(page, Page):
            continue
        first = kept_pages(page).first()
        if first:
            text = _(
                "“{title}” was public once, was translated from or was shown to counsel, so it cannot be deleted. "
                "Unpublish it instead."
            )
            messages.error(request, text.format(title=first.get_admin_display_title()))
            return redirect("wagtailadmin_explore", page.get_parent().pk)
    return None
