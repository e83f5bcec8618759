"""The snow leopard on its moonlit ridge."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import ink
from .geometry import Path, Point, crag, oval, placed, ribbon, smooth
from .mountains import Rock, mountain_range
from .scenery import cloud_bank, hills, mist, stars


def snow_leopard() -> Canvas:
    """A snow leopard in silhouette on a moonlit ridge."""
    canvas = Canvas()
    dice = random.Random(15)
    canvas.backdrop(
        (0, ink("#0b1630")), (320, ink("#1d3560")), (640, ink("#4d6f9c")), (900, ink("#8fa9c2")), (1067, ink("#8fa9c2"))
    )
    stars(canvas, 560, 420, ink("#e9f0ff"), dice)
    canvas.glow(1020, 350, 800, 800, ink("#7fa6d8"), 0.6)
    canvas.glow(1020, 350, 330, 330, ink("#dbe8ff"), 0.6, 1.6)
    moon = oval(1020, 350, 178, 178, steps=120)
    face = canvas.stencil(moon)
    canvas.shape(moon, Fade((ink("#fbf8e8"), ink("#e6e6dc"))), blur=0.6)
    canvas.texture((110, 90), 0.45, 81, clip=face, octaves=5, area=(830, 160, 1210, 540))
    for sx, sy, rx, ry in (
        (950, 290, 62, 40),
        (985, 330, 54, 46),
        (1040, 262, 44, 26),
        (930, 372, 30, 52),
        (1000, 400, 36, 26),
        (1120, 330, 22, 34),
    ):
        canvas.shape(
            crag([*oval(sx, sy, rx, ry, steps=10)], 0.14, dice, 3), ink("#a9b4c0"), opacity=0.4, blur=9, clip=face
        )
    cloud_bank(canvas, 440, 720, ink("#93aacb"), ink("#4a6690"), 83, cover=0.4, cell=(700, 46), opacity=0.5)
    back = Rock(ink("#6c8ab2"), ink("#45659a"), ink("#8aa5c4"), ink("#c3d5ea"), ink("#6d8fbc"))
    mountain_range(
        canvas,
        [
            (-60, 700),
            (120, 600),
            (250, 670),
            (420, 540),
            (560, 660),
            (720, 630),
            (900, 710),
            (1100, 650),
            (1260, 690),
            (1420, 560),
            (1540, 640),
            (1700, 590),
        ],
        960,
        back,
        dice,
        snow_depth=0.6,
    )
    mist(canvas, 820, 240, ink("#9db6d2"), 0.8)
    middle = Rock(ink("#2f4a78"), ink("#1d3259"), ink("#6584ac"))
    mountain_range(
        canvas,
        [
            (-60, 800),
            (160, 760),
            (330, 830),
            (560, 800),
            (760, 860),
            (1000, 820),
            (1240, 850),
            (1450, 770),
            (1700, 800),
        ],
        1010,
        middle,
        dice,
    )
    mist(canvas, 930, 170, ink("#7e9bc0"), 0.6)
    edge = crag(
        [
            (-40, 830),
            (160, 838),
            (330, 800),
            (520, 786),
            (700, 772),
            (860, 742),
            (1060, 732),
            (1240, 742),
            (1330, 800),
            (1430, 830),
            (1520, 910),
            (1660, 960),
        ],
        0.035,
        dice,
        6,
    )
    ridge = hills(canvas, edge, Fade((ink("#0e1a33"), ink("#070d1c"))))
    canvas.texture((140, 60), 0.6, 84, clip=ridge, area=(0, 700, 1600, 1067))
    canvas.line([(x, y + 1) for x, y in edge], ink("#b9d2f2"), 2.6, opacity=0.75, clip=ridge)
    for _ in range(60):
        x, y = edge[dice.randrange(len(edge))]
        w = dice.uniform(20, 90)
        canvas.shape(
            crag([(x, y + 3), (x + w, y + w * 0.3), (x + w * 0.4, y + w * 0.34), (x, y + 3)], 0.15, dice, 3),
            ink("#5f83b5"),
            opacity=dice.uniform(0.15, 0.45),
            blur=1,
            clip=ridge,
        )
    _leopard(canvas, 975, 738, 1.0)
    return canvas


def _leopard(canvas: Canvas, x: float, y: float, k: float) -> None:
    """The walking cat, its long tail held low behind it, rimmed by the moon."""

    def put(points: Path) -> list[Point]:
        return placed(points, x, y, k)

    dark = ink("#0a1224")
    body = smooth(
        [
            (150, -150),
            (118, -162),
            (60, -150),
            (0, -140),
            (-70, -148),
            (-130, -150),
            (-168, -130),
            (-178, -98),
            (-160, -70),
            (-100, -72),
            (-30, -62),
            (50, -62),
            (110, -72),
            (150, -92),
        ]
    )
    head = smooth(
        [
            (112, -158),
            (136, -170),
            (158, -180),
            (164, -192),
            (172, -196),
            (180, -191),
            (184, -181),
            (200, -176),
            (213, -164),
            (224, -152),
            (236, -148),
            (239, -138),
            (234, -127),
            (222, -120),
            (202, -117),
            (184, -110),
            (160, -98),
            (126, -94),
            (110, -120),
        ]
    )
    legs: list[Path] = [
        smooth(
            [(100, -110), (148, -110), (150, -60), (166, -22), (184, -4), (186, 4), (158, 4), (142, -14), (122, -52)]
        ),
        smooth([(70, -100), (118, -92), (104, -50), (84, -20), (84, 2), (92, 10), (62, 10), (60, -18), (68, -54)]),
        smooth(
            [
                (-178, -116),
                (-112, -110),
                (-104, -72),
                (-130, -46),
                (-146, -20),
                (-136, 4),
                (-130, 12),
                (-164, 12),
                (-170, -18),
                (-162, -44),
                (-182, -80),
            ]
        ),
        smooth(
            [
                (-150, -110),
                (-86, -100),
                (-78, -62),
                (-74, -40),
                (-58, -16),
                (-38, 2),
                (-36, 10),
                (-68, 10),
                (-86, -10),
                (-100, -40),
                (-130, -66),
            ]
        ),
    ]
    spine = smooth(
        [(-160, -128), (-210, -112), (-250, -70), (-290, -38), (-340, -36), (-376, -62), (-384, -92)],
        closed=False,
        steps=14,
    )
    tail = ribbon(spine, 24, 30)
    tip = oval(-384, -92, 15, 16)
    parts: list[Path] = [put(p) for p in (body, head, *legs, tail, tip)]
    canvas.shapes([placed(p, 2.5, -3) for p in parts], ink("#cfe2ff"), opacity=0.9, blur=0.8)
    canvas.shapes(parts, dark)
    mask = canvas.stencil(*parts)
    dice = random.Random(3)
    spots: list[Path] = []
    for _ in range(70):
        sx, sy = dice.uniform(-165, 140), dice.uniform(-150, -70)
        spots.append(put(oval(sx, sy, dice.uniform(4, 8), dice.uniform(3, 6), 20, 300, 10)))
    canvas.lines(spots, ink("#33507c"), 1.8, opacity=0.6, clip=mask)
    canvas.glow(x + 40, y - 165, 240, 50, ink("#5f86bb"), 0.6, clip=mask)
    canvas.lines(
        [put(oval(t, u, 16, 6, -70, 70, 8)) for t, u in ((-296, -37), (-330, -38), (-362, -52))],
        ink("#33507c"),
        2,
        opacity=0.7,
        clip=mask,
    )
