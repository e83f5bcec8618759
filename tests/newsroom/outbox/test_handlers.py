"""Tests of the registry of handlers."""

from __future__ import annotations

import pytest

from newsroom.outbox.handlers import (
    DestinationIsRefused,
    DestinationIsTaken,
    configured,
    handler_of,
    is_configured,
    register,
)
from tests.newsroom.outbox.systems import System, system


def test_registered_handler_is_the_one_of_its_destination(elsewhere: System) -> None:
    assert handler_of("elsewhere") is elsewhere
    assert is_configured("elsewhere")
    assert "elsewhere" in configured()


def test_second_handler_of_a_destination_is_an_error(elsewhere: System) -> None:
    for handler in (System(), elsewhere):
        with pytest.raises(DestinationIsTaken):
            register("elsewhere", handler, is_configured=lambda: True)
    assert handler_of("elsewhere") is elsewhere


def test_destination_is_configured_when_the_installation_says_so(elsewhere: System) -> None:
    elsewhere.is_configured = False
    assert not is_configured("elsewhere")
    assert "elsewhere" not in configured()


def test_destination_that_nobody_registered_is_not_configured() -> None:
    assert not is_configured("nowhere")


@pytest.mark.parametrize("name", ["", "Search", "a b", "1st", "a\x00", "a\n", "ü", "../a", "a" * 51, "a" * 10_000])
def test_name_that_is_no_short_word_is_refused(name: str) -> None:
    with pytest.raises(DestinationIsRefused), system(name):
        pass
    assert not is_configured(name)
