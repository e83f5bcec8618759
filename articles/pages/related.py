"""Stories to read next: what the editor chose, then what higher rooms know, then the newest of the section."""

from __future__ import annotations

from articles.pages.article import ArticlePage
from articles.pages.registries import related
from articles.pages.visibility import StoryQuerySet

WANTED = 4


def related_to(story: ArticlePage) -> list[ArticlePage]:
    """At most four visible stories of the same language, without the story itself."""
    chosen = [link.related_story_id for link in story.related_links.all()]
    found = list(_visible(story).filter(pk__in=chosen)) if chosen else []
    found.sort(key=lambda other: chosen.index(other.pk))
    missing = WANTED - len(found)
    for suggest in related.all() if missing > 0 else ():
        suggestions = suggest(story, WANTED)
        if suggestions is not None:
            found += [other for other in suggestions if other.pk not in chosen][:missing]
            break
    return found


def newest_of_section(story: ArticlePage, wanted: int) -> list[ArticlePage]:
    """The default: the newest stories of the same section."""
    parent_path = story.path[: -story.steplen]
    siblings = _visible(story).filter(path__startswith=parent_path, depth=story.depth)
    return list(siblings.newest_first()[:wanted])


def _visible(story: ArticlePage) -> StoryQuerySet:
    return ArticlePage.objects.filter(locale_id=story.locale_id).exclude(pk=story.pk).visible().as_teasers()
