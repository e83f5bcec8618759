"""The results of a search as an Atom feed (RFC 4287), the newest first, with the notices that its readers must meet."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.views.decorators.http import require_safe

from articles.legal.fragment import fragment
from articles.legal.reader import Reader, present_reader
from articles.legal.values import NO_STORY
from articles.pages.article import ArticlePage
from articles.pages.lawful import refusal, subject_of
from articles.pages.masthead import Masthead
from newsroom.languages import language
from search import answering
from search.page.address import address_of, asks_nothing, read_address
from search.page.chosen import resolve
from search.page.surfaces import FEED
from search.page.views import in_confidence, masthead_or_404
from search.questions import NEWEST, RELEVANCE, Question


@require_safe
def search_feed(request: HttpRequest) -> HttpResponse:
    """The newest stories that a search finds. Raises Http404 where nothing is searched for."""
    masthead = masthead_or_404(request)
    reader = present_reader() or Reader(masthead.code)
    decision = reader.meets(NO_STORY, FEED)
    if decision.withheld:
        return in_confidence(refusal(request, decision.withheld))
    asked, _names = resolve(read_address(masthead.code, request.GET), masthead.sections)
    question = replace(asked.question, order=NEWEST, page=1)
    if asks_nothing(question):
        raise Http404
    feed = _empty_feed(question, masthead, " · ".join(shown.text.heading for shown in decision.shown))
    for hit in answering.answer(question).hits:
        _add(feed, hit.story, masthead, reader)
    return in_confidence(HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type))


def _empty_feed(question: Question, masthead: Masthead, warning: str) -> Atom1Feed:
    site = masthead.home.title if masthead.home else ""
    title = gettext("{query} · Search · {site}").format(query=question.text or gettext("Search"), site=site)
    row = language(masthead.code)
    return Atom1Feed(
        title=title,
        link=settings.SITE_URL + address_of(question),
        description="",
        language=row.tag,
        author_name=site,
        subtitle=warning or None,
        feed_url=settings.SITE_URL + address_of(question, ending="feed.atom", order=RELEVANCE),
    )


def _add(feed: Atom1Feed, story: ArticlePage, masthead: Masthead, reader: Reader) -> None:
    """One story: its notices in full stand in its summary, because readers of feeds meet nothing else of us."""
    decision = reader.meets(subject_of(story, reader.rules.scope_kinds, masthead.sections), FEED)
    above, below = (
        format_html_join("\n", "{}", ((fragment(shown, masthead.code),) for shown in place))
        for place in (decision.above, decision.below)
    )
    feed.add_item(
        title=story.title,
        link=settings.SITE_URL + story.url_path,
        description=_summary(above, story.standfirst, below),
        unique_id=story.uri,
        pubdate=story.published_at,
        updateddate=story.updated_at,
    )


def _summary(above: SafeString, standfirst: str, below: SafeString) -> str:
    """HTML whose links lead to us from wherever it is read."""
    text = format_html("<p>{}</p>", standfirst) if standfirst else SafeString("")
    return "\n".join(filter(None, (above, text, below))).replace('href="/', f'href="{settings.SITE_URL}/')
