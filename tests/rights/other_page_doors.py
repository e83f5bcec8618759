"""Other ways to a page: actions on many at once, choosers, the explorer, the admin's API, editing sessions."""

from __future__ import annotations

from collections.abc import Callable

from wagtail.models import Page

from tests.rights.door import Door, Sent, door, silent
from tests.rights.page_doors import BEGINNERS, second_section
from tests.rights.people import ALL_STAFF, DESK, NO_ONE, PUBLISHERS, Who
from tests.rights.stage import Desk


def _many(action: str, pick: Callable[[Desk], Page], own: frozenset[Who], sends: Sent = silent) -> Door:
    return door(
        f"wagtail_bulk_action to {action}",
        lambda desk: ["wagtailcore", "page", action],
        own,
        query=lambda desk: f"?id={pick(desk).pk}&next=/admin/",
        sends=sends,
        is_silent=True,
    )


def _api(action: str, pick: Callable[[Desk], Page], own: frozenset[Who], sends: Sent = silent) -> Door:
    return door(f"wagtailadmin_api:pages:action {action}", lambda desk: [pick(desk).pk, action], own, sends=sends)


MANY = (
    _many("publish", lambda desk: desk.story, PUBLISHERS),
    _many("unpublish", lambda desk: desk.story, PUBLISHERS),
    _many("delete", lambda desk: desk.plain, PUBLISHERS),
    _many("move", lambda desk: desk.story, PUBLISHERS, lambda desk: {"chooser": str(second_section(desk))}),
)

API = (
    door("wagtailadmin_api:pages:detail", lambda desk: [desk.plain.pk], DESK),
    _api("publish", lambda desk: desk.story, PUBLISHERS),
    _api("unpublish", lambda desk: desk.story, PUBLISHERS),
    _api("delete", lambda desk: desk.plain, PUBLISHERS),
    _api("move", lambda desk: desk.story, PUBLISHERS, lambda desk: {
        "destination_page_id": str(second_section(desk)), "position": "last-child"
    }),
    _api("copy", lambda desk: desk.plain, PUBLISHERS, lambda desk: {"slug": "copied"}),
    _api("copy_for_translation", lambda desk: desk.source, NO_ONE, lambda desk: {"locale": desk.code}),
    _api("create_alias", lambda desk: desk.section, PUBLISHERS, lambda desk: {"update_slug": "again"}),
    _api("convert_alias", lambda desk: desk.alias, PUBLISHERS),
    _api("revert_to_page_revision", lambda desk: desk.story, PUBLISHERS, lambda desk: {
        "revision_id": str(desk.story.revisions.order_by("pk")[0].pk)
    }),
)  # fmt: skip

CHOOSERS = (
    door("wagtailadmin_choose_page_child", lambda desk: [desk.section.pk], ALL_STAFF, foreign=ALL_STAFF),
    door("wagtailadmin_choose_page_child below a draft", lambda desk: [desk.plain.pk], DESK),
    door(
        "wagtailadmin_choose_page_chosen_multiple",
        lambda desk: [],
        DESK,
        query=lambda desk: f"?id={desk.plain.pk}",
    ),
)

EXPLORER = (
    door("wagtailadmin_explore", lambda desk: [desk.section.pk], DESK, is_silent=True),
    door("wagtailadmin_explore_results", lambda desk: [desk.section.pk], DESK, is_silent=True),
)

SESSIONS = (
    door(
        "wagtailadmin_editing_sessions:ping",
        lambda desk: ["articles", "articlepage", desk.plain.pk, 0],
        PUBLISHERS,
        made=BEGINNERS,
        sends=silent,
        writes=False,
    ),
)

OTHERS: tuple[Door, ...] = (*MANY, *API, *CHOOSERS, *EXPLORER, *SESSIONS)
