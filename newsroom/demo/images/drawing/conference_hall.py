"""The hall by the sea with its round table."""

from __future__ import annotations

import random

from PIL import ImageDraw

from .canvas import Canvas, Fade
from .colour import ink, mix
from .geometry import Path, box, oval, placed, rounded, smooth
from .scenery import cloud_bank, flat_texture, glitter, rippled_plan


def caspian_hall() -> Canvas:
    """A round table with five small flags in a hall whose tall windows look over the sea."""
    canvas = Canvas()
    dice = random.Random(51)
    canvas.backdrop((0, ink("#8fb6cc")), (300, ink("#dfe3d8")), (420, ink("#f6e6c4")), (1067, ink("#f6e6c4")))
    cloud_bank(canvas, 60, 400, ink("#fffaf0"), ink("#c0cdd4"), 161, cover=0.5, cell=(480, 80), opacity=0.8)
    canvas.shape(box(0, 420, 1600, 700), Fade((ink("#a6cdd4"), ink("#5d9db0"), ink("#357f9b"))))
    flat_texture(canvas, rippled_plan(162, (110, 16)), 420, 700, 0.6)
    glitter(canvas, 960, 424, 640, (60, 200), ink("#fff6d6"), 500, dice, 0.6)
    windows = [box(x, 90, x + 212, 640) for x in (60, 377, 694, 1011, 1328)]
    wall = canvas.stencil(box(0, 0, 1600, 720))
    hole = ImageDraw.Draw(wall)
    for pane in windows:
        hole.rectangle((pane[0][0] * 2, pane[0][1] * 2, pane[2][0] * 2, pane[2][1] * 2), fill=0)
    canvas.veil(wall, ink("#7a6150"))
    canvas.shape(box(0, 0, 1600, 720), Fade((ink("#3a2c30"), ink("#7d6250"), ink("#6a5046"))), clip=wall)
    canvas.texture((60, 400), 0.35, 163, clip=wall, area=(0, 0, 1600, 720))
    for pane in windows:
        x = pane[0][0]
        canvas.lines(
            [[(x + 106, 90), (x + 106, 640)], [(x, 230), (x + 212, 230)], [(x, 440), (x + 212, 440)]], ink("#4c3a34"), 6
        )
        canvas.line([*pane, pane[0]], ink("#c39a66"), 9)
        for side, start in ((-1, x - 14), (1, x + 226)):
            for fold in range(5):
                lean = start - side * (fold * 11)
                cloth = smooth(
                    [
                        (lean, 92),
                        (lean - side * 10, 92),
                        (lean - side * (8 - fold), 400),
                        (lean + side * 14, 705),
                        (lean + side * 28, 705),
                        (lean + side * 12, 400),
                    ]
                )
                canvas.shape(
                    cloth,
                    Fade((ink("#6d2b34"), mix(ink("#9c4347"), ink("#c96f5a"), fold / 5), ink("#5a222e"))),
                    opacity=0.95,
                    blur=0.8,
                )
        canvas.shape(box(x - 46, 52, x + 258, 90), Fade((ink("#d9b277"), ink("#7a5636"))))
    canvas.shape(box(0, 0, 1600, 34), Fade((ink("#d8c3a0"), ink("#8d7357"))))
    for x in range(0, 1600, 80):
        canvas.shape(box(x + 8, 34, x + 58, 50), ink("#a88c68"), opacity=0.7)
    floor = box(0, 705, 1600, 1067)
    canvas.shape(floor, Fade((ink("#8a6244"), ink("#6b4632"), ink("#3a2620"))))
    flat_texture(canvas, rippled_plan(164, (12, 200)), 650, 1067, 0.5)
    boards: list[Path] = [[(800 + k * 62, 705), (800 + k * 190, 1067)] for k in range(-14, 15)]
    canvas.lines(boards, ink("#2e1d1a"), 1.4, opacity=0.4)
    for pane in windows:
        x = pane[0][0] + 106
        near = 800 + (x - 800) * 1.9 - 90
        canvas.shape(
            [(x - 100, 708), (x + 100, 708), (near + 210, 1067), (near - 190, 1067)],
            Fade((ink("#ffe9c0"), ink("#d6a873"))),
            opacity=0.42,
            blur=12,
            blend="screen",
        )
    for x, y, k in ((470, 690, 0.74), (640, 672, 0.7), (800, 668, 0.7), (960, 672, 0.7), (1130, 690, 0.74)):
        _chair(canvas, x, y, k)
    _table(canvas)
    for x, y, k in ((330, 850, 1.0), (555, 912, 1.12), (800, 930, 1.16), (1045, 912, 1.12), (1270, 850, 1.0)):
        _chair(canvas, x, y, k)
    canvas.glow(860, 300, 1000, 760, ink("#ffe4b0"), 0.34)
    return canvas


def _chair(canvas: Canvas, x: float, y: float, k: float) -> None:
    """The back of an upholstered chair."""
    canvas.shape(oval(x, y + 118 * k, 80 * k, 14 * k), ink("#20120f"), opacity=0.6, blur=8)
    canvas.lines(
        [placed([(-48, 40), (-52, 120)], x, y, k), placed([(48, 40), (52, 120)], x, y, k)], ink("#3a2219"), 9 * k
    )
    back = placed(rounded(-62, -92, 62, 56, 26), x, y, k)
    canvas.shape(back, Fade((ink("#a8714a"), ink("#5f3826"))))
    canvas.shape(placed(rounded(-52, -82, 52, 44, 20), x, y, k), Fade((ink("#44707e"), ink("#1f3d4d"))))
    canvas.line(placed([(-44, -90), (44, -90)], x, y, k), ink("#f2cf98"), 3, opacity=0.8, blur=0.8)


def _table(canvas: Canvas) -> None:
    """The round table, its polished top and the flags on it."""
    canvas.shape(oval(800, 930, 500, 90), ink("#150c0c"), opacity=0.65, blur=26)
    canvas.shape(
        [*oval(800, 806, 520, 132, 0, 180), *oval(800, 762, 520, 132, 180, 0)],
        Fade((ink("#3c2219"), ink("#7d4d30"), ink("#4a2a1e")), sideways=True),
    )
    canvas.shape(box(690, 890, 910, 960), Fade((ink("#2a1814"), ink("#6b4029"), ink("#2a1814")), sideways=True))
    top = oval(800, 762, 520, 132, steps=120)
    mask = canvas.stencil(top)
    canvas.shape(top, Fade((ink("#d09a63"), ink("#a26a41"), ink("#7a492d"))))
    canvas.texture((300, 8), 0.5, 165, clip=mask, area=(270, 620, 1330, 900))
    for x in (420, 640, 960, 1180):
        canvas.shape(
            [(x - 50, 620), (x + 50, 620), (x + 90, 900), (x - 40, 900)],
            ink("#fff0cc"),
            opacity=0.2,
            blur=16,
            clip=mask,
        )
    canvas.line(oval(800, 760, 518, 130, steps=120), ink("#f3d09a"), 2.5, opacity=0.7)
    canvas.shape(oval(800, 752, 236, 54), Fade((ink("#35606c"), ink("#1f4452"))))
    canvas.line(oval(800, 752, 236, 54), ink("#e0b878"), 3)
    for x, y in ((400, 730), (470, 812), (640, 862), (960, 862), (1130, 812), (1200, 730), (600, 672), (1000, 672)):
        canvas.shape(
            [(x - 32, y + 7), (x - 18, y - 7), (x + 30, y - 7), (x + 22, y + 7)], Fade((ink("#fffdf4"), ink("#d8cfba")))
        )
        canvas.shape(box(x + 40, y - 18, x + 52, y + 2), ink("#dcecef"), opacity=0.75)
    flags = (
        (640, 742, "#2f7f7a", "#f2d891"),
        (718, 772, "#c4503a", "#f4e6cc"),
        (800, 780, "#2f5f92", "#f0c25a"),
        (882, 772, "#6b4a86", "#e8d3e0"),
        (960, 742, "#5c8a3f", "#f6efd6"),
    )
    for x, y, first, second in flags:
        canvas.shape(oval(x + 4, y, 19, 6), ink("#12242c"), opacity=0.6, blur=2)
        canvas.shape(oval(x, y - 3, 15, 5), Fade((ink("#f4d89c"), ink("#8d6235"))))
        canvas.line([(x, y - 3), (x, y - 142)], ink("#ecd3a0"), 3.6)
        canvas.shape(oval(x, y - 145, 4, 4), ink("#ffe9b4"))
        cloth = smooth(
            [
                (x + 2, y - 140),
                (x + 26, y - 134),
                (x + 50, y - 140),
                (x + 72, y - 130),
                (x + 70, y - 82),
                (x + 48, y - 92),
                (x + 24, y - 86),
                (x + 2, y - 92),
            ],
            steps=6,
        )
        flag = canvas.stencil(cloth)
        canvas.shape(
            cloth,
            Fade(
                (ink(first), mix(ink(first), ink("#ffffff"), 0.18), mix(ink(first), ink("#000000"), 0.18), ink(first)),
                sideways=True,
            ),
        )
        canvas.shape(
            smooth(
                [
                    (x, y - 122),
                    (x + 26, y - 116),
                    (x + 50, y - 122),
                    (x + 76, y - 112),
                    (x + 76, y - 98),
                    (x + 48, y - 108),
                    (x + 24, y - 102),
                    (x, y - 108),
                ]
            ),
            ink(second),
            clip=flag,
        )
