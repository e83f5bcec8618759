"""The open-air cinema in a courtyard at night."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import ink, mix, stray
from .geometry import Path, Point, box, oval, placed, smooth
from .scenery import foliage, stars


def courtyard_cinema() -> Canvas:
    """A night courtyard of wooden balconies, strings of bulbs and a glowing screen before its audience."""
    canvas = Canvas()
    dice = random.Random(71)
    canvas.backdrop((0, ink("#0b1230")), (330, ink("#22305e")), (600, ink("#4a4a78")), (1067, ink("#1a1626")))
    stars(canvas, 420, 260, ink("#f2f0ff"), dice)
    cx, cy = 800.0, 520.0

    def at(x: float, y: float, depth: float) -> Point:
        return cx + x / depth, cy + y / depth

    canvas.shape(box(500, 250, 1100, 800), Fade((ink("#4a3a4a"), ink("#6b5050"), ink("#3a2a34"))))
    canvas.shape([(480, 256), (1120, 256), (1060, 214), (540, 214)], Fade((ink("#5a3a3c"), ink("#2f2230"))))
    canvas.shape(
        [at(-860, 470, 0.8), at(860, 470, 0.8), at(860, 470, 2.8), at(-860, 470, 2.8)],
        Fade((ink("#6a5560"), ink("#241d2c"))),
    )
    for side in (-1, 1):
        wall = side * 800.0
        canvas.shape(
            [at(wall, -560, 0.7), at(wall, -560, 2.66), at(wall, 470, 2.66), at(wall, 470, 0.7)],
            Fade((ink("#33283c"), ink("#5a4548"), ink("#2c222e"))),
        )
        canvas.shape(
            [at(wall, -560, 0.7), at(wall, -560, 2.66), at(wall * 0.88, -530, 2.66), at(wall * 0.88, -530, 0.7)],
            Fade((ink("#4f343a"), ink("#2a1e2c"))),
        )
        for top in (-420, -70, 230):
            for k in range(8):
                near = 0.86 + k * 0.23 * (1 + k * 0.02)
                far = near + 0.1
                door = [
                    at(wall, top + 40, near),
                    at(wall, top + 40, far),
                    at(wall, top + 200, far),
                    at(wall, top + 200, near),
                ]
                lit = dice.random() < 0.5
                canvas.shape(
                    door, Fade((ink("#ffdc8c"), ink("#e39a4a"))) if lit else Fade((ink("#2a2438"), ink("#1a1626")))
                )
                middle = (near + far) / 2
                canvas.line([at(wall, top + 40, middle), at(wall, top + 200, middle)], ink("#3a2626"), 3 / near)
                if lit:
                    gx, gy = at(wall, top + 120, middle)
                    canvas.glow(gx, gy, 150 / near, 130 / near, ink("#ffb45a"), 0.4)
        for top in (-190, 160):
            out = wall * 0.82
            canvas.shape(
                [at(wall, top + 26, 0.7), at(wall, top + 26, 2.6), at(out, top + 26, 2.6), at(out, top + 26, 0.7)],
                Fade((ink("#4a302c"), ink("#1d1420"))),
            )
            canvas.shape(
                [at(out, top, 0.7), at(out, top, 2.6), at(out, top + 28, 2.6), at(out, top + 28, 0.7)],
                Fade((ink("#8a5a3c"), ink("#4f3228"))),
            )
            canvas.line([at(out, top - 92, 0.7), at(out, top - 92, 2.6)], ink("#a8714a"), 6)
            rails: list[Path] = []
            depth = 0.72
            while depth < 2.6:
                rails.append([at(out, top, depth), at(out, top - 92, depth)])
                depth *= 1.02
            canvas.lines(rails, ink("#7a4f38"), 2.4)
            depth = 0.8
            while depth < 2.6:
                canvas.line(
                    [at(out, top, depth), at(out, top - 340, depth)], Fade((ink("#8a5c40"), ink("#6b4432"))), 13 / depth
                )
                arch = smooth(
                    [at(out, top - 270, depth * 0.94), at(out, top - 320, depth), at(out, top - 270, depth * 1.06)],
                    closed=False,
                )
                canvas.line(arch, ink("#6b4432"), 6 / depth)
                depth *= 1.22
        for k in (0.9, 1.3, 1.75):
            vx, vy = at(side * 680, 60, k)
            foliage(
                canvas,
                vx,
                vy,
                80 / k,
                90 / k,
                (ink("#6f8a52"), ink("#3c5f48"), ink("#1d3a3a"), ink("#142a30")),
                260,
                9 / k,
                dice,
            )
    _screen(canvas)
    _bulbs(canvas, dice)
    _audience(canvas, dice)
    canvas.glow(800, 470, 900, 600, ink("#a9bcd8"), 0.22)
    return canvas


def _screen(canvas: Canvas) -> None:
    """The white sheet, with the shapes of a landscape film moving on it."""
    canvas.glow(800, 470, 800, 560, ink("#cfdcf2"), 0.6)
    canvas.shape(box(544, 318, 1056, 634), ink("#1a1626"))
    sheet = box(556, 330, 1044, 622)
    mask = canvas.stencil(sheet)
    canvas.shape(sheet, Fade((ink("#f6f8fb"), ink("#fffdf4"), ink("#dfe6ea"))))
    canvas.shape(
        [(556, 560), (680, 500), (800, 556), (900, 470), (1044, 570), (1044, 622), (556, 622)],
        ink("#b9c4d2"),
        opacity=0.75,
        blur=3,
        clip=mask,
    )
    canvas.shape(
        smooth([(556, 590), (760, 570), (1044, 600), (1044, 640), (556, 640)]),
        ink("#8d9ab0"),
        opacity=0.7,
        blur=2,
        clip=mask,
    )
    canvas.shape(oval(700, 420, 34, 34), ink("#fff3cf"), clip=mask)
    canvas.glow(800, 476, 330, 210, ink("#ffffff"), 0.5)
    canvas.shape(
        [(556, 650), (1044, 650), (1330, 1067), (270, 1067)], ink("#b9c8e2"), opacity=0.2, blur=36, blend="screen"
    )


def _bulbs(canvas: Canvas, dice: random.Random) -> None:
    """The sagging strings of bulbs across the court."""
    for (x1, y1), (x2, y2), sag, size in (
        ((-20, 90), (1620, 40), 150, 9),
        ((90, 10), (1500, 190), 110, 7.5),
        ((330, 190), (1290, 200), 74, 5.5),
        ((420, 262), (1180, 256), 46, 4),
    ):
        wire: list[Point] = [
            (x1 + (x2 - x1) * t / 40, y1 + (y2 - y1) * t / 40 + sag * 4 * t / 40 * (1 - t / 40)) for t in range(41)
        ]
        canvas.line(wire, ink("#0c0a16"), 2.2)
        for x, y in wire[1::2]:
            r = size * dice.uniform(0.9, 1.1)
            canvas.glow(x, y + r, r * 7, r * 7, ink("#ffb750"), 0.75)
            canvas.shape(oval(x, y + r, r * 0.85, r), ink("#fff2c4"))


def _audience(canvas: Canvas, dice: random.Random) -> None:
    """Row behind row of heads against the light."""
    for row, (y, size, count) in enumerate(((706, 15, 19), (756, 22, 17), (830, 33, 14), (940, 50, 11), (1080, 76, 9))):
        tone = mix(ink("#3a3450"), ink("#0c0a14"), row / 4)
        for i in range(count):
            if dice.random() < 0.08:
                continue
            x = 800 + (i - (count - 1) / 2) * size * 2.55 + dice.uniform(-0.35, 0.35) * size
            k, lift = size / 30 * dice.uniform(0.88, 1.08), dice.uniform(-0.3, 0.3) * size
            shoulders = smooth(
                placed([(-14, -26), (14, -26), (40, -8), (46, 60), (-46, 60), (-40, -8)], x, y + lift, k)
            )
            head = placed(
                smooth(
                    [(0, -84), (19, -76), (25, -56), (20, -34), (8, -24), (-8, -24), (-20, -34), (-25, -56), (-19, -76)]
                ),
                x + dice.uniform(-4, 4) * k,
                y + lift,
                k,
            )
            shapes: list[Path] = [shoulders, head]
            if dice.random() < 0.35:
                shapes.append(placed(oval(0, -86, 13, 11), x, y + lift, k))
            rim = [placed(shape, 0, -1.6 - k * 0.8) for shape in shapes]
            canvas.shapes(rim, mix(ink("#dfe8fa"), tone, 0.15 + row * 0.1), opacity=0.8, blur=0.6)
            canvas.shapes(shapes, stray(tone, 5, dice))
            canvas.shape(placed(box(-52, 16, 52, 66), x, y + lift, k), mix(tone, ink("#4a3028"), 0.3), opacity=0.9)
