"""Drafts are for the people of their language: the doors of Wagtail's admin that would tell others of them.

Its explorer, search, history and reports show nobody more than their own trees. Its choosers, and the screens that
take keys of pages from the address, do not ask; here they are asked.
"""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404, HttpRequest
from django.utils.deprecation import MiddlewareMixin
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import policy_registry
from wagtail.query import PageQuerySet

from articles.pages.article import ArticlePage
from articles.pages.rights import may_explore
from articles.pages.visibility import visible_q

Person = AbstractBaseUser | AnonymousUser

BY_KEYS_IN_THE_ADDRESS = frozenset({"wagtail_bulk_action", "wagtailadmin_choose_page_chosen_multiple"})
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


class SecrecyMiddleware(MiddlewareMixin):
    """Knows no page of a draft that is another desk's, where an address names pages by their keys."""

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: dict[str, Any]) -> None:
        """Raises Http404 for keys of pages that the user may not know of, PermissionDenied for what asks no rights."""
        match = request.resolver_match
        if match is not None and match.url_name in OF_EVERY_TREE and not knows_every_tree(request.user):
            raise PermissionDenied
        if match is None or match.url_name not in BY_KEYS_IN_THE_ADDRESS or kwargs.get("model_name", "page") != "page":
            return
        keys = {int(key) for key in request.GET.getlist("id") if key.isdecimal() and len(key) < LONGEST_KEY}
        if ALL in request.GET.getlist("id") and request.GET.get("childOf", "").isdecimal():
            keys.add(int(request.GET["childOf"]))
        if keys and Page.objects.filter(pk__in=keys).exclude(knowable_q(request.user)).exists():
            raise Http404
