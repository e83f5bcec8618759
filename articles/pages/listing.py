"""Lists of stories for readers, cut into pages."""

from __future__ import annotations

from typing import Any

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest

from articles.pages.visibility import StoryQuerySet
from media.shelf import Shelf

PER_PAGE = 20


def list_page(request: HttpRequest, stories: StoryQuerySet) -> dict[str, Any]:
    """One page of the list and the pictures of its teasers: a fixed number of queries.

    Raises Http404 for a page that the list does not have.
    """
    paginator = Paginator(stories.as_teasers(), PER_PAGE)
    try:
        page = paginator.page(request.GET.get("page", "1"))
    except (PageNotAnInteger, EmptyPage) as error:
        raise Http404 from error
    shown = list(page.object_list)
    pictures = [story.lead_picture_id for story in shown if story.lead_picture_id]
    return {"stories": shown, "paging": page, "shelf": Shelf(pictures)}
