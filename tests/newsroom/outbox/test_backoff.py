"""Tests of how long the next attempt waits."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsroom.outbox.backoff import LONGEST, LONGEST_REST, SHORTEST, delay


@pytest.mark.parametrize(("failures", "seconds"), [(1, 1), (2, 2), (3, 4), (4, 8), (8, 128), (10, 512), (11, 600)])
def test_wait_doubles(failures: int, seconds: int) -> None:
    waits = [delay(failures).total_seconds() for _ in range(200)]
    assert max(1, seconds * 0.75) <= min(waits) <= max(waits) <= seconds


def test_waits_of_many_do_not_end_at_one_moment() -> None:
    assert len({delay(8) for _ in range(50)}) > 40


@given(st.integers(min_value=0, max_value=10**9), st.sampled_from([LONGEST, LONGEST_REST]))
def test_wait_is_bounded(failures: int, longest: timedelta) -> None:
    assert SHORTEST <= delay(failures, longest) <= longest
