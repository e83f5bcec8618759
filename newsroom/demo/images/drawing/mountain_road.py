"""The serpentine road over the high pass."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import ink
from .geometry import Path, Point, box, crag, oval, placed, ribbon, smooth
from .mountains import Rock, mountain_range
from .scenery import cloud_bank, hills, mist


def mountain_pass() -> Canvas:
    """A serpentine road that climbs to a high pass, with one small lorry on it."""
    canvas = Canvas()
    dice = random.Random(14)
    canvas.backdrop((0, ink("#3d78a8")), (260, ink("#8fb9cf")), (520, ink("#e4e6d8")), (1067, ink("#d9d9c0")))
    cloud_bank(canvas, 0, 330, ink("#fbf6ea"), ink("#a9bccb"), 71, cover=0.42, cell=(560, 110))
    far = Rock(ink("#9fb4c4"), ink("#7d97b0"), ink("#cfd8d6"), ink("#f4f3ec"), ink("#a9c0d6"))
    mountain_range(
        canvas,
        [
            (-60, 420),
            (90, 300),
            (200, 360),
            (330, 210),
            (450, 330),
            (560, 290),
            (700, 380),
            (850, 300),
            (960, 350),
            (1110, 190),
            (1240, 310),
            (1370, 230),
            (1480, 320),
            (1680, 260),
        ],
        620,
        far,
        dice,
        snow_depth=0.6,
    )
    mist(canvas, 540, 190, ink("#e2e6dc"), 0.8)
    near = Rock(ink("#8d8f86"), ink("#4f5f74"), ink("#8c9a78"), ink("#fbf7ec"), ink("#9db6d3"))
    mountain_range(
        canvas,
        [(-80, 330), (60, 210), (150, 290), (260, 250), (420, 430), (560, 520), (720, 560), (800, 575)],
        760,
        near,
        dice,
        snow_depth=0.5,
    )
    mountain_range(
        canvas,
        [(820, 572), (930, 540), (1060, 420), (1160, 360), (1270, 190), (1360, 290), (1460, 250), (1700, 120)],
        780,
        near,
        dice,
        snow_depth=0.5,
    )
    mist(canvas, 640, 160, ink("#dfe3cf"), 0.6)
    slope = crag(
        [(-40, 640), (200, 600), (480, 585), (690, 572), (800, 566), (910, 572), (1150, 590), (1400, 610), (1660, 600)],
        0.04,
        dice,
        5,
    )
    ground = hills(canvas, slope, Fade((ink("#a9ae86"), ink("#8a9a62"), ink("#64793f"), ink("#37502e"))))
    canvas.texture((240, 60), 0.65, 72, clip=ground, octaves=6, area=(0, 560, 1600, 1067))
    for x1, y1, x2, y2, x3, y3 in (
        (1600, 600, 1010, 640, 1600, 900),
        (0, 640, 420, 690, 0, 860),
        (1600, 860, 900, 930, 1600, 1067),
        (0, 900, 520, 960, 0, 1067),
    ):
        fold = crag(
            [(x1, y1), ((x1 + x2) / 2, (y1 + y2) / 2 - 16), (x2, y2), ((x2 + x3) / 2, (y2 + y3) / 2 + 20), (x3, y3)],
            0.05,
            dice,
            4,
        )
        canvas.shape(fold, Fade((ink("#5a7140"), ink("#2c4730"))), opacity=0.5, blur=7, clip=ground)
    _serpentine(canvas)
    for _ in range(150):
        t = dice.random() ** 0.7
        x, y = dice.uniform(0, 1600), 640 + 420 * t
        r = (1.5 + 11 * t * t) * dice.uniform(0.4, 1)
        if abs(x - 800) < 560 and 650 < y < 1000:
            continue
        stone = crag(
            [(x - r, y), (x - r * 0.6, y - r * 0.7), (x + r * 0.4, y - r * 0.8), (x + r, y), (x - r, y)], 0.12, dice, 2
        )
        canvas.shape(stone, Fade((ink("#d6d2bd"), ink("#5c6258"))), opacity=0.9)
    _lorry(canvas, 905, 822, 1.0)
    canvas.glow(120, 120, 1000, 700, ink("#ffe2a8"), 0.38)
    canvas.shape(box(-60, 985, 1660, 1130), ink("#1f3340"), opacity=0.5, blur=50, blend="multiply")
    return canvas


def _serpentine(canvas: Canvas) -> None:
    """The road, narrowing as it climbs from bend to bend."""
    turns: list[tuple[float, float, float]] = [
        (150, 1110, 100),
        (640, 1010, 86),
        (1150, 945, 70),
        (1310, 898, 60),
        (1170, 862, 50),
        (760, 836, 42),
        (420, 808, 36),
        (330, 778, 31),
        (450, 752, 26),
        (760, 738, 22),
        (1010, 722, 18),
        (1080, 703, 15),
        (990, 688, 13),
        (780, 678, 11),
        (640, 665, 9),
        (610, 651, 8),
        (680, 640, 7),
        (820, 633, 6),
        (900, 624, 5),
        (905, 615, 4.4),
        (850, 606, 3.6),
        (795, 594, 3),
        (790, 582, 2.5),
        (800, 570, 2),
    ]
    path = smooth([(x, y) for x, y, _ in turns], closed=False, steps=14)
    widths = smooth([(w, 0) for _, _, w in turns], closed=False, steps=14)

    def band(grow: float, drop: float) -> list[Point]:
        left: list[Point] = []
        right: list[Point] = []
        for i, (x, y) in enumerate(path):
            ax, ay = path[max(0, i - 1)]
            bx, by = path[min(len(path) - 1, i + 1)]
            flat = (by - ay) * 2.4
            length = (flat * flat + (bx - ax) ** 2) ** 0.5 or 1
            half = widths[i][0] * grow / 2
            nx, ny = -flat / length * half, (bx - ax) / length * half * 0.42
            left.append((x + nx * 1.15, y + ny + drop * widths[i][0]))
            right.append((x - nx * 1.15, y - ny + drop * widths[i][0]))
        return left + right[::-1]

    def pieces(grow: float, drop: float) -> list[Path]:
        whole = band(grow, drop)
        half = len(whole) // 2
        return [[whole[i], whole[i + 1], whole[-2 - i], whole[-1 - i]] for i in range(half - 1)]

    canvas.shapes(pieces(1.3, 0.2), ink("#3c4a35"), opacity=0.6, blur=2)
    canvas.shapes(pieces(1.18, 0.06), ink("#b7a883"))
    canvas.shapes(pieces(0.98, 0.0), Fade((ink("#d9d2c2"), ink("#b5ac9c"), ink("#8e8880"))))
    dashes: list[Path] = []
    for i in range(0, 120, 4):
        dashes.append(ribbon(path[i : i + 3], widths[i][0] * 0.035, widths[i + 2][0] * 0.035))
    canvas.shapes(dashes, ink("#f5eeda"), opacity=0.85)
    posts: list[Path] = []
    outer = band(1.22, 0.03)
    for i in range(0, len(path) - 60, 6):
        x, y = outer[i]
        tall = widths[i][0] * 0.2
        posts.append(box(x - tall * 0.12, y - tall, x + tall * 0.12, y))
    canvas.shapes(posts, ink("#f3ead6"))


def _lorry(canvas: Canvas, x: float, y: float, k: float) -> None:
    """A small red lorry with a pale tilt, seen from the side."""

    def put(points: Path) -> list[Point]:
        return placed(points, x, y, k, 3)

    canvas.shape(put(oval(4, 21, 62, 7)), ink("#2c2c34"), opacity=0.6, blur=3)
    canvas.shape(
        put([(-56, -32), (18, -32), (18, 12), (-56, 12)]), Fade((ink("#f7edd4"), ink("#d4c19c"), ink("#a2927c")))
    )
    canvas.lines([put([(i, -32), (i, 12)]) for i in (-42, -27, -12, 3)], ink("#9a8a72"), 1, opacity=0.7)
    canvas.shape(put([(21, -18), (40, -18), (49, -3), (52, 12), (21, 12)]), Fade((ink("#e0604a"), ink("#9c2f2a"))))
    canvas.shape(put([(28, -14), (38, -14), (44, -3), (28, -3)]), ink("#b8d4de"))
    canvas.shape(put(box(-56, 11, 52, 16)), ink("#33333a"))
    for wheel in (-42, -28, 36):
        canvas.shape(put(oval(wheel, 17, 7, 7)), ink("#22222a"))
        canvas.shape(put(oval(wheel, 17, 3, 3)), ink("#8a8a8a"))
    canvas.glow(x + 54, y + 10, 22, 14, ink("#fff2c0"), 0.9)
