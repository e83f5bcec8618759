"""The open-air cinema and the carpets."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw, ImageFilter

from .canvas import Canvas, Fade
from .colour import Colour, ink, mix, stray
from .geometry import Path, Point, box, crag, oval, placed, smooth
from .noise import clouds
from .scenery import foliage, stars


def courtyard_cinema() -> Canvas:
    """A night courtyard of wooden balconies, strings of bulbs and a glowing screen before its audience."""
    canvas = Canvas()
    dice = random.Random(71)
    canvas.backdrop((0, ink("#0b1230")), (330, ink("#22305e")), (600, ink("#4a4a78")), (1067, ink("#1a1626")))
    stars(canvas, 420, 260, ink("#f2f0ff"), dice)
    cx, cy = 800.0, 520.0

    def at(x: float, y: float, depth: float) -> Point:
        return cx + x / depth, cy + y / depth

    canvas.shape(box(500, 250, 1100, 800), Fade((ink("#4a3a4a"), ink("#6b5050"), ink("#3a2a34"))))
    canvas.shape([(480, 256), (1120, 256), (1060, 214), (540, 214)], Fade((ink("#5a3a3c"), ink("#2f2230"))))
    canvas.shape(
        [at(-860, 470, 0.8), at(860, 470, 0.8), at(860, 470, 2.8), at(-860, 470, 2.8)],
        Fade((ink("#6a5560"), ink("#241d2c"))),
    )
    for side in (-1, 1):
        wall = side * 800.0
        canvas.shape(
            [at(wall, -560, 0.7), at(wall, -560, 2.66), at(wall, 470, 2.66), at(wall, 470, 0.7)],
            Fade((ink("#33283c"), ink("#5a4548"), ink("#2c222e"))),
        )
        canvas.shape(
            [at(wall, -560, 0.7), at(wall, -560, 2.66), at(wall * 0.88, -530, 2.66), at(wall * 0.88, -530, 0.7)],
            Fade((ink("#4f343a"), ink("#2a1e2c"))),
        )
        for top in (-420, -70, 230):
            for k in range(8):
                near = 0.86 + k * 0.23 * (1 + k * 0.02)
                far = near + 0.1
                door = [
                    at(wall, top + 40, near),
                    at(wall, top + 40, far),
                    at(wall, top + 200, far),
                    at(wall, top + 200, near),
                ]
                lit = dice.random() < 0.5
                canvas.shape(
                    door, Fade((ink("#ffdc8c"), ink("#e39a4a"))) if lit else Fade((ink("#2a2438"), ink("#1a1626")))
                )
                middle = (near + far) / 2
                canvas.line([at(wall, top + 40, middle), at(wall, top + 200, middle)], ink("#3a2626"), 3 / near)
                if lit:
                    gx, gy = at(wall, top + 120, middle)
                    canvas.glow(gx, gy, 150 / near, 130 / near, ink("#ffb45a"), 0.4)
        for top in (-190, 160):
            out = wall * 0.82
            canvas.shape(
                [at(wall, top + 26, 0.7), at(wall, top + 26, 2.6), at(out, top + 26, 2.6), at(out, top + 26, 0.7)],
                Fade((ink("#4a302c"), ink("#1d1420"))),
            )
            canvas.shape(
                [at(out, top, 0.7), at(out, top, 2.6), at(out, top + 28, 2.6), at(out, top + 28, 0.7)],
                Fade((ink("#8a5a3c"), ink("#4f3228"))),
            )
            canvas.line([at(out, top - 92, 0.7), at(out, top - 92, 2.6)], ink("#a8714a"), 6)
            rails: list[Path] = []
            depth = 0.72
            while depth < 2.6:
                rails.append([at(out, top, depth), at(out, top - 92, depth)])
                depth *= 1.02
            canvas.lines(rails, ink("#7a4f38"), 2.4)
            depth = 0.8
            while depth < 2.6:
                canvas.line(
                    [at(out, top, depth), at(out, top - 340, depth)], Fade((ink("#8a5c40"), ink("#6b4432"))), 13 / depth
                )
                arch = smooth(
                    [at(out, top - 270, depth * 0.94), at(out, top - 320, depth), at(out, top - 270, depth * 1.06)],
                    closed=False,
                )
                canvas.line(arch, ink("#6b4432"), 6 / depth)
                depth *= 1.22
        for k in (0.9, 1.3, 1.75):
            vx, vy = at(side * 680, 60, k)
            foliage(
                canvas,
                vx,
                vy,
                80 / k,
                90 / k,
                (ink("#6f8a52"), ink("#3c5f48"), ink("#1d3a3a"), ink("#142a30")),
                260,
                9 / k,
                dice,
            )
    _screen(canvas)
    _bulbs(canvas, dice)
    _audience(canvas, dice)
    canvas.glow(800, 470, 900, 600, ink("#a9bcd8"), 0.22)
    return canvas


def _screen(canvas: Canvas) -> None:
    """The white sheet, with the shapes of a landscape film moving on it."""
    canvas.glow(800, 470, 800, 560, ink("#cfdcf2"), 0.6)
    canvas.shape(box(544, 318, 1056, 634), ink("#1a1626"))
    sheet = box(556, 330, 1044, 622)
    mask = canvas.stencil(sheet)
    canvas.shape(sheet, Fade((ink("#f6f8fb"), ink("#fffdf4"), ink("#dfe6ea"))))
    canvas.shape(
        [(556, 560), (680, 500), (800, 556), (900, 470), (1044, 570), (1044, 622), (556, 622)],
        ink("#b9c4d2"),
        opacity=0.75,
        blur=3,
        clip=mask,
    )
    canvas.shape(
        smooth([(556, 590), (760, 570), (1044, 600), (1044, 640), (556, 640)]),
        ink("#8d9ab0"),
        opacity=0.7,
        blur=2,
        clip=mask,
    )
    canvas.shape(oval(700, 420, 34, 34), ink("#fff3cf"), clip=mask)
    canvas.glow(800, 476, 330, 210, ink("#ffffff"), 0.5)
    canvas.shape(
        [(556, 650), (1044, 650), (1330, 1067), (270, 1067)], ink("#b9c8e2"), opacity=0.2, blur=36, blend="screen"
    )


def _bulbs(canvas: Canvas, dice: random.Random) -> None:
    """The sagging strings of bulbs across the court."""
    for (x1, y1), (x2, y2), sag, size in (
        ((-20, 90), (1620, 40), 150, 9),
        ((90, 10), (1500, 190), 110, 7.5),
        ((330, 190), (1290, 200), 74, 5.5),
        ((420, 262), (1180, 256), 46, 4),
    ):
        wire: list[Point] = [
            (x1 + (x2 - x1) * t / 40, y1 + (y2 - y1) * t / 40 + sag * 4 * t / 40 * (1 - t / 40)) for t in range(41)
        ]
        canvas.line(wire, ink("#0c0a16"), 2.2)
        for x, y in wire[1::2]:
            r = size * dice.uniform(0.9, 1.1)
            canvas.glow(x, y + r, r * 7, r * 7, ink("#ffb750"), 0.75)
            canvas.shape(oval(x, y + r, r * 0.85, r), ink("#fff2c4"))


def _audience(canvas: Canvas, dice: random.Random) -> None:
    """Row behind row of heads against the light."""
    for row, (y, size, count) in enumerate(((706, 15, 19), (756, 22, 17), (830, 33, 14), (940, 50, 11), (1080, 76, 9))):
        tone = mix(ink("#3a3450"), ink("#0c0a14"), row / 4)
        for i in range(count):
            if dice.random() < 0.08:
                continue
            x = 800 + (i - (count - 1) / 2) * size * 2.55 + dice.uniform(-0.35, 0.35) * size
            k, lift = size / 30 * dice.uniform(0.88, 1.08), dice.uniform(-0.3, 0.3) * size
            shoulders = smooth(
                placed([(-14, -26), (14, -26), (40, -8), (46, 60), (-46, 60), (-40, -8)], x, y + lift, k)
            )
            head = placed(
                smooth(
                    [(0, -84), (19, -76), (25, -56), (20, -34), (8, -24), (-8, -24), (-20, -34), (-25, -56), (-19, -76)]
                ),
                x + dice.uniform(-4, 4) * k,
                y + lift,
                k,
            )
            shapes: list[Path] = [shoulders, head]
            if dice.random() < 0.35:
                shapes.append(placed(oval(0, -86, 13, 11), x, y + lift, k))
            rim = [placed(shape, 0, -1.6 - k * 0.8) for shape in shapes]
            canvas.shapes(rim, mix(ink("#dfe8fa"), tone, 0.15 + row * 0.1), opacity=0.8, blur=0.6)
            canvas.shapes(shapes, stray(tone, 5, dice))
            canvas.shape(placed(box(-52, 16, 52, 66), x, y + lift, k), mix(tone, ink("#4a3028"), 0.3), opacity=0.9)


WOOL: tuple[Colour, ...] = (
    ink("#8f2430"),
    ink("#1f3557"),
    ink("#d8a545"),
    ink("#efe0bd"),
    ink("#35685f"),
    ink("#b5502f"),
    ink("#2a1a22"),
)


def woven(width: int, height: int, palette: tuple[Colour, ...], seed: int) -> Image.Image:
    """A flat carpet: borders within borders around a field of stepped medallions."""
    ground, deep, gold, cream, green, rust, dark = palette
    dice = random.Random(seed)
    rug = Image.new("RGB", (width, height), ground)
    pen = ImageDraw.Draw(rug)
    unit = height // 100

    def stepped(x: float, y: float, steps: int, size: int, colour: Colour, tall: float = 1.0) -> None:
        for i in range(-steps, steps + 1):
            half = (steps - abs(i)) * size + size / 2
            pen.rectangle((x - half, y + (i - 0.5) * size * tall, x + half, y + (i + 0.5) * size * tall), fill=colour)

    inset = 0
    for depth, colour in ((2, dark), (2, cream), (9, deep), (2, gold), (1, dark), (5, rust), (1, cream), (2, green)):
        pen.rectangle((inset, inset, width - inset, height - inset), fill=colour)
        middle = inset + depth * unit / 2
        if depth >= 5:
            pitch = depth * unit * (1.25 if depth == 9 else 1.0)
            for along, limit, upright in ((0.0, width, False), (0.0, height, True)):
                count = int((limit - 2 * inset) / pitch)
                gap = (limit - 2 * inset) / count
                for n in range(count):
                    along = inset + gap * (n + 0.5)
                    for far in (middle, (width if upright else height) - middle):
                        px, py = (far, along) if upright else (along, far)
                        size = max(2, unit * depth // 14)
                        stepped(
                            px, py, 5, size, (gold, cream, rust, green)[n % 4] if depth == 9 else (cream, gold)[n % 2]
                        )
                        stepped(px, py, 3, size, (ground, deep)[n % 2])
                        stepped(px, py, 1, size, cream if depth == 9 else dark)
        inset += depth * unit
    pen.rectangle((inset, inset, width - inset, height - inset), fill=ground)
    columns = 4
    for n in range(columns):
        x, y = inset + (width - 2 * inset) * (n + 0.5) / columns, height / 2
        for steps, colour in (
            (15, dark),
            (14, (deep, green)[n % 2]),
            (11, gold),
            (10, (rust, deep)[n % 2]),
            (7, cream),
            (6, ground),
            (4, gold),
            (3, dark),
            (1, cream),
        ):
            stepped(x, y, steps, unit, colour, 1.35)
        for sx in (-1, 1):
            for sy in (-1, 1):
                for arm in range(3):
                    hx, hy = x + sx * (6 + arm * 4) * unit, y + sy * (17 - arm * 5) * unit * 1.25
                    pen.rectangle(
                        (min(hx, hx + sx * 5 * unit), hy - unit / 2, max(hx, hx + sx * 5 * unit), hy + unit / 2),
                        fill=cream,
                    )
                    pen.rectangle(
                        (
                            hx + sx * 5 * unit - unit / 2,
                            min(hy, hy - sy * 3 * unit),
                            hx + sx * 5 * unit + unit / 2,
                            max(hy, hy - sy * 3 * unit),
                        ),
                        fill=cream,
                    )
    for n in range(columns + 1):
        x = inset + (width - 2 * inset) * n / columns
        for y in (inset + 10 * unit, height - inset - 10 * unit, height / 2):
            for steps, colour in ((6, gold), (5, deep), (3, cream), (1, rust)):
                stepped(min(width - inset - 7 * unit, max(inset + 7 * unit, x)), y, steps, unit, colour)
    for _ in range(60):
        x, y = dice.uniform(inset + 20, width - inset - 20), dice.uniform(inset + 20, height - inset - 20)
        if rug.getpixel((int(x), int(y))) == ground:
            stepped(x, y, 2, max(2, unit // 2), dice.choice((gold, cream, green)))
    return rug


def _knotted(rug: Image.Image, seed: int) -> Image.Image:
    """The carpet with uneven dye and the fine ribs of its knots."""
    size = rug.size
    dye = clouds(size, (size[0] / 3, 18), 4, seed).point(lambda v: 84 + v // 3)
    ribs = Image.new("L", (4, 6), 150)
    ImageDraw.Draw(ribs).line((0, 0, 3, 0), fill=70)
    ImageDraw.Draw(ribs).line((0, 0, 0, 5), fill=104)
    row = Image.new("L", (size[0], 6))
    for x in range(0, size[0], 4):
        row.paste(ribs, (x, 0))
    knots = Image.new("L", size)
    for y in range(0, size[1], 6):
        knots.paste(row, (0, y))
    canvas = Canvas(*size, scale=1)
    canvas.image.paste(rug.filter(ImageFilter.GaussianBlur(0.7)))
    for grain, amount in ((dye, 0.9), (knots, 0.55)):
        canvas.overlay(grain, (0, 0, *size), amount)
    return canvas.image


def carpet_patterns() -> Canvas:
    """A rich geometric carpet with its corner folded back over another."""
    canvas = Canvas()
    width, height = canvas.image.size
    below = _knotted(
        woven(
            2600,
            1700,
            (
                ink("#24405f"),
                ink("#7a2430"),
                ink("#cf9a4a"),
                ink("#eadcb8"),
                ink("#5f7f5a"),
                ink("#b86a3c"),
                ink("#1c1622"),
            ),
            5,
        ),
        221,
    )
    canvas.image.paste(below.rotate(8, Image.Resampling.BICUBIC, expand=True), (1000, 560))
    upper = _knotted(woven(3700, 2300, WOOL, 4), 222).rotate(-5, Image.Resampling.BICUBIC, expand=True)
    fold_a, fold_b = (1655.0, 480.0), (905.0, 1130.0)
    edge = smooth(
        [(-40, -40), (1700, -40), (1700, 440), fold_a, (1360, 790), (1140, 905), fold_b, (-40, 1130)], steps=1
    )
    canvas.shape([(x + 26, y + 34) for x, y in edge], ink("#0a0612"), opacity=0.75, blur=26)
    canvas.image.paste(upper.crop((330, 330, 330 + width, 330 + height)), (0, 0), canvas.stencil(edge))
    flap = smooth(
        [
            fold_a,
            (1500, 640),
            (1360, 790),
            (1140, 905),
            (1000, 1040),
            fold_b,
            (840, 900),
            (905, 700),
            (1060, 560),
            (1240, 470),
            (1460, 430),
        ],
        steps=8,
    )
    canvas.shape([(x - 26, y - 16) for x, y in flap], ink("#12060c"), opacity=0.7, blur=26)
    canvas.shape(flap, Fade((ink("#c9a27a"), ink("#a8705a"), ink("#8a4a48"))))
    mask = canvas.stencil(flap)
    back = upper.transpose(Image.Transpose.ROTATE_270).resize((width, height)).filter(ImageFilter.GaussianBlur(3))
    pale = Image.blend(back, Image.new("RGB", back.size, ink("#c9a88a")), 0.55)
    canvas.image.paste(pale, (0, 0), mask)
    warp: list[Path] = [[(k * 7.0, 300), (k * 7.0 + 500, 1100)] for k in range(60, 240)]
    canvas.lines(warp, ink("#6b4438"), 1.2, opacity=0.3, clip=mask)
    canvas.shape(
        [(1700, 480), (1400, 720), (1180, 860), (860, 1140), (1000, 1200), (1240, 940), (1460, 800), (1720, 560)],
        ink("#2a0f18"),
        opacity=0.6,
        blur=26,
        clip=mask,
    )
    canvas.shape(
        smooth(
            [(1600, 480), (1300, 600), (1050, 760), (890, 1000), (930, 1010), (1120, 800), (1340, 660), (1600, 520)]
        ),
        ink("#ffe9c4"),
        opacity=0.4,
        blur=24,
        clip=mask,
    )
    fringe: list[Path] = []
    dice = random.Random(72)
    rim = smooth([(840, 900), (905, 700), (1060, 560), (1240, 470), (1460, 430)], closed=False, steps=26)
    for x, y in rim:
        fringe.append(crag([(x, y), (x - dice.uniform(16, 30), y - dice.uniform(14, 34))], 0.2, dice, 2))
    canvas.lines(fringe, ink("#f0e2c0"), 3)
    for x1, y1, x2, y2 in ((-40, 300, 1000, -40), (-40, 800, 900, 330), (300, 1100, 820, 860)):
        canvas.line([(x1, y1), (x2, y2)], ink("#12060c"), 60, opacity=0.3, blur=40)
        canvas.line([(x1, y1 - 70), (x2, y2 - 70)], ink("#fff0cc"), 40, opacity=0.15, blur=34, blend="screen")
    canvas.glow(420, 160, 1300, 900, ink("#ffd9a0"), 0.3)
    canvas.shape(box(900, 900, 1700, 1200), ink("#140a1c"), opacity=0.5, blur=110, blend="multiply")
    return canvas
