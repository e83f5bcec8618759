"""The list of pictures and the function that draws each."""

from __future__ import annotations

from collections.abc import Callable

from .canvas import Canvas
from .caspian_coast import caspian_harbour, caspian_shore
from .evening import carpet_patterns, courtyard_cinema
from .high_country import glacier_memory, mountain_pass, snow_leopard
from .interiors import grandmother_dictionary, library_bus_two
from .rooms import about, caspian_hall
from .village import library_bus, library_bus_three
from .waterside import caspian_seal, ferry_line

PICTURES: dict[str, Callable[[], Canvas]] = {
    "about": about,
    "carpet-patterns": carpet_patterns,
    "caspian-hall": caspian_hall,
    "caspian-harbour": caspian_harbour,
    "caspian-seal": caspian_seal,
    "caspian-shore": caspian_shore,
    "courtyard-cinema": courtyard_cinema,
    "ferry-line": ferry_line,
    "glacier-memory": glacier_memory,
    "grandmother-dictionary": grandmother_dictionary,
    "library-bus": library_bus,
    "library-bus-three": library_bus_three,
    "library-bus-two": library_bus_two,
    "mountain-pass": mountain_pass,
    "snow-leopard": snow_leopard,
}
