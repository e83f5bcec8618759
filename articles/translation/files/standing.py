"""What stands in a source and its translation when a file comes back, and what stood there when it left."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Revision

from articles.pages.article import ArticlePage
from articles.translation.files.leaving import new_blocks, seen_texts
from articles.translation.files.reading import Returned, ReturnedStory
from articles.translation.models import Translation
from articles.translation.parts import Content
from articles.translation.staleness import source_content, version_of
from articles.translation.units import Unit, units_of
from articles.translation.ways import digest_of
from newsroom.exchange.refusing import FileIsRefused

Units = Mapping[str, Unit]


@dataclass(frozen=True, slots=True)
class Standing:
    """The texts by name."""

    source: Units
    own: Units
    left_source: Units
    """Of the version that the file says it was made from; empty where nobody kept it."""
    left_own: Units
    seen: Units
    """Of the source, as the translation last saw it."""
    new: list[str]
    """Blocks of the source that the translation has not got yet."""
    versions: tuple[int | None, int | None]
    """The source's and the translation's: while they are the same, so is everything here."""
    source_now: Content
    own_now: Content

    def made_from(self, returned: Returned) -> Unit | None:
        """The text of the source whose digest a returned one carries."""
        units = (self.source.get(returned.key), self.left_source.get(returned.key))
        return next((unit for unit in units if unit and digest_of(unit.text) == returned.digest), None)

    def knows(self, key: str) -> bool:
        """Whether the source has, or had when the file left, a text of this name."""
        return key in self.source or key in self.left_source


def standing_of(translation: Translation, story: ArticlePage, returned: ReturnedStory) -> Standing:
    """What a returned file is compared with: five queries at most for versions."""
    source, version = source_content(translation), version_of(translation.source)
    own = story.get_latest_revision_as_object().serializable_data()
    versions = (version.pk if version else None, story.latest_revision_id)
    here = units_of(own)
    return Standing(
        source=units_of(source),
        own=here,
        left_source=_then(translation.source, returned.source_revision),
        left_own=here if returned.revision == versions[1] else _then(story, returned.revision),
        seen=seen_texts(translation, source),
        new=new_blocks(translation, source, own),
        versions=versions,
        source_now=source,
        own_now=own,
    )


def the_one(stories: list[ReturnedStory], translation: Translation) -> ReturnedStory:
    """The texts of this translation. Raises FileIsRefused for a file of anything else."""
    if not stories:
        raise FileIsRefused(_("The file has no texts."))
    if len(stories) != 1:
        raise FileIsRefused(_("The file holds {count} translations: bring them one by one.").format(count=len(stories)))
    [returned] = stories
    if not returned.work:
        raise FileIsRefused(_("The file does not say which story it is of."))
    if returned.work != str(translation.translation_key):
        raise FileIsRefused(_("The file is of another story."))
    for code, expected in (
        (returned.source_code, translation.source.language_code),
        (returned.code, translation.locale.language_code),
    ):
        if code != expected:
            raise FileIsRefused(
                _("The file has the language “{code}”, not “{expected}”.").format(code=code[:30], expected=expected)
            )
    if returned.translation not in {None, translation.pk}:
        raise FileIsRefused(_("The file is of another story."))
    if not returned.units:
        raise FileIsRefused(_("The file has no texts."))
    return returned


def _then(page: ArticlePage, revision: int | None) -> Units:
    """The texts of a version of just this page."""
    found = Revision.objects.for_instance(page).filter(pk=revision).first() if revision else None
    return units_of(found.content) if found else {}
