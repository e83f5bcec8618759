"""The ferry leaving harbour and the seal on its ice."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import ink, mix, stray
from .geometry import Path, box, crag, oval, placed, smooth
from .mountains import Rock, mountain_range
from .scenery import cloud_bank, flat_texture, foliage, glitter, hills, mist, rippled_plan


def ferry_line() -> Canvas:
    """A small white ferry leaving a Black Sea harbour in the morning."""
    canvas = Canvas()
    dice = random.Random(31)
    sea = 590.0
    canvas.backdrop(
        (0, ink("#6d9bb8")), (240, ink("#b6c9c9")), (450, ink("#f6d9b2")), (590, ink("#fbe4b8")), (1067, ink("#f0d0a0"))
    )
    cloud_bank(canvas, 0, 400, ink("#fff0d8"), ink("#c5a9a8"), 141, cover=0.48, cell=(640, 80), opacity=0.8)
    canvas.glow(1160, 500, 900, 520, ink("#ffd68c"), 0.75)
    canvas.glow(1160, 500, 150, 150, ink("#fffbe8"), 1, 1.3)
    canvas.shape(oval(1160, 500, 32, 32), ink("#fffbea"), blur=1)
    mountain_range(
        canvas,
        [(-60, 400), (130, 330), (300, 390), (480, 350), (700, 470), (960, 560), (1100, 592)],
        sea + 6,
        Rock(ink("#a5b0b4"), ink("#8f9fad"), ink("#ddd0bb")),
        dice,
    )
    mist(canvas, 560, 120, ink("#f6e0bf"), 0.7)
    town = hills(
        canvas,
        crag([(-20, 430), (160, 450), (330, 490), (520, 540), (700, 585), (760, 600)], 0.04, dice),
        Fade((ink("#8c9a80"), ink("#6b8272"))),
        sea + 8,
    )
    for _ in range(150):
        x = dice.uniform(-10, 620) * dice.random() ** 0.3
        top = 445 + x * 0.2
        y = dice.uniform(top, sea - 6)
        w, h = dice.uniform(14, 34), dice.uniform(12, 26)
        wall = stray(dice.choice((ink("#f4e3c8"), ink("#ecd0b0"), ink("#e3d8c8"), ink("#e9bf9c"))), 10, dice)
        canvas.dab(box(x, y - h, x + w, y), mix(wall, ink("#8f8f98"), 0.15))
        canvas.dab([(x - 3, y - h), (x + w / 2, y - h - 9), (x + w + 3, y - h)], stray(ink("#b5694c"), 16, dice))
        canvas.dab(box(x + w * 0.3, y - h * 0.7, x + w * 0.3 + 4, y - h * 0.35), ink("#6d7f88"))
        if dice.random() < 0.5:
            foliage(canvas, x - 12, y - 5, 14, 10, (ink("#98a565"), ink("#4d6b4c"), ink("#35543f")), 26, 3.5, dice)
    canvas.glow(700, 520, 800, 200, ink("#ffe0ac"), 0.3, clip=town)
    water = box(0, sea, 1600, 1067)
    canvas.shape(water, Fade((ink("#e3cda8"), ink("#8fb0b0"), ink("#4a8596"), ink("#245f78"), ink("#153f58"))))
    flat_texture(canvas, rippled_plan(142, (110, 16)), sea, 1067, 0.85)
    flat_texture(canvas, rippled_plan(143, (26, 7)), sea, 1067, 0.6, near=6)
    canvas.shape([(-20, 566), (500, 580), (500, 602), (-20, 612)], Fade((ink("#b9a890"), ink("#6d6660"))))
    for x in range(10, 480, 46):
        canvas.shape(box(x, 596, x + 8, 612), ink("#4a4a4e"))
    _lighthouse(canvas)
    glitter(canvas, 1160, sea + 4, 1067, (60, 330), ink("#fff0c4"), 1500, dice)
    _ferry(canvas, dice)
    for x, y, r in ((520, 250, 22), (610, 300, 17), (430, 330, 14), (720, 210, 16), (1020, 330, 13)):
        wing = smooth(
            [
                (x - r, y - r * 0.35),
                (x - r * 0.45, y - r * 0.5),
                (x, y),
                (x + r * 0.45, y - r * 0.55),
                (x + r, y - r * 0.25),
                (x + r * 0.4, y - r * 0.36),
                (x, y + r * 0.22),
                (x - r * 0.4, y - r * 0.32),
            ]
        )
        canvas.shape(wing, ink("#f6f2ea") if y > 260 else ink("#5d6f7c"))
    canvas.shape(box(-60, 1000, 1660, 1130), ink("#0f2c44"), opacity=0.5, blur=50, blend="multiply")
    return canvas


def _lighthouse(canvas: Canvas) -> None:
    """The light at the end of the mole."""
    canvas.shape(
        [(1330, 600), (1350, 570), (1640, 560), (1640, 612), (1330, 612)], Fade((ink("#a8957f"), ink("#5d5a5c")))
    )
    canvas.shape(
        [(1392, 572), (1400, 420), (1432, 420), (1440, 572)],
        Fade((ink("#ffeeca"), ink("#f6ead2"), ink("#b3a59c")), sideways=True),
    )
    for top in (455, 515):
        canvas.shape(
            [
                (1399 - (top - 420) * 0.05, top),
                (1433 + (top - 420) * 0.05, top),
                (1435 + (top - 420) * 0.05, top + 28),
                (1397 - (top - 420) * 0.05, top + 28),
            ],
            ink("#c9573f"),
            opacity=0.9,
        )
    canvas.shape(box(1392, 412, 1440, 421), ink("#4a4a54"))
    canvas.shape(box(1402, 390, 1430, 412), ink("#ffe9a8"))
    canvas.shape([(1396, 390), (1436, 390), (1416, 368)], ink("#a8432f"))
    canvas.glow(1416, 400, 60, 60, ink("#fff0b8"), 0.6)


def _ferry(canvas: Canvas, dice: random.Random) -> None:
    """The ferry itself, with its wake and reflection."""
    for spread, opacity in ((1.0, 0.5), (0.6, 0.8)):
        canvas.shape(
            smooth(
                [
                    (560, 792),
                    (300, 800 + 24 * spread),
                    (60, 812 + 70 * spread),
                    (-60, 830 + 120 * spread),
                    (-60, 806),
                    (200, 786),
                ]
            ),
            ink("#f4f6f0"),
            opacity=opacity * 0.6,
            blur=9,
        )
    canvas.shape(
        smooth([(470, 800), (980, 800), (960, 860), (860, 930), (600, 940), (500, 880)]),
        Fade((ink("#f6ead2"), ink("#8aa5ac"))),
        opacity=0.5,
        blur=12,
    )
    hull = smooth(
        [
            (440, 700),
            (470, 694),
            (800, 698),
            (960, 684),
            (1052, 664),
            (1022, 740),
            (990, 800),
            (950, 812),
            (480, 812),
            (448, 790),
            (436, 740),
        ],
        steps=6,
    )
    mask = canvas.stencil(hull)
    canvas.shape(hull, Fade((ink("#ffffff"), ink("#f1ece2"), ink("#b9c0c6"))))
    canvas.shape([(400, 776), (1060, 764), (1060, 830), (400, 830)], Fade((ink("#2f6f8f"), ink("#17384f"))), clip=mask)
    canvas.line([(430, 752), (1040, 738)], ink("#c9573f"), 7, clip=mask)
    canvas.glow(1040, 700, 300, 140, ink("#ffe6b0"), 0.5, clip=mask)
    for left, right, top, foot in ((476, 900, 632, 700), (520, 850, 574, 634)):
        deck = [(left, foot), (left, top), (right - 14, top), (right + 8, foot)]
        canvas.shape(deck, Fade((ink("#fffdf6"), ink("#d6d6d2"))))
        canvas.shape(box(left - 12, top - 8, right + 10, top), ink("#fff8e8"))
        canvas.shape(box(left, top, right, top + 6), ink("#8494a0"), opacity=0.5)
        x = left + 18.0
        while x < right - 50:
            canvas.shape(box(x, top + 18, x + 27, top + 44), Fade((ink("#5d8598"), ink("#29485c"))))
            x += 40
        canvas.shape(
            [(right - 46, top + 16), (right - 18, top + 16), (right - 8, top + 44), (right - 46, top + 44)],
            Fade((ink("#ffe2a0"), ink("#7f97a0"))),
        )
    canvas.shape([(736, 574), (742, 528), (826, 528), (842, 574)], Fade((ink("#fffdf6"), ink("#ddd9cf"))))
    canvas.shape(box(750, 538, 832, 558), Fade((ink("#7fa3b2"), ink("#35586c"))))
    canvas.shape([(586, 574), (580, 494), (640, 494), (650, 574)], Fade((ink("#d9674a"), ink("#a33f30"))))
    canvas.shape([(580, 494), (640, 494), (642, 512), (581, 512)], ink("#2c3038"))
    canvas.lines(
        [[(786, 528), (786, 440)], [(768, 466), (804, 466)], [(786, 444), (1040, 664)], [(786, 444), (450, 696)]],
        ink("#5d6a74"),
        2.4,
    )
    canvas.lines([[(880, 672), (1046, 650)], [(440, 676), (476, 674)], [(520, 552), (736, 552)]], ink("#8fa0aa"), 2)
    for i in range(10):
        canvas.shape(
            oval(596 - i * 26, 474 - i * 7 + dice.uniform(-4, 4), 14 + i * 5, 9 + i * 3),
            ink("#efe6da"),
            opacity=0.26 - i * 0.02,
            blur=8,
        )
    for i in range(14):
        canvas.dab(oval(540 + i * 14 + dice.uniform(-3, 3), 562, 2.6, 3, steps=8), ink("#3a3f4c"))
        canvas.dab(
            box(537.5 + i * 14, 564, 543 + i * 14, 574),
            stray(dice.choice((ink("#a83b46"), ink("#35507f"), ink("#5b7f4a"))), 18, dice),
        )
    canvas.shape(
        smooth(
            [
                (930, 818),
                (990, 800),
                (1030, 812),
                (1100, 830),
                (1020, 832),
                (700, 826),
                (450, 824),
                (440, 812),
                (700, 812),
            ]
        ),
        ink("#ffffff"),
        opacity=0.85,
        blur=3,
    )


def caspian_seal() -> Canvas:
    """A grey spotted seal on a sheet of thin ice, in cold light."""
    canvas = Canvas()
    dice = random.Random(41)
    horizon = 400.0
    canvas.backdrop((0, ink("#8ea7b8")), (220, ink("#b9c9d1")), (400, ink("#ecebe2")), (1067, ink("#dce4e4")))
    cloud_bank(canvas, 0, 390, ink("#e6ecee"), ink("#9db0be"), 151, cover=0.5, cell=(800, 70), opacity=0.75)
    canvas.glow(420, 380, 700, 260, ink("#fff0d6"), 0.6)
    canvas.shape(box(0, horizon, 1600, 1067), Fade((ink("#b9cbd0"), ink("#6f97a8"), ink("#3a6a80"), ink("#1e4a62"))))
    flat_texture(canvas, rippled_plan(152, (120, 14)), horizon, 1067, 0.7)
    for _ in range(95):
        t = dice.random() ** 1.6
        y, w = horizon + 6 + 330 * t, (20 + 260 * t) * dice.uniform(0.5, 1.2)
        x = dice.uniform(-60, 1660)
        floe = crag(
            [
                (x - w, y),
                (x - w * 0.4, y - w * 0.07),
                (x + w * 0.5, y - w * 0.06),
                (x + w, y + w * 0.01),
                (x + w * 0.5, y + w * 0.08),
                (x - w * 0.5, y + w * 0.07),
                (x - w, y),
            ],
            0.06,
            dice,
            3,
        )
        canvas.shape(placed(floe, 0, w * 0.035), ink("#5f93a8"), opacity=0.8)
        canvas.shape(floe, Fade((mix(ink("#eef2f0"), ink("#d5e0e2"), t), ink("#d8e6ea"))))
    mist(canvas, horizon + 4, 120, ink("#eceeea"), 0.6)
    sheet = crag(
        [
            (-40, 800),
            (180, 742),
            (520, 716),
            (900, 706),
            (1260, 724),
            (1500, 770),
            (1660, 800),
            (1660, 940),
            (1380, 1000),
            (1000, 1030),
            (560, 1016),
            (200, 980),
            (-40, 950),
        ],
        0.035,
        dice,
        4,
    )
    canvas.shape(placed(sheet, 0, 34), Fade((ink("#a8d3de"), ink("#4f93ac"))), opacity=0.95)
    canvas.shape(placed(sheet, 0, 60), ink("#7fb8c6"), opacity=0.25, blur=10)
    ice = canvas.stencil(sheet)
    canvas.shape(sheet, Fade((ink("#f8faf7"), ink("#e3edef"), ink("#bdd6de"))))
    canvas.texture((260, 40), 0.6, 153, clip=ice, octaves=6, area=(0, 690, 1600, 1067))
    for _ in range(16):
        x, y = dice.uniform(0, 1600), dice.uniform(740, 1000)
        canvas.line(
            crag([(x, y), (x + dice.uniform(60, 260), y + dice.uniform(-30, 30))], 0.2, dice, 4),
            ink("#7fb0c2"),
            dice.uniform(1, 2.6),
            opacity=0.55,
            blur=0.5,
            clip=ice,
        )
    _seal(canvas, dice)
    canvas.shape(box(-60, 1010, 1660, 1130), ink("#17384f"), opacity=0.4, blur=40, blend="multiply")
    return canvas


def _seal(canvas: Canvas, dice: random.Random) -> None:
    """The animal, resting on its belly with its head raised towards us."""
    canvas.shape(
        smooth([(430, 862), (800, 838), (1230, 850), (1330, 876), (1180, 908), (760, 926), (470, 906)]),
        ink("#5f8498"),
        opacity=0.6,
        blur=14,
        blend="multiply",
    )
    flippers: list[Path] = [
        smooth(
            [
                (1150, 806),
                (1230, 800),
                (1310, 770),
                (1362, 752),
                (1372, 772),
                (1330, 806),
                (1372, 822),
                (1376, 846),
                (1300, 850),
                (1210, 858),
            ]
        )
    ]
    canvas.shapes(flippers, Fade((ink("#7d868c"), ink("#4a545e"))))
    canvas.lines(
        [
            smooth([(1240, 812), (1310, 790), (1360, 764)], closed=False),
            smooth([(1240, 838), (1310, 836), (1366, 838)], closed=False),
        ],
        ink("#363e48"),
        2.5,
        opacity=0.6,
    )
    body = smooth(
        [
            (446, 640),
            (470, 588),
            (520, 560),
            (578, 562),
            (622, 590),
            (650, 634),
            (720, 664),
            (840, 672),
            (980, 700),
            (1110, 752),
            (1220, 806),
            (1224, 842),
            (1120, 872),
            (900, 890),
            (680, 892),
            (540, 876),
            (484, 830),
            (470, 760),
            (462, 700),
        ]
    )
    mask = canvas.stencil(body)
    canvas.shape(body, Fade((ink("#a9b1b3"), ink("#98a1a6"), ink("#b9bcb6"), ink("#d3d0c4"))))
    canvas.shape(
        smooth([(640, 640), (840, 676), (1000, 706), (1240, 806), (1240, 840), (1000, 790), (800, 760), (660, 720)]),
        ink("#5b656f"),
        opacity=0.75,
        blur=22,
        clip=mask,
    )
    canvas.shape(
        smooth([(500, 800), (760, 820), (1100, 846), (1200, 870), (800, 920), (500, 900)]),
        ink("#f3ecdc"),
        opacity=0.6,
        blur=26,
        clip=mask,
    )
    canvas.glow(500, 640, 190, 240, ink("#fff3de"), 0.4, clip=mask)
    spots: list[Path] = []
    for _ in range(190):
        t = dice.random()
        x = 600 + 600 * t
        y = 650 + 150 * t * t + dice.random() ** 1.4 * (190 - 110 * t)
        r = dice.uniform(3, 12) * (1.1 - 0.5 * t)
        spots.append(
            smooth([(x - r, y), (x, y - r * 0.7), (x + r * 1.1, y + r * 0.1), (x + r * 0.2, y + r * 0.7)], steps=5)
        )
    canvas.shapes(spots[:110], ink("#3f4852"), opacity=0.6, blur=1.4, clip=mask)
    canvas.shapes(spots[110:], ink("#59626a"), opacity=0.5, blur=1, clip=mask)
    hairs: list[Path] = []
    for _ in range(1500):
        x, y = dice.uniform(450, 1220), dice.uniform(560, 890)
        hairs.append([(x, y), (x + dice.uniform(8, 20), y + dice.uniform(1, 7))])
    canvas.lines(hairs[:750], ink("#ffffff"), 0.8, opacity=0.22, clip=mask)
    canvas.lines(hairs[750:], ink("#2f3840"), 0.8, opacity=0.2, clip=mask)
    canvas.shape(
        smooth([(600, 790), (650, 800), (670, 850), (640, 900), (560, 912), (540, 900), (580, 866)]),
        Fade((ink("#868f94"), ink("#565f68"))),
    )
    canvas.lines(
        [[(590, 880), (560, 908)], [(612, 884), (590, 908)], [(630, 886), (616, 904)]], ink("#363e48"), 2, opacity=0.6
    )
    canvas.shape(
        smooth([(452, 664), (470, 636), (512, 632), (552, 640), (562, 668), (540, 692), (500, 700), (464, 690)]),
        ink("#d6d5cb"),
        opacity=0.85,
        blur=6,
        clip=mask,
    )
    for x, y in ((488, 618), (556, 622)):
        canvas.shape(oval(x, y, 18, 17), ink("#59626a"), opacity=0.6, blur=4)
        canvas.shape(oval(x, y, 13, 14), ink("#14161c"))
        canvas.shape(oval(x - 4, y - 5, 3.6, 3.8), ink("#f4f8fa"))
    canvas.shape(smooth([(497, 642), (522, 642), (518, 656), (509, 661), (500, 656)]), ink("#20232a"))
    canvas.lines(
        [
            smooth([(509, 660), (506, 674), (484, 680)], closed=False),
            smooth([(509, 660), (513, 674), (536, 680)], closed=False),
        ],
        ink("#2f3640"),
        2.2,
        opacity=0.85,
    )
    whiskers = [
        smooth([(sx, 664 + k * 6), (sx + side * 40, 662 + k * 9), (sx + side * 84, 674 + k * 15)], closed=False)
        for side, sx in ((-1, 488), (1, 532))
        for k in range(4)
    ]
    canvas.lines(whiskers, ink("#f8f6ee"), 1.3, opacity=0.8)
    canvas.line(
        smooth(
            [(450, 690), (446, 640), (470, 588), (520, 560), (578, 562), (622, 590), (650, 634), (720, 664)],
            closed=False,
        ),
        ink("#fff6e4"),
        3,
        opacity=0.7,
        blur=1,
    )
