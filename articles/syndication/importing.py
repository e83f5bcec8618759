"""Imports a file of stories: all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.coreutils import find_available_slug
from wagtail.models import Revision

from articles.pages.article import ArticlePage, latin_slug
from articles.pages.blocks import BodyBlock
from articles.pages.founding import section
from articles.pages.origin import forget_origin, record_origin
from articles.pages.publishing import let_files_follow
from articles.pages.section import SectionPage
from articles.syndication.block_ids import raw_of, settled
from articles.syndication.body_values import body_value, faults_of
from articles.syndication.cancelling import cancel, take_cancellation_back
from articles.syndication.enclosures import Enclosures
from articles.syndication.exporting import export_story
from articles.syndication.holding_back import embargo_for
from articles.syndication.items import CANCELED, USABLE, WITHHELD, PictureItem, StoryItem
from articles.syndication.ninjs import Item, digest_of, name_of, read_file, read_item, source_of
from articles.syndication.parties import credit_for
from articles.syndication.problems import FileRefused, Findings, Problem
from media.models import Picture, Video

CREATED, UPDATED, UNCHANGED = "created", "updated", "unchanged"
DEFAULT_SECTION = "news"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one item."""

    state: str
    language: str
    address: str
    uri: str


@dataclass
class Imported:
    """What became of a file."""

    outcomes: list[Outcome] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)


def import_file(path: Path, *, publish: bool = False, force: bool = False) -> Imported:
    """Imports every item of a file in one transaction.

    Raises FileRefused with all that is wrong; then nothing of the file is kept, neither rows nor stored files.
    """
    return import_items(read_file(path), path, publish=publish, force=force)


def import_items(items: Sequence[Item], path: Path, *, publish: bool = False, force: bool = False) -> Imported:
    """The same for items that were read already; `path` is the file beside which their pictures lie."""
    enclosures = Enclosures(path.parent)
    imported = Imported()
    try:
        with transaction.atomic():
            for number, item in _sources_first(items):
                findings = Findings(name_of(item, number))
                story = read_item(item, findings)
                if story:
                    with transaction.atomic():
                        outcome = Importer(story, enclosures, findings, publish=publish, force=force).run()
                    if outcome:
                        imported.outcomes.append(outcome)
                imported.warnings += findings.warnings
                if findings.errors:
                    raise FileRefused(path, findings.errors)
    except BaseException:
        enclosures.forget()
        raise
    return imported


def _sources_first(items: Sequence[Item]) -> list[tuple[int, Item]]:
    """The items with their numbers, each after the item that it was translated from."""
    sources = {item["uri"]: source_of(item) for item in items}

    def distance(item: Item) -> int:
        steps, uri = 0, item["uri"]
        while sources.get(uri) in sources and steps <= len(items):
            steps, uri = steps + 1, sources[uri]
        return steps

    return sorted(enumerate(items), key=lambda pair: distance(pair[1]))


class Importer:
    """Brings one story into the newsroom."""

    def __init__(
        self, item: StoryItem, enclosures: Enclosures, findings: Findings, *, publish: bool, force: bool
    ) -> None:
        self.item = item
        self.enclosures = enclosures
        self.findings = findings
        self.publish = publish
        self.force = force

    def run(self) -> Outcome | None:
        """Creates or updates the story; None after an error."""
        known = ArticlePage.objects.filter(uri=self.item.uri).select_related("locale").first()
        if known and not self._is_news(known):
            return None if self.findings.errors else self._outcome(UNCHANGED, known)
        pictures = self._associated()
        source = self._source(known)
        if self.findings.errors:
            return None
        story = known.get_latest_revision_as_object() if known else ArticlePage(uri=self.item.uri, live=False)
        if source:
            story.translation_key = source.translation_key
        self._fill(story, pictures, source.body if source else None)
        if self.findings.errors or not self._is_valid(story):
            return None
        is_held_back = bool(known and self._was_edited(known) and not self.force)
        if not self._place(story, known, is_held_back=is_held_back):
            return None
        self._save(story, source, is_held_back=is_held_back)
        return self._outcome(UPDATED if known else CREATED, ArticlePage.objects.get(pk=story.pk))

    def _outcome(self, state: str, story: ArticlePage) -> Outcome:
        return Outcome(state, self.item.language, story.url_path, self.item.uri)

    def _is_news(self, known: ArticlePage) -> bool:
        """Whether the item says more than the last import of this story did."""
        if known.locale.language_code != self.item.language:
            self.findings.error("uri", f"belongs to a story in {known.locale.language_code}")
            return False
        if known.import_version is None:
            return self.item.digest != digest_of(export_story(known))
        if self.item.version > known.import_version:
            return True
        if self.item.version < known.import_version:
            self.findings.warn("version", f"{self.item.version} is older than {known.import_version}; ignored")
        elif self.item.digest not in (known.import_digest, digest_of(export_story(known))):
            self.findings.error("version", f"{self.item.version} was imported before with other content")
        else:
            return self.force and self._was_edited(known)
        return False

    def _associated(self) -> dict[str, Picture | Video]:
        made: dict[str, Picture | Video] = {}
        for name, association in self.item.associations.items():
            if isinstance(association, PictureItem):
                thing = self.enclosures.picture(association, self.findings)
            else:
                thing = self.enclosures.video(association, self.findings)
            if thing:
                made[name] = thing
        return made

    def _source(self, known: ArticlePage | None) -> ArticlePage | None:
        """The story that this one was translated from."""
        if not self.item.translation_of:
            return None
        source = ArticlePage.objects.filter(uri=self.item.translation_of).first()
        if source is None:
            self.findings.error("altIds", f"no story has the uri {self.item.translation_of!r}")
            return None
        same_work = ArticlePage.objects.filter(translation_key=source.translation_key)
        taken = same_work.in_language(self.item.language).exclude(pk=known.pk if known else None).first()
        if taken:
            self.findings.error("altIds", f"{taken.uri} already is this story in {self.item.language}")
        if known and known.pk in _origins(source):
            self.findings.error("altIds", f"{source.uri} is this story, or was translated from it")
        return source

    def _fill(self, story: ArticlePage, associated: dict[str, Picture | Video], made_from: object) -> None:
        """Takes over what the item says; `made_from` is the body of what it was translated from."""
        item = self.item
        story.title, story.kicker, story.standfirst = item.headline, item.kicker, item.standfirst
        story.draft_title, story.dateline = item.headline, item.dateline
        story.embargo_until, story.breaking_until = embargo_for(story, item.embargo_until), item.breaking_until
        lead, use = associated.get("lead"), item.associations.get("lead")
        story.lead_picture = lead if isinstance(lead, Picture) else None
        story.lead_caption = use.caption if isinstance(use, PictureItem) else ""
        story.lead_alt = use.alt if isinstance(use, PictureItem) else ""
        own = raw_of(story.body) if story.pk else []
        story.body = BodyBlock().to_python(settled(raw_of(body_value(item, associated)), own, raw_of(made_from)))
        try:
            story.credits = [credit_for(party, item.language, n) for n, party in enumerate(item.credits)]
        except ValidationError as error:
            self.findings.error("infoSources", " ".join(error.messages))

    def _is_valid(self, story: ArticlePage) -> bool:
        """Applies the rules of the editor's form; each breach is an error at the place in the item."""
        try:
            story.clean_fields(exclude=OURS)
            story.clean()
        except ValidationError as error:
            messages = getattr(error, "message_dict", {"": error.messages})
            for name, texts in messages.items():
                self.findings.error(WHERE.get(name, name), " ".join(map(str, texts)))
        for fault in faults_of(story.body):
            self.findings.error("bodies", fault)
        return not self.findings.errors

    def _place(self, story: ArticlePage, known: ArticlePage | None, *, is_held_back: bool) -> bool:
        """Puts the story into its section, made where it is missing; False after an error.

        A story that readers see moves only when it is published.
        """
        slug = self.item.section or ("" if known else DEFAULT_SECTION)
        if not slug:
            return True
        try:
            parent = section(self.item.language, slug, self.item.section_title)
            if known is None:
                story.slug = find_available_slug(parent, latin_slug(story.title))
                story.locale = parent.locale
                parent.add_child(instance=story)
            elif not known.is_child_of(parent):
                if known.live and (is_held_back or not self.publish):
                    self.findings.warn("subjects", f"stays where it is until it is published in {slug}")
                else:
                    self._move(story, parent)
        except ValidationError as error:
            self.findings.error("subjects", " ".join(error.messages))
        return not self.findings.errors

    def _move(self, story: ArticlePage, parent: SectionPage) -> None:
        story.slug = find_available_slug(parent, story.slug, ignore_page_id=story.pk)
        ArticlePage.objects.filter(pk=story.pk).update(slug=story.slug)
        ArticlePage.objects.get(pk=story.pk).move(parent, pos="last-child")
        story.refresh_from_db(fields=["path", "depth", "url_path"])

    def _was_edited(self, known: ArticlePage) -> bool:
        """Whether somebody here has changed the story since its last import, or wrote it here."""
        return known.latest_revision_id != known.import_revision

    def _save(self, story: ArticlePage, source: ArticlePage | None, *, is_held_back: bool) -> None:
        """Writes the revision, and brings the story into the state that the item and the caller want."""
        revision = story.save_revision()
        facts = {
            "translation_key": story.translation_key,
            "import_version": self.item.version,
            "import_digest": self.item.digest,
            "import_revision": story.import_revision if is_held_back else revision.pk,
        }
        for name, value in facts.items():
            setattr(story, name, value)  # the revision publishes this very object
        ArticlePage.objects.filter(pk=story.pk).update(**facts)
        if source:
            record_origin(story, source, source.live_revision or source.latest_revision, again=True)
        else:
            forget_origin(story)
        if is_held_back:
            self.findings.warn("", "was edited here since its last import; kept as a draft for an editor to compare")
        elif self.item.status == USABLE and self.publish:
            self._publish(story, revision)
        elif self.item.status in (WITHHELD, CANCELED):
            self._take_off(story.pk)

    def _publish(self, story: ArticlePage, revision: Revision) -> None:
        """Publishes with the times that the item tells."""
        take_cancellation_back(story)
        ArticlePage.objects.filter(pk=story.pk).update(embargo_until=story.embargo_until)  # publishing asks the row
        revision.publish()
        times: dict[str, datetime | None] = {
            "published_at": self.item.first_created or self.item.version_created,
            "updated_at": self.item.version_created or self.item.first_created,
        }
        ArticlePage.objects.filter(pk=story.pk).update(**{name: time for name, time in times.items() if time})

    def _take_off(self, key: int) -> None:
        """Unpublishes; a cancelled story is killed as well."""
        story = ArticlePage.objects.get(pk=key)
        if self.item.status == CANCELED:
            cancel(story)
        if story.live:
            story.unpublish()
        let_files_follow(ArticlePage.objects.get(pk=key))


def _origins(story: ArticlePage) -> set[int]:
    """Keys of the story and of all that it goes back to."""
    keys: set[int] = set()
    origin: ArticlePage | None = story
    while origin and origin.pk not in keys:
        keys.add(origin.pk)
        origin = origin.translated_from
    return keys


OURS = ("slug", "path", "depth", "locale", "url_path", "translation_key", "uri", "body")
"""Fields that the item does not say, or that have a check of their own."""
WHERE = {
    "title": "headlines",
    "kicker": "headlines",
    "standfirst": "descriptions",
    "dateline": "located",
    "lead_caption": "associations",
    "lead_alt": "associations",
}
"""Where in an item a field of the story comes from."""
