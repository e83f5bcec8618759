"""What the house keeps for itself: people, groups, workflows, sites, redirects, collections, documents, names."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from wagtail.contrib.redirects.models import Redirect
from wagtail.documents.models import Document
from wagtail.models import Collection, Site, Task, Workflow

from newsroom.users.groups import editors_of
from tests.factories import make_correspondent
from tests.rights.door import Door, Sent, door, silent
from tests.rights.people import ADMINISTRATOR, ALL_STAFF, DESK, NO_ONE, Who
from tests.rights.stage import Desk


def _house(
    name: str, key: Callable[[Desk], object], own: frozenset[Who] = ADMINISTRATOR, sends: Sent | None = None
) -> Door:
    """The same in every language, and nothing for people of a language alone."""
    return door(name, lambda desk: [key(desk)], own, foreign=own, sends=sends)


def _group(desk: Desk) -> int:
    return Group.objects.get(name=editors_of(desk.code)).pk


def _workflow(desk: Desk) -> int:
    found = desk.draft.get_workflow()
    assert isinstance(found, Workflow)
    return found.pk


def _task(desk: Desk) -> int:
    return Task.objects.order_by("pk")[0].pk


def _disabled_workflow(desk: Desk) -> int:
    key = _workflow(desk)
    Workflow.objects.filter(pk=key).update(active=False)
    return key


def _disabled_task(desk: Desk) -> int:
    Task.objects.filter(pk=_task(desk)).update(active=False)
    return _task(desk)


def _site(desk: Desk) -> int:
    return Site.objects.get(is_default_site=True).pk


def _redirect(desk: Desk) -> int:
    return Redirect.objects.create(old_path="/old", redirect_link="/new").pk


def _collection(desk: Desk) -> int:
    found = Collection.get_first_root_node().add_child(name="Series")
    return int(found.pk)


def _document(desk: Desk) -> int:
    return Document.objects.create(title="Paper", file=ContentFile(b"paper", "paper.txt")).pk


def _correspondent(desk: Desk) -> int:
    return make_correspondent("Withheld One").pk


STORIES = ("articles", "articlepage")
VIEWS = ("edit", "delete", "history", "history_results", "usage")
HOUSE: tuple[Door, ...] = (
    *(_house(f"wagtailusers_users:{name}", lambda desk: desk.author.pk) for name in (*VIEWS, "copy")),
    *(_house(f"wagtailusers_groups:{name}", _group) for name in VIEWS),
    *(_house(f"wagtailsites:{name}", _site) for name in (*VIEWS, "copy")),
    *(_house(f"wagtailadmin_workflows:{name}", _workflow) for name in ("edit", "usage", "usage_results")),
    _house("wagtailadmin_workflows:disable", _workflow, sends=silent),
    _house("wagtailadmin_workflows:enable", _disabled_workflow, sends=silent),
    _house("wagtailadmin_workflows:remove", lambda desk: desk.home.pk, sends=silent),
    _house("wagtailadmin_workflows:edit_task", _task),
    _house("wagtailadmin_workflows:disable_task", _task, sends=silent),
    _house("wagtailadmin_workflows:enable_task", _disabled_task, sends=silent),
    _house("wagtailadmin_workflows:task_chosen", _task, ALL_STAFF),
    door("wagtailadmin_workflows:add_task", lambda desk: ["articles", "editorsapproval"], ADMINISTRATOR),
    *(_house(f"wagtailredirects:{name}", _redirect) for name in ("edit", "delete")),
    *(_house(f"wagtailadmin_collections:{name}", _collection, NO_ONE) for name in ("edit", "delete", "set_privacy")),
    *(_house(f"wagtaildocs:{name}", _document, NO_ONE) for name in ("edit", "delete", "document_usage")),
    *(_house(f"wagtaildocs:{name}", _document, NO_ONE, silent) for name in ("edit_multiple", "delete_multiple")),
    _house("wagtaildocs_chooser:chosen", _document, NO_ONE),
    _house("wagtailadmin_api:documents:detail", _document, NO_ONE),
    *(_house(f"withholding:{name}", _correspondent) for name in ("withhold", "restore")),
    door("wagtailadmin_pages:choose_parent", lambda desk: STORIES, ALL_STAFF, foreign=ALL_STAFF),
    door("wagtailadmin_pages:type_use", lambda desk: STORIES, DESK, foreign=DESK),
    door("wagtailadmin_pages:type_use_results", lambda desk: STORIES, DESK, foreign=DESK),
)  # fmt: skip
