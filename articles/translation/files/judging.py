"""What becomes of each text of a returned file: a new text, nothing, or a refusal that says what is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum

from django.utils.translation import gettext as _

from articles.translation.files.codes import Apart, problems_of_codes, rich_text, taken_apart
from articles.translation.files.inline import Code, Flow, is_same, tidied, words_of
from articles.translation.files.leaving import is_same_text, written
from articles.translation.files.reading import Returned
from articles.translation.files.standing import Standing
from articles.translation.limits import longest
from articles.translation.markup import plain_markup
from articles.translation.units import Unit
from newsroom.text import clean_line, clean_text

_MARKUP = re.compile(r"</?[A-Za-z!][^<>]{0,200}>")


class Outcome(Enum):
    """What a text leads to."""

    NEW = "new"
    UNCHANGED = "unchanged"
    BLANK = "blank"
    GONE = "gone"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A returned text, and what becomes of it."""

    returned: Returned
    outcome: Outcome
    problems: tuple[str, ...] = ()
    unit: Unit | None = None
    """The text of the source that it was made from, or that stands there now."""
    own: Unit | None = None
    """What the translation has now."""
    text: str = ""
    """What would be stored."""
    is_older: bool = False
    """Whether the source has other words now."""
    is_overtaken: bool = False
    """Whether the translation has other words than when the file left, or nobody knows."""

    @property
    def is_doubtful(self) -> bool:
        """Whether somebody has to say that it is wanted all the same."""
        return self.outcome is Outcome.NEW and (self.is_older or self.is_overtaken)

    @property
    def covers(self) -> bool:
        """Whether the source's present text is translated by it."""
        is_kept = self.outcome is Outcome.UNCHANGED and self.returned.is_done and not self.is_overtaken
        return (self.outcome is Outcome.NEW or is_kept) and not self.is_older


def judge(standing: Standing, returned: Iterable[Returned]) -> list[Judgement]:
    """Every text with its outcome, in the order of the file; stores nothing."""
    returned = list(returned)
    counts = Counter(row.key for row in returned)
    return [_judged(standing, row, counts[row.key]) for row in returned]


def _judged(standing: Standing, row: Returned, count: int) -> Judgement:
    unit = standing.made_from(row) or standing.source.get(row.key) or standing.left_source.get(row.key)
    own = standing.own.get(row.key)
    problems = tuple(_problems_of_place(row, count, is_known=unit is not None))
    if problems or unit is None:
        return Judgement(row, Outcome.REFUSED, problems, unit, own)
    if not is_same_text(unit, standing.own) and unit.part not in standing.new:
        return Judgement(row, Outcome.GONE, (), unit, own)
    return _judged_words(standing, row, unit, own)


def _problems_of_place(row: Returned, count: int, *, is_known: bool) -> Iterator[str]:
    if not row.key:
        yield _("The unit has no name.")
    elif not is_known:
        yield _("The story has no text of this name.")
    elif count > 1:
        yield _("The unit stands in the file {count} times.").format(count=count)
    elif row.problem:
        yield row.problem


def _judged_words(standing: Standing, row: Returned, unit: Unit, own: Unit | None) -> Judgement:
    made_from = standing.made_from(row)
    now = standing.source.get(row.key)
    is_older = made_from is None or now is None or plain_markup(now.text) != plain_markup(made_from.text)
    left = standing.left_own.get(row.key) or (None if standing.left_own else own)
    flow, present = tidied(row.target), taken_apart(unit, own)
    apart = taken_apart(unit, written(left, unit, standing.seen.get(row.key)))
    if not words_of(flow).strip() or _is_untouched(flow, row, apart):
        return Judgement(row, Outcome.BLANK, (), unit, own, is_older=is_older)
    if is_same(flow, present.own.flow):
        return Judgement(row, Outcome.UNCHANGED, (), unit, own, is_older=is_older)
    is_overtaken = _is_overtaken(standing, own, left)
    if apart.own.flow and is_same(flow, apart.own.flow):
        return Judgement(row, Outcome.UNCHANGED, (), unit, own, is_older=is_older, is_overtaken=is_overtaken)
    problems = tuple(_problems_of_words(flow, unit, apart, is_made_from_known=made_from is not None))
    if problems:
        return Judgement(row, Outcome.REFUSED, problems, unit, own, is_older=is_older)
    text = rich_text(flow, apart) if unit.is_rich else clean_line(words_of(flow))
    return Judgement(row, Outcome.NEW, (), unit, own, text, is_older=is_older, is_overtaken=is_overtaken)


def _is_untouched(flow: Flow, row: Returned, apart: Apart) -> bool:
    """Whether a program only put the source's own words there."""
    return not row.is_done and is_same(flow, apart.source.flow)


def _is_overtaken(standing: Standing, own: Unit | None, left: Unit | None) -> bool:
    if own is None or not own.words:
        return False
    is_known = bool(standing.left_own) and left is not None
    return not is_known or plain_markup(own.text) != plain_markup(left.text if left else "")


def _problems_of_words(flow: Flow, unit: Unit, apart: Apart, *, is_made_from_known: bool) -> Iterator[str]:
    words = words_of(flow)
    if not is_made_from_known and any(isinstance(item, Code) for item in flow):
        yield _("Nobody knows any more which text it was made from: its codes have no meaning.")
        return
    yield from problems_of_codes(flow, apart)
    if clean_text(words) != unicodedata.normalize("NFC", words):
        yield _("It has hidden or control characters.")
    markup = next((found for found in _MARKUP.findall(words) if found not in words_of(apart.source.flow)), None)
    if markup:
        yield _("It has markup instead of codes: {markup}").format(markup=markup)
    most = longest(unit.kind)
    if len(words) > most:
        yield _("It has {count} characters, {most} are allowed.").format(count=len(words), most=most)
