"""The glacier and the core of ice taken from it."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import ink, mix
from .geometry import Path, Point, box, crag, oval, placed, smooth
from .mountains import Rock, mountain_range
from .scenery import cloud_bank, hills, mist


def glacier_memory() -> Canvas:
    """A cylinder of ice core with its layers, lying before the glacier it came from."""
    canvas = Canvas()
    dice = random.Random(16)
    canvas.backdrop((0, ink("#2f6b9c")), (300, ink("#86b8d2")), (520, ink("#e3eef0")), (1067, ink("#dcecf2")))
    cloud_bank(canvas, 0, 300, ink("#ffffff"), ink("#b3cbdc"), 91, cover=0.34, cell=(700, 80), opacity=0.7)
    rock = Rock(ink("#8fa0ae"), ink("#506a86"), ink("#b9cbd6"), ink("#fbfdfd"), ink("#94b6d4"))
    mountain_range(
        canvas,
        [
            (-60, 300),
            (140, 190),
            (260, 270),
            (420, 150),
            (560, 290),
            (700, 400),
            (860, 410),
            (1000, 300),
            (1160, 170),
            (1300, 260),
            (1440, 140),
            (1700, 260),
        ],
        600,
        rock,
        dice,
        snow_depth=0.65,
    )
    mist(canvas, 480, 160, ink("#e8f1f3"), 0.7)
    tongue = smooth(
        [
            (690, 392),
            (860, 400),
            (930, 440),
            (1130, 520),
            (1700, 610),
            (1700, 760),
            (-100, 760),
            (-100, 600),
            (380, 520),
            (620, 440),
        ]
    )
    ice = canvas.stencil(tongue)
    canvas.shape(tongue, Fade((ink("#f2f8fa"), ink("#cfe3ee"), ink("#8fbcd8"))))
    bends: list[Path] = []
    for i in range(60):
        t = (i / 60) ** 1.5
        y, reach = 400 + 350 * t, 110 + 1100 * t
        bends.append(
            crag(
                smooth(
                    [
                        (780 - reach, y - 20 * t),
                        (780 - reach * 0.5, y + 26 * t),
                        (790, y + 46 * t),
                        (780 + reach * 0.5, y + 26 * t),
                        (780 + reach, y - 20 * t),
                    ],
                    closed=False,
                    steps=6,
                ),
                0.09,
                dice,
                2,
            )
        )
    canvas.lines(bends[::2], ink("#4f93c2"), 2.2, opacity=0.5, blur=0.5, clip=ice)
    canvas.lines(bends[1::2], ink("#ffffff"), 3, opacity=0.7, blur=0.6, clip=ice)
    canvas.texture((180, 24), 0.7, 92, clip=ice, octaves=6, area=(0, 380, 1600, 780))
    snow = hills(
        canvas,
        crag([(-20, 700), (400, 690), (800, 716), (1200, 700), (1640, 720)], 0.02, dice, 5),
        Fade((ink("#fafcfb"), ink("#d5e6ef"), ink("#a9c6da"))),
    )
    canvas.texture((300, 40), 0.6, 93, clip=snow, area=(0, 680, 1600, 1067))
    _ice_core(canvas, dice)
    canvas.glow(180, 60, 1100, 800, ink("#fff3d2"), 0.35)
    return canvas


def _ice_core(canvas: Canvas, dice: random.Random) -> None:
    """The core itself, on two wooden cradles."""

    def put(points: Path) -> list[Point]:
        return placed(points, 800, 812, 1, -4)

    canvas.shape(
        smooth(put([(-640, 150), (640, 150), (740, 190), (500, 220), (-560, 215)])),
        ink("#4d7599"),
        opacity=0.65,
        blur=16,
        blend="multiply",
    )
    for place in (-420, 400):
        canvas.shape(
            put([(place - 60, 70), (place + 60, 70), (place + 76, 178), (place - 76, 178)]),
            Fade((ink("#c89a63"), ink("#7b5233"))),
        )
    radius, length = 118.0, 640.0
    tube = put([*oval(-length, 0, 44, radius, 90, 270), *oval(length, 0, 44, radius, -90, 90)])
    mask = canvas.stencil(tube)
    canvas.shape(tube, Fade((ink("#cfe8f4"), ink("#f4fbfd"), ink("#b5d9ec"), ink("#6ea8cd"), ink("#3f7fae"))))
    x = -length + 60
    while x < length + 40:
        wide = dice.choice((5, 8, 12, 18, 26, 40))
        tone = dice.choice(("#2f6f9f", "#ffffff", "#5b9cc6", "#eaf6fb", "#8b7d68", "#1f5a8c", "#ffffff"))
        bend = [*oval(x, 0, 44, radius, -90, 90), *oval(x + wide, 0, 44, radius, 90, -90)]
        canvas.shape(
            crag(put(bend), 0.05, dice, 1),
            ink(tone),
            opacity=dice.uniform(0.25, 0.6),
            blur=dice.choice((0.6, 1.2, 2.5)),
            clip=mask,
        )
        x += wide + dice.uniform(4, 34)
    bubbles: list[Path] = [
        put(oval(dice.uniform(-600, 640), dice.uniform(-100, 100), r, r * 0.8, steps=8))
        for r in [dice.uniform(0.8, 3.2) for _ in range(420)]
    ]
    canvas.shapes(bubbles, ink("#ffffff"), opacity=0.65, clip=mask)
    canvas.texture((70, 50), 0.45, 94, clip=mask, area=(100, 620, 1500, 1000))
    canvas.shape(put(box(-length, -92, length + 20, -62)), ink("#ffffff"), opacity=0.85, blur=6, clip=mask)
    canvas.shape(put(box(-length, 70, length + 60, 130)), ink("#174a78"), opacity=0.45, blur=16, clip=mask)
    canvas.shape(put(box(-length, 108, length + 60, 116)), ink("#d8f0fb"), opacity=0.5, blur=3, clip=mask)
    face = put(oval(-length, 0, 44, radius))
    canvas.shape(face, Fade((ink("#f6fcfe"), ink("#c6e2f0"), ink("#8fbfdc"))))
    for share in (0.82, 0.58, 0.32):
        canvas.line(
            put(oval(-length, 0, 44 * share, radius * share)),
            mix(ink("#4a8fbf"), ink("#ffffff"), 0.2),
            2,
            opacity=0.5,
            blur=0.6,
        )
    canvas.line(face, ink("#ffffff"), 2.5, opacity=0.9)
