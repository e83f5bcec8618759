"""Tests of a reader's location: it never tells itself."""

from __future__ import annotations

import pytest

from newsroom.regions.location import UNKNOWN, Location


@pytest.mark.parametrize("location", [UNKNOWN, Location("RU", None), Location("UA", "UA-43")])
def test_location_tells_nothing_however_it_is_written_out(location: Location) -> None:
    assert {repr(location), str(location), f"{location}", f"{location!r}", "%s" % location} == {"<location>"}  # noqa: UP031
    assert repr([location]) == "[<location>]"


def test_equal_places_are_equal() -> None:
    assert Location("UA", "UA-43") == Location("UA", "UA-43") != Location("UA", "UA-40")
    assert len({Location("UA", None), Location("UA", None), UNKNOWN}) == 2
