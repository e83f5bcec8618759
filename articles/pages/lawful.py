"""What the law makes of a page: notices around it, or an answer that it is withheld (451, RFC 7725)."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any, cast

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page

from articles.legal import surfaces
from articles.legal.decision import NOTHING, Decision
from articles.legal.fragment import refusal as refusal_words
from articles.legal.reader import present_reader
from articles.legal.terms import Effect, ScopeKind
from articles.legal.values import NO_STORY, Shown, Subject
from articles.pages.acting import RecordedPage
from articles.pages.rights import PageRights, may_explore
from articles.pages.writing_direction import WrittenForm
from newsroom.caches.surrogates import of_work

PAGE, TEASER, SHARE, LEGAL, ERROR = "page", "teaser", "share", "legal", "error"


def register_surfaces() -> None:
    """Makes the surfaces of this room known to the law."""
    pages = ("articles.HomePage", "articles.SectionPage", "articles.ArticlePage", "articles.ExplanationPage")
    surfaces.register(
        PAGE, _("pages"), routes=(*pages, "byline", "choose_language", "explanation", "published_file", "story")
    )
    surfaces.register(TEASER, _("stories in lists"))
    surfaces.register(SHARE, _("what networks show of a shared page"))
    surfaces.register(LEGAL, _("the page of all legal notices"), routes=("articles.LegalIndexPage", "legal_notices"))
    surfaces.register(ERROR, _("error pages"), routes=("400", "403", "404", "500"))


def subject_of(page: Page, kinds: frozenset[ScopeKind], sections: Iterable[Page] = ()) -> Subject:
    """What a page is about, as far as rules of these kinds ask for it; no query for what none asks.

    `sections` are those that are at hand, among which the page's own may be.
    """
    label = page._meta.model_name
    if label == "sectionpage":
        return Subject(section=str(page.translation_key))
    if label != "articlepage":
        return NO_STORY
    section = ""
    if ScopeKind.SECTION in kinds:
        parent_path = page.path[: -page.steplen]
        keys = [known.translation_key for known in sections if known.path == parent_path]
        parents = Page.objects.filter(path=parent_path).values_list("translation_key", flat=True)
        section = str(keys[0] if keys else parents.first() or "")
    tags = frozenset(tagged.tag.slug for tagged in page.tagged.all()) if ScopeKind.TAG in kinds else frozenset()
    return Subject(str(page.translation_key), section, tags)


class LawfulPage(RecordedPage):
    """A page that asks for its notices before it is served."""

    base_form_class = WrittenForm

    class Meta:
        abstract = True

    def permissions_for_user(self, user: AbstractBaseUser | AnonymousUser) -> PageRights:
        """What somebody may do with the page."""
        return PageRights(user, self)

    def get_admin_display_title(self) -> str:
        """The draft's title, for those whose tree it stands in; for others who use the admin the one that is public."""
        user = get_active_log_context().user
        known = user is None or not self.live or may_explore(user, self)
        return str(super().get_admin_display_title() if known else self.title)

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The page with its notices, or the answer that it is withheld.

        Raises Http404 where an order demands that the page look like one that never was.
        """
        decision = ask_the_law(request, self)
        if decision.withheld:
            return refusal(request, decision.withheld)
        response: HttpResponse = super().serve(request, *args, **kwargs)
        if decision.hides(Effect.NOINDEX):
            response["X-Robots-Tag"] = "noindex"
        return response


def ask_the_law(request: HttpRequest, page: Page) -> Decision:
    """What its reader meets on the page; templates, caches and the seal find it on the request."""
    asked: Any = request
    asked.surrogates = (of_work(page.translation_key),)
    reader = present_reader()
    if reader is None:
        return NOTHING
    subject = subject_of(page, reader.rules.scope_kinds)
    asked.decision = reader.meets(subject, PAGE)
    asked.is_touched_by_seal = reader.rules.touched_by_seal(subject, reader.at)
    return cast(Decision, asked.decision)


def refusal(request: HttpRequest, withheld: Shown) -> HttpResponse:
    """The answer in place of a withheld page: 451 with who demands it and by which law.

    The Link names us, who withhold, not the one who demands it (RFC 7725, section 4). Raises Http404 for an order
    that must not be told of.
    """
    if withheld.notice.looks_missing:
        raise Http404
    response = render(
        request,
        "articles/withheld.html",
        {"withheld_words": refusal_words(withheld, getattr(request, "LANGUAGE_CODE", withheld.text.language))},
        status=HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS,
    )
    response["Link"] = f'<{request.build_absolute_uri("/")}>; rel="blocked-by"'
    response["X-Robots-Tag"] = "noindex"
    return response
