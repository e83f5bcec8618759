"""Who may set an embargo, and who may end one early."""

from __future__ import annotations

from articles.pages.article import ArticlePage
from newsroom.users.rights import Person, may_in
from newsroom.users.roles import Action


def may_set(user: Person, story: ArticlePage) -> bool:
    """Whether they may hold the story back in its own language: whoever publishes there."""
    return may_in(user, Action.PUBLISH, story.language_code)


def may_set_everywhere(user: Person, story: ArticlePage) -> bool:
    """Whether they may decide for all its languages, and let readers in earlier: whoever publishes its source."""
    return may_set(user, story) and may_in(user, Action.PUBLISH, source_language(story))


def source_language(story: ArticlePage) -> str:
    """The language in which the story was written first."""
    if story.translated_from_id is None:
        return story.language_code
    sources = ArticlePage.objects.filter(translation_key=story.translation_key, translated_from=None)
    found = sources.order_by("pk").values_list("locale__language_code", flat=True).first()
    return found or story.language_code
