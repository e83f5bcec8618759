"""Inside the library bus."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import ink, mix, stray
from .geometry import Point, box, oval, rounded, smooth
from .scenery import cloud_bank, foliage
from .village_bus import SPINES


def library_bus_two() -> Canvas:
    """The aisle of the library bus, books on either hand and fields in the window."""
    canvas = Canvas()
    dice = random.Random(61)
    cx, cy = 800.0, 470.0

    def at(side: float, height: float, depth: float) -> Point:
        return cx + side / depth, cy + height / depth

    canvas.backdrop((0, ink("#e6d3ac")), (1067, ink("#a98a62")))
    window = rounded(530, 250, 1070, 640, 46)
    pane = canvas.stencil(window)
    canvas.shape(box(400, 200, 1200, 480), Fade((ink("#7fb3cf"), ink("#cfe0d8"), ink("#f6e9c4"))), clip=pane)
    cloud_bank(canvas, 250, 400, ink("#fffaf0"), ink("#d5dcda"), 181, cover=0.45, cell=(200, 36), opacity=0.8)
    for top, high, low, bend in (
        (445, "#8fa7a8", "#b3bfa8", 26),
        (478, "#c7bd62", "#a9a850", 8),
        (510, "#8fa84e", "#6d8c40", -10),
        (556, "#d9bf5c", "#b9983f", 14),
        (600, "#7f9a48", "#567a38", -6),
    ):
        canvas.shape(
            [
                *smooth(
                    [(500, top + bend), (680, top - bend), (850, top + bend * 0.6), (1100, top - bend)], closed=False
                ),
                (1100, 700),
                (500, 700),
            ],
            Fade((ink(high), ink(low))),
            clip=pane,
        )
    canvas.shape([(770, 500), (790, 500), (900, 650), (760, 650)], ink("#e8d6a6"), opacity=0.8, clip=pane)
    for x in (590, 640, 930, 990, 1030):
        foliage(canvas, x, 486, 18, 22, (ink("#9fb060"), ink("#4f7440"), ink("#2c4f38")), 70, 4, dice)
    frame = canvas.stencil(box(0, 0, 1600, 1067))
    frame.paste(0, (0, 0), pane)
    canvas.shape(
        box(400, 150, 1200, 900), Fade((ink("#f6dfa8"), ink("#e6b45e"), ink("#c4503a"), ink("#9a3a2e"))), clip=frame
    )
    canvas.line([*window, window[0]], ink("#5d4438"), 12)
    canvas.line([(800, 250), (800, 640)], ink("#5d4438"), 7)
    ceiling = [at(-900, -520, 1), at(900, -520, 1), at(900, -520, 2.6), at(-900, -520, 2.6)]
    canvas.shape(ceiling, Fade((ink("#fbefd0"), ink("#e0c28c"))))
    for depth in (1.15, 1.4, 1.7, 2.05, 2.4):
        canvas.line([at(-900, -520, depth), at(900, -520, depth)], ink("#b08f60"), 6 / depth, opacity=0.7)
    for depth in (1.25, 1.75, 2.3):
        canvas.shape(oval(cx, cy - 515 / depth, 110 / depth, 26 / depth), ink("#fffdf0"))
        canvas.glow(cx, cy - 500 / depth, 420 / depth, 220 / depth, ink("#ffe2a0"), 0.6)
    canvas.shape(
        [at(-900, 560, 0.9), at(900, 560, 0.9), at(900, 560, 2.6), at(-900, 560, 2.6)],
        Fade((ink("#a07a55"), ink("#6b4a36"))),
    )
    canvas.shape(
        [at(-170, 560, 0.9), at(170, 560, 0.9), at(170, 560, 2.6), at(-170, 560, 2.6)],
        Fade((ink("#b5503e"), ink("#7a2f32"))),
    )
    for edge in (-150, -130, 130, 150):
        canvas.line([at(edge, 560, 0.9), at(edge, 560, 2.6)], ink("#efcf8a"), 3, opacity=0.8)
    floor = canvas.stencil([at(-900, 560, 0.9), at(900, 560, 0.9), at(900, 560, 2.6), at(-900, 560, 2.6)])
    canvas.glow(800, 740, 420, 220, ink("#fff0c0"), 0.5, clip=floor)
    for side in (-1, 1):
        wall = side * 620.0
        canvas.shape(
            [at(wall, -520, 0.7), at(wall, -520, 2.6), at(wall, 560, 2.6), at(wall, 560, 0.7)],
            Fade((ink("#5a3a2a"), ink("#3a241e"))),
        )
        for row in range(5):
            foot = -480 + 208 * (row + 1)
            depth = 0.72
            while depth < 2.54:
                wide, tall = dice.uniform(0.012, 0.034) * depth**1.2, dice.uniform(110, 176)
                if dice.random() < 0.05:
                    depth += dice.uniform(0.03, 0.09)
                    continue
                tone = mix(stray(dice.choice(SPINES), 18, dice), ink("#f2d9a4"), 0.22 * (depth - 0.7) / 1.9)
                canvas.dab(
                    [
                        at(wall, foot, depth),
                        at(wall, foot - tall, depth),
                        at(wall, foot - tall, depth + wide),
                        at(wall, foot, depth + wide),
                    ],
                    tone,
                )
                canvas.dab(
                    [
                        at(wall, foot - tall, depth),
                        at(wall, foot - tall, depth + wide),
                    ],
                    mix(tone, ink("#1a1014"), 0.6),
                )
                for share in (0.16, 0.8):
                    band = foot - tall * share
                    canvas.dab(
                        [
                            at(wall, band, depth),
                            at(wall, band - 8, depth),
                            at(wall, band - 8, depth + wide),
                            at(wall, band, depth + wide),
                        ],
                        mix(tone, ink("#ffe9b0"), 0.55),
                    )
                depth += wide + 0.002
            canvas.shape(
                [at(wall, foot, 0.7), at(wall, foot, 2.56), at(wall, foot + 20, 2.56), at(wall, foot + 20, 0.7)],
                Fade((ink("#d9a766"), ink("#9a6a3f"))),
            )
            canvas.shape(
                [
                    at(wall, foot - 208, 0.7),
                    at(wall, foot - 208, 2.56),
                    at(wall, foot - 160, 2.56),
                    at(wall, foot - 160, 0.7),
                ],
                ink("#160d12"),
                opacity=0.45,
                blur=5,
            )
        for depth in (0.98, 1.32, 1.8, 2.56):
            canvas.shape(
                [
                    at(wall, -520, depth),
                    at(wall, -520, depth + 0.035),
                    at(wall, 560, depth + 0.035),
                    at(wall, 560, depth),
                ],
                Fade((ink("#c8935a"), ink("#7f5434"))),
            )
    stool = (612.0, 818.0)
    canvas.shape(oval(stool[0], stool[1] + 120, 90, 18), ink("#2a1714"), opacity=0.6, blur=8)
    canvas.lines(
        [
            [(stool[0] - 50, stool[1]), (stool[0] - 66, stool[1] + 122)],
            [(stool[0] + 50, stool[1]), (stool[0] + 66, stool[1] + 122)],
            [(stool[0], stool[1] + 8), (stool[0], stool[1] + 132)],
        ],
        ink("#5a3826"),
        11,
    )
    canvas.shape(oval(stool[0], stool[1], 78, 24), Fade((ink("#e0ad6c"), ink("#9a6a3f"))))
    for i, tone in enumerate(("#35507f", "#c8452f", "#f0dfb8", "#5b7f4a")):
        y, shift = stool[1] - 8 - i * 20, (i % 2) * 8 - 4
        canvas.shape(
            box(stool[0] - 52 + shift, y - 18, stool[0] + 50 + shift, y),
            Fade((mix(ink(tone), ink("#ffffff"), 0.2), ink(tone))),
        )
        canvas.shape(box(stool[0] + 38 + shift, y - 15, stool[0] + 50 + shift, y - 3), ink("#f6ecd2"))
    canvas.glow(800, 460, 900, 620, ink("#ffe6ae"), 0.42)
    return canvas
