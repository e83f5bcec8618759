"""What the law makes of the files of pages: who of their users may be withheld, and who may have them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import chain
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from wagtail.models import Page

from articles.legal.notices import notices_for
from articles.legal.reader import present_reader
from articles.legal.reading import withholdings
from articles.legal.terms import ScopeKind
from articles.legal.values import Rule, Shown
from articles.pages.article import ArticlePage
from articles.pages.home import HomePage
from articles.pages.lawful import PAGE, refusal, subject_of
from articles.pages.visibility import may_be_withheld_q
from media import publication
from media.guarding import Guard, register

AT_ONCE = 500


def guarded(used_by: Collection[str]) -> set[str]:
    """Those of the users of files that some reader may not see, now or later, by the rules as they are stored now."""
    rules = withholdings() if used_by else []
    stories, homes = _stories(rules), _homes(rules)
    return {
        *_users(ArticlePage, stories.filter(pk__in=_keys(used_by, ArticlePage)).values_list("pk", flat=True)),
        *_users(HomePage, homes.filter(pk__in=_keys(used_by, HomePage)).values_list("pk", flat=True)),
    }


def everything_guarded() -> Iterator[list[str]]:
    """All of them, a list at a time."""
    rules = withholdings()
    if not rules:
        return
    yield _users(HomePage, _homes(rules).live().values_list("pk", flat=True))
    stories = _stories(rules).published().order_by("pk")
    last = 0
    while batch := list(stories.filter(pk__gt=last).values_list("pk", flat=True)[:AT_ONCE]):
        yield _users(ArticlePage, batch)
        last = batch[-1]


def refuse(request: HttpRequest, used_by: Collection[str]) -> HttpResponse | None:
    """The answer in place of a file that the present reader may see on none of the pages that show it; else None.

    A page counts as it would be served. Raises Http404 where no page that shows it is out, or where an order demands
    that the file look like one that never was.
    """
    withheld: tuple[Shown, str] | None = None
    for page in _served(used_by):
        shown = _withheld(page)
        if shown is None:
            return None
        if withheld is None and not shown.notice.looks_missing:
            withheld = shown, str(page.url_path).split("/")[1]
    if withheld is None:
        raise Http404
    shown, code = withheld
    with translation.override(code):
        request.LANGUAGE_CODE = code  # that of the page, which the address of a file does not name
        return refusal(request, shown)


def let_files_follow_rules(**kwargs: Any) -> None:
    """Has files follow a change of the rules, once it is certain."""
    publication.follow_rules()


def register_guard() -> None:
    """Makes this room the one that says whose files are guarded."""
    register(Guard(guarded=guarded, everything=everything_guarded, refuse=refuse))


def _stories(rules: list[Rule]) -> Any:
    condition = may_be_withheld_q(rules)
    return ArticlePage.objects.none() if condition is None else ArticlePage.objects.filter(condition)


def _homes(rules: list[Rule]) -> Any:
    """Front pages belong to no story, section or tag: only a rule about the whole site is about them."""
    of_site = [rule for rule in rules if rule.scope.kind == ScopeKind.SITE]
    homes = HomePage.objects.all() if of_site else HomePage.objects.none()
    if all(rule.languages for rule in of_site):
        homes = homes.filter(locale__language_code__in={code for rule in of_site for code in rule.languages})
    return homes


def _users(model: type[Page], keys: Collection[int]) -> list[str]:
    return [f"{model._meta.label_lower}:{key}" for key in keys]


def _keys(used_by: Collection[str], model: type[Page]) -> list[int]:
    prefix = f"{model._meta.label_lower}:"
    return [int(user.removeprefix(prefix)) for user in used_by if user.startswith(prefix)]


def _served(used_by: Collection[str]) -> Iterator[Page]:
    """The pages among the users of a file that are out, whatever the law says."""
    homes = HomePage.objects.live().filter(pk__in=_keys(used_by, HomePage))
    stories = ArticlePage.objects.published().filter(pk__in=_keys(used_by, ArticlePage)).defer("body")
    reader = present_reader()
    if reader is not None and ScopeKind.TAG in reader.rules.scope_kinds:
        stories = stories.prefetch_related("tagged__tag")
    return chain(homes, stories.iterator(chunk_size=AT_ONCE))


def _withheld(page: Page) -> Shown | None:
    """By which order the present reader may not see the page."""
    reader = present_reader()
    if reader is None:
        return None
    kinds = reader.rules.scope_kinds
    language = str(page.url_path).split("/")[1]
    subject = subject_of(page, kinds)
    return notices_for(subject, language, reader.location, PAGE, reader.at, rules=reader.rules).withheld
