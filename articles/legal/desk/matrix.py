"""The matrix: for each region and notice, in which languages its readers find the words, and where they do not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from articles.legal.fallbacks import legal_chain
from articles.legal.models import LegalNotice, NoticeRule
from newsroom.languages import LANGUAGES, Language, language


class Finding(TextChoices):
    """What readers of a language find."""

    APPROVED = "approved", _("approved")
    OLD = "old", _("approved, older than its source")
    FALLBACK = "fallback", _("another language instead")
    MISSING = "missing", _("missing in every language")
    UNASKED = "unasked", _("no rule for this language")


class Version(NamedTuple):
    """What the matrix knows of an approved text."""

    digest: str
    source_digest: str


Words = Mapping[str, Version]
"""The approved texts of a notice by language."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What readers of one language find."""

    language: Language
    finding: Finding
    found: Language | None = None
    """The language of the words that they find."""

    @property
    def is_gap(self) -> bool:
        """Whether somebody has to write."""
        return self.finding in (Finding.FALLBACK, Finding.MISSING)

    @property
    def words(self) -> str:
        """What stands in the cell; colour only repeats it."""
        if self.finding == Finding.FALLBACK and self.found:
            return gettext("falls back to {language}").format(language=self.found.code)
        return str(self.finding.label)


@dataclass(slots=True)
class Row:
    """A region and a notice that is in force or due there."""

    region: str
    notice: LegalNotice
    languages: set[str] = field(default_factory=set)
    cells: list[Cell] = field(default_factory=list)

    @property
    def gaps(self) -> int:
        """How many languages lack words of their own."""
        return sum(cell.is_gap for cell in self.cells)


def matrix(rules: Iterable[NoticeRule], words: Mapping[int, Words]) -> list[Row]:
    """One row for each region and notice that one of the rules joins, in the order of their names."""
    rows: dict[tuple[int, int], Row] = {}
    for rule in rules:
        row = rows.setdefault((rule.region_id, rule.notice_id), Row(rule.region.name, rule.notice))
        row.languages.update(rule.languages or LANGUAGES)
    for row in rows.values():
        texts = words.get(row.notice.pk, {})
        row.cells = [_cell(code, row, texts) for code in LANGUAGES]
    return sorted(rows.values(), key=lambda row: (row.region, row.notice.name, row.notice.pk))


def finding_for(code: str, notice: LegalNotice, texts: Words) -> Cell:
    """What readers of a language find of a notice's words."""
    for candidate in legal_chain(code, notice.source_language):
        if candidate in texts and candidate != code:
            return Cell(language(code), Finding.FALLBACK, language(candidate))
        if candidate in texts:
            return Cell(language(code), Finding.OLD if _is_old(code, notice, texts) else Finding.APPROVED)
    return Cell(language(code), Finding.MISSING)


def _cell(code: str, row: Row, texts: Words) -> Cell:
    return finding_for(code, row.notice, texts) if code in row.languages else Cell(language(code), Finding.UNASKED)


def _is_old(code: str, notice: LegalNotice, texts: Words) -> bool:
    """Whether the source text is another one than that from which it was translated."""
    source = texts.get(notice.source_language)
    own = texts[code].source_digest
    return bool(source and own and code != notice.source_language and own != source.digest)
