"""The document of a story: what of its published state an index holds."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from articles.pages.article import ArticlePage
from newsroom.languages import language
from search.conflation.table import KEPT, stems_of_words
from search.conflation.tokens import WORD
from search.facts import Facts, facts_of
from search.sounds import sounds_of_text
from search.texts import texts_of

SCRIPTS_WITH_CAPITALS = frozenset({"Armn", "Cyrl", "Latn"})
"""In the others any word may be a name."""


def document(story: ArticlePage) -> dict[str, Any]:
    """The document of a story as it stands in the database now; a tombstone unless it is published."""
    return documents([story.pk])[story.pk]


def documents(pages: Collection[int]) -> dict[int, dict[str, Any]]:
    """The documents of stories, by their pages' numbers, in a fixed number of queries; none of a story that is gone."""
    return {page: document_of(facts) for page, facts in facts_of(pages).items()}


def tombstone(page: int, code: str, story: str = "") -> dict[str, Any]:
    """What stands for a story that readers must not find, so that no late writer can bring it back."""
    return {"page": page, "language": code, "live": False} | ({"story": story} if story else {})


def document_of(facts: Facts) -> dict[str, Any]:
    """The document made of these facts."""
    row, code, parties = facts.row, facts.language, facts.parties
    if not facts.is_out:
        return tombstone(facts.page, code, str(row["translation_key"]))
    texts = texts_of(facts.body, facts.spoken)
    body, videos = _lines(*texts.body), _lines(*texts.videos)
    captions = _lines(row["lead_caption"], *texts.captions)
    named = (*parties.people, *parties.agencies, *parties.places, *facts.tags)
    names = _lines(row["dateline"], *(name for _, name in named))
    headline, lead = row["title"], _lines(row["kicker"], row["standfirst"], names)
    words = [WORD.findall(text) for text in (headline, lead, _lines(body, captions, videos))]
    return {
        "page": facts.page,
        "uri": row["uri"],
        "story": str(row["translation_key"]),
        "language": code,
        "live": True,
        "revision": row["live_revision_id"],
        "embargo_until": _moment(row["embargo_until"]),
        "published_at": _moment(row["published_at"]),
        "updated_at": _moment(row["updated_at"]),
        "headline": headline,
        "kicker": row["kicker"],
        "standfirst": row["standfirst"],
        "body": body,
        "captions": captions,
        "videos": videos,
        "names": names,
        "stems": {
            "headline": stems_of_words(code, words[0]),
            "lead": stems_of_words(code, words[1]),
            "text": stems_of_words(code, words[2]),
        },
        "sounds": _sounds(code, words[0] + words[1], words[2]),
        "section": facts.section,
        "section_story": facts.section_story,
        "people": [key for key, _ in parties.people],
        "agencies": [key for key, _ in parties.agencies],
        "places": [key for key, _ in parties.places],
        "tags": [key for key, _ in facts.tags],
        "has_video": texts.has_video,
        "digest": facts.digest,
    }


def _lines(*parts: str) -> str:
    """What is not empty, each on a line of its own."""
    return "\n".join(filter(None, parts))


def _moment(value: datetime | None) -> str | None:
    return value.isoformat() if value else None


def _sounds(code: str, head: Iterable[str], text: Iterable[str]) -> str:
    """The keys of every word of the head, and of the words of the text that may be names; each word once."""
    words, further = dict.fromkeys(head), dict.fromkeys(text)
    if language(code).script in SCRIPTS_WITH_CAPITALS:
        further = {word: None for word in further if word[0].isupper()}
    return " ".join(filter(None, (_sounds_of(code, word) for word in words | further)))


@lru_cache(maxsize=KEPT)
def _sounds_of(code: str, word: str) -> str:
    """Those of its stems too, so that a name is found in its other cases."""
    return sounds_of_text(word, code)
