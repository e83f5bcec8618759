"""Bringing a file back: first a report on every text, then all of it as one draft, or nothing.

Nothing is ever published here, and nothing is written over a version that is not the one that the report is about.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Revision

from articles.pages.article import LINES, ArticlePage
from articles.translation.accepting import Answer, ChangedMeanwhile, accept_parts
from articles.translation.drafting import held_story
from articles.translation.files.covering import covered_parts
from articles.translation.files.judging import Judgement, Outcome, judge
from articles.translation.files.leaving import ensure_may_exchange
from articles.translation.files.reading import ReturnedStory, read
from articles.translation.files.standing import Standing, standing_of, the_one
from articles.translation.inserting import body_with
from articles.translation.models import Translation
from articles.translation.rights import is_locked_for
from articles.translation.suggesting import StoryIsLocked
from articles.translation.units import with_texts
from articles.translation.ways import Way, note_machine, review, ways_in
from newsroom.users.models import User

IMPORTED = "articles.translation.import"
"""The action in the log."""
ENGINE = "XLIFF"
"""What is remembered as the engine of texts that a file calls a machine's."""


@dataclass
class Report:
    """What became of a returned file, or would become of it."""

    returned: ReturnedStory
    standing: Standing
    judgements: list[Judgement]
    done: dict[str, str]
    """The parts that are dealt with by it, each with the digest of the source's."""
    reviewed: list[str]
    """The machine's texts that the file calls checked."""
    revision: Revision | None = field(default=None)
    """The draft that was stored."""
    is_stored: bool = False

    @property
    def good(self) -> list[Judgement]:
        """The texts that are or would be stored."""
        return self._with(Outcome.NEW)

    @property
    def refused(self) -> list[Judgement]:
        """The texts with something wrong; while there is one, nothing is stored."""
        return self._with(Outcome.REFUSED)

    @property
    def doubtful(self) -> list[Judgement]:
        """The texts that need a word of the person who brings them."""
        return [judgement for judgement in self.judgements if judgement.is_doubtful]

    @property
    def passed_over(self) -> list[Judgement]:
        """The texts that say nothing new."""
        return [*self._with(Outcome.UNCHANGED), *self._with(Outcome.BLANK), *self._with(Outcome.GONE)]

    @property
    def most_urgent_first(self) -> list[Judgement]:
        """All texts: what is wrong, what is doubtful, what is new, then the rest."""
        sure = [judgement for judgement in self.good if not judgement.is_doubtful]
        return [*self.refused, *self.doubtful, *sure, *self.passed_over]

    @property
    def has_effect(self) -> bool:
        """Whether there is anything to store, and nothing against it."""
        return not self.refused and bool(self.good or self.done or self.reviewed)

    def _with(self, outcome: Outcome) -> list[Judgement]:
        return [judgement for judgement in self.judgements if judgement.outcome is outcome]


def report_on(translation: Translation, data: bytes, *, by: User) -> Report:
    """What would become of each text of a file; stores nothing. Raises PermissionDenied, FileIsRefused."""
    story = ensure_may_exchange(by, translation)
    return _report(translation, story, the_one(read(data), translation))


@transaction.atomic
def take(
    translation: Translation,
    returned: ReturnedStory,
    *,
    by: User,
    versions: tuple[int | None, int | None],
    take_doubtful: bool = False,
) -> Report:
    """Stores all texts as one draft of this person's, if none is refused; parts that it covers count as done.

    `versions` are those of the report that the person read. Raises PermissionDenied, StoryIsLocked, ChangedMeanwhile.
    """
    ensure_may_exchange(by, translation)
    story = held_story(translation.story_id)
    if is_locked_for(by, story):
        raise StoryIsLocked
    translation = Translation.objects.select_related("source", "locale").get(pk=translation.pk)
    report = _report(translation, story, returned)
    if report.standing.versions != versions:
        raise ChangedMeanwhile
    if not report.has_effect or (report.doubtful and not take_doubtful):
        return report
    if report.good:
        report.revision = _write(translation, story, report, by)
    if report.reviewed:
        content = report.revision.content if report.revision else report.standing.own_now
        review(translation, report.reviewed, content, by=by)
    if report.done:
        accept_parts(translation, report.done, by=by, answer=Answer.DONE, shown=report.done)
    report.is_stored = True
    return report


def _report(translation: Translation, story: ArticlePage, returned: ReturnedStory) -> Report:
    standing = standing_of(translation, story, returned)
    judgements = judge(standing, returned.units)
    done = covered_parts(translation, standing, judgements)
    return Report(returned, standing, judgements, done, _reviewed(translation, standing, judgements))


def _reviewed(translation: Translation, standing: Standing, judgements: list[Judgement]) -> list[str]:
    """The machine's texts that stay as they are, or come as a machine's, and that the file calls checked."""
    checked = [judgement for judgement in judgements if judgement.returned.is_reviewed]
    ways = ways_in(translation, standing.own_now) if checked else {}
    kept = [row for row in checked if row.outcome is Outcome.UNCHANGED and ways.get(row.returned.key) == Way.MACHINE]
    new = [row for row in checked if row.outcome is Outcome.NEW and row.returned.is_machine]
    return [row.returned.key for row in [*kept, *new]]


def _write(translation: Translation, story: ArticlePage, report: Report, by: User) -> Revision:
    """A draft with the texts, and with the source's blocks that they are of."""
    texts = {judgement.returned.key: judgement.text for judgement in report.good}
    content = dict(report.standing.own_now)
    needed = {judgement.unit.part for judgement in report.good if judgement.unit}
    for part in report.standing.new:
        if part in needed:
            content["body"] = body_with(part, content, report.standing.source_now)
    changed = with_texts(content, texts)
    version = story.get_latest_revision_as_object()
    version.body = changed["body"]
    for name in set(LINES) & set(texts):
        setattr(version, name, changed[name])
    machine = {judgement.returned.key: judgement.text for judgement in report.good if judgement.returned.is_machine}
    if machine:
        note_machine(translation, machine, engine=ENGINE)
    return version.save_revision(user=by, log_action=IMPORTED)


def register_actions(actions: LogActionRegistry) -> None:
    """Registers the action with Wagtail."""
    actions.register_action(IMPORTED, _("Bring a translation back"), _("Brought a translation back from a file"))
