"""What becomes of each row of a returned file: a draft, nothing, or a refusal that says what is wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _

from articles.legal.exchange.leaving import present_source, present_texts, words_of
from articles.legal.exchange.rows import Returned, Words
from articles.legal.models import LegalNotice, NoticeText
from articles.legal.wording import WordingIsRefused, checked_body, checked_line
from newsroom.languages import LANGUAGES, known


class Outcome(Enum):
    """What a row leads to."""

    DRAFT = "draft"
    UNCHANGED = "unchanged"
    BLANK = "blank"
    REFUSED = "refused"


@dataclass(frozen=True)
class Judgement:
    """A row, and what becomes of it."""

    row: Returned
    outcome: Outcome
    problems: tuple[str, ...] = ()
    source: NoticeText | None = None
    """Which source version the draft is made from."""
    is_older: bool = False
    """Whether that is no longer the present one, or somebody wrote other words since the file left."""

    @property
    def language_name(self) -> str:
        """The language's English name, or what the file says."""
        return LANGUAGES[self.row.language].name if known(self.row.language) else self.row.language

    def in_words(self) -> str:
        """The outcome for the people who read the report."""
        if self.outcome is Outcome.REFUSED:
            return " ".join(self.problems)
        if self.outcome is Outcome.DRAFT:
            return _("A draft, made from an older version.") if self.is_older else _("A draft.")
        return _("Unchanged, passed over.") if self.outcome is Outcome.UNCHANGED else _("Not translated, passed over.")


class Standing:
    """What is stored of a notice when its texts come back."""

    def __init__(self, notice: LegalNotice, accept_older: bool) -> None:
        texts = sorted(notice.texts.all(), key=lambda text: text.number)
        self.notice, self.accept_older = notice, accept_older
        self.source = present_source(notice, texts)
        approved = [text for text in texts if text.language == notice.source_language and text.approved_at]
        self.sources = {text.digest: text for text in approved}  # the newest of those with the same words
        self.present = present_texts(texts) | {notice.source_language: self.source}
        self.by_number = {(text.language, text.number): text for text in texts}

    def has_already(self, row: Returned) -> bool:
        """Whether the row's words are those that stand now, or those that left with it."""
        stored = (self.present.get(row.language), self.by_number.get((row.language, row.number or 0)))
        return any(row.words.are(words_of(text)) for text in stored if text)


def judge(notice: LegalNotice, rows: Iterable[Returned], *, accept_older: bool = False) -> list[Judgement]:
    """Every row with its outcome, in the order of the file; stores nothing. Raises SourceIsMissing."""
    rows = list(rows)
    standing = Standing(notice, accept_older)
    counts = Counter(row.language for row in rows if known(row.language))
    return [_judged(standing, row, counts[row.language]) for row in rows]


def _judged(standing: Standing, row: Returned, count: int) -> Judgement:
    problems = list(_problems_of_place(standing, row, count))
    if problems:
        return Judgement(row, Outcome.REFUSED, tuple(problems))
    if row.words.are_blank:
        return Judgement(row, Outcome.BLANK)
    if standing.has_already(row):
        return Judgement(row, Outcome.UNCHANGED)
    source, age = _source_of(standing, row)
    problems = [*age, *problems_of_words(row.words, source or standing.source)]
    is_older = source is not standing.source or _was_overtaken(standing, row)
    if problems:
        return Judgement(row, Outcome.REFUSED, tuple(problems), source, is_older)
    return Judgement(row, Outcome.DRAFT, (), source, is_older)


def _problems_of_place(standing: Standing, row: Returned, count: int) -> Iterable[str]:
    """Why the row is none of this notice's translations at all."""
    if row.problem:
        yield row.problem
    if row.notice != standing.notice.key:
        yield _("The row is of the notice “{key}”.").format(key=row.notice[:80])
    if not row.language:
        yield _("The row names no language.")
    elif not known(row.language):
        yield _("There is no language “{code}”.").format(code=row.language[:30])
    elif count > 1:
        yield _("The language stands in the file {count} times.").format(count=count)
    is_source = row.language == standing.notice.source_language
    if is_source and not (row.words.are_blank or standing.has_already(row)):
        yield _("The source text cannot be changed by a file of translations: write it as a draft of its own.")


def _source_of(standing: Standing, row: Returned) -> tuple[NoticeText | None, list[str]]:
    """The source version that the row was made from, and what is wrong with its age."""
    source = standing.sources.get(row.source_digest)
    if not row.source_digest:
        return None, [_("The row does not say which source version it was made from.")]
    if source is None:
        return None, [_("The digest is of no approved source version of this notice.")]
    if standing.accept_older:
        return source, []
    problems = []
    if source is not standing.source:
        problems.append(
            _("It was made from version {old} of the source, and version {new} is in force.").format(
                old=source.number, new=standing.source.number
            )
        )
    if _was_overtaken(standing, row):
        problems.append(
            _("Since the file left, somebody wrote version {number} in this language.").format(
                number=standing.present[row.language].number
            )
        )
    return source, problems


def _was_overtaken(standing: Standing, row: Returned) -> bool:
    present = standing.present.get(row.language)
    return row.number is not None and row.number != (present.number if present else 0)


def problems_of_words(words: Words, source: NoticeText) -> list[str]:
    """What is wrong with the words themselves; nothing in them is corrected."""
    problems = []
    checks: tuple[tuple[str, Callable[[], str]], ...] = (
        (_("Heading"), lambda: checked_line(words.heading)),
        (_("Text"), lambda: checked_body(words.body)),
        (_("Words of the link"), lambda: checked_line(words.link_label)),
    )
    for name, check in checks:
        try:
            check()
        except WordingIsRefused as refusal:
            problems.append(f"{name}: {refusal}")
    if not words.heading.strip():
        problems.append(_("The heading is empty."))
    if source.link_label and not words.link_label.strip():
        problems.append(_("The source has words for the link, the translation has none."))
    return problems
