"""Codes of a returned text: whether they are those that left, and the rich text that they make.

What an element may hold is what the body's editor can make, and what the text that left had.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from articles.translation.files.inline import (
    ALONE,
    MAY_GO,
    Code,
    CodeKind,
    Flow,
    Marked,
    Tag,
    html_of,
    marked,
    nesting_problem,
    numbered_like,
)
from articles.translation.units import Unit

LISTS = frozenset({"ul", "ol"})
BLOCKS = LISTS | {"p", "li", "hr", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
WORDS = ""
"""Stands for words where names of elements are told."""
Pair = tuple[str, str]
"""An element, or nothing for the whole text, and what stands in it."""


@dataclass(frozen=True, slots=True)
class Apart:
    """A text and its translation as they left, taken apart with the same numbers."""

    source: Marked
    own: Marked

    @property
    def tags(self) -> dict[str, Tag]:
        """What every code stands for."""
        return {**self.own.tags, **self.source.tags}


def taken_apart(unit: Unit, own: Unit | None) -> Apart:
    """A text of the source, and the translation's of the same name where there is one."""
    if unit.is_rich:
        source = marked(unit.text)
        return Apart(source, numbered_like(source, marked(own.text if own else "")))
    return Apart(_line(unit.text), _line(own.text if own else ""))


def problems_of_codes(flow: Flow, apart: Apart) -> Iterator[str]:
    """What is wrong with the codes of a returned text; only what comes first of several things."""
    counts = Counter(item.id for item in flow if isinstance(item, Code) and item.kind is not CodeKind.CLOSE)
    strange = [item.id for item in flow if isinstance(item, Code) and not _is_known(item, apart.tags)]
    twice = [number for number, count in counts.items() if count > 1]
    crossed = nesting_problem(flow)
    if strange:
        yield _("The code “{name}” never left with the file.").format(name=strange[0][:30])
    elif twice:
        yield _("The code “{name}” stands there twice.").format(name=twice[0])
    elif crossed is not None:
        yield _("The code “{name}” is not closed, or crosses another.").format(name=crossed)
    elif missing := _missing(set(counts), apart):
        yield _("The code “{name}” is missing: {markup}").format(name=missing, markup=apart.tags[missing].html[:200])
    elif _around(flow, apart) is None:
        yield _("The paragraphs or points are not where they were.")


def rich_text(flow: Flow, apart: Apart) -> str:
    """The HTML of a returned text whose codes are right."""
    around = _around(flow, apart) or apart.source
    return html_of(flow, apart.tags, around.before, around.after)


def _line(text: str) -> Marked:
    return Marked((text,) if text else ())


def _is_known(code: Code, tags: dict[str, Tag]) -> bool:
    return code.id in tags and (tags[code.id].name in ALONE) == (code.kind is CodeKind.ALONE)


def _missing(found: set[str], apart: Apart) -> str | None:
    """The first code that has to be there: not where the translation did without it before."""
    before = (
        {item.id for item in apart.own.flow if isinstance(item, Code)} if apart.own.flow else set(apart.source.tags)
    )
    needed = [number for number, tag in apart.source.tags.items() if tag.name not in MAY_GO and number in before]
    return next((number for number in needed if number not in found), None)


def _around(flow: Flow, apart: Apart) -> Marked | None:
    """The text whose outermost element can stand around this one, the translation's own first."""
    texts = [apart.own, apart.source] if apart.own.flow else [apart.source]
    deep = {pair for text in texts for pair in _pairs(text.flow, apart.tags, text) if pair[0]}
    for text in texts:
        pairs, before = _pairs(flow, apart.tags, text), _pairs(text.flow, apart.tags, text)
        is_right = all(pair in before | deep or _may_hold(pair) for pair in pairs)
        if is_right and (not _is_mixed(pairs) or _is_mixed(before)):
            return text
    return None


def _pairs(flow: Flow, tags: dict[str, Tag], around: Marked) -> set[Pair]:
    open_names = [around.outermost]
    found: set[Pair] = set()
    for item in flow:
        if isinstance(item, str):
            if item.strip():
                found.add((open_names[-1], WORDS))
        elif item.kind is CodeKind.CLOSE:
            open_names.pop()
        else:
            name = tags[item.id].name
            found.add((open_names[-1], name))
            if name == "a" and "a" in open_names:
                found.add(("a", "a"))
            if item.kind is CodeKind.OPEN:
                open_names.append(name)
    return found


def _may_hold(pair: Pair) -> bool:
    holder, inner = pair
    if holder in LISTS:
        return inner == "li"
    if holder == "li":
        return inner not in BLOCKS - LISTS
    if not holder:
        return inner in BLOCKS - {"li"}
    return inner not in BLOCKS and pair != ("a", "a")


def _is_mixed(pairs: set[Pair]) -> bool:
    """Whether words and blocks stand beside each other in the whole."""
    inside = {inner for holder, inner in pairs if not holder}
    return bool(inside & BLOCKS) and bool(inside - BLOCKS)
