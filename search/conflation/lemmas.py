"""Lemmas from simplemma's dictionaries: which word an inflected form belongs to.

The dictionaries are read as compressed streams: Russian with 1.4 million forms takes 21 MB instead of 139 MB decoded,
the others 3 to 9 MB, for 140,000 lookups a second instead of a million, and half the time to load. Each is loaded by
the first word of its language.
"""

from __future__ import annotations

from collections.abc import Mapping
from threading import Lock

from simplemma.strategies.dictionaries import StreamDictionaryFactory

_factory = StreamDictionaryFactory(cache_max_size=64)
_loaded: dict[str, Mapping[str, str]] = {}
_loading = Lock()


def lemma(dictionary: str, word: str) -> str | None:
    """The dictionary's lemma of a form, or None where it does not know the form (no guess is made).

    A form in small letters that is unknown is looked up once more as a name, with a capital. A dictionary that does not
    exist is a ValueError.
    """
    forms = _loaded.get(dictionary)
    if forms is None:
        forms = _load(dictionary)
    found = forms.get(word)
    return found if found is not None else forms.get(word.capitalize())


def _load(dictionary: str) -> Mapping[str, str]:
    """The dictionary, loaded once, whichever threads ask for it first."""
    with _loading:
        if dictionary not in _loaded:
            _loaded[dictionary] = _factory.get_dictionary(dictionary)
        return _loaded[dictionary]
