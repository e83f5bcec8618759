"""Skies, grounds, waters and mountains shared by the landscapes."""

from __future__ import annotations

import random
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFilter, ImageOps

from .canvas import Canvas, Fade, Fill
from .colour import Colour, mix, stray
from .geometry import Path, Point, crag, oval
from .noise import clouds


def cloud_bank(
    canvas: Canvas,
    top: float,
    bottom: float,
    light: Colour,
    shade: Colour,
    seed: int,
    *,
    cover: float = 0.5,
    cell: tuple[float, float] = (420, 110),
    opacity: float = 0.9,
) -> None:
    """Paints soft clouds between two heights, lit from above."""
    s = canvas.scale
    size = (canvas.image.width // 4, int((bottom - top) * s) // 4)
    field = clouds(size, (cell[0] * s / 4, cell[1] * s / 4), 6, seed)
    floor = int(255 * (1 - cover))
    mask = field.point(lambda value: min(255, max(0, int((value - floor) * 4))))
    edge = Image.linear_gradient("L").point(lambda value: int(255 * min(1, value / 70, (255 - value) / 50)))
    blank = Image.new("L", size)
    mask = Image.composite(mask, blank, edge.resize(size))
    inner = field.point(lambda value: min(255, max(0, int((value - floor - 30) * 3.2))))
    lower = Image.new("L", size)
    lower.paste(inner, (0, max(1, size[1] // 30)))
    lower = Image.composite(lower, blank, edge.resize(size))
    whole = (canvas.image.width, int((bottom - top) * s))
    for shape, colour, share in ((mask, light, opacity), (lower, shade, opacity * 0.75)):
        full = Image.new("L", canvas.image.size)
        full.paste(shape.resize(whole, Image.Resampling.BICUBIC), (0, int(top * s)))
        canvas.veil(full, colour, share)


def stars(canvas: Canvas, bottom: float, count: int, colour: Colour, dice: random.Random) -> None:
    """Scatters stars that thin out towards a given height."""
    for _ in range(count):
        y = bottom * dice.random() ** 1.4
        x, size = dice.uniform(0, canvas.width), 0.5 + 1.1 * dice.random() ** 5
        canvas.shape(oval(x, y, size, size, steps=8), colour, opacity=dice.uniform(0.2, 0.95))


def plane_map(canvas: Canvas, plan: Image.Image, horizon: float, bottom: float, near: float = 9) -> Image.Image:
    """A grey plan seen lying flat, from a horizon down to a given height."""
    s = canvas.scale
    width, height = canvas.image.width, int((bottom - horizon) * s)
    wide = Image.new("L", (plan.width * 5, plan.height))
    for column in range(5):
        wide.paste(ImageOps.mirror(plan) if column % 2 else plan, (column * plan.width, 0))
    e = height / near
    zoom = plan.width / width * near * 0.45
    middle = wide.width / 2
    coefficients = (zoom, middle / e, middle - zoom * width / 2, 0.0, 0.0, float(plan.height), 0.0, 1 / e)
    return wide.transform((width, height), Image.Transform.PERSPECTIVE, coefficients, Image.Resampling.BICUBIC)


def flat_texture(
    canvas: Canvas,
    plan: Image.Image,
    horizon: float,
    bottom: float,
    amount: float,
    *,
    clip: Image.Image | None = None,
    blend: str = "soft",
    near: float = 9,
) -> None:
    """Lays a grey plan on the ground in perspective, fading out towards the horizon."""
    seen = plane_map(canvas, plan, horizon, bottom, near)
    depth = Image.linear_gradient("L").point(lambda value: int(255 * min(1, value / 120))).resize(seen.size)
    neutral = Image.new("L", seen.size, 255 if blend == "multiply" else 128)
    seen = Image.composite(seen, neutral, depth)
    top = int(horizon * canvas.scale)
    canvas.overlay(seen, (0, top, seen.width, top + seen.height), amount, clip=clip, blend=blend)


def rippled_plan(seed: int, cell: tuple[float, float] = (60, 14), size: tuple[int, int] = (2400, 2400)) -> Image.Image:
    """A grey plan of wind-combed ground or water."""
    return clouds(size, cell, 5, seed)


def cracked_plan(seed: int, cell: int = 64, size: tuple[int, int] = (2400, 2400)) -> Image.Image:
    """A plan of dried ground, white with dark cracks between its plates."""
    dice = random.Random(seed)
    plan = Image.new("L", size, 255)
    pen = ImageDraw.Draw(plan)
    spots: dict[tuple[int, int], Point] = {}
    columns, rows = size[0] // cell + 3, size[1] // cell + 3
    for row in range(rows):
        for column in range(columns):
            wander = cell * 0.42
            spots[column, row] = (
                column * cell + dice.uniform(-wander, wander) - cell,
                row * cell + dice.uniform(-wander, wander) - cell,
            )
    for (column, row), spot in spots.items():
        across, down = spots.get((column + 1, row)), spots.get((column, row + 1))
        for other, wanted in ((across, True), (down, (column + row) % 2 == 0)):
            if other is not None and wanted and dice.random() < 0.94:
                pen.line(
                    crag([spot, other], 0.14, dice, 3), fill=dice.randint(30, 120), width=dice.choice((2, 3, 3, 4, 6))
                )
    return plan.filter(ImageFilter.GaussianBlur(0.8))


def glitter(
    canvas: Canvas,
    x: float,
    top: float,
    bottom: float,
    spread: tuple[float, float],
    colour: Colour,
    count: int,
    dice: random.Random,
    opacity: float = 0.8,
) -> None:
    """Scatters flat sparks of light over water, wider towards the viewer."""
    for strength in (0.35, 0.65, 1.0):
        sparks: list[Path] = []
        for _ in range(count // 3):
            t = dice.random() ** 1.6
            y = top + (bottom - top) * t
            sx = x + dice.gauss(0, 0.45) * (spread[0] + (spread[1] - spread[0]) * t)
            sparks.append(oval(sx, y, 2 + dice.random() * 26 * (0.15 + t), 0.5 + 2.2 * t * dice.random(), steps=10))
        canvas.shapes(sparks, colour, opacity=opacity * strength, blur=0.4)


def foliage(
    canvas: Canvas,
    x: float,
    y: float,
    rx: float,
    ry: float,
    colours: Sequence[Colour],
    count: int,
    size: float,
    dice: random.Random,
) -> None:
    """Builds a leafy mass of small touches, dark beneath and light above."""
    dabs: list[tuple[float, float, float]] = []
    for _ in range(count):
        u, v = dice.gauss(0, 0.42), dice.gauss(0, 0.42)
        if u * u + v * v < 1:
            dabs.append((v - 0.35 * u + dice.uniform(-0.5, 0.5), x + u * rx, y + v * ry))
    for light, px, py in sorted(dabs, reverse=True):
        place = (0.9 + light) / 1.8 * (len(colours) - 1)
        index = min(len(colours) - 2, max(0, int(place)))
        colour = stray(mix(colours[index], colours[index + 1], place - index), 8, dice)
        r = size * dice.uniform(0.6, 1.3)
        canvas.dab(oval(px, py, r, r * dice.uniform(0.5, 0.9), steps=9), colour)


def mist(canvas: Canvas, y: float, depth: float, colour: Colour, strength: float) -> None:
    """Lays a bank of haze that is thickest at one height."""
    canvas.shape(
        [
            (-80, y - depth / 3),
            (canvas.width + 80, y - depth / 3),
            (canvas.width + 80, y + depth / 3),
            (-80, y + depth / 3),
        ],
        colour,
        opacity=strength,
        blur=depth / 3,
    )


def hills(canvas: Canvas, line: Path, fill: Fill, bottom: float | None = None) -> Image.Image:
    """Fills everything below a skyline and gives back its mask."""
    foot = canvas.height + 5 if bottom is None else bottom
    outline = [*line, (line[-1][0], foot), (line[0][0], foot)]
    canvas.shape(outline, fill)
    return canvas.stencil(outline)


def softened_inverse(mask: Image.Image, radius: float) -> Image.Image:
    """The outside of a mask, feathered."""
    return ImageOps.invert(mask).filter(ImageFilter.GaussianBlur(radius))


__all__ = [
    "Fade",
    "cloud_bank",
    "cracked_plan",
    "flat_texture",
    "foliage",
    "glitter",
    "hills",
    "mist",
    "plane_map",
    "rippled_plan",
    "softened_inverse",
    "stars",
]
