"""Two woven carpets, one folded back over the other."""

from __future__ import annotations

import random

from PIL import Image, ImageDraw, ImageFilter

from .canvas import Canvas, Fade
from .colour import Colour, ink
from .geometry import Path, box, crag, smooth
from .noise import clouds

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
    columns = 3
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
                for arm in range(1, 3):
                    hx, hy = x + sx * (2 + arm * 3) * unit, y + sy * (17 - arm * 4) * unit * 1.25
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
    canvas.image.paste(rug.filter(ImageFilter.GaussianBlur(1.2)))
    for grain, amount in ((dye, 0.9), (knots, 0.34)):
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
    upper = _knotted(woven(3900, 2500, WOOL, 4), 222).rotate(-5, Image.Resampling.BICUBIC, expand=True)
    fold_a, fold_b = (1655.0, 480.0), (905.0, 1130.0)
    edge = smooth(
        [(-40, -40), (1700, -40), (1700, 440), fold_a, (1360, 790), (1140, 905), fold_b, (-40, 1130)], steps=1
    )
    canvas.shape([(x + 26, y + 34) for x, y in edge], ink("#0a0612"), opacity=0.75, blur=26)
    canvas.image.paste(upper.crop((450, 348, 450 + width, 348 + height)), (0, 0), canvas.stencil(edge))
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
