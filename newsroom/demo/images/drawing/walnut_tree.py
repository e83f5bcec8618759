"""The children reading under the walnut tree."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import ink, stray
from .geometry import Path, Point, box, crag, oval, placed, smooth
from .mountains import Rock, mountain_range
from .scenery import cloud_bank, foliage, hills, mist
from .village_bus import LEAVES


def library_bus_three() -> Canvas:
    """Two children reading on a bench beneath a walnut tree, seen from behind."""
    canvas = Canvas()
    dice = random.Random(23)
    canvas.backdrop((0, ink("#8fb9bd")), (360, ink("#dbe3c6")), (620, ink("#f8e5b0")), (1067, ink("#e3cf8a")))
    cloud_bank(canvas, 100, 420, ink("#fff8e2"), ink("#cdd2c0"), 121, cover=0.45, cell=(520, 90), opacity=0.8)
    mountain_range(
        canvas,
        [
            (-60, 520),
            (200, 430),
            (420, 500),
            (640, 400),
            (860, 490),
            (1060, 380),
            (1260, 470),
            (1450, 400),
            (1680, 500),
        ],
        660,
        Rock(ink("#a9bab4"), ink("#8aa3a8"), ink("#d6d9bf")),
        dice,
    )
    mist(canvas, 610, 140, ink("#f6e8bd"), 0.8)
    for y, top, low, seed in (
        (640, "#b9b877", "#a5a860", 1),
        (690, "#d9bf62", "#b79b45", 2),
        (735, "#9dab55", "#77903f", 3),
        (790, "#b4b556", "#566f33", 4),
    ):
        line = crag([(-20, y + 10), (400, y - 12), (800, y + 6), (1200, y - 14), (1640, y + 8)], 0.02, dice, 5)
        field = hills(canvas, line, Fade((ink(top), ink(low))))
        canvas.texture((260, 14), 0.6, 122 + seed, clip=field, area=(0, y - 30, 1600, 1067))
    for x in (90, 180, 1240, 1330, 1490):
        foliage(canvas, x, 676, 46, 34, LEAVES, 160, 5, dice)
    canvas.glow(1250, 560, 900, 520, ink("#fff0b8"), 0.7)
    trunk = smooth(
        [
            (440, 980),
            (486, 880),
            (492, 700),
            (470, 560),
            (356, 330),
            (396, 318),
            (510, 500),
            (545, 380),
            (590, 380),
            (580, 520),
            (742, 350),
            (772, 366),
            (610, 590),
            (600, 720),
            (618, 880),
            (690, 985),
            (560, 965),
        ]
    )
    bark = canvas.stencil(trunk)
    canvas.shape(trunk, Fade((ink("#3d3229"), ink("#5d4a38"), ink("#9a7a52")), sideways=True))
    canvas.texture((14, 130), 0.85, 127, clip=bark, area=(380, 370, 720, 1000))
    canvas.shape(
        smooth([(240, 985), (800, 950), (1340, 985), (1200, 1040), (420, 1050)]),
        ink("#2f3f2a"),
        opacity=0.55,
        blur=22,
        blend="multiply",
    )
    for x, y, rx, ry, n in (
        (520, 90, 620, 210, 3600),
        (180, 260, 340, 150, 1500),
        (860, 250, 380, 150, 1700),
        (520, 330, 300, 110, 900),
        (1050, 120, 300, 160, 1000),
    ):
        foliage(canvas, x, y, rx, ry, LEAVES, n, 15, dice)
    for _ in range(70):
        canvas.glow(dice.uniform(0, 1250), dice.uniform(0, 380), 26, 20, ink("#fff3b0"), dice.uniform(0.2, 0.7))
    _bench(canvas, dice)
    for _ in range(46):
        canvas.glow(
            dice.uniform(260, 1400),
            dice.uniform(880, 1050),
            dice.uniform(16, 60),
            dice.uniform(5, 14),
            ink("#fff0a8"),
            dice.uniform(0.2, 0.5),
        )
    for _ in range(340):
        x, y = dice.uniform(0, 1600), dice.uniform(1000, 1085)
        canvas.dab(
            [(x - 3, y), (x + dice.uniform(-16, 16), y - dice.uniform(16, 58)), (x + 3, y)],
            stray(ink("#4c682f"), 24, dice),
        )
    return canvas


def _bench(canvas: Canvas, dice: random.Random) -> None:
    """The bench with the two readers on it."""
    wood = (ink("#b98a54"), ink("#6e4a30"))
    for x, y, k, shirt, hair in ((850, 800, 1.0, "#c9563c", "#2a1f1f"), (1025, 806, 0.92, "#3f6f8a", "#4a2f22")):

        def put(points: Path, x: float = x, y: float = y, k: float = k) -> list[Point]:
            return placed(points, x, y, k)

        back = smooth(
            put([(-30, -168), (30, -168), (62, -146), (74, -80), (66, 20), (-66, 20), (-74, -80), (-62, -146)])
        )
        mask = canvas.stencil(back)
        canvas.shape(back, Fade((ink(shirt), stray(ink(shirt), 10, dice))))
        canvas.glow(x + 70 * k, y - 90 * k, 80 * k, 140 * k, ink("#ffe9a8"), 0.55, clip=mask)
        canvas.shape(box(x - 90, y - 180, x - 20, y + 30), ink("#1d1a30"), opacity=0.32, blur=18, clip=mask)
        canvas.shape(smooth(put([(-15, -190), (15, -190), (22, -160), (-22, -160)])), ink("#b47f5c"))
        tilt = 7 if x < 900 else -7
        head = placed(
            smooth([(0, -62), (30, -52), (42, -22), (38, 8), (22, 28), (-22, 28), (-38, 8), (-42, -22), (-30, -52)]),
            x + tilt,
            y - 206 * k,
            k,
            tilt,
        )
        canvas.shape(head, ink(hair))
        canvas.glow(x + 30 * k, y - 240 * k, 50, 60, ink("#d9a05a"), 0.5, clip=canvas.stencil(head))
        if x > 900:
            for side in (-1, 1):
                canvas.shape(
                    smooth(
                        put(
                            [
                                (side * 30, -190),
                                (side * 46, -170),
                                (side * 44, -110),
                                (side * 36, -84),
                                (side * 28, -110),
                                (side * 26, -170),
                            ]
                        )
                    ),
                    ink(hair),
                )
                canvas.shape(put(oval(side * 37, -108, 9, 6)), ink("#e0b24a"))
    canvas.shape(
        [(895, 742), (932, 752), (970, 742), (976, 690), (934, 702), (890, 690)], Fade((ink("#fffaf0"), ink("#d9cbb0")))
    )
    canvas.line([(933, 702), (932, 752)], ink("#a8957a"), 2)
    for left, right, top in ((690, 1190, 770), (690, 1190, 806), (676, 1204, 858)):
        canvas.shape(box(left, top, right, top + 25), Fade(wood))
        canvas.line([(left, top + 2), (right, top + 2)], ink("#f0cd8c"), 2.5, opacity=0.8)
    for x in (724, 1146):
        canvas.shape(box(x, 756, x + 20, 990), Fade((ink("#6e4a30"), ink("#33241d"))))
    canvas.texture(
        (120, 8),
        0.5,
        129,
        clip=canvas.stencil(box(690, 770, 1190, 795), box(690, 806, 1190, 831), box(676, 858, 1204, 883)),
        area=(676, 766, 1204, 884),
    )
    for x in (820, 870, 1000, 1045):
        canvas.shape(
            smooth([(x - 13, 884), (x + 13, 884), (x + 10, 960), (x + 14, 978), (x - 16, 978), (x - 10, 960)]),
            ink("#3a3038"),
        )
