"""Tests of what every file from outside is held to."""

from __future__ import annotations

import pytest

from newsroom.exchange.refusing import LARGEST_FILE, FileIsRefused, ensure_small


def test_a_file_of_50_mb_is_refused() -> None:
    ensure_small(bytes(LARGEST_FILE))
    for size in (LARGEST_FILE + 1, 50 * 2**20):
        with pytest.raises(FileIsRefused, match="larger than 16 MB"):
            ensure_small(bytes(size))
