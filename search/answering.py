"""Answering a question: from Elasticsearch, or from the database while it is away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from articles.pages.article import ArticlePage
from search import database
from search.answers import Answer, Elsewhere, Hit
from search.asking import Asker, Away, Body
from search.client import is_configured
from search.elsewhere import elsewhere_of, elsewhere_search
from search.facets import counts_of, facets_of
from search.highlighting import Needles, marked, snippet
from search.names import alias_of
from search.querying import search_body
from search.questions import PER_PAGE, Question
from search.scripts import is_foreign
from search.spelling import FEW, other_spelling, spelling_search
from search.suggesting import suggested
from search.waiting import TooManyWait, Waiting, waiting
from search.words import Words, words_of


def answer(question: Question) -> Answer:
    """The visible stories that the present reader's question finds, within the time budget."""
    words = words_of(question.text)
    if not is_configured():
        return database.answer(question, words)
    try:
        return _from_index(question, words)
    except (Away, TooManyWait):
        return database.answer(question, words, is_makeshift=True)


def suggestions(language: str, typed: str) -> list[str]:
    """At most eight headlines that begin like what was typed, of stories that the present reader may see."""
    if is_configured():
        try:
            return suggested(language, typed, timezone.now(), waiting())
        except (Away, TooManyWait):
            pass
    return database.suggested(language, typed)


def _from_index(question: Question, words: Words) -> Answer:
    """At most two requests; the second is only for ways on. Raises Away, TooManyWait."""
    asking = _Asking(question, words, timezone.now(), Asker(), waiting())
    by_sound = frozenset(word for word in words.words if is_foreign(word, question.language))
    found = asking.asker.search(alias_of(question.language), asking.body(by_sound))
    ways = asking.ways_on(found["hits"]["total"]["value"])
    if ways.by_sound and ways.by_sound["hits"]["total"]["value"]:
        found, by_sound = ways.by_sound, frozenset(words.words)
    total = found["hits"]["total"]
    needles = Needles.of(words, question.language, by_sound)
    return Answer(
        hits=_hits(found["hits"]["hits"], question.language, needles, asking.behind),
        total=total["value"],
        total_is_exact=total["relation"] == "eq" and not found.get("timed_out"),
        facets=facets_of(counts_of(found.get("aggregations", {})), question, total["value"]),
        did_you_mean=ways.other_spelling,
        elsewhere=ways.elsewhere,
    )


@dataclass(frozen=True, slots=True)
class _WaysOn:
    """What is offered beside few hits."""

    other_spelling: str | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    by_sound: Body | None = None
    """An answer in which every word was looked for by its sound."""


@dataclass(frozen=True, slots=True)
class _Asking:
    """One question on its way to Elasticsearch."""

    question: Question
    words: Words
    at: datetime
    asker: Asker
    behind: Waiting

    def body(self, by_sound: frozenset[str]) -> Body:
        """The search for the hits."""
        return search_body(self.question, self.words, self.at, withdrawn=self.behind.withdrawn, by_sound=by_sound)

    def ways_on(self, total: int) -> _WaysOn:
        """The second request, where all that was found stands on one page; its failure loses nothing else."""
        if total > PER_PAGE or self.question.page > 1 or not self.words.all_wanted:
            return _WaysOn()
        code, withdrawn, here = self.question.language, self.behind.withdrawn, [alias_of(self.question.language)]
        nearly = spelling_search(self.words, code, self.at, withdrawn) if total < FEW else None
        searches = {"elsewhere": elsewhere_search(self.words, code, self.at, withdrawn)}
        if nearly:
            searches["spelling"] = (here, nearly)
        if not total and self.words.words:
            searches["sound"] = (here, self.body(frozenset(self.words.words)))
        try:
            found = dict(zip(searches, self.asker.search_many(list(searches.values())), strict=True))
        except Away:
            return _WaysOn()
        return _WaysOn(
            other_spelling(found.get("spelling"), self.words, self.question.text, code),
            elsewhere_of(found.get("elsewhere")),
            found.get("sound"),
        )


def _hits(found: list[Body], code: str, needles: Needles, behind: Waiting) -> tuple[Hit, ...]:
    """The hits that the reader may see by the database as well; their headlines and standfirsts are those of now."""
    sources = {hit["_source"]["page"]: hit["_source"] for hit in found}
    stories = ArticlePage.objects.filter(pk__in=sources).in_language(code).visible().as_teasers().in_bulk()
    return tuple(
        Hit(
            stories[page],
            marked(stories[page].title, needles),
            snippet([stories[page].standfirst, *(() if page in behind.changed else _texts(source))], needles),
        )
        for page, source in sources.items()
        if page in stories
    )


def _texts(source: Body) -> list[str]:
    """What the index has of a story's text below its standfirst."""
    values = (source.get(name) or "" for name in ("body", "captions", "videos"))
    return ["\n".join(value) if isinstance(value, list) else value for value in values]
