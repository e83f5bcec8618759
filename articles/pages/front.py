"""What stands on a front page: the top story, the latest, and the newest of each section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import F, Window
from django.db.models.functions import RowNumber, Substr
from wagtail.models import Page

from articles.pages.article import ArticlePage
from articles.pages.section import SectionPage

LATEST_SHOWN = 3
SHOWN_PER_SECTION = 4


@dataclass(frozen=True, slots=True)
class Front:
    """The stories of a front page, each once."""

    top: ArticlePage | None
    latest: list[ArticlePage]
    sections: list[tuple[SectionPage, list[ArticlePage]]]

    def pictures(self) -> Iterator[int]:
        """Keys of the lead pictures."""
        shown = [*self.latest, *(story for _, stories in self.sections for story in stories)]
        for story in [self.top, *shown] if self.top else shown:
            if story.lead_picture_id:
                yield story.lead_picture_id


def front_of(home: Page) -> Front:
    """The stories of a front page in at most four queries, however many sections there are."""
    stories = ArticlePage.objects.filter(locale_id=home.locale_id).visible().newest_first().as_teasers()
    chosen = stories.filter(pk=home.top_story_id).first() if home.top_story_id else None
    newest = list(stories[: LATEST_SHOWN + 1])
    top = chosen or (newest[0] if newest else None)
    latest = [story for story in newest if story != top][:LATEST_SHOWN]
    shown = {story.pk for story in (top, *latest) if story}
    return Front(top, latest, [(section, found) for section, found in _by_section(home, shown) if found])


def _by_section(home: Page, shown: set[int]) -> Iterator[tuple[SectionPage, list[ArticlePage]]]:
    """The newest stories of each section that are not shown above: ranked within their parent's path."""
    sections = list(SectionPage.objects.live().child_of(home))
    length = len(home.path) + Page.steplen
    rank = Window(RowNumber(), partition_by=[F("section_path")], order_by=[F("updated_at").desc(), F("pk").desc()])
    ranked = (
        ArticlePage.objects.filter(locale_id=home.locale_id)
        .visible()
        .exclude(pk__in=shown)
        .annotate(section_path=Substr("path", 1, length))
        .annotate(rank=rank)
        .filter(rank__lte=SHOWN_PER_SECTION)
        .newest_first()
        .as_teasers()
    )
    found = list(ranked) if sections else []
    for section in sections:
        yield section, [story for story in found if story.path.startswith(section.path)]
