"""The seal on its ice."""

from __future__ import annotations

import random

from .canvas import Canvas, Fade
from .colour import ink, mix
from .geometry import Path, box, crag, oval, placed, smooth
from .scenery import cloud_bank, flat_texture, mist, rippled_plan


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
