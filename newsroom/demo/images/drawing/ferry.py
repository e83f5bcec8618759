"""The ferry leaving its harbour."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import ink, mix, stray
from .geometry import box, crag, oval, smooth
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
