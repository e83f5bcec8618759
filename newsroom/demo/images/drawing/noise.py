"""Seeded noise: clouds, streaks and grain."""

from __future__ import annotations

import random

from PIL import Image, ImageOps


def speckle(width: int, height: int, dice: random.Random) -> Image.Image:
    """A grey image in which every pixel is drawn at random."""
    return Image.frombytes("L", (width, height), dice.randbytes(width * height))


def clouds(size: tuple[int, int], cell: tuple[float, float], octaves: int, seed: int) -> Image.Image:
    """A grey image of soft fractal noise, stretched to use the full range."""
    dice = random.Random(seed)
    width, height = size
    total: Image.Image | None = None
    for octave in range(octaves):
        across = max(2, round(width / (cell[0] / 2**octave)) + 2)
        down = max(2, round(height / (cell[1] / 2**octave)) + 2)
        layer = speckle(min(across, width), min(down, height), dice)
        layer = layer.resize(size, Image.Resampling.BICUBIC)
        total = layer if total is None else Image.blend(total, layer, 0.5**octave / (2 - 0.5**octave))
    assert total is not None
    return ImageOps.autocontrast(total, cutoff=1)
