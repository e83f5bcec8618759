"""Which changes of a page shared caches must hear of."""

from __future__ import annotations

from collections.abc import Collection

from wagtail.models import Page

from newsroom.caches.purging import purge_page

FACTS = frozenset(
    {
        "live",
        "live_revision",
        "url_path",
        "slug",
        "title",
        "last_published_at",
        "killed_at",
        "embargo_until",
        "published_at",
        "updated_at",
    }
)
"""What readers may notice; the rest of what is saved alone concerns drafts."""


def let_caches_follow(page: Page, saved: Collection[str] | None = None) -> None:
    """Has shared caches drop a page that is or was public, and the lists of its language; in this transaction.

    `saved` are the fields that were saved, None for all of them.
    """
    if saved is not None and not FACTS & set(saved):
        return
    address = page.url_path.split("/")
    if (page.live or page.first_published_at) and len(address) > 1:
        purge_page(page.translation_key, address[1])
