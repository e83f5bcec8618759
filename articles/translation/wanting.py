"""Asking a language for a story, before there is a page."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable
from datetime import datetime

from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Locale

from articles.pages.article import ArticlePage
from articles.translation.models import Notification, Translation
from articles.translation.models.translation import Priority, Stage, rank_of
from articles.translation.notifying import notify
from articles.translation.reading import may_read
from newsroom.users.rights import Person, may_in, people_who_may
from newsroom.users.roles import Action


class StoryIsKilled(ValueError):
    """Nobody translates a story that was killed."""

    def __str__(self) -> str:
        return _("The story was killed.")


class LanguageHasNoDesk(ValueError):
    """Nothing can be wanted in a language that the newsroom has no front page in."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class TranslationHasAPage(ValueError):
    """What has a page is no mere wish any more."""

    def __str__(self) -> str:
        return _("There is a page already.")


def may_want(person: Person, source: ArticlePage, code: str) -> bool:
    """Whether they may ask for it: whoever works into the language, or gives work out in the source's."""
    into = any(may_in(person, action, code) for action in (Action.TRANSLATE, Action.WRITE, Action.ASSIGN))
    return into or may_in(person, Action.ASSIGN, source.language_code)


@transaction.atomic
def want(
    source: ArticlePage,
    codes: Collection[str],
    *,
    by: AbstractBaseUser | None,
    priority: int = Priority.NORMAL,
    deadline: datetime | None = None,
) -> list[Translation]:
    """The desk's records of the story in these languages, made where there is none; those that are stay as they are.

    What is breaking is wanted at least as fast. `by` is None for the program itself. Raises PermissionDenied,
    StoryIsKilled and LanguageHasNoDesk before anything is written.
    """
    wanted = [code for code in dict.fromkeys(codes) if code != source.language_code]
    locales = {locale.language_code: locale for locale in Locale.objects.filter(language_code__in=wanted)}
    _check(source, wanted, locales, by)
    rows, new = records(source, locales.values(), by=by, priority=priority, deadline=deadline)
    _tell([row for row in rows.values() if row.locale_id in new and row.story_id is None], by)
    return [rows[locales[code].pk] for code in wanted]


def records(
    source: ArticlePage,
    locales: Collection[Locale],
    *,
    by: AbstractBaseUser | None,
    priority: int = Priority.NORMAL,
    deadline: datetime | None = None,
) -> tuple[dict[int, Translation], set[int]]:
    """The records of the story in these languages by the language's key, and the keys of those that are new.

    Nobody is told and nothing is checked; whoever calls has done so. At most four queries and a savepoint.
    """
    priority = min(priority, Priority.BREAKING) if source.is_breaking else priority
    known = _known(source, locales)
    missing = [locale for locale in locales if locale.pk not in known]
    if not missing:
        return known, set()
    pages = _pages(source, missing)
    # Somebody else may want the same at this moment; whoever is second finds what the first has made.
    Translation.objects.bulk_create(
        [
            Translation(
                translation_key=source.translation_key,
                locale=locale,
                source_id=source.pk,
                story=pages.get(locale.pk),
                priority=priority,
                deadline=deadline,
                wanted_by_id=by.pk if by else None,
                rank=rank_of(priority, deadline),
                stage=_stage_of(pages.get(locale.pk)),
            )
            for locale in missing
        ],
        ignore_conflicts=True,
    )
    return _known(source, locales), {locale.pk for locale in missing}


@transaction.atomic
def give_up(translation: Translation, *, by: AbstractBaseUser | None) -> None:
    """Takes a wish back. Raises PermissionDenied, and TranslationHasAPage once there is one."""
    row = Translation.objects.select_for_update(of=("self",)).select_related("locale").get(pk=translation.pk)
    if by is not None and by.pk != row.wanted_by_id and not may_in(by, Action.ASSIGN, row.locale.language_code):
        raise PermissionDenied
    if row.story_id is not None:
        raise TranslationHasAPage
    row.delete()


def _check(source: ArticlePage, codes: Iterable[str], locales: Container[str], by: AbstractBaseUser | None) -> None:
    if source.killed_at is not None:
        raise StoryIsKilled
    for code in codes:
        if code not in locales:
            raise LanguageHasNoDesk(code)
        if by is not None and not may_want(by, source, code):
            raise PermissionDenied
    if by is not None and not may_read(by, source):
        raise PermissionDenied


def _known(source: ArticlePage, locales: Iterable[Locale]) -> dict[int, Translation]:
    rows = Translation.objects.filter(translation_key=source.translation_key, locale__in=list(locales))
    return {row.locale_id: row for row in rows.select_related("locale")}


def _pages(source: ArticlePage, locales: list[Locale]) -> dict[int, ArticlePage]:
    """Pages that stand without a record, such as those from before there was a desk."""
    rows = ArticlePage.objects.filter(translation_key=source.translation_key, locale__in=locales)
    return {page.locale_id: page for page in rows.filter(desk_record=None).defer("body")}


def _stage_of(page: ArticlePage | None) -> Stage:
    if page is None:
        return Stage.WANTED
    return Stage.LIVE if page.live else Stage.IN_PROGRESS


def _tell(rows: list[Translation], by: AbstractBaseUser | None) -> None:
    """Whoever gives work out at a desk hears of what is wanted there."""
    people = people_who_may(Action.ASSIGN, {row.locale.language_code for row in rows})
    for row in rows:
        told = people[row.locale.language_code] - {by.pk if by else None}
        notify(told, Notification.Kind.WANTED, translation=row)
