"""Colours and the ways of mixing them."""

from __future__ import annotations

import random

Colour = tuple[int, int, int]


def ink(code: str) -> Colour:
    """The colour a hexadecimal code such as ``#d9b585`` stands for."""
    digits = code.lstrip("#")
    return int(digits[0:2], 16), int(digits[2:4], 16), int(digits[4:6], 16)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour lying between two others, ``share`` of the way to the second."""
    part = min(1.0, max(0.0, share))
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return red, green, blue


def stray(colour: Colour, amount: int, dice: random.Random) -> Colour:
    """A colour a little lighter or darker than the given one, never exactly it."""
    shift = dice.randint(-amount, amount)
    red, green, blue = (min(255, max(0, part + shift + dice.randint(-amount // 3, amount // 3))) for part in colour)
    return red, green, blue


def ramp(stops: list[tuple[float, Colour]], place: float) -> Colour:
    """The colour found at a place along a series of stops sorted by position."""
    if place <= stops[0][0]:
        return stops[0][1]
    for (before, first), (after, second) in zip(stops, stops[1:], strict=False):
        if place <= after:
            return mix(first, second, (place - before) / max(1e-6, after - before))
    return stops[-1][1]
