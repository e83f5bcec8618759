"""Tags for legal notices on pages, in lists and in what social networks show of a page."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles.legal.decision import NOTHING, Decision
from articles.legal.fragment import fragment, heading
from articles.legal.reader import present_reader
from articles.legal.terms import Effect, Kind
from articles.legal.values import NO_STORY, Shown
from articles.pages.article import ArticlePage
from articles.pages.lawful import PAGE, SHARE, TEASER, subject_of

register = template.Library()

HIDES = {"share": Effect.HIDE_SHARE, "save": Effect.HIDE_SAVE, "comments": Effect.HIDE_COMMENTS}


def page_decision(context: template.Context | dict[str, Any]) -> Decision:
    """What was decided for the page; for a page that did not ask, what is decided for pages that are no story."""
    request = context.get("request")
    decided: Decision | None = getattr(request, "decision", None)
    if decided is None:
        reader = present_reader()
        decided = reader.meets(NO_STORY, PAGE) if reader else NOTHING
        if request is not None:
            request.decision = decided
    return decided


@register.simple_tag(takes_context=True)
def notices(context: template.Context, place: str) -> SafeString:
    """The notices that stand `above` or `below` the page's main part."""
    decided = page_decision(context)
    shown = decided.above if place == "above" else decided.below
    if not shown:
        return SafeString("")
    inside = format_html_join("\n", "{}", ((fragment(each, _page_language(context)),) for each in shown))
    return format_html('<div class="notices">{}</div>', inside)


@register.simple_tag(takes_context=True)
def notice_fragment(context: template.Context, shown: Shown) -> SafeString:
    """One notice, in full."""
    return fragment(shown, _page_language(context))


@register.simple_tag(takes_context=True)
def teaser_notices(context: template.Context, story: ArticlePage) -> SafeString:
    """The notices about a story of a list that the page itself does not show; a warning by its heading alone."""
    reader = present_reader()
    if reader is None:
        return SafeString("")
    sections = context["masthead"].sections if "masthead" in context else ()
    subject = subject_of(story, reader.rules.scope_kinds, sections)
    known = {shown.notice.key for shown in page_decision(context).shown}
    own = [shown for shown in reader.meets(subject, TEASER).shown if shown.notice.key not in known]
    code = _page_language(context)
    return format_html_join("", "{}", ((_in_a_list(shown, code),) for shown in own))


@register.simple_tag(takes_context=True)
def share_warning(context: template.Context, page: ArticlePage) -> str:
    """The headings of the notices, for the text that networks and messengers show of a page; empty without any."""
    reader = present_reader()
    if reader is None:
        return ""
    decided = reader.meets(subject_of(page, reader.rules.scope_kinds), SHARE)
    return " · ".join(shown.text.heading for shown in decided.shown)


@register.simple_tag(takes_context=True)
def may(context: template.Context, what: str) -> bool:
    """Whether the page may offer to `share`, `save` or take `comments`."""
    return not page_decision(context).hides(HIDES[what])


@register.simple_tag(takes_context=True)
def left_out_by_search_engines(context: template.Context) -> bool:
    """Whether a notice asks search engines to leave the page out."""
    return page_decision(context).hides(Effect.NOINDEX)


def _in_a_list(shown: Shown, code: str) -> SafeString:
    return fragment(shown, code) if shown.notice.kind == Kind.LABEL else heading(shown)


def _page_language(context: template.Context) -> str:
    return str(context["language"].code)
