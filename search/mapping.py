"""The mapping of every index: strict, so that a document with an unknown field is refused."""

from __future__ import annotations

from typing import Any

from search.analysis import QUERY, STEMS, TEXT

TEXT_FIELDS = ("headline", "kicker", "standfirst", "body", "captions", "videos", "names")
"""What readers read, as written. `videos` are titles and transcripts; `names` are those of people, services, agencies,
places and tags in the story's language."""
STEM_FIELDS = ("headline", "lead", "text")
"""Stems of the headline; of kicker, standfirst and names; of body, captions and videos."""

_KEYWORD: dict[str, Any] = {"type": "keyword"}
_DATE: dict[str, Any] = {"type": "date"}
_TEXT: dict[str, Any] = {"type": "text", "analyzer": TEXT, "search_analyzer": QUERY}
_STEMS: dict[str, Any] = {"type": "text", "analyzer": STEMS, "index_options": "freqs"}


def mapping() -> dict[str, Any]:
    """The `mappings` of an index, the same in every language; languages differ in the analysers that it names."""
    properties: dict[str, Any] = {
        "page": {"type": "long"},  # the page's number, which is the document's id as well
        "uri": _KEYWORD,
        "story": _KEYWORD,  # the translation key that all languages share
        "language": _KEYWORD,
        "live": {"type": "boolean"},  # false in a tombstone, which has nothing else but page, story and language
        "revision": {"type": "long"},
        "embargo_until": _DATE,
        "published_at": _DATE,
        "updated_at": _DATE,
        **dict.fromkeys(TEXT_FIELDS, _TEXT),
        "stems": {"properties": dict.fromkeys(STEM_FIELDS, _STEMS)},
        "sounds": {**_STEMS, "norms": False},  # Latin keys under which a name is found in any script
        "section": _KEYWORD,  # the slug
        "section_story": _KEYWORD,  # the section's translation key, which rules of the law name
        "people": _KEYWORD,
        "agencies": _KEYWORD,  # and services
        "places": _KEYWORD,
        "tags": _KEYWORD,
        "has_video": {"type": "boolean"},
        "digest": {
            "type": "keyword",
            "index": False,
        },  # of all that the document was made from; verification compares it
    }
    properties["headline"] = {
        **_TEXT,
        "fields": {
            "typed": {"type": "text", "analyzer": "standard", "index_prefixes": {"min_chars": 1, "max_chars": 12}}
        },
    }
    return {"dynamic": "strict", "properties": properties}
