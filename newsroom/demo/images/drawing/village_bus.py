"""The library bus on a village road."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import Colour, ink, stray
from .geometry import Path, Point, box, crag, oval, placed, rounded, smooth
from .mountains import Rock, mountain_range
from .scenery import cloud_bank, flat_texture, foliage, hills, mist, rippled_plan

SPINES = tuple(
    ink(code)
    for code in (
        "#c8452f",
        "#e0a33a",
        "#2f6f7e",
        "#f0dfb8",
        "#5b7f4a",
        "#7b3f61",
        "#35507f",
        "#d9783e",
        "#8fb3a8",
        "#a83b46",
    )
)


LEAVES = (ink("#c3c867"), ink("#8aa04a"), ink("#557a3c"), ink("#2f5433"), ink("#1c3a2c"))


def library_bus() -> Canvas:
    """A bright old bus, its side open on shelves of books, on a village road below the mountains."""
    canvas = Canvas()
    dice = random.Random(21)
    canvas.backdrop((0, ink("#5793bb")), (300, ink("#a9cbd2")), (560, ink("#f3e6c4")), (1067, ink("#e9d9a8")))
    cloud_bank(canvas, -20, 300, ink("#fdf8ea"), ink("#b5c3c6"), 101, cover=0.46, cell=(520, 120))
    snowy = Rock(ink("#9db0b8"), ink("#7f95ad"), ink("#c9d2c6"), ink("#f8f4e8"), ink("#a9bfd2"))
    mountain_range(
        canvas,
        [
            (-60, 400),
            (150, 290),
            (290, 350),
            (470, 210),
            (610, 310),
            (760, 260),
            (900, 360),
            (1090, 250),
            (1230, 330),
            (1400, 220),
            (1680, 360),
        ],
        590,
        snowy,
        dice,
        snow_depth=0.5,
    )
    mist(canvas, 530, 150, ink("#ece5cb"), 0.75)
    hills(
        canvas,
        crag([(-20, 540), (300, 480), (620, 540), (1000, 500), (1300, 470), (1640, 530)], 0.04, dice),
        Fade((ink("#9dad84"), ink("#7f9a66"))),
    )
    hills(
        canvas,
        crag([(-20, 590), (260, 575), (700, 600), (1100, 570), (1640, 590)], 0.03, dice),
        Fade((ink("#b7b56a"), ink("#8d9a4e"), ink("#5f7a3b"))),
    )
    for x, w, h in ((90, 150, 70), (300, 120, 56), (1330, 130, 62), (1480, 160, 76)):
        _house(canvas, x, 640, w, h)
    for x, tall in ((30, 290), (235, 250), (268, 210), (1290, 250), (1325, 300), (1560, 330)):
        _poplar(canvas, x, 660, tall, dice)
    for x in range(-20, 1640, 55):
        foliage(canvas, x, 660 + dice.uniform(-10, 10), 60, 34, LEAVES, 170, 6, dice)
    road = [(-10, 770), (1610, 735), (1610, 1000), (-10, 1067), (-10, 1000)]
    canvas.shape(box(0, 668, 1600, 1067), Fade((ink("#a3a653"), ink("#6f8440"), ink("#3f5a2f"))))
    canvas.shape(road, Fade((ink("#e0c692"), ink("#cfae78"), ink("#a8875b"))))
    flat_texture(canvas, rippled_plan(103, (90, 30)), 640, 1067, 0.7)
    canvas.shape(
        smooth([(220, 905), (1320, 885), (1440, 930), (1200, 965), (400, 985), (170, 950)]),
        ink("#4c3a40"),
        opacity=0.62,
        blur=10,
        blend="multiply",
    )
    _bus(canvas, dice)
    for x, y, k, tone in (
        (480, 960, 1.0, "#a83b46"),
        (560, 975, 0.8, "#35507f"),
        (655, 958, 0.92, "#5b7f4a"),
        (1000, 950, 1.15, "#e9d9b0"),
    ):
        _reader(canvas, x, y, k, ink(tone), dice)
    for _ in range(220):
        x, y = dice.uniform(0, 1600), dice.uniform(1010, 1075)
        lean, tall = dice.uniform(-14, 14), dice.uniform(16, 60)
        canvas.dab([(x - 3, y), (x + lean, y - tall), (x + 3, y)], stray(ink("#5c7637"), 22, dice))
    canvas.glow(200, 100, 1300, 900, ink("#ffdf9c"), 0.34)
    return canvas


def _house(canvas: Canvas, x: float, y: float, w: float, h: float) -> None:
    """A whitewashed village house with a tin roof."""
    canvas.shape(box(x, y - h, x + w, y), Fade((ink("#f6ecd4"), ink("#cdbd9c"))))
    canvas.shape(
        [(x - 10, y - h), (x + w * 0.2, y - h * 1.6), (x + w * 0.8, y - h * 1.6), (x + w + 10, y - h)],
        Fade((ink("#b5674a"), ink("#87483a"))),
    )
    for k in (0.18, 0.45, 0.72):
        canvas.shape(box(x + w * k, y - h * 0.72, x + w * k + 15, y - h * 0.35), ink("#56748a"))


def _poplar(canvas: Canvas, x: float, y: float, tall: float, dice: random.Random) -> None:
    """A slim poplar."""
    canvas.shape(box(x - 3, y - tall * 0.3, x + 3, y), ink("#5d4a3a"))
    for step in range(7):
        share = step / 6
        foliage(
            canvas, x, y - tall * (0.16 + 0.8 * share), tall * 0.1 * (1.15 - share), tall * 0.11, LEAVES, 110, 5, dice
        )


def _bus(canvas: Canvas, dice: random.Random) -> None:
    """The bus: a rounded body with a lifted side over its shelves."""
    body = [
        *oval(1240, 590, 90, 110, -90, -6, 14),
        (1338, 720),
        (1346, 850),
        (1330, 880),
        (290, 880),
        (272, 850),
        *oval(330, 560, 60, 80, 180, 270, 12),
    ]
    mask = canvas.stencil(body)
    canvas.shape(body, Fade((ink("#f8e3a8"), ink("#f5cd62"), ink("#eab038"), ink("#b5752a"))))
    canvas.shape(box(260, 700, 1360, 900), Fade((ink("#e0653f"), ink("#c9472f"), ink("#86302a"))), clip=mask)
    canvas.shape(box(260, 694, 1360, 704), ink("#fff0cc"), clip=mask)
    canvas.shape(box(300, 490, 1240, 505), ink("#fff6da"), opacity=0.8, blur=5, clip=mask)
    canvas.texture((300, 30), 0.4, 104, clip=mask, area=(260, 470, 1360, 890))
    for left, right in ((1060, 1140), (1152, 1226)):
        pane = rounded(left, 540, right, 660, 12)
        canvas.shape(pane, Fade((ink("#bfe0e6"), ink("#5f8fa3"), ink("#35576b"))))
        canvas.shape(
            [(left + 14, 655), (left + 50, 545), (left + 68, 545), (left + 32, 655)], ink("#ffffff"), opacity=0.35
        )
    canvas.shape(
        smooth([(1244, 540), (1290, 548), (1318, 600), (1326, 660), (1244, 660)]),
        Fade((ink("#d5ecee"), ink("#51809a"))),
        clip=mask,
    )
    canvas.shape(box(1062, 715, 1140, 872), ink("#a83a2a"), opacity=0.7, clip=mask)
    opening = box(350, 535, 1030, 800)
    canvas.shape(opening, Fade((ink("#6b452c"), ink("#3a241c"))))
    inside = canvas.stencil(opening)
    for row in range(4):
        foot = 535 + 66 * (row + 1)
        x = 356.0
        while x < 1022:
            wide, tall = dice.uniform(7, 16), dice.uniform(38, 55)
            if dice.random() < 0.06:
                x += dice.uniform(10, 30)
                continue
            lean = dice.choice((0, 0, 0, 0, 7))
            book = [
                (x, foot - 6),
                (x + lean, foot - 6 - tall),
                (x + lean + wide, foot - 6 - tall),
                (x + wide, foot - 6),
            ]
            tone = stray(dice.choice(SPINES), 16, dice)
            canvas.dab(book, tone)
            canvas.dab(
                box(x + lean * 0.8, foot - tall, x + lean * 0.8 + wide, foot - tall + 3),
                stray(ink("#f3dca0"), 20, dice),
            )
            x += wide + 1
        canvas.shape(box(350, foot - 6, 1030, foot + 1), Fade((ink("#d9a766"), ink("#8a5a35"))))
    for x in (350, 518, 690, 862, 1022):
        canvas.shape(box(x, 535, x + 8, 800), ink("#a8713f"))
    canvas.shape(box(350, 535, 1030, 590), ink("#1d1420"), opacity=0.6, blur=16, clip=inside)
    canvas.shape([(330, 540), (1050, 540), (1090, 452), (292, 462)], Fade((ink("#e9b64a"), ink("#fbe2a0"))))
    canvas.shape([(292, 462), (1090, 452), (1090, 444), (290, 454)], ink("#c98a35"))
    canvas.lines([[(360, 640), (318, 470)], [(1020, 640), (1062, 466)]], ink("#4a4048"), 4)
    canvas.shape(box(340, 798, 1040, 812), Fade((ink("#f0c37c"), ink("#a86f3f"))))
    for x in (450, 1180):
        canvas.shape(oval(x, 880, 82, 80, 180, 360), ink("#3a2226"))
        canvas.shape(oval(x, 884, 66, 66), Fade((ink("#3a3840"), ink("#17161c"))))
        canvas.shape(oval(x, 884, 33, 33), Fade((ink("#f4ead2"), ink("#9a9086"))))
        canvas.shape(oval(x, 884, 12, 12), ink("#b94f36"))
    canvas.shape(oval(1326, 770, 15, 21), Fade((ink("#fffbe6"), ink("#e9c878"))))
    canvas.shape(rounded(1296, 852, 1366, 872, 8), Fade((ink("#f4f0e4"), ink("#8c8a86"))))
    canvas.lines([[(420, 474), (1000, 468)]], ink("#8a5a35"), 5)


def _reader(canvas: Canvas, x: float, y: float, k: float, coat: Colour, dice: random.Random) -> None:
    """A standing figure seen from behind, a book under one arm."""

    def put(points: Path) -> list[Point]:
        return placed(points, x, y, k)

    canvas.shape(put(oval(14, 2, 46, 8)), ink("#4c3a40"), opacity=0.55, blur=4, blend="multiply")
    canvas.shapes(
        [put([(-17, -70), (-3, -70), (-5, 0), (-17, 0)]), put([(3, -70), (17, -70), (18, 0), (6, 0)])], ink("#3a3a4c")
    )
    canvas.shape(
        smooth(put([(-14, -152), (14, -152), (27, -138), (30, -100), (25, -60), (-25, -60), (-30, -100), (-27, -138)])),
        Fade((stray(coat, 20, dice), coat)),
    )
    canvas.shape(smooth(put([(4, -150), (26, -138), (30, -100), (25, -60), (10, -60)])), ink("#2a2030"), opacity=0.22)
    canvas.shape(put([(22, -112), (44, -118), (46, -88), (24, -84)]), dice.choice(SPINES))
    canvas.shape(put(box(-6, -164, 6, -148)), ink("#b98462"))
    canvas.shape(put(oval(0, -176, 17, 20)), dice.choice((ink("#2c2220"), ink("#4a3024"), ink("#1f1c22"))))
