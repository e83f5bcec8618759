"""The retreating shoreline seen from above, one frame at a time."""

from __future__ import annotations

import math
import random

from PIL import Image, ImageChops, ImageFilter

from .canvas import Canvas, Fade
from .colour import Colour, ink, mix
from .geometry import Path, Point, box, oval, placed, smooth
from .noise import clouds

WIDTH, HEIGHT = 640, 360


DECADES = 5


START, TRAVEL = 165.0, 300.0


BOATS: tuple[tuple[float, float, float, str], ...] = (
    (196, 96, 24, "#c9573f"),
    (232, 262, -38, "#f2e6cc"),
    (292, 150, 64, "#3f7f8c"),
    (338, 306, 12, "#d9a23c"),
    (386, 214, -24, "#8f3d3a"),
    (428, 66, 40, "#e8e0d0"),
    (540, 130, -12, "#c9573f"),
    (566, 262, 32, "#f2e6cc"),
)


PIERS: tuple[tuple[float, float, float], ...] = ((60, 128, 282), (236, 118, 330), (322, 110, 238))


def coast(progress: float, wobble: float = 0.0) -> list[Point]:
    """The line of the water's edge, top to bottom, at a share of the film."""
    shift = START + TRAVEL * progress
    line: list[Point] = []
    for step in range(-2, 47):
        y = step * HEIGHT / 44
        bend = (
            26 * math.sin(y / 70 + 0.8)
            + 13 * math.sin(y / 31 + 2.1 + progress * 1.4)
            + 4 * math.sin(y / 12 + progress * 5)
        )
        line.append((shift + bend + wobble * math.sin(y / 23 + progress * 40), y))
    return line


def _water(line: Path, offset: float = 0.0) -> list[Point]:
    """Everything to the right of an edge."""
    return [*[(x + offset, y) for x, y in line], (WIDTH + 60, HEIGHT + 40), (WIDTH + 60, -40)]


class Shore:
    """The ground and the sea, painted once and revealed frame by frame."""

    def __init__(self, scale: int) -> None:
        self.scale = scale
        self.sand = self._ground()
        self.sea = self._deep()
        self.ripples = clouds((WIDTH * scale * 2, HEIGHT * scale), (46 * scale, 12 * scale), 4, 205)

    def _ground(self) -> Image.Image:
        canvas = Canvas(WIDTH, HEIGHT, self.scale)
        dice = random.Random(201)
        canvas.shape(
            box(0, 0, WIDTH, HEIGHT),
            Fade((ink("#b98f5f"), ink("#d2ad79"), ink("#dcc091"), ink("#d8c39c")), sideways=True),
        )
        canvas.texture((110, 150), 0.75, 202, octaves=6)
        canvas.texture((7, 34), 0.35, 203, octaves=3)
        for _ in range(46):
            x, y = dice.uniform(0, 130), dice.uniform(0, HEIGHT)
            r = dice.uniform(2, 6)
            canvas.shape(oval(x + 3, y + 3, r, r), ink("#5a4334"), opacity=0.4, blur=1)
            canvas.shape(oval(x, y, r, r), mix(ink("#7d8a4e"), ink("#5a6b3d"), dice.random()))
        road = smooth([(28, -20), (44, 80), (30, 190), (52, 290), (46, 390)], closed=False)
        canvas.line(road, ink("#efe0be"), 6, opacity=0.9)
        canvas.line(road, ink("#a98d68"), 1, opacity=0.7)
        for _ in range(16):
            x, y, w, h = dice.uniform(58, 104), dice.uniform(6, 345), dice.uniform(9, 16), dice.uniform(8, 13)
            canvas.shape(box(x + 3, y + 4, x + w + 5, y + h + 5), ink("#5a4334"), opacity=0.5, blur=1)
            canvas.shape(
                box(x, y, x + w, y + h), dice.choice((ink("#b5634a"), ink("#c98a62"), ink("#e9dcc2"), ink("#8d6a5a")))
            )
            canvas.line([(x, y + h / 2), (x + w, y + h / 2)], ink("#f4e6cc"), 0.8, opacity=0.6)
        return canvas.image

    def _pier(self, canvas: Canvas, y: float, left: float, right: float) -> None:
        canvas.shape(box(left + 4, y + 6, right + 5, y + 13), ink("#54402f"), opacity=0.55, blur=1.6)
        canvas.shape(box(left, y, right, y + 7), Fade((ink("#c2a57c"), ink("#8d704f"))))
        canvas.shape(box(right - 8, y - 7, right, y + 14), Fade((ink("#b99a72"), ink("#846849"))))
        canvas.lines(
            [[(left + k * 4, y), (left + k * 4, y + 7)] for k in range(int((right - left) / 4))],
            ink("#5f4a36"),
            0.7,
            opacity=0.6,
        )

    def _deep(self) -> Image.Image:
        canvas = Canvas(WIDTH, HEIGHT, self.scale)
        canvas.shape(
            box(0, 0, WIDTH, HEIGHT),
            Fade((ink("#4fa3ae"), ink("#2f8199"), ink("#1f6686"), ink("#164d70")), sideways=True),
        )
        canvas.texture((150, 90), 0.5, 204, octaves=5)
        return canvas.image

    def frame(self, progress: float) -> Image.Image:
        """The picture at a share of the film between nought and one."""
        canvas = Canvas(WIDTH, HEIGHT, self.scale)
        canvas.image.paste(self.sand)
        line = coast(progress)
        self._marks(canvas, progress)
        canvas.shape(_water(line, -26), ink("#7a5a3c"), opacity=0.5, blur=11, blend="multiply")
        self._boats(canvas, line, afloat=False, progress=progress)
        shallow = canvas.stencil(_water(line), blur=1)
        depth = canvas.stencil(_water(line, 46)).resize((WIDTH // 4, HEIGHT // 4)).filter(ImageFilter.GaussianBlur(8))
        depth = depth.resize(canvas.image.size, Image.Resampling.BICUBIC)
        canvas.veil(shallow, ink("#8ccac4"), 0.62)
        canvas.image.paste(self.sea, (0, 0), ImageChops.multiply(shallow, depth.point(lambda v: int(v * 0.97))))
        drift = int(progress * 150 * self.scale)
        waves = self.ripples.crop((drift, 0, drift + canvas.image.width, canvas.image.height))
        canvas.overlay(waves, (0, 0, *canvas.image.size), 0.55, clip=shallow)
        for gap, width, opacity in (
            (0.0, 2.4, 0.9),
            (9 + 3 * math.sin(progress * 60), 1.4, 0.5),
            (21 + 4 * math.sin(progress * 60 + 2), 1.0, 0.3),
        ):
            canvas.line(
                [(x + gap, y) for x, y in coast(progress, 1.6)], ink("#f7f6ea"), width, opacity=opacity, blur=0.7
            )
        for y, left, right in PIERS:
            self._pier(canvas, y, left, right)
        for y, _, right in PIERS:
            edge = min(line, key=lambda point: abs(point[1] - y))[0]
            if right > edge:
                canvas.shape(box(edge, y + 7, right, y + 11), ink("#0f3a52"), opacity=0.4, blur=1.5)
        self._boats(canvas, line, afloat=True, progress=progress)
        corner = Image.radial_gradient("L").point(lambda v: int(max(0, v - 120) * 0.45)).resize(canvas.image.size)
        canvas.veil(corner, (14, 20, 34))
        return canvas.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS) if self.scale == 2 else canvas.image

    def _marks(self, canvas: Canvas, progress: float) -> None:
        """The thin line each past decade has left on the sand."""
        for decade in range(DECADES):
            moment = decade / DECADES
            if progress >= moment:
                age = min(1.0, (progress - moment) * 14)
                mark = coast(moment)
                canvas.line([(x + 2, y) for x, y in mark], ink("#6b4a33"), 4, opacity=0.28 * age, blur=2)
                canvas.line(mark, ink("#fff6df"), 1.5, opacity=0.35 + 0.5 * age)

    def _boats(self, canvas: Canvas, line: Path, afloat: bool, progress: float) -> None:
        """The boats on one side of the water's edge."""
        for x, y, turn, code in BOATS:
            edge = min(line, key=lambda point: abs(point[1] - y))[0]
            if (x > edge - 18) is not afloat:
                continue
            grounded = min(1.0, max(0.0, (edge - x) / 18))
            sway = (1 - grounded) * 3 * math.sin(progress * 38 + x) + grounded * 14
            _boat(canvas, x, y, turn + sway, ink(code), afloat)


def _boat(canvas: Canvas, x: float, y: float, turn: float, paint: Colour, afloat: bool) -> None:
    """One boat from above, with its shadow."""
    hull = smooth([(-15, -5), (0, -6.5), (12, -4), (20, 0), (12, 4), (0, 6.5), (-15, 5)], steps=5)
    shade = ink("#0f3a52") if afloat else ink("#4f3a30")
    canvas.shape(placed(hull, x + 4, y + 5, 1, turn), shade, opacity=0.6, blur=1.6)
    canvas.shape(placed(hull, x, y, 1, turn), paint)
    canvas.shape(placed(hull, x, y, 0.74, turn), mix(paint, ink("#3a2a22"), 0.55))
    canvas.shape(placed(box(-9, -3.4, -1, 3.4), x, y, 1, turn), ink("#f4ead2"))
    canvas.shape(placed(box(-9, 0.6, -1, 3.4), x, y, 1, turn), ink("#b9a88c"))
    canvas.line(placed([(4, -4.5), (4, 4.5)], x, y, 1, turn), ink("#e6d3a8"), 1)
