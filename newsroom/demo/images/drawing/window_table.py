"""The grandmother's table by the window."""

from __future__ import annotations

import math
import random

from .canvas import Canvas, Fade
from .colour import ink
from .geometry import Path, box, crag, oval, placed, ribbon, rounded, smooth
from .mountains import Rock, mountain_range
from .scenery import foliage, hills, mist


def grandmother_dictionary() -> Canvas:
    """An old table by the window with a notebook, a glass of tea and a cassette recorder."""
    canvas = Canvas()
    dice = random.Random(62)
    canvas.backdrop((0, ink("#a9c4c6")), (300, ink("#e9e3c4")), (480, ink("#f8e3b0")), (1067, ink("#f0cf98")))
    mountain_range(
        canvas,
        [(260, 430), (420, 330), (560, 400), (720, 280), (880, 390), (1040, 320), (1200, 420), (1400, 340)],
        560,
        Rock(ink("#a9b8b4"), ink("#8aa0a8"), ink("#d9d6b8")),
        dice,
    )
    mist(canvas, 520, 130, ink("#f8e8c0"), 0.8)
    hills(
        canvas,
        crag([(200, 520), (600, 500), (900, 530), (1500, 500)], 0.03, dice),
        Fade((ink("#a9b06a"), ink("#7f9450"))),
    )
    for x, y, r in ((520, 470, 110), (640, 530, 80), (1130, 500, 100)):
        foliage(
            canvas, x, y, r, r * 0.8, (ink("#d8d884"), ink("#9fb058"), ink("#5f8044"), ink("#33583c")), 420, 9, dice
        )
    wall = canvas.stencil(box(0, 0, 1600, 1067))
    wall.paste(0, (660, 100, 2540, 1300))
    canvas.shape(
        box(0, 0, 1600, 1067), Fade((ink("#8d6f5c"), ink("#b08a68"), ink("#7f5c4a")), sideways=True), clip=wall
    )
    canvas.texture((160, 120), 0.2, 191, clip=wall, octaves=6)
    for outline in (box(330, 50, 1270, 650),):
        canvas.line([*outline, outline[0]], ink("#5f4638"), 30)
        canvas.line([*outline, outline[0]], ink("#e6d3b0"), 18)
    canvas.shape(box(790, 50, 812, 650), Fade((ink("#cdb690"), ink("#f6e8c8"), ink("#b59a76")), sideways=True))
    canvas.shape(box(330, 230, 1270, 246), Fade((ink("#f6e8c8"), ink("#b59a76"))))
    canvas.shape(box(290, 636, 1310, 668), Fade((ink("#f8ead0"), ink("#a98a68"))))
    for side, edge in ((1, 300), (-1, 1300)):
        for fold in range(9):
            x = edge + side * fold * 21
            hem = x + side * (10 - fold * 8)
            cloth = smooth(
                [
                    (x, 10),
                    (x + side * 30, 10),
                    (x + side * (26 - fold * 2), 320),
                    (hem + side * 18, 660),
                    (hem - side * 16, 664),
                    (x - side * 2, 320),
                ]
            )
            canvas.shape(cloth, Fade((ink("#fff6e0"), ink("#f6e6c6"), ink("#d9b98c"))), opacity=0.55, blur=2)
    table = [(-20, 742), (1620, 742), (1620, 1100), (-20, 1100)]
    canvas.shape(box(0, 690, 1600, 760), ink("#3a241e"), opacity=0.6, blur=16)
    canvas.shape(table, Fade((ink("#b5814f"), ink("#8a5834"), ink("#4f2f20"))))
    top = canvas.stencil(table)
    canvas.texture((500, 12), 0.8, 192, clip=top, octaves=5, area=(0, 740, 1600, 1067))
    canvas.lines(
        [[(0, 812), (1600, 808)], [(0, 912), (1600, 910)], [(0, 1030), (1600, 1030)]], ink("#2e1a14"), 3, opacity=0.5
    )
    canvas.shape(
        [(430, 744), (760, 744), (640, 1067), (150, 1067)], ink("#ffdf9c"), opacity=0.35, blur=18, blend="screen"
    )
    canvas.shape(
        [(850, 744), (1180, 744), (1190, 1067), (720, 1067)], ink("#ffdf9c"), opacity=0.35, blur=18, blend="screen"
    )
    _notebook(canvas, dice)
    _tea(canvas)
    _recorder(canvas)
    canvas.glow(780, 300, 1000, 760, ink("#ffe0a0"), 0.4)
    return canvas


def _notebook(canvas: Canvas, dice: random.Random) -> None:
    """The open notebook, its handwriting too small to read, with a pen."""
    canvas.shape([(400, 1000), (960, 1014), (940, 1050), (360, 1040)], ink("#20100c"), opacity=0.6, blur=14)
    canvas.shape([(444, 812), (944, 812), (986, 1030), (380, 1030)], ink("#7d2f34"))
    for left, right, low_left, low_right in ((456, 692, 396, 684), (692, 932, 684, 970)):
        page = [
            *smooth([(left, 812), ((left + right) / 2, 801), (right, 814)], closed=False),
            *smooth([(low_right, 1020), ((low_left + low_right) / 2, 1006), (low_left, 1016)], closed=False),
        ]
        canvas.shape(page, Fade((ink("#fff9e6"), ink("#efdfba"))))
        for row in range(13):
            t = (row + 1) / 14.5
            y = 814 + 196 * t**1.05
            a, b = left + (low_left - left) * t + 22, right + (low_right - right) * t - 20
            canvas.line([(a, y), (b, y + 1)], ink("#b9a98c"), 1, opacity=0.6)
            stops = [(a + 6, a + (b - a) * 0.3), (a + (b - a) * 0.38, a + (b - a) * dice.uniform(0.7, 0.98))]
            for x1, x2 in stops:
                n = max(4, int((x2 - x1) / 3))
                hand = [
                    (x1 + (x2 - x1) * i / n, y - 3 + 3.2 * math.sin(i * 2.1 + row) * dice.random())
                    for i in range(n + 1)
                ]
                canvas.line(hand, ink("#35406b"), 1.3, opacity=0.85)
    canvas.shape([(680, 812), (704, 812), (702, 1022), (672, 1022)], ink("#6b4a34"), opacity=0.4, blur=7)
    pen = ribbon([(760, 1000), (920, 880)], 12, 13)
    canvas.shape(placed(pen, 6, 8), ink("#3a241e"), opacity=0.5, blur=4)
    canvas.shape(pen, Fade((ink("#3f7f8c"), ink("#1d4452"))))
    canvas.shape([(760, 1000), (740, 1015), (752, 992)], ink("#e0bd7a"))


def _tea(canvas: Canvas) -> None:
    """A waisted glass of tea on its saucer."""
    x, y = 1070.0, 936.0
    canvas.shape(oval(x - 26, y + 18, 120, 26), ink("#20100c"), opacity=0.6, blur=12)
    canvas.shape(oval(x, y + 6, 104, 27), Fade((ink("#fffaf0"), ink("#c9b79c"))))
    canvas.line(oval(x, y + 5, 92, 22), ink("#b5503e"), 3)
    canvas.shape(oval(x, y + 3, 60, 13), ink("#d8c8ac"))
    glass = smooth(
        [
            (x - 52, y - 172),
            (x - 48, y - 130),
            (x - 30, y - 88),
            (x - 38, y - 56),
            (x - 48, y - 26),
            (x - 34, y),
            (x + 34, y),
            (x + 48, y - 26),
            (x + 38, y - 56),
            (x + 30, y - 88),
            (x + 48, y - 130),
            (x + 52, y - 172),
        ]
    )
    mask = canvas.stencil(glass)
    canvas.shape(glass, ink("#fff6e4"), opacity=0.35)
    canvas.shape(
        box(x - 60, y - 142, x + 60, y - 4),
        Fade((ink("#e0702a"), ink("#b03f16"), ink("#7d240f"))),
        opacity=0.95,
        clip=mask,
    )
    canvas.glow(x - 12, y - 40, 46, 70, ink("#ffb04a"), 0.9, clip=mask)
    canvas.shape(oval(x, y - 142, 49, 9), ink("#f0934a"), clip=mask)
    canvas.shape(
        smooth(
            [
                (x - 40, y - 160),
                (x - 32, y - 160),
                (x - 22, y - 88),
                (x - 36, y - 30),
                (x - 42, y - 30),
                (x - 28, y - 88),
            ]
        ),
        ink("#fffdf4"),
        opacity=0.7,
        blur=1.5,
        clip=mask,
    )
    canvas.line(oval(x, y - 174, 51, 9), ink("#fff9ea"), 2.6, opacity=0.9)
    for i, sway in enumerate((-16, 8, 24)):
        steam = smooth(
            [
                (x + sway, y - 190),
                (x + sway + 16, y - 250),
                (x + sway - 14, y - 310),
                (x + sway + 12, y - 380 - i * 16),
            ],
            closed=False,
        )
        canvas.shape(ribbon(steam, 14, 3), ink("#fffdf4"), opacity=0.42, blur=7)
    canvas.shape(
        [(x + 60, y + 16), (x + 92, y + 6), (x + 96, y + 24), (x + 66, y + 34)], Fade((ink("#ffffff"), ink("#e6dcc8")))
    )


def _recorder(canvas: Canvas) -> None:
    """A flat cassette recorder and its small microphone on a wire."""
    canvas.shape([(90, 960), (400, 950), (420, 984), (70, 1000)], ink("#20100c"), opacity=0.6, blur=14)
    canvas.shape(rounded(76, 742, 372, 962, 16), Fade((ink("#54555c"), ink("#2a2a32"), ink("#1a1a20"))))
    canvas.line([(92, 745), (356, 745)], ink("#d9d2c0"), 3, opacity=0.7)
    canvas.shape(rounded(98, 762, 350, 870, 8), Fade((ink("#c9c3b4"), ink("#8f8a80"))))
    canvas.shape(rounded(112, 774, 336, 860, 6), Fade((ink("#3f4a50"), ink("#1c2226"))))
    canvas.shape(box(128, 784, 320, 850), Fade((ink("#f2e3c0"), ink("#cfae78"))))
    canvas.shape(box(128, 786, 320, 800), ink("#c4573c"))
    for x in (178, 270):
        canvas.shape(oval(x, 826, 19, 19), ink("#2a2422"))
        canvas.shape(oval(x, 826, 9, 9), ink("#f6efdc"))
        canvas.lines([[(x - 9, 826), (x + 9, 826)], [(x, 817), (x, 835)]], ink("#2a2422"), 3)
    canvas.shape([(112, 774), (190, 774), (140, 860), (112, 860)], ink("#ffffff"), opacity=0.16)
    for i in range(6):
        canvas.shape(
            rounded(98 + i * 42, 886, 134 + i * 42, 910, 4),
            Fade((ink("#e9e2d0"), ink("#9a948a"))) if i else Fade((ink("#e06a4c"), ink("#a33a2c"))),
        )
    holes: list[Path] = [oval(108 + c * 12, 926 + r * 9, 2.6, 2.6, steps=8) for c in range(20) for r in range(3)]
    canvas.shapes(holes, ink("#08080c"))
    wire = smooth([(372, 920), (420, 950), (380, 1010), (250, 1030), (200, 1060), (300, 1078)], closed=False)
    canvas.line([(x + 3, y + 5) for x, y in wire], ink("#20100c"), 5, opacity=0.5, blur=3)
    canvas.line(wire, ink("#1c1a20"), 4.5)
    microphone = placed(rounded(-58, -15, 40, 15, 12), 1300, 985, 1, -14)
    canvas.shape(placed(microphone, 4, 14), ink("#20100c"), opacity=0.55, blur=8)
    canvas.shape(microphone, Fade((ink("#8d8f96"), ink("#3a3b44"))))
    canvas.shape(placed(oval(52, 0, 30, 26), 1300, 985, 1, -14), Fade((ink("#d5d2c8"), ink("#6b6a70"))))
    mesh: list[Path] = [placed([(30 + i * 7, -24), (30 + i * 7, 24)], 1300, 985, 1, -14) for i in range(7)]
    canvas.lines(
        mesh, ink("#3a3b44"), 1.6, opacity=0.6, clip=canvas.stencil(placed(oval(52, 0, 30, 26), 1300, 985, 1, -14))
    )
    canvas.line(smooth([(1244, 999), (1190, 1030), (1220, 1090)], closed=False), ink("#1c1a20"), 4.5)
