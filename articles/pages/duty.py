"""The rule of the second person: in languages that want it, nobody publishes a translation that they made."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.models import Page

from articles.pages.article import LINES, ArticlePage
from articles.pages.home import HomePage
from articles.pages.registries import workers
from articles.pages.rights import PageRights
from newsroom.users.rights import Person, may_in
from newsroom.users.roles import Action

WRITTEN = (*LINES, "lead_picture", "place", "body")
"""What a translator changes; a version in which all of it stays is nobody's work."""


class StoryRights(PageRights):
    """A page's rights, and publishing by a second person alone where the language wants it."""

    page: ArticlePage

    def can_publish(self) -> bool:
        """Whether they may; the editor's buttons, publication in bulk and forged forms meet this."""
        return self._publishes() and may_publish(self.user, self.page)

    def can_edit(self) -> bool:
        """Whether they may: as the tree says, and the translator who was given the work, whoever made the page."""
        return bool(super().can_edit()) or (
            may_in(self.user, Action.TRANSLATE, self.page.language_code) and self.user.pk in workers_on(self.page)
        )

    def can_unschedule(self) -> bool:
        """Whether they may; to take a publication back needs no second person."""
        return self._publishes()

    def can_set_view_restrictions(self) -> bool:
        """Whether they may; that publishes nothing."""
        return self._publishes()

    def _publishes(self) -> bool:
        return bool(super().can_publish())


def may_publish(user: Person, story: ArticlePage) -> bool:
    """Whether the rule lets somebody publish the story; whether their role does is another question.

    It holds for administrators as well. No query for a story that is no translation.
    """
    if story.translated_from_id is None and story.translated_revision_id is None:
        return True
    return not wants_second_person(story) or user.pk not in translators_of(story)


def wants_second_person(story: ArticlePage) -> bool:
    """Whether the front page of the story's language says so."""
    return HomePage.objects.filter(locale=story.locale_id, second_person_publishes=True).exists()


def translators_of(story: ArticlePage) -> set[int]:
    """The keys of those who made what would be published now.

    They are whoever changed its words since it was last published, whoever has the work, and for a translation that
    was never published also whoever made the draft.
    """
    found = workers_on(story) | _authors(story)
    if story.live_revision_id is None and story.owner_id is not None:
        found.add(story.owner_id)
    return found


def workers_on(story: ArticlePage) -> set[int]:
    """The keys of those who have the work on the story."""
    return {key for of in workers.all() for key in of(story)}


def refuse_publication(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Leads back to the editor, the draft kept, where who wants to publish has just changed the words as well."""
    if not isinstance(page, ArticlePage) or may_publish(request.user, page):
        return None
    messages.warning(request, refusal())
    return redirect("wagtailadmin_pages:edit", page.pk)


def refusal() -> str:
    """Why they may not, for people."""
    return _("It is kept as a draft: a translation is published by somebody who did not change it.")


def _authors(story: ArticlePage) -> set[int]:
    """Who saved a version that differs from the one before, since the public one."""
    rows = story.revisions.order_by("pk")
    if story.live_revision_id is not None:
        rows = rows.filter(pk__gte=story.live_revision_id)
    found: set[int] = set()
    before: str | None = None
    for user_id, content in rows.values_list("user_id", "content").iterator():
        written = _written(content)
        if before is not None and written != before and user_id is not None:
            found.add(user_id)
        before = written
    return found


def _written(content: dict[str, Any]) -> str:
    return json.dumps([content.get(name) for name in WRITTEN], sort_keys=True)
