"""Drafts of a story in other languages, made by copying it; nothing that is made here is ever live."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from wagtail.actions.copy_for_translation import CopyPageForTranslationAction
from wagtail.coreutils import find_available_slug
from wagtail.models import TranslatableMixin
from wagtail.signals import copy_for_translation_done

from articles.pages.acting import acting
from articles.pages.article import ArticlePage
from articles.pages.founding import draft_section
from articles.pages.home import HomePage
from articles.pages.section import SectionPage
from articles.translation.models import Translation
from articles.translation.reading import may_read
from articles.translation.wanting import LanguageHasNoDesk, StoryIsKilled, records
from newsroom.users.rights import Person, may_in
from newsroom.users.roles import Action

NOT_COPIED = ["breaking_until", "go_live_at", "expire_at", "locked", "locked_at", "locked_by"]
"""What an editor decides for each language anew; the embargo is copied, because it holds for all of them."""

Told = Callable[[str, ArticlePage | Exception], None]
"""Hears of each language when its draft stands, or why there is none."""


def may_translate(person: Person, code: str) -> bool:
    """Whether they may make a draft in a language."""
    return may_in(person, Action.TRANSLATE, code) or may_in(person, Action.WRITE, code)


def translate_into(
    source: ArticlePage, codes: Collection[str], *, by: AbstractBaseUser | None, told: Told | None = None
) -> list[ArticlePage]:
    """A draft of the story in each of the languages; where there is a page, it is left alone and given.

    Each language is a transaction of its own. With `told`, a language that fails is told of and the others go on;
    without it, the first failure is raised, and what was made before stays. Raises PermissionDenied and StoryIsKilled.
    `by` is None for the program itself.
    """
    source = ArticlePage.objects.select_related("locale").get(pk=source.pk)
    if source.killed_at is not None:
        raise StoryIsKilled
    if by is not None and not may_read(by, source):
        raise PermissionDenied
    wanted = [code for code in dict.fromkeys(codes) if code != source.language_code]
    copied = source if source.live else source.get_latest_revision_as_object()
    places = _Places(source, wanted, by)
    made = []
    for code in wanted:
        try:
            page = _translate(source, copied, code, places, by)
        except Exception as error:
            if told is None:
                raise
            told(code, error)
            continue
        made.append(page)
        if told is not None:
            told(code, page)
    return made


class _Places:
    """The desk's records and the sections that drafts go below, looked up for all languages at once."""

    def __init__(self, source: ArticlePage, codes: Collection[str], by: AbstractBaseUser | None) -> None:
        self.section = SectionPage.objects.parent_of(source).get()
        homes = HomePage.objects.filter(locale__language_code__in=list(codes)).select_related("locale")
        self.homes = {home.locale.language_code: home for home in homes}
        sections = SectionPage.objects.filter(translation_key=self.section.translation_key)
        self.sections = {page.locale.language_code: page for page in sections.select_related("locale")}
        mine = [home.locale for code, home in self.homes.items() if by is None or may_translate(by, code)]
        self.records, _ = records(source, mine, by=by)

    def section_in(self, code: str) -> SectionPage:
        """The section of a language, made as a draft where there is none. Raises LanguageHasNoDesk."""
        if code not in self.sections:
            if code not in self.homes:
                raise LanguageHasNoDesk(code)
            self.sections[code] = draft_section(self.section, self.homes[code])
        return self.sections[code]


def _translate(
    source: ArticlePage, copied: ArticlePage, code: str, places: _Places, by: AbstractBaseUser | None
) -> ArticlePage:
    if by is not None and not may_translate(by, code):
        raise PermissionDenied
    section = places.section_in(code)
    row = places.records[section.locale_id]
    if row.story_id is not None:
        return ArticlePage.objects.get(pk=row.story_id)
    try:
        with transaction.atomic():
            page = _copy(copied, section, row, by)
            # The desk's record is completed by what hears this (`articles.translation.watching`).
            with acting(by):
                copy_for_translation_done.send(CopyPageForTranslationAction, source_obj=source, target_obj=page)
            return page
    except (IntegrityError, ValidationError):
        # A story has one page in a language, so of two who translate at once the second finds the first one's.
        page_of_another = ArticlePage.objects.filter(
            translation_key=source.translation_key, locale__language_code=code
        ).first()
        if page_of_another is None:
            raise
        return page_of_another


def _copy(story: ArticlePage, section: SectionPage, row: Translation, by: AbstractBaseUser | None) -> ArticlePage:
    """What Wagtail's own copy for translation does, with a section that is known and an owner who may edit it."""

    def in_its_language(original: Any, copy: Any, relation: Any, child: Any) -> None:
        if isinstance(child, TranslatableMixin):
            child.locale = row.locale

    owner = row.assignee_id or (by.pk if by else None)
    with acting(by):
        page: ArticlePage = story.copy(
            to=section,
            update_attrs={
                "locale": row.locale,
                "slug": find_available_slug(section, story.slug),
                "owner_id": owner,
            },
            copy_revisions=False,
            keep_live=False,
            user=by,
            process_child_object=in_its_language,
            exclude_fields=NOT_COPIED,
            log_action="wagtail.copy_for_translation",
            reset_translation_key=False,
        )
    return page
