"""What stands beside a translation: every part of its source, what changed in it, and what the translation does."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext

from articles.pages.article import ArticlePage
from articles.pages.blocks import BodyBlock
from articles.translation.accepting import answered
from articles.translation.changes import Change, ChangeKind, changes_between
from articles.translation.differences import UnitDifference, unit_diffs
from articles.translation.engines.choosing import has_engine
from articles.translation.marks import Mark, marks_of
from articles.translation.models import Translation
from articles.translation.parts import CREDITS, Content, Part, order_of, parts_of
from articles.translation.reading import may_read
from articles.translation.screen.pictures import Thumbnails
from articles.translation.screen.texts import TextBeside, Texts
from articles.translation.seen import Seen
from articles.translation.staleness import blocks_here, seen_parts, source_content
from articles.translation.units import word_count
from newsroom.languages import Language, language
from newsroom.users.models import User

BLOCKS = BodyBlock().child_blocks


@dataclass(frozen=True, slots=True)
class PartBeside:
    """One part of the source."""

    key: str
    label: str
    pictures: SafeString
    """What it refers to, as HTML."""
    texts: list[TextBeside]
    digest: str = ""
    """Of what is shown of the present source; empty for a part that is gone."""
    kinds: tuple[ChangeKind, ...] = ()
    differences: list[UnitDifference] = field(default_factory=list)
    mark: Mark | None = None
    is_here: bool = True
    """Whether the translation has it."""
    can_take_back: bool = False

    @property
    def is_changed(self) -> bool:
        """Whether somebody has to look at it."""
        return bool(self.kinds)

    @property
    def has_source(self) -> bool:
        """Whether the present source has it."""
        return bool(self.digest)


@dataclass(frozen=True, slots=True)
class SourceBeside:
    """The whole source."""

    record: Translation
    source: ArticlePage
    language: Language
    parts: list[PartBeside]
    own: list[str]
    """The blocks that the translation alone has."""
    words: int
    """Of the source."""
    words_here: int
    has_machine: bool
    """Whether a machine translates between the two languages."""

    @property
    def unchecked(self) -> int:
        """How many texts a machine made and nobody has checked."""
        return sum(text.is_machine for part in self.parts for text in part.texts)

    @property
    def changed(self) -> list[PartBeside]:
        """The parts that somebody has to look at."""
        return [part for part in self.parts if part.is_changed]


def beside(story: ArticlePage, user: User) -> SourceBeside | None:
    """The source of a story that is a translation, as far as this person may read it; None where there is none.

    A number of queries that does not depend on the number of blocks.
    """
    record = Translation.objects.select_related("source__locale", "source__live_revision", "story").filter(
        story=story.pk
    )
    row = record.first() if story.pk else None
    if row is None or not may_read(user, row.source):
        return None
    now, seen = source_content(row), Seen.read(row.parts)
    changes = changes_between(seen, now, blocks_here(row))
    own = story.serializable_data()
    of_source = parts_of(now)
    return SourceBeside(
        record=row,
        source=row.source,
        language=language(row.source.locale.language_code),
        parts=_parts(row, now, changes, seen, own),
        own=[key for key, mark in marks_of(seen, own).items() if mark == Mark.ADDED_HERE and key not in of_source],
        words=word_count(now),
        words_here=word_count(own),
        has_machine=has_engine(row.source.language_code, story.language_code),
    )


def _parts(row: Translation, now: Content, changes: list[Change], seen: Seen, own: Content) -> list[PartBeside]:
    kinds: dict[str, list[ChangeKind]] = defaultdict(list)
    for change in changes:
        kinds[change.part].append(change.kind)
    before = seen_parts(row, kinds)
    current = parts_of(now)
    gone = {key: before[key] for key in kinds if key not in current and key in before}
    thumbnails, texts = Thumbnails([*current.values(), *gone.values()]), Texts(row, own)
    marks, here, back = marks_of(seen, own), set(order_of(own)), set(answered(row))
    found = []
    for part in [*current.values(), *gone.values()]:
        found.append(
            PartBeside(
                key=part.key,
                label=label_of(part),
                pictures=thumbnails.of(part),
                texts=texts.of(part),
                digest=part.digest if part.key in current else "",
                kinds=tuple(kinds.get(part.key, ())),
                differences=_differences(part, current, before, kinds),
                mark=marks.get(part.key),
                is_here=not part.is_block or part.key in here,
                can_take_back=part.key in back and part.key not in kinds,
            )
        )
    return [part for part in found if part.pictures or part.texts or part.is_changed or part.can_take_back]


def _differences(
    part: Part, current: dict[str, Part], before: dict[str, Part], kinds: dict[str, list[ChangeKind]]
) -> list[UnitDifference]:
    if ChangeKind.CHANGED in kinds.get(part.key, ()):
        return unit_diffs(before.get(part.key), current[part.key])
    return []


def label_of(part: Part) -> str:
    """What the part is called in the editor."""
    if part.is_block:
        block = BLOCKS.get(part.kind)
        return str(block.label) if block else part.kind
    if part.key == CREDITS:
        return gettext("Credits")
    if part.key == "title":
        return gettext("Headline")
    return capfirst(str(ArticlePage._meta.get_field(part.key).verbose_name))
