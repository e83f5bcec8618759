"""Which stories somebody at a desk may read: a source may be a draft of another language."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from articles.pages.article import ArticlePage
from articles.pages.visibility import visible_q
from articles.translation.models import Translation
from newsroom.languages import LANGUAGES
from newsroom.users.rights import Person, languages_of, languages_where, may_in
from newsroom.users.roles import Action


def may_read(person: Person, story: ArticlePage) -> bool:
    """Whether they may: what is out, drafts of their languages, and what is wanted in a language they work in."""
    if (story.is_visible and languages_of(person)) or may_in(person, Action.READ_DRAFTS, story.language_code):
        return True
    wanted = Translation.objects.filter(
        source=story.pk, locale__language_code__in=languages_where(person, Action.READ_DRAFTS)
    )
    return wanted.exists()


def readable_q(person: Person) -> Q:
    """The same as a condition of stories; it lets everything through for whoever works in every language."""
    codes = languages_where(person, Action.READ_DRAFTS)
    if codes >= set(LANGUAGES):
        return Q()
    if not languages_of(person):
        return Q(pk__in=[])
    wanted = Translation.objects.filter(source=OuterRef("pk"), locale__language_code__in=sorted(codes))
    return visible_q(timezone.now()) | Q(locale__language_code__in=sorted(codes)) | Q(Exists(wanted))


def headline_for(person: Person, story: ArticlePage) -> str:
    """The headline of a story that they may read: a newer one than readers see only for people of its language."""
    if story.live and not may_in(person, Action.READ_DRAFTS, story.language_code):
        return str(story.title)
    return str(story.draft_title)
