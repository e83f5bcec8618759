"""The columns of the archive's table."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BaseColumn, Column, DateColumn

from articles.credits.models import Correspondent
from articles.pages.article import ArticlePage
from newsroom.languages import Language, language
from search.archive.models import ArchiveEntry
from search.archive.states import TITLES


@dataclass
class Line:
    """What the table shows of one story."""

    entry: ArchiveEntry
    section: str
    states: list[str]
    is_editable: bool
    state_titles: list[str | Promise] = field(init=False)

    def __post_init__(self) -> None:
        self.state_titles = [TITLES[state] for state in self.states]

    @property
    def pk(self) -> int:
        """The story's number."""
        return int(self.entry.pk)

    @property
    def story(self) -> ArticlePage:
        """The story as its row has it."""
        return self.entry.story

    @property
    def language(self) -> Language:
        """The language that it is written in."""
        return language(self.story.language_code)

    @property
    def credited(self) -> list[str]:
        """Correspondents, services and agencies, in their order; a withheld name in its neutral form."""
        parties = [credit.party for credit in self.story.credits.all()]
        code = self.language.code
        return [
            str(party) if isinstance(party, Correspondent) and party.is_withheld else party.name_in(code)
            for party in parties
        ]


class LineColumn(BaseColumn):
    """A column whose cell is a template of ours."""

    def __init__(self, name: str, **kwargs: Any) -> None:
        super().__init__(name, **kwargs)
        self.cell_template_name = f"archive/{name}_cell.html"


COLUMNS = [
    LineColumn("language", label=_("Language"), width="12%"),
    LineColumn("headline", label=_("Headline"), sort_key="headline", classname="title"),
    LineColumn("state", label=_("State"), width="14%"),
    Column("section", label=_("Section"), width="12%"),
    LineColumn("credited", label=_("Credited"), width="18%"),
    DateColumn("changed_at", label=_("Changed"), accessor="entry.changed_at", sort_key="changed_at", width="12%"),
]
