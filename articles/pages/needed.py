"""Explanations that notices link to: the last live one stays where it is while a rule shows such a notice.

Readers get the explanation in the nearest language that has it, so one in one language may go while another stays.
Its screens let nobody move a page into another language, so a move needs no message of its own.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from articles.legal.explanations import is_needed
from articles.pages.explanation import ExplanationPage

WATCHED = frozenset({"live", "slug", "url_path"})


class ExplanationIsNeeded(ValidationError):
    """A notice in force links to the page, and no other language has the explanation."""


def is_live(slug: str) -> bool:
    """Whether readers find this explanation in some language."""
    return ExplanationPage.objects.live().filter(slug=slug).exists()


def is_last(page: Page) -> bool:
    """Whether a notice in force or due needs just this page: it is live, and no other language's would answer."""
    row = ExplanationPage.objects.live().filter(pk=page.pk).first()
    if row is None or not is_needed(row.slug):
        return False
    return not ExplanationPage.objects.live().filter(slug=row.slug).exclude(pk=row.pk).exists()


def ensure_stays(page: Page, update_fields: Collection[str] | None = None) -> None:
    """Raises ExplanationIsNeeded where saving the page would take the last explanation from its readers."""
    if (
        not page.pk
        or page.specific_class is not ExplanationPage
        or (update_fields and not WATCHED & set(update_fields))
    ):
        return
    row = Page.objects.filter(pk=page.pk).values("live", "slug", "url_path").first()
    if row is None or not row["live"] or all(row[name] == getattr(page, name) for name in WATCHED):
        return
    ensure_not_last(page)


def ensure_address_stays(page: ExplanationPage) -> None:
    """Raises ExplanationIsNeeded, at the field, for another last part of the address."""
    if page.pk and is_last(page) and not Page.objects.filter(pk=page.pk, slug=page.slug).exists():
        raise ExplanationIsNeeded({"slug": _refusal(page)})


def ensure_not_last(page: Page) -> None:
    """Raises ExplanationIsNeeded for the last explanation that a notice links to."""
    if is_last(page):
        raise ExplanationIsNeeded(_refusal(page))


def refuse_unpublishing(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Leads back with a clear message where the page, or one below that would go with it, must stay."""
    below = bool(request.POST.get("include_descendants"))
    return _refused(request, ExplanationPage.objects.descendant_of(page, inclusive=True) if below else [page])


def refuse_in_bulk(
    request: HttpRequest, action_type: str, pages: Iterable[Page], action: object
) -> HttpResponse | None:
    """The same for many pages at once; one that must stay keeps them all."""
    if action_type != "unpublish":
        return None
    chosen = [page for page in pages if isinstance(page, Page)]
    if request.POST.get("include_descendants"):
        chosen = [row for page in chosen for row in ExplanationPage.objects.descendant_of(page, inclusive=True)]
    return _refused(request, chosen)


def _refused(request: HttpRequest, pages: Iterable[Page]) -> HttpResponse | None:
    """The answer where these together would take every language's version of a needed explanation away."""
    keys = {page.pk for page in pages}
    for row in ExplanationPage.objects.live().filter(pk__in=keys):
        others = ExplanationPage.objects.live().filter(slug=row.slug).exclude(pk__in=keys)
        if is_needed(row.slug) and not others.exists():
            messages.error(request, _refusal(row))
            return redirect("wagtailadmin_explore", row.get_parent().pk)
    return None


def _refusal(page: Page) -> str:
    text = _(
        "“{title}” explains a legal notice that is in force, and there it is in no other language. It cannot be "
        "unpublished, moved, renamed or deleted while a rule shows the notice."
    )
    return text.format(title=page.title)
