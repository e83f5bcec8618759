"""Tests of what readers find in each language, by queries and stories of our own on a real server."""

from __future__ import annotations

from collections import Counter

import pytest

from newsroom.languages import LANGUAGES
from tests.search.relevance import ours, plain, put, trial_of

LEAST_RECALL = 0.9
LEAST_PAIRS = 20


@pytest.mark.parametrize("code", LANGUAGES)
def test_language_has_enough_queries_of_every_kind(code: str) -> None:
    trial = trial_of(code)
    kinds = Counter(pair.kind for pair in trial.pairs)
    assert len(trial.pairs) >= LEAST_PAIRS
    assert len(trial.stories) >= LEAST_PAIRS
    assert kinds["inflection"] >= 10
    assert kinds["name"] >= 3
    assert kinds["phrase"] >= 2
    assert kinds["spelling"] + kinds["script"] >= 3
    assert all(pair.finds and pair.finds <= set(trial.stories) for pair in trial.pairs)


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
@pytest.mark.parametrize("code", LANGUAGES)
def test_readers_find_what_they_want_and_little_else(code: str) -> None:
    trial = trial_of(code)
    put(trial)
    found, by_standard = ours(trial), plain(trial)
    assert found.recall >= LEAST_RECALL, found.missed
    assert found.precision >= by_standard.precision, found.missed
