"""The newsroom at dusk, with the map on its wall."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw

from .canvas import Canvas, Fade
from .colour import Colour, ink, mix, stray
from .geometry import Path, Point, box, oval, placed, rounded, smooth
from .scenery import flat_texture, foliage, rippled_plan

# Rough outlines of the continents, in degrees east and north.
CONTINENTS: tuple[tuple[Point, ...], ...] = (
    (
        (-165, 62),
        (-155, 71),
        (-125, 70),
        (-95, 73),
        (-80, 72),
        (-62, 60),
        (-56, 52),
        (-66, 44),
        (-75, 37),
        (-81, 26),
        (-90, 30),
        (-97, 26),
        (-96, 18),
        (-88, 20),
        (-83, 10),
        (-95, 15),
        (-106, 22),
        (-117, 33),
        (-124, 42),
        (-130, 54),
        (-150, 60),
    ),
    ((-50, 82), (-20, 80), (-22, 70), (-44, 60), (-54, 68), (-60, 76)),
    (
        (-78, 8),
        (-60, 10),
        (-50, 1),
        (-35, -7),
        (-40, -22),
        (-52, -33),
        (-62, -40),
        (-68, -53),
        (-74, -48),
        (-71, -20),
        (-81, -5),
    ),
    (
        (-17, 15),
        (-10, 30),
        (-5, 36),
        (11, 37),
        (20, 31),
        (33, 31),
        (43, 12),
        (51, 11),
        (40, -5),
        (40, -16),
        (33, -27),
        (20, -35),
        (14, -22),
        (9, 3),
        (-8, 5),
    ),
    (
        (-9, 37),
        (-9, 43),
        (-1, 46),
        (-4, 49),
        (8, 54),
        (5, 60),
        (15, 69),
        (28, 71),
        (45, 67),
        (70, 73),
        (105, 77),
        (140, 73),
        (180, 69),
        (178, 64),
        (160, 58),
        (155, 52),
        (142, 58),
        (135, 44),
        (128, 36),
        (121, 31),
        (117, 23),
        (108, 20),
        (109, 11),
        (103, 2),
        (98, 10),
        (91, 22),
        (80, 15),
        (77, 8),
        (72, 20),
        (60, 25),
        (56, 17),
        (44, 13),
        (35, 30),
        (36, 37),
        (27, 37),
        (22, 38),
        (13, 46),
        (17, 40),
        (8, 44),
        (0, 39),
    ),
    ((-8, 50), (-5, 58), (1, 52)),
    ((130, 32), (141, 36), (143, 44), (136, 36)),
    ((96, 5), (105, -6), (115, -8), (104, 0)),
    ((110, 0), (117, 6), (118, -3), (112, -4)),
    ((132, -1), (146, -6), (148, -9), (138, -8)),
    ((114, -22), (130, -12), (137, -12), (142, -11), (153, -26), (147, -38), (131, -31), (116, -35)),
    ((44, -16), (50, -15), (47, -25), (44, -24)),
    ((167, -45), (174, -35), (178, -38), (172, -44)),
)


def about() -> Canvas:
    """A newsroom at dusk, with lit screens, city windows and a map of the world."""
    canvas = Canvas(1600, 900)
    dice = random.Random(52)
    canvas.backdrop(
        (0, ink("#26365f")), (240, ink("#6a5f8d")), (400, ink("#e39a78")), (470, ink("#f7c48c")), (900, ink("#2a2238"))
    )
    for depth, tone in ((0, "#7d6a8c"), (1, "#4a4a70"), (2, "#2a3152")):
        x = -20.0
        while x < 760:
            w = dice.uniform(40, 110)
            top = dice.uniform(300, 430) + 30 * depth - (90 if dice.random() < 0.2 else 0)
            canvas.shape(box(x, top, x + w, 560), Fade((ink(tone), mix(ink(tone), ink("#d98f78"), 0.25))))
            for wy in range(int(top) + 10, 540, 15):
                for wx in range(int(x) + 7, int(x + w) - 8, 13):
                    if dice.random() < 0.26 + 0.08 * depth:
                        canvas.dab(box(wx, wy, wx + 5, wy + 7), stray(ink("#ffd58a"), 22, dice))
            x += w * dice.uniform(0.9, 1.3)
    canvas.shape(box(740, 0, 1600, 600), Fade((ink("#2b3350"), ink("#384563"), ink("#54506a"))))
    canvas.shape(box(0, 0, 1600, 62), Fade((ink("#151a30"), ink("#222a45"))))
    canvas.shape(box(0, 540, 760, 572), Fade((ink("#41405c"), ink("#1d2038"))))
    for x in (0, 182, 366, 550, 736):
        canvas.shape(box(x - 8, 0, x + 8, 560), Fade((ink("#141a30"), ink("#3b3c5a"), ink("#141a30")), sideways=True))
    canvas.shape(box(0, 214, 740, 222), ink("#1a2038"))
    _world_map(canvas)
    canvas.shape(box(0, 570, 1600, 900), Fade((ink("#4a4058"), ink("#2b2a44"), ink("#141628"))))
    flat_texture(canvas, rippled_plan(172, (60, 40)), 560, 900, 0.3)
    for x in (0, 182, 366, 550):
        canvas.shape(
            [(x + 14, 574), (x + 170, 574), (x * 1.25 + 150, 900), (x * 1.25 - 80, 900)],
            ink("#e89a78"),
            opacity=0.22,
            blur=14,
            blend="screen",
        )
    for row, (y, k, count) in enumerate(((600, 0.56, 6), (690, 0.8, 5), (812, 1.16, 4))):
        for i in range(count):
            x = 1600 * (i + 0.5) / count + (row % 2) * 40 - 20
            _desk(canvas, x, y, k, (i + row) % 3 != 2, dice)
    for x in (250, 620, 990, 1360):
        canvas.line([(x, 0), (x, 92)], ink("#0e1224"), 3)
        canvas.shape([(x - 44, 118), (x - 14, 90), (x + 14, 90), (x + 44, 118)], Fade((ink("#2a3050"), ink("#10142a"))))
        canvas.shape(oval(x, 119, 42, 6), ink("#fff0c4"))
        canvas.glow(x, 130, 260, 190, ink("#ffcf86"), 0.5)
    canvas.glow(320, 430, 620, 300, ink("#ff9d6a"), 0.28)
    return canvas


def _world_map(canvas: Canvas) -> None:
    """The dotted map on the wall, with a few places alight."""
    left, top, right, bottom = 826.0, 150.0, 1556.0, 516.0
    canvas.shape(
        rounded(left - 24 + 8, top - 20 + 10, right + 24 + 8, bottom + 20 + 10, 8), ink("#0a0e1e"), opacity=0.6, blur=10
    )
    canvas.shape(rounded(left - 24, top - 20, right + 24, bottom + 20, 8), Fade((ink("#16294a"), ink("#1d3a5c"))))
    plan = Image.new("L", (720, 300))
    pen = ImageDraw.Draw(plan)
    for land in CONTINENTS:
        pen.polygon([((lon + 180) * 2, (84 - lat) * 2.1) for lon, lat in land], fill=255)
    for row in range(42):
        for column in range(94):
            if plan.getpixel((min(719, int(column * 7.66)), min(299, int(row * 7.1)))):
                x, y = left + (right - left) * column / 93, top + (bottom - top) * row / 41
                canvas.dab(oval(x, y, 2.9, 2.9, steps=10), mix(ink("#7fc4cf"), ink("#e8dcae"), column / 93))
    for lon, lat in ((50, 41), (29, 41), (2, 48), (77, 43), (-74, 41), (140, 36), (31, -3)):
        x, y = left + (right - left) * (lon + 180) / 360, top + (bottom - top) * (84 - lat) * 2.1 / 300
        canvas.shape(oval(x, y, 5, 5), ink("#ffb95e"))
        canvas.glow(x, y, 26, 26, ink("#ffae54"), 0.9)
    canvas.glow(1190, 330, 520, 300, ink("#4fa3bf"), 0.22)


def _desk(canvas: Canvas, x: float, y: float, k: float, taken: bool, dice: random.Random) -> None:
    """A desk with two screens and perhaps somebody at work."""

    def put(points: Path) -> list[Point]:
        return placed(points, x, y, k)

    canvas.shape(put(oval(0, 96, 150, 14)), ink("#05060f"), opacity=0.6, blur=8)
    canvas.shape(put(box(-138, 14, 138, 92)), Fade((ink("#3a3348"), ink("#1c1a2c"))))
    canvas.shape(
        put([(-150, 2), (-130, -14), (130, -14), (150, 2), (150, 14), (-150, 14)]),
        Fade((ink("#c08a5c"), ink("#74503c"))),
    )
    tones: tuple[Colour, ...] = (ink("#bfe3ec"), ink("#f2e3bd"), ink("#a9d0c0"))
    for side in (-1, 1):
        cx = side * 62
        canvas.shape(put(box(cx - 6, -34, cx + 6, -8)), ink("#12142a"))
        canvas.shape(put(rounded(cx - 56, -98, cx + 56, -28, 5)), ink("#10132a"))
        tone = dice.choice(tones)
        canvas.shape(put(box(cx - 51, -93, cx + 51, -33)), Fade((tone, mix(tone, ink("#4a7f9c"), 0.5))))
        canvas.shape(
            put(box(cx - 46, -88, cx - 4, -56)),
            stray(dice.choice((ink("#c9674a"), ink("#3f7f8c"), ink("#d9a24a"))), 14, dice),
        )
        lines: list[Path] = [put([(cx + 2, -86 + 8 * n), (cx + dice.uniform(20, 46), -86 + 8 * n)]) for n in range(4)]
        lines += [put([(cx - 46, -49 + 7 * n), (cx + dice.uniform(10, 46), -49 + 7 * n)]) for n in range(2)]
        canvas.lines(lines, ink("#35506b"), 2.4 * k, opacity=0.7)
        canvas.glow(x + cx * k, y - 62 * k, 130 * k, 100 * k, tone, 0.34)
    if taken:
        coat = dice.choice((ink("#232a4a"), ink("#43304a"), ink("#2a4250"), ink("#573436")))
        canvas.shape(
            smooth(put([(-20, -62), (20, -62), (46, -44), (56, 10), (58, 60), (-58, 60), (-56, 10), (-46, -44)])),
            Fade((mix(coat, ink("#9fc4d4"), 0.2), coat)),
        )
        canvas.shape(put(oval(0, -90, 23, 28)), ink("#1a1626"))
        canvas.line(put(oval(0, -90, 23, 28, 190, 350)), ink("#b9dbe4"), 2.2 * k, opacity=0.6, blur=1)
        canvas.shape(put(rounded(-48, 10, 48, 80, 16)), Fade((ink("#2c2f4e"), ink("#14162c"))))
    else:
        foliage(
            canvas,
            x + 118 * k,
            y - 34 * k,
            24 * k,
            26 * k,
            (ink("#7f9c6a"), ink("#3f6350"), ink("#213f3c")),
            90,
            5 * k,
            dice,
        )
