"""The two Caspian landscapes: the stranded harbour and the long shore."""

from __future__ import annotations

import random

from .boats import beached_boat
from .canvas import Canvas, Fade
from .colour import Colour, ink, mix
from .geometry import Path, box, oval, smooth
from .scenery import cloud_bank, cracked_plan, flat_texture, mist, rippled_plan


def caspian_harbour() -> Canvas:
    """Three fishing boats on cracked sand, with the sea a thin line far behind."""
    canvas = Canvas()
    horizon = 432.0
    canvas.backdrop(
        (0, ink("#5f7d9c")), (150, ink("#93a3ad")), (290, ink("#e6bf95")), (420, ink("#fbdc9f")), (1067, ink("#f0c68c"))
    )
    cloud_bank(canvas, 20, 380, ink("#fbd9ae"), ink("#b88a86"), 11, cover=0.42, cell=(620, 60), opacity=0.7)
    canvas.glow(330, 392, 900, 420, ink("#ffc873"), 0.8)
    canvas.glow(330, 392, 150, 150, ink("#fff3d2"), 1.0, 1.4)
    canvas.shape(oval(330, 392, 30, 30), ink("#fff6de"), blur=1)
    _port(canvas, horizon)
    canvas.shape(box(0, horizon - 5, 1600, horizon + 14), Fade((ink("#7ea3b4"), ink("#3f7396"))))
    canvas.glow(330, horizon + 4, 260, 12, ink("#fff0c0"), 0.9)
    sand = box(0, horizon + 11, 1600, 1067)
    ground = canvas.stencil(sand)
    canvas.shape(sand, Fade((ink("#e3bd8a"), ink("#d3a672"), ink("#b98552"), ink("#8d5f3c"))))
    canvas.shape(box(0, horizon + 11, 1600, horizon + 24), ink("#9d8a78"), opacity=0.6, blur=5)
    flat_texture(canvas, rippled_plan(21, (120, 60)), horizon + 11, 1067, 0.55)
    flat_texture(canvas, cracked_plan(22, 30), horizon + 11, 1067, 0.72, blend="multiply", near=7)
    canvas.glow(330, horizon + 40, 800, 330, ink("#ffd79a"), 0.45, clip=ground)
    air = ink("#efc994")
    beached_boat(canvas, 1010, 500, 150, 8, ink("#5d7f86"), 31, haze=0.5, air=air, flip=True)
    beached_boat(canvas, 1225, 622, 360, 9, ink("#3f7f8c"), 32, haze=0.14, air=air)
    beached_boat(canvas, 470, 778, 640, -11, ink("#2f6488"), 33, flip=True)
    _ropes(canvas)
    mist(canvas, horizon + 6, 60, ink("#f7d6a0"), 0.4)
    canvas.glow(330, 400, 1200, 800, ink("#ff9d4a"), 0.22)
    canvas.shape(box(0, 940, 1600, 1100), ink("#3d2340"), opacity=0.35, blur=70, blend="multiply")
    return canvas


def _port(canvas: Canvas, horizon: float) -> None:
    """Faint cranes and sheds along the horizon."""
    tone = ink("#a9907f")
    for x, size in ((1130, 1.0), (1200, 0.8), (1310, 1.15), (1395, 0.9), (1470, 0.7)):
        legs: list[Path] = [
            [(x, horizon), (x + 4, horizon - 52 * size)],
            [(x + 30 * size, horizon), (x + 22 * size, horizon - 52 * size)],
            [(x - 4, horizon - 52 * size), (x + 34 * size, horizon - 52 * size)],
            [(x + 14 * size, horizon - 52 * size), (x + 70 * size, horizon - 112 * size)],
            [(x + 14 * size, horizon - 52 * size), (x + 6 * size, horizon - 92 * size)],
            [(x + 6 * size, horizon - 92 * size), (x + 70 * size, horizon - 112 * size)],
            [(x + 70 * size, horizon - 112 * size), (x + 70 * size, horizon - 70 * size)],
        ]
        canvas.lines(legs, tone, 2.4 * size, opacity=0.8)
        canvas.shape(box(x + 3, horizon - 66 * size, x + 26 * size, horizon - 50 * size), tone, opacity=0.85)
    for left, right, top in ((1080, 1180, 14), (1230, 1300, 20), (1350, 1560, 12)):
        canvas.shape(box(left, horizon - top, right, horizon), tone, opacity=0.75)


def _ropes(canvas: Canvas) -> None:
    """A slack mooring rope and a rusted anchor chain left in the sand."""
    rope = smooth([(168, 690), (130, 800), (190, 880), (330, 905), (420, 960), (600, 965), (700, 1000)], closed=False)
    canvas.line([(x + 4, y + 5) for x, y in rope], ink("#4a2f2c"), 5, opacity=0.5, blur=2)
    canvas.line(rope, ink("#e2c796"), 4.5)
    canvas.line(rope, ink("#8b6a44"), 1.5, opacity=0.7)


def caspian_shore() -> Canvas:
    """Weathered mooring posts that cross a wide beach and stop long before the water."""
    canvas = Canvas()
    dice = random.Random(5)
    horizon = 700.0
    canvas.backdrop(
        (0, ink("#3f6f98")), (260, ink("#7fa6bd")), (520, ink("#c5d5d2")), (700, ink("#f1e3c9")), (1067, ink("#e8d5b2"))
    )
    cloud_bank(canvas, -40, 330, ink("#f4efe4"), ink("#8fa3b2"), 53, cover=0.52, cell=(700, 190), opacity=0.92)
    cloud_bank(canvas, 300, 560, ink("#fdf3df"), ink("#b3bcbf"), 57, cover=0.45, cell=(460, 70), opacity=0.8)
    cloud_bank(canvas, 520, 690, ink("#fff3da"), ink("#cfc7ba"), 58, cover=0.5, cell=(420, 26), opacity=0.6)
    canvas.glow(1240, 640, 900, 480, ink("#ffe7b8"), 0.55)
    canvas.shape(box(0, horizon - 3, 1600, horizon + 20), Fade((ink("#6d9bab"), ink("#3c7793"), ink("#88adae"))))
    canvas.shape(
        box(0, horizon + 19, 1600, 1067), Fade((ink("#d9c6a0"), ink("#d6b988"), ink("#c29d6c"), ink("#94714c")))
    )
    for y, depth, tone in ((horizon + 26, 5, "#8d9a94"), (horizon + 46, 5, "#efe0bd"), (horizon + 62, 6, "#a99674")):
        canvas.shape(box(0, y, 1600, y + depth), ink(tone), opacity=0.5, blur=3)
    flat_texture(canvas, rippled_plan(61, (140, 26)), horizon + 19, 1067, 0.75)
    flat_texture(canvas, rippled_plan(62, (20, 8)), horizon + 19, 1067, 0.4, near=5)
    pools: list[Path] = [
        smooth([(900, 800), (1080, 790), (1300, 797), (1420, 806), (1240, 816), (1010, 812)]),
        smooth([(1180, 856), (1330, 846), (1570, 852), (1640, 868), (1430, 880), (1260, 872)]),
    ]
    canvas.shapes(pools, Fade((ink("#dfe3d8"), ink("#8fb0bb"))), opacity=0.85, blur=2)
    for row_end, near_x, tall in ((1090.0, 640.0, 0.74), (1062.0, 60.0, 1.0)):
        places = [t / 19 for t in range(20)]
        for t in places:
            depth = 1 / (1 + 7.2 * t)
            _post(
                canvas,
                row_end + (near_x - row_end) * (depth - 0.12) / 0.88,
                horizon + 20 + 350 * depth,
                440 * tall * depth * dice.uniform(0.72, 1.08),
                54 * depth * tall,
                1 - depth,
                dice,
            )
    _walker(canvas, 1262, 784)
    for x, y, r in ((980, 300, 15), (1040, 330, 10), (1100, 282, 12), (720, 420, 8)):
        canvas.line(
            smooth(
                [
                    (x - r, y - r * 0.4),
                    (x - r * 0.4, y - r * 0.5),
                    (x, y),
                    (x + r * 0.4, y - r * 0.55),
                    (x + r, y - r * 0.3),
                ],
                closed=False,
            ),
            ink("#46545e"),
            1.8,
            opacity=0.8,
        )
    mist(canvas, horizon + 10, 90, ink("#f4e8cf"), 0.35)
    canvas.shape(box(0, 980, 1600, 1120), ink("#4a3546"), opacity=0.35, blur=50, blend="multiply")
    return canvas


def _post(canvas: Canvas, x: float, foot: float, height: float, width: float, far: float, dice: random.Random) -> None:
    """One worn post with its shadow; ``far`` washes it into the air."""
    air = ink("#d8d2c0")

    def tone(code: str) -> Colour:
        return mix(ink(code), air, far * 0.55)

    lean = dice.uniform(-0.05, 0.06) * height
    w = width / 2
    canvas.shape(
        [
            (x - w, foot),
            (x + w, foot - w * 0.3),
            (x - height * 1.1, foot + height * 0.1),
            (x - height * 1.12, foot + height * 0.07),
        ],
        tone("#5a4654"),
        opacity=0.5,
        blur=0.6 + w * 0.12,
        blend="multiply",
    )
    outline = smooth(
        [
            (x - w, foot + w * 0.25),
            (x - w * 0.92 + lean * 0.5, foot - height * 0.5),
            (x - w * 0.8 + lean, foot - height * 0.97),
            (x - w * 0.2 + lean, foot - height),
            (x + w * 0.7 + lean, foot - height * 0.96),
            (x + w * 0.93 + lean * 0.5, foot - height * 0.5),
            (x + w, foot + w * 0.2),
            (x, foot + w * 0.4),
        ]
    )
    mask = canvas.stencil(outline)
    canvas.shape(outline, Fade((tone("#4b3f40"), tone("#75655a"), tone("#cbb592"), tone("#b59f80")), sideways=True))
    canvas.shape(
        box(x - w * 3, foot - height * 0.3, x + w * 3, foot + w), tone("#2f3a36"), opacity=0.55, blur=w * 0.5, clip=mask
    )
    cracks = [
        [
            (x + k * w + lean, foot - height),
            (x + k * w * 1.1 + dice.uniform(-1, 1), foot - height * dice.uniform(0.1, 0.6)),
        ]
        for k in (-0.6, -0.3, 0.0, 0.25, 0.55)
    ]
    canvas.lines(cracks, tone("#2f2629"), max(0.6, w * 0.06), opacity=0.6, clip=mask)
    if w > 4:
        canvas.texture(
            (w * 0.3, height * 0.2),
            0.7,
            dice.randrange(10**6),
            clip=mask,
            area=(x - w * 3, foot - height * 1.1, x + w * 3, foot + w),
        )
    canvas.shape(
        smooth(
            [(x - w * 1.8, foot + w * 0.5), (x, foot + w * 0.05), (x + w * 1.9, foot + w * 0.5), (x, foot + w * 0.9)]
        ),
        tone("#c5a473"),
        opacity=0.8,
        blur=0.5 + w * 0.15,
    )


def _walker(canvas: Canvas, x: float, y: float) -> None:
    """A small figure walking towards the water."""
    dark = ink("#3d3a44")
    canvas.shape(smooth([(x - 5, y - 28), (x, y - 33), (x + 6, y - 28), (x + 7, y - 13), (x - 6, y - 13)]), dark)
    canvas.shape(oval(x + 1, y - 38, 4, 5), dark)
    canvas.lines([[(x - 2, y - 14), (x - 6, y)], [(x + 3, y - 14), (x + 5, y)]], dark, 3.6)
    canvas.shape([(x - 5, y), (x + 5, y), (x - 34, y + 12), (x - 40, y + 11)], ink("#5a4654"), opacity=0.45, blur=1)
