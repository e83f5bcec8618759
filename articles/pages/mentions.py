"""The stories and pictures in whose own words a correspondent's name stands."""

from __future__ import annotations

import json
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, TextField, Value
from django.db.models.functions import Cast, Concat

from articles.credits.models import Correspondent
from articles.credits.reach import Mention, Mentions, traces_of
from articles.pages.article import LINES, ArticlePage
from articles.pages.corrections.models import CorrectionText
from articles.pages.killing.models import Kill
from media.models import Picture
from newsroom.languages import language

MOST = 100
"""A longer list would help nobody; the screen says that there are more."""

WORDS_OF_A_STORY = (*LINES, "body")
WORDS_OF_A_PICTURE = ("title", "caption", "alt_text", "credit", "copyright_notice")


def mentions_of(person: Correspondent) -> Mentions:
    """At most a hundred stories and a hundred pictures; two queries."""
    traces = traces_of(person)
    stories = ArticlePage.objects.annotate(words=_words(WORDS_OF_A_STORY)).filter(_any_of(traces) | _told_of(traces))
    pictures = Picture.objects.annotate(words=_words(WORDS_OF_A_PICTURE)).filter(_any_of(traces))
    found_stories = list(stories.defer("body").order_by("-updated_at", "-pk")[: MOST + 1])
    found_pictures = list(pictures.order_by("-created_at", "-pk")[: MOST + 1])
    return Mentions(
        stories=tuple(Mention(story, story.title, language(story.language_code)) for story in found_stories[:MOST]),
        pictures=tuple(Mention(picture, picture.title) for picture in found_pictures[:MOST]),
        are_all=max(len(found_stories), len(found_pictures)) <= MOST,
    )


def _told_of(traces: Iterable[str]) -> Q:
    """Stories under which readers are told a trace: in a correction, or in the words for a story that was withdrawn."""
    corrections = CorrectionText.objects.annotate(words=_words(("wrong", "right"))).filter(_any_of(traces))
    kills = Kill.objects.annotate(words=Cast("notes", TextField())).filter(_any_of(traces))
    of_story = corrections.filter(story=OuterRef("pk"))
    of_work = kills.filter(translation_key=OuterRef("translation_key"))
    return Q(Exists(of_story)) | Q(Exists(of_work))


def _words(fields: Iterable[str]) -> Concat:
    """All words of a row as one text, so that each trace is compared once."""
    parts = [part for name in fields for part in (Cast(name, TextField()), Value("\n"))]
    return Concat(*parts, output_field=TextField())


def _any_of(traces: Iterable[str]) -> Q:
    """Rows in whose words a trace stands, as written or in capitals; SQLite keeps a body's letters escaped."""
    wanted = {variant for trace in traces for variant in (trace, trace.upper())}
    wanted |= {json.dumps(variant)[1:-1] for variant in wanted}
    condition = Q(pk__in=())
    for variant in sorted(wanted):
        condition |= Q(words__icontains=variant)
    return condition
