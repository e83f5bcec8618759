"""The high mountains: the pass, the leopard's ridge and the glacier."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import ink, mix
from .geometry import Path, Point, box, crag, oval, placed, ribbon, smooth
from .mountains import Rock, mountain_range
from .scenery import cloud_bank, hills, mist, stars


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
