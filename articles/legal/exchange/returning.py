"""Bringing translations back: good rows become drafts, which somebody else approves; nothing comes into force here.

Without further words it is all or nothing: one bad row, and nothing is stored. `take_good` stores the good rows of a
file with bad ones, after a person has read the report; nothing of a bad row is ever stored.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import transaction

from articles.legal.drafting import draft_text, ensure_may_draft
from articles.legal.exchange.files import read
from articles.legal.exchange.judging import Judgement, Outcome, judge
from articles.legal.exchange.rows import Returned
from articles.legal.models import LegalNotice, NoticeText
from newsroom.users.models import User


@dataclass
class Report:
    """What became of a returned file, or would become of it."""

    judgements: list[Judgement]
    drafts: list[NoticeText] = field(default_factory=list)
    """What was stored."""

    @property
    def good(self) -> list[Judgement]:
        """The rows that are or would be drafts."""
        return self._with(Outcome.DRAFT)

    @property
    def refused(self) -> list[Judgement]:
        """The rows with something wrong."""
        return self._with(Outcome.REFUSED)

    @property
    def passed_over(self) -> list[Judgement]:
        """The rows that say nothing new."""
        return [*self._with(Outcome.UNCHANGED), *self._with(Outcome.BLANK)]

    @property
    def most_urgent_first(self) -> list[Judgement]:
        """All rows: what is wrong, then what is new, then the rest."""
        return [*self.refused, *self.good, *self.passed_over]

    def _with(self, outcome: Outcome) -> list[Judgement]:
        return [judgement for judgement in self.judgements if judgement.outcome is outcome]


def bring_back(
    notice: LegalNotice,
    data: bytes,
    *,
    by: User,
    accept_older: bool = False,
    take_good: bool = False,
    is_trial: bool = False,
) -> Report:
    """Makes drafts of a file's rows; a trial only says what would happen.

    `accept_older` also takes rows that were made from an older source version, which their drafts say.
    Raises FileIsRefused, SourceIsMissing, PermissionDenied.
    """
    ensure_may_draft(by, notice)
    return take_rows(notice, read(data), by=by, accept_older=accept_older, take_good=take_good, is_trial=is_trial)


@transaction.atomic
def take_rows(
    notice: LegalNotice,
    rows: Iterable[Returned],
    *,
    by: User,
    accept_older: bool = False,
    take_good: bool = False,
    is_trial: bool = False,
) -> Report:
    """The same for rows that were read before. Raises SourceIsMissing, PermissionDenied."""
    ensure_may_draft(by, notice)
    LegalNotice.objects.select_for_update().get(pk=notice.pk)  # two files at once would count the same versions
    report = Report(judge(notice, rows, accept_older=accept_older))
    if is_trial or (report.refused and not take_good):
        return report
    report.drafts = [_drafted(notice, judgement, by) for judgement in report.good]
    return report


def _drafted(notice: LegalNotice, judgement: Judgement, by: User) -> NoticeText:
    words = judgement.row.words
    return draft_text(
        notice,
        judgement.row.language,
        by=by,
        heading=words.heading,
        body=words.body,
        link_label=words.link_label,
        source=judgement.source,
    )
