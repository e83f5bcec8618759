"""The search of the database: for sites without Elasticsearch, and while it is away.

Bounded: it looks through the newest stories that the reader may see, not through all. The database finds those that
have the beginnings of the words, and the language's stems then judge them, so inflected forms are found here too.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models import TextField
from django.db.models.functions import Cast
from django.utils import timezone

from articles.pages.article import ArticlePage
from search.answers import DATABASE, Answer, Hit
from search.conflation.table import CONFLATIONS
from search.conflation.tokens import tokens
from search.highlighting import Needles, marked, snippet
from search.matching import needed_of
from search.plain_text import plain_text
from search.prefiltering import begins_like, recent, with_beginnings
from search.questions import LAST_PAGE, NEWEST, PER_PAGE, Question
from search.scripts import is_foreign
from search.suggesting import MOST as MOST_SUGGESTIONS
from search.suggesting import typed_words
from search.words import Words

MOST_READ = 300
"""Stories whose texts are read."""
WEIGHTS = (4.0, 1.5, 2.0, 1.0)
"""Of headline, kicker, standfirst and body."""
HALF_WORTH_DAYS = 120


@dataclass(frozen=True, slots=True)
class _Found:
    """A story that the words find."""

    page: int
    texts: tuple[str, str, str, str]
    relevance: float


def answer(question: Question, words: Words, *, is_makeshift: bool = False) -> Answer:
    """The newest visible stories that the question finds; three queries, however many there are."""
    code = question.language
    by_sound = frozenset(word for word in words.words if is_foreign(word, code))
    needles = Needles.of(words, code, by_sound)
    found, is_all = _found(question, words, needles)
    if question.order != NEWEST and words.all_wanted:
        found.sort(key=lambda story: -story.relevance)  # stable: of two alike the newer stays first
    first = (min(max(1, question.page), LAST_PAGE) - 1) * PER_PAGE
    shown = found[first : first + PER_PAGE]
    stories = ArticlePage.objects.filter(pk__in=[story.page for story in shown]).visible().as_teasers().in_bulk()
    hits = tuple(
        Hit(stories[story.page], marked(story.texts[0], needles), snippet(story.texts[2:], needles))
        for story in shown
        if story.page in stories
    )
    return Answer(hits, len(found), is_all, source=DATABASE, is_makeshift=is_makeshift)


def suggested(code: str, typed: str) -> list[str]:
    """At most eight headlines of the newest visible stories with words that begin as typed; one query."""
    words = typed_words(typed)
    if not words:
        return []
    newest = recent(Question(code))
    stories = ArticlePage.objects.filter(pk__in=newest.values("pk")).filter(begins_like("title", words))
    fold = CONFLATIONS[code].fold
    found: dict[str, None] = {}
    for headline in stories.newest_first().values_list("title", flat=True)[:MOST_READ]:
        there = [fold(token.text) for token in tokens(headline)]
        if all(any(word.startswith(fold(typed_word)) for word in there) for typed_word in words):
            found[headline] = None
    return list(found)[:MOST_SUGGESTIONS]


def _found(question: Question, words: Words, needles: Needles) -> tuple[list[_Found], bool]:
    """The stories found, the newest first, and whether that is all there are."""
    code, now = question.language, timezone.now()
    unwanted = [Needles.of(_as_wanted(phrase), code) for phrase in words.unwanted]
    candidates = with_beginnings(ArticlePage.objects.filter(pk__in=recent(question).values("pk")), words, code)
    rows = (
        candidates.annotate(stored=Cast("body", TextField()))
        .newest_first()
        .values_list("pk", "title", "kicker", "standfirst", "stored", "updated_at")
    )
    found, read = [], 0
    for page, title, kicker, standfirst, stored, updated_at in rows[: MOST_READ + 1]:
        read += 1
        texts = (title, kicker, standfirst, plain_text(stored))
        relevance = _relevance(texts, needles, words)
        if relevance and not any(_has(text, other) for other in unwanted for text in texts):
            found.append(_Found(page, texts, relevance * _newness(updated_at, now)))
    return found[:MOST_READ], read <= MOST_READ


def _relevance(texts: tuple[str, ...], needles: Needles, words: Words) -> float:
    """How well a story answers; 0 where a phrase or too many words are missing."""
    if not needles.count:
        return 1.0
    best: dict[int, float] = {}
    for text, weight in zip(texts, WEIGHTS, strict=True):
        for place in needles.places(text):
            best[place.wanted] = max(best.get(place.wanted, 0.0), weight)
        if len(best) == needles.count:
            break
    phrases = range(len(needles.words), needles.count)
    single = sum(1 for number in best if number < len(needles.words))
    if single < needed_of(len(needles.words)) or any(number not in best for number in phrases):
        return 0.0
    return sum(best.values())


def _has(text: str, needles: Needles) -> bool:
    return next(needles.places(text), None) is not None


def _as_wanted(phrase: tuple[str, ...]) -> Words:
    return Words(phrases=(phrase,)) if len(phrase) > 1 else Words(words=phrase)


def _newness(updated_at: datetime | None, now: datetime) -> float:
    """One to two, as the index counts it."""
    age = max(0.0, (now - updated_at).total_seconds() / 86_400) if updated_at else float("inf")
    return 1 + 0.5 ** (age / HALF_WORTH_DAYS)
