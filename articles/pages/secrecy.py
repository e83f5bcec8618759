"""Drafts are for the people of their language: the doors of Wagtail's admin that would tell others of them.

Its explorer, search, history and reports show nobody more than their own trees. Its choosers, and the screens that
take keys of pages from the address, do not ask; here they are asked.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.deprecation import MiddlewareMixin
from wagtail.admin.auth import permission_denied
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from articles.pages.article import ArticlePage
from articles.pages.rights import may_explore
from articles.pages.visibility import visible_q
from newsroom.users.models import User
from newsroom.users.rights import may_in
from newsroom.users.roles import Action

Person = AbstractBaseUser | AnonymousUser

BULK, CHOSEN, CHOOSER_BELOW = (
    "wagtail_bulk_action", "wagtailadmin_choose_page_chosen_multiple", "wagtailadmin_choose_page_child",
)  # fmt: skip
OF_A_PAGE = "wagtailadmin_pages"
KEYS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id", "pk")
"""How addresses of Wagtail's page views name pages."""
OF_EVERY_TREE = frozenset({"page_types_usage", "page_types_usage_results"})
"""A report that names the page of each kind that was changed last, whosever it is."""
ALL = "all"
LONGEST_KEY = 19
"""Digits; more than a database's key can have."""


def knowable_q(user: Person) -> Q:
    """The condition of the pages that somebody may know of: those of their own trees, and what readers may see."""
    own = policy_registry.get_by_type(Page).explorable_instances(user)
    hidden = ArticlePage.objects.filter(live=True).exclude(visible_q())
    return Q(id__in=own.values("pk")) | (Q(live=True) & ~Q(id__in=hidden.values("pk")))


def knows_every_tree(user: Person) -> bool:
    """Whether somebody has rights on the whole tree of pages, as administrators have."""
    return may_explore(user, Page.get_first_root_node())


def limit_reports(request: HttpRequest, items: list[MenuItem]) -> None:
    """Takes the report out of the menu of those whom it refuses."""
    if not knows_every_tree(request.user):
        items[:] = [item for item in items if item.name != "page-types-usage"]


def limit_chooser(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """The pages that a chooser offers, without drafts of other desks."""
    return pages.filter(knowable_q(request.user))


def headline_for(person: Person, story: ArticlePage) -> str:
    """The headline of a story: the newest for people of its language, else what readers see, else nothing."""
    if may_in(person, Action.READ_DRAFTS, story.language_code):
        return str(story.draft_title)
    is_out = story.live and (story.embargo_until is None or story.embargo_until <= timezone.now())
    return str(story.title) if is_out else ""


class SecrecyMiddleware(MiddlewareMixin):
    """Knows no page of a draft that is another desk's, where an address names pages by their keys."""

    def process_view(
        self, request: HttpRequest, view: object, args: object, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Wagtail's own refusal for a page that is not theirs; raises Http404 for keys that they may not know of."""
        match = request.resolver_match
        if match is None or not match.route.startswith("admin/") or not _is_inside(request.user):
            return None
        if match.url_name in OF_EVERY_TREE and not knows_every_tree(request.user):
            raise PermissionDenied
        if match.namespace == OF_A_PAGE and not _all_own(request.user, [kwargs[key] for key in KEYS if key in kwargs]):
            return permission_denied(request)
        if match.url_name == BULK and kwargs.get("model_name") == "page" and not _many_own(request):
            raise Http404
        if match.url_name in {CHOSEN, CHOOSER_BELOW}:
            keys = {kwargs["parent_page_id"]} if "parent_page_id" in kwargs else _asked(request)
            if keys and Page.objects.filter(pk__in=keys).exclude(knowable_q(request.user)).exists():
                raise Http404
        return None


def _is_inside(user: Person) -> bool:
    """Whether Wagtail lets them into the admin at all; it answers everybody else itself."""
    return isinstance(user, User) and user.has_perm("wagtailadmin.access_admin")


def _asked(request: HttpRequest) -> set[int]:
    """The keys of pages that the query string names. Raises Http404 for what no page can have as its key."""
    asked, below = request.GET.getlist("id"), request.GET.getlist("childOf")
    keys = [key for key in (*asked, *below) if key not in {ALL, ""}]
    if not all(key.isdecimal() and len(key) < LONGEST_KEY for key in keys):
        raise Http404
    return {int(key) for key in (*asked, *(below if ALL in asked else ())) if key.isdecimal()}


def _many_own(request: HttpRequest) -> bool:
    """Whether an action on many pages is about one's own; on all that there are, for those who have rights on all."""
    asked = _asked(request)
    if ALL in request.GET.getlist("id") and not request.GET.get("childOf") and not knows_every_tree(request.user):
        return False
    return _all_own(request.user, asked)


def _all_own(user: Person, keys: Iterable[object]) -> bool:
    """Whether all these pages, as far as there are any, stand in the person's trees or wait for their approval."""
    pages = Page.objects.filter(pk__in=[key for key in keys if len(str(key)) < LONGEST_KEY])
    return all(
        may_explore(user, page) or page.specific.permissions_for_user(user).can_edit()
        for page in pages.defer_streamfields()
    )
