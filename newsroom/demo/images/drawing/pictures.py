"""The list of pictures and the function that draws each."""

from __future__ import annotations

from collections.abc import Callable

from .bus_aisle import library_bus_two
from .canvas import Canvas
from .carpets import carpet_patterns
from .caspian_coast import caspian_harbour, caspian_shore
from .cinema import courtyard_cinema
from .conference_hall import caspian_hall
from .dusk_newsroom import about
from .ferry import ferry_line
from .glacier import glacier_memory
from .leopard import snow_leopard
from .mountain_road import mountain_pass
from .seal import caspian_seal
from .village_bus import library_bus
from .walnut_tree import library_bus_three
from .window_table import grandmother_dictionary

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
