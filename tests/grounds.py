"""What Wagtail's migrations make, for tests whose database an earlier one has flushed."""

from __future__ import annotations

from wagtail.models import Collection, Locale, Page


def lay_the_ground() -> None:
    """The roots of pages and of files, where they are gone."""
    locale, _ = Locale.objects.get_or_create(language_code="en")
    if not Page.objects.exists():
        Page.add_root(title="Root", slug="root", locale=locale)
    if not Collection.objects.exists():
        Collection.add_root(name="Root")
