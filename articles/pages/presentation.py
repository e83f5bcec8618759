"""All that a story's page shows, gathered in a fixed number of queries."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from articles.credits.naming import line_of, with_parties
from articles.pages.article import ArticlePage
from articles.pages.corrections.showing import corrections_of
from articles.pages.links import PageLinks, links_in
from articles.pages.masthead import masthead_for
from articles.pages.registries import story_notes
from articles.pages.related import related_to
from articles.pages.share import share_links
from articles.pages.translations import versions_of
from media.shelf import Shelf


def present(story: ArticlePage, request: HttpRequest) -> dict[str, Any]:
    """The context of the story's template."""
    code = story.language_code
    is_preview = bool(getattr(request, "is_preview", False))
    masthead = masthead_for(request, code)
    about = masthead.home if story.show_about and masthead.home and masthead.home.about_heading else None
    others = related_to(story)
    pictures = story.pictures() | {other.lead_picture_id for other in others if other.lead_picture_id}
    if about and about.about_picture_id:
        pictures.add(about.about_picture_id)
    credits = story.credits.all() if is_preview else with_parties(story.credits.get_queryset())
    return {
        "credit_line": line_of(credits, code).html(),
        "related_stories": others,
        "versions": versions_of(story),
        "about": about,
        "corrections": corrections_of(story),
        "notes": [note for write in story_notes.all() for note in write(story)],
        "share_links": share_links(request.build_absolute_uri(story.url_path), story.title),
        "page_links": PageLinks(links_in(story.body, about.about_text if about else ""), code),
        "shelf": Shelf(pictures, story.videos(), is_preview=is_preview),
    }
