"""Names of what an answer shows, as caches know them: opaque, so that they tell nothing where one leaks.

A cache keeps them beside an answer and drops the answer when one of them is purged; it never shows them to readers.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.crypto import salted_hmac

EVERYTHING = "everything"
"""Every answer to a reader has this name."""
HEADERS = ("xkey", "Surrogate-Key")
"""Where caches look for names: Varnish, and the content networks."""
LETTERS = 16


def of_language(code: str) -> str:
    """The name of all pages of a language: each of them has lists or the strip of breaking news."""
    return f"language:{code}"


def of_work(translation_key: object) -> str:
    """The name of a page in all its languages, which link to each other."""
    return f"work:{translation_key}"


def token(name: str) -> str:
    """The name as a cache gets it: sixteen hexadecimal digits that only this newsroom can make."""
    return salted_hmac("newsroom.caches", name, algorithm="sha256").hexdigest()[:LETTERS]


def tokens(names: Iterable[str]) -> str:
    """The value of a header with these names."""
    return " ".join(token(name) for name in dict.fromkeys(names))
