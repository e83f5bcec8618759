"""Related stories from the index: those that share the telling words of a story's headline and standfirst."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from django.core.cache import cache
from django.utils import timezone

from articles.legal.reader import present_reader
from articles.pages.article import ArticlePage
from search.analysis import STEMS
from search.asking import Asker, Away
from search.client import is_configured
from search.conflation.table import stems_of_text
from search.filters import readable
from search.law import withheld
from search.matching import Clause
from search.names import alias_of
from search.querying import newer_counts_more
from search.words import telling_words, words_in

SECONDS = 0.3
"""How long a story's page waits for them."""
KEPT_SECONDS = 300
"""How long the answer for one revision of a story is remembered."""
MOST_WORDS = 40
SHARED_WORDS = 2
"""A story must share so many telling words to be called related."""


def related(story: ArticlePage, wanted: int) -> list[ArticlePage] | None:
    """The stories that the index calls related, without the story itself in any form; at most one request.

    None where Elasticsearch is not configured, is away or knows nothing, so that the next source answers. The numbers
    are remembered for some minutes; who may see what is asked of the database each time.
    """
    if not is_configured():
        return None
    key = _remembered_as(story)
    numbers: list[int] | None = cache.get(key)
    if numbers is None:
        try:
            numbers = _ask(story, wanted * 2)
        except Away:
            return None
        cache.set(key, numbers, KEPT_SECONDS)
    if not numbers:
        return None
    stories = ArticlePage.objects.filter(pk__in=numbers, locale_id=story.locale_id).exclude(pk=story.pk)
    found = stories.visible().as_teasers().in_bulk()
    return [found[number] for number in numbers if number in found][:wanted] or None


def _remembered_as(story: ArticlePage) -> str:
    """The key of the answer: readers from whom the law withholds other stories have answers of their own."""
    law = json.dumps(withheld(present_reader(), story.language_code), sort_keys=True)
    return f"related:{story.pk}:{story.live_revision_id}:{sha256(law.encode()).hexdigest()}"


def _ask(story: ArticlePage, most: int) -> list[int]:
    """The numbers of related stories, more than are shown, because the database may drop some. Raises Away."""
    at, alike = timezone.now(), _alike(story)
    if alike is None:
        return []
    body: dict[str, Any] = {
        "query": newer_counts_more(
            {
                "bool": {
                    "must": [alike],
                    "filter": [readable(story.language_code, at)],
                    "must_not": [{"term": {"story": str(story.translation_key)}}],
                }
            },
            at,
        ),
        "size": most,
        "_source": ["page"],
        "track_total_hits": False,
    }
    hits = Asker(SECONDS).search(alias_of(story.language_code), body)["hits"]["hits"]
    return [hit["_source"]["page"] for hit in hits]


def _alike(story: ArticlePage) -> Clause | None:
    """The words of the headline count most; a shared word counts the more the rarer it is. None without words."""
    code = story.language_code
    words = telling_words(code, words_in(f"{story.title} {story.kicker} {story.standfirst}"))[:MOST_WORDS]
    line = stems_of_text(code, " ".join(words))
    if not line:
        return None
    fields = ("stems.headline^3", "stems.lead^2", "stems.text")
    stems = list(dict.fromkeys(line.split()))
    each = [{"multi_match": {"query": stem, "fields": fields, "analyzer": STEMS}} for stem in stems]
    return {"bool": {"should": each, "minimum_should_match": min(SHARED_WORDS, len(stems))}}
