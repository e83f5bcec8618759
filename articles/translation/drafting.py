"""Adding to a translation's newest version while others may be writing too."""

from __future__ import annotations

from articles.pages.article import ArticlePage


def held_story(pk: int | None) -> ArticlePage:
    """The story, held until the transaction ends: nobody saves a version between reading its newest and adding to it.

    Saving a version writes the row of the page, publishing and killing that of the story, so both are locked.
    """
    return ArticlePage.objects.select_for_update(of=("self", "page_ptr")).get(pk=pk)
