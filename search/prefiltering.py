"""What the database can say of a story before its words are judged: filters, and the beginnings of words."""

from __future__ import annotations

import json
from datetime import UTC, datetime, time, timedelta
from functools import reduce
from operator import and_, or_

from django.db.models import Exists, OuterRef, Q, TextField, Value
from django.db.models.functions import Cast, Concat

from articles.credits.models import Credit
from articles.pages.article import ArticlePage
from articles.pages.section import SectionPage
from articles.pages.visibility import StoryQuerySet
from search.questions import Question
from search.scripts import is_foreign
from search.words import Words, telling_words

WINDOW = 2000
"""So many of the newest stories that the filters leave are looked through."""
SHORT, SHORTEST = 5, 3
"""Words of at most five letters are looked for by their first three."""
SHARE = 0.6
"""The part of a longer word that its forms are taken to share."""
VIDEO = '"type": "video"'
"""How a body in JSON tells of a video."""


def recent(question: Question) -> StoryQuerySet:
    """The newest stories that the present reader may see and that the reader's filters leave."""
    stories = ArticlePage.objects.in_language(question.language).visible().filter(updated_at__isnull=False)
    if question.section:
        parents = SectionPage.objects.filter(slug=question.section, locale__language_code=question.language)
        paths = list(parents.values_list("path", flat=True)[:1])
        stories = stories.filter(path__startswith=paths[0]) if paths else stories.none()
    if question.person:
        stories = stories.filter(_credited(correspondent__key=question.person, correspondent__withheld_at__isnull=True))
    if question.agency:
        stories = stories.filter(_credited(agency__key=question.agency) | _credited(service__key=question.agency))
    if question.place:
        stories = stories.filter(
            Q(place__uri__endswith=f":{question.place}") | _credited(place__uri__endswith=f":{question.place}")
        )
    if question.has_video:
        stories = stories.annotate(raw=Cast("body", TextField())).filter(raw__contains=VIDEO)
    if question.since:
        stories = stories.filter(updated_at__gte=datetime.combine(question.since, time.min, UTC))
    if question.until and question.until < datetime.max.date():
        stories = stories.filter(updated_at__lt=datetime.combine(question.until + timedelta(days=1), time.min, UTC))
    return stories.newest_first()[:WINDOW]


def with_beginnings(stories: StoryQuerySet, words: Words, code: str) -> StoryQuerySet:
    """Those that may have the words: all words of phrases, and at least one of the others.

    A word of another script is judged later, by its sound.
    """
    fields = ("title", "kicker", "standfirst", "body")
    parts = [part for name in fields for part in (Cast(name, TextField()), Value("\n"))]
    stories = stories.annotate(words=Concat(*parts, output_field=TextField()))
    for phrase in words.phrases:
        stories = stories.filter(reduce(and_, (_begins("words", word) for word in phrase)))
    telling = telling_words(code, words.words) or words.words
    if telling and not any(is_foreign(word, code) for word in telling):
        stories = stories.filter(reduce(or_, (_begins("words", word) for word in telling)))
    return stories


def begins_like(field: str, words: tuple[str, ...]) -> Q:
    """The condition that a field has every word's beginning."""
    return reduce(and_, (_begins(field, word) for word in words))


def beginning_of(word: str) -> str:
    """The letters that a word's forms are taken to share."""
    return word[:SHORTEST] if len(word) <= SHORT else word[: round(len(word) * SHARE)]


def _begins(field: str, word: str) -> Q:
    """SQLite knows capitals of Latin letters alone, and keeps a body's other letters escaped."""
    start = beginning_of(word)
    wanted = {start.lower(), start.upper(), start.capitalize(), start}
    wanted |= {start.replace("I", "ı").lower(), start.replace("i", "İ").upper(), start.replace("i", "İ", 1)}  # Turkic
    wanted |= {json.dumps(variant)[1:-1] for variant in wanted}
    return reduce(or_, (Q(**{f"{field}__icontains": variant}) for variant in sorted(wanted)))


def _credited(**party: object) -> Exists:
    return Exists(Credit.objects.filter(story=OuterRef("pk"), **party))
