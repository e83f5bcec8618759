"""Wooden fishing boats lying on the sand."""

from __future__ import annotations

import random
from collections.abc import Callable

from .canvas import Canvas, Fade
from .colour import Colour, ink, mix
from .geometry import Path, Point, between, placed, smooth

_Put = Callable[[Path], list[Point]]
_Far = Callable[[Colour], Colour]


def beached_boat(
    canvas: Canvas,
    x: float,
    y: float,
    length: float,
    tilt: float,
    paint: Colour,
    seed: int,
    *,
    flip: bool = False,
    haze: float = 0.0,
    air: Colour = (230, 200, 160),
    cabin: bool = True,
) -> None:
    """Paints a worn wooden boat heeled over on dry ground, with its long evening shadow."""
    dice = random.Random(seed)

    def put(points: Path) -> list[Point]:
        return placed(points, x, y, length, tilt, flip)

    def far(colour: Colour) -> Colour:
        return mix(colour, air, haze)

    sheer = smooth([(-0.5, -0.13), (-0.3, -0.1), (0.0, -0.095), (0.28, -0.135), (0.56, -0.25)], closed=False)
    rail = smooth([(0.56, -0.25), (0.3, -0.185), (0.0, -0.155), (-0.3, -0.155), (-0.47, -0.185)], closed=False)
    keel = smooth(
        [(0.56, -0.25), (0.5, -0.1), (0.41, 0.03), (0.26, 0.085), (-0.1, 0.1), (-0.36, 0.075), (-0.46, 0.0)],
        closed=False,
    )
    shadow = [
        (x - length * 0.46, y + length * 0.06),
        (x + length * 0.4, y + length * 0.02),
        (x + length * 1.15, y + length * 0.1),
        (x + length * 1.2, y + length * 0.15),
        (x + length * 0.5, y + length * 0.17),
        (x - length * 0.3, y + length * 0.14),
    ]
    canvas.shape(smooth(shadow), far(ink("#4a3550")), opacity=0.62 - haze * 0.3, blur=length * 0.014, blend="multiply")
    if cabin:
        _wheelhouse(canvas, put, far, length)
    hollow = put([*sheer, *rail])
    canvas.shape(hollow, Fade((far(ink("#6b4a35")), far(ink("#2e2022")))))
    for place in (-0.3, -0.05, 0.2):
        canvas.line(put([(place, -0.155), (place + 0.03, -0.1)]), far(ink("#9a7048")), length * 0.014)
    hull = put([*sheer, *keel])
    mask = canvas.stencil(hull)
    light = mix(paint, ink("#ffdca0"), 0.38)
    canvas.shape(hull, Fade((far(light), far(paint), far(mix(paint, ink("#2a1c24"), 0.6)))))
    band = smooth([(0.47, -0.03), (0.3, 0.03), (-0.1, 0.05), (-0.48, 0.02)], closed=False)
    canvas.shape(put([*band, (-0.5, 0.14), (0.4, 0.14)]), far(ink("#7c3226")), opacity=0.85, clip=mask)
    planks: list[Path] = []
    for share in (0.16, 0.3, 0.44, 0.58, 0.72, 0.86):
        planks.append(
            put(
                [
                    between(sheer[i * (len(sheer) - 1) // 12], keel[len(keel) - 1 - i * (len(keel) - 1) // 12], share)
                    for i in range(13)
                ]
            )
        )
    canvas.lines(planks, far(ink("#2b1a1a")), max(0.7, length * 0.0028), opacity=0.5, clip=mask)
    ribs = [put([(k / 20, -0.3), (k / 20 - 0.01, 0.12)]) for k in range(-9, 11)]
    canvas.lines(ribs, far(ink("#2b1a1a")), max(0.6, length * 0.002), opacity=0.16, clip=mask)
    stains: list[Path] = []
    for _ in range(26):
        sx, sy = dice.uniform(-0.48, 0.48), dice.uniform(-0.12, 0.06)
        stains.append(
            put([(sx, sy), (sx + 0.012, sy), (sx + dice.uniform(-0.01, 0.01), sy + dice.uniform(0.03, 0.13))])
        )
    canvas.shapes(stains, far(ink("#5f3a24")), opacity=0.4, blur=length * 0.002, clip=mask)
    wide = (x - length * 0.7, y - length * 0.7, x + length * 0.7, y + length * 0.4)
    canvas.texture((length * 0.12, length * 0.02), 0.7, seed, clip=mask, area=wide)
    canvas.line(put(sheer), far(mix(paint, ink("#fff0c8"), 0.75)), length * 0.013)
    canvas.line(put(rail), far(ink("#8a623c")), length * 0.008)
    canvas.line(
        put(smooth([(0.56, -0.26), (0.5, -0.1), (0.41, 0.03)], closed=False)), far(ink("#6b4630")), length * 0.014
    )
    drift = [
        (x - length * 0.5, y + length * 0.105),
        (x - length * 0.2, y + length * 0.07),
        (x + length * 0.2, y + length * 0.095),
        (x + length * 0.44, y + length * 0.1),
        (x + length * 0.1, y + length * 0.15),
        (x - length * 0.3, y + length * 0.15),
    ]
    canvas.shape(smooth(drift), far(ink("#b98d5e")), opacity=0.75, blur=length * 0.012)


def _wheelhouse(canvas: Canvas, put: _Put, far: _Far, length: float) -> None:
    """Paints the cabin, the mast and its stays."""
    dark = far(ink("#3b2a2c"))
    canvas.line(put([(0.12, -0.12), (0.12, -0.62)]), dark, length * 0.013)
    canvas.lines(
        [put([(0.12, -0.6), (0.55, -0.25)]), put([(0.12, -0.6), (-0.46, -0.17)]), put([(0.12, -0.24), (-0.12, -0.36)])],
        dark,
        max(0.7, length * 0.003),
        opacity=0.75,
    )
    canvas.shape(
        put([(-0.36, -0.12), (-0.35, -0.33), (-0.14, -0.33), (-0.12, -0.12)]),
        Fade((far(ink("#f0dcb4")), far(ink("#b08f6c")))),
    )
    canvas.shape(put([(-0.2, -0.12), (-0.2, -0.33), (-0.14, -0.33), (-0.12, -0.12)]), far(ink("#8b6a58")))
    canvas.shape(put([(-0.39, -0.325), (-0.37, -0.355), (-0.12, -0.355), (-0.1, -0.325)]), far(ink("#6e4636")))
    for left in (-0.335, -0.27):
        canvas.shape(
            put([(left, -0.29), (left + 0.045, -0.29), (left + 0.045, -0.22), (left, -0.22)]), far(ink("#35404c"))
        )
