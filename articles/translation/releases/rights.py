"""Who sees a release, who decides on it, and who says that a story of it may go."""

from __future__ import annotations

from collections.abc import Collection

from django.db.models import Exists, OuterRef, Q

from articles.pages.article import ArticlePage
from articles.pages.duty import may_publish
from articles.translation.models import Release, ReleaseItem
from articles.translation.reading import may_read
from newsroom.users.rights import Person, languages_of, languages_where, may_in
from newsroom.users.roles import Action


def may_make(person: Person) -> bool:
    """Whether they may plan releases: whoever publishes in some language."""
    return bool(languages_where(person, Action.PUBLISH))


def may_manage(person: Person, release: Release, codes: Collection[str]) -> bool:
    """Whether they decide on a release of stories in these languages: its maker, or who publishes in all of them."""
    published = languages_where(person, Action.PUBLISH)
    if not published:
        return False
    return release.created_by_id == person.pk or (bool(codes) and published >= set(codes))


def may_plan(person: Person, story: ArticlePage) -> bool:
    """Whether they may put the story into a release: who may read it, or publishes another language of it.

    Its own desk still says whether it may go, and nobody reads more of it than before.
    """
    return may_read(person, story) or publishes_one_of(person, story)


def publishes_one_of(person: Person, story: ArticlePage) -> bool:
    """Whether they publish the story in one of the languages that it has."""
    codes = languages_where(person, Action.PUBLISH)
    return ArticlePage.objects.filter(
        translation_key=story.translation_key, locale__language_code__in=sorted(codes)
    ).exists()


def may_say_ready(person: Person, story: ArticlePage) -> bool:
    """Whether they may say that the story goes as it is: who publishes its language, a second one where needed."""
    return may_in(person, Action.PUBLISH, story.language_code) and may_publish(person, story)


def seen_q(person: Person) -> Q:
    """The releases that somebody sees: their own, and those with a story in a language that they work in."""
    items = ReleaseItem.objects.filter(
        release=OuterRef("pk"), story__locale__language_code__in=sorted(languages_of(person))
    )
    return Q(created_by=person.pk) | Q(Exists(items))


def languages_in(release: Release) -> set[str]:
    """The codes of the languages of its stories; one query."""
    return set(release.items.values_list("story__locale__language_code", flat=True))
