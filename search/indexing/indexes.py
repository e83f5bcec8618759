"""Indexes on the server: their names, settings, making, swapping and removal."""

from __future__ import annotations

import json
import re
from functools import cache
from hashlib import sha256
from http import HTTPStatus
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.utils import timezone
from elasticsearch import ApiError

import search
from search.analysis import analysis_settings
from search.client import client
from search.mapping import mapping
from search.names import alias_of, next_alias_of

RULES = ("conflation/**/*", "documents.py", "facts.py", "sounds.py", "texts.py")
"""Files that decide what stands in a document, beside the settings of the index."""
FILLING: dict[str, Any] = {"refresh_interval": "-1"}
SERVING: dict[str, Any] = {"refresh_interval": "1s"}


def index_settings(code: str) -> dict[str, Any]:
    """The settings of a language's index: one shard, and a copy where there is a second server."""
    return {"number_of_shards": 1, "auto_expand_replicas": "0-1", "analysis": analysis_settings(code)}


@cache
def fingerprint(code: str) -> str:
    """Eight digits that change when an index of the language would be made otherwise, or its documents would."""
    told = json.dumps([mapping(), index_settings(code)], sort_keys=True, ensure_ascii=False).encode()
    return sha256(told + _rules()).hexdigest()[:8]


@cache
def _rules() -> bytes:
    room = Path(search.__file__).parent
    found = {path for pattern in RULES for path in room.glob(pattern) if path.is_file() and path.suffix != ".pyc"}
    files = sorted(found)
    return b"".join(path.read_bytes() for path in files) + version("simplemma").encode()


def new_name(code: str) -> str:
    """A name that no index has had: alias, fingerprint, moment."""
    return f"{alias_of(code)}-{fingerprint(code)}-{timezone.now():%Y%m%d%H%M%S%f}"


def is_name_of(code: str, name: str) -> bool:
    """Whether it is the name of an index of this language: `news-uz-cyrl-…` is none of `uz`."""
    return re.fullmatch(re.escape(alias_of(code)) + r"-[0-9a-f]{8}-\d{20}", name) is not None


def create(code: str, name: str) -> None:
    """Makes an empty index that is being filled; leftovers of the language that nobody searches go first."""
    remove_leftovers(code)
    client().indices.create(
        index=name,
        mappings=mapping(),
        settings={**index_settings(code), **FILLING},
        aliases={next_alias_of(code): {}},
    )


def exists(name: str) -> bool:
    """Whether the server has the index."""
    return bool(client().indices.exists(index=name))


def found_under(alias: str) -> list[str]:
    """The names of the indexes behind an alias."""
    if not client().indices.exists_alias(name=alias):
        return []
    return sorted(client().indices.get_alias(name=alias))


def served() -> dict[str, list[str]]:
    """Every alias of ours, with the names of the indexes behind it; one request."""
    found: dict[str, list[str]] = {}
    for name, told in client().indices.get(index=f"{alias_of('*')}", filter_path=["*.aliases"]).items():
        for alias in told["aliases"]:
            found.setdefault(alias, []).append(name)
    return found


def serve(code: str, name: str) -> None:
    """Has queries and writers find the full index from now on, in one step, and removes what it stands for."""
    alias, next_alias = alias_of(code), next_alias_of(code)
    client().indices.refresh(index=name)
    client().indices.put_settings(index=name, settings=SERVING)
    actions: list[dict[str, Any]] = [{"add": {"index": name, "alias": alias}}]
    actions += [{"remove": {"index": old, "alias": alias}} for old in found_under(alias) if old != name]
    actions += [{"remove": {"index": old, "alias": next_alias}} for old in found_under(next_alias)]
    if not found_under(alias) and exists(alias):
        actions.insert(0, {"remove_index": {"index": alias}})  # something made an index of the alias's name
    client().indices.update_aliases(actions=actions)


def extend(name: str) -> bool:
    """Lets an index that was made by earlier settings take fields that are new; whether the server could do it.

    Else a strict index would refuse every document between a release with a new field and the rebuild.
    """
    try:
        client().indices.put_mapping(index=name, properties=mapping()["properties"])
    except ApiError as error:
        if error.meta.status in (HTTPStatus.BAD_REQUEST, HTTPStatus.NOT_FOUND):
            return False
        raise
    return True


def remove_leftovers(code: str) -> None:
    """Removes every index of the language that its alias does not lead to."""
    names = client().indices.get(index=f"{alias_of(code)}-*", filter_path=["*.aliases"], expand_wildcards="all")
    used = set(found_under(alias_of(code)))
    for name in set(names) - used:
        if is_name_of(code, name):
            client().indices.delete(index=name, ignore_unavailable=True)
