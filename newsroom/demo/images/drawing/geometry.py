"""Points, curves and outlines in picture coordinates."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

Point = tuple[float, float]
Path = Sequence[Point]


def smooth(points: Path, closed: bool = True, steps: int = 10) -> list[Point]:
    """A flowing curve that passes through every given point."""
    count = len(points)
    spans = count if closed else count - 1
    curve: list[Point] = []
    for index in range(spans):
        if closed:
            a, b, c, d = (points[(index + shift) % count] for shift in (-1, 0, 1, 2))
        else:
            a, b = points[max(0, index - 1)], points[index]
            c, d = points[index + 1], points[min(count - 1, index + 2)]
        for step in range(steps):
            t = step / steps
            curve.append((_spline(a[0], b[0], c[0], d[0], t), _spline(a[1], b[1], c[1], d[1], t)))
    if not closed:
        curve.append(points[-1])
    return curve


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    """The Catmull-Rom value between ``b`` and ``c``."""
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)


def crag(points: Path, roughness: float, dice: random.Random, depth: int = 5) -> list[Point]:
    """A broken, rocky line that keeps to the given points but wanders between them."""
    line = list(points)
    for _ in range(depth):
        finer: list[Point] = [line[0]]
        for (x1, y1), (x2, y2) in zip(line, line[1:], strict=False):
            reach = math.hypot(x2 - x1, y2 - y1) * roughness
            middle = ((x1 + x2) / 2 + dice.uniform(-0.3, 0.3) * reach, (y1 + y2) / 2 + dice.uniform(-1, 1) * reach)
            finer += [middle, (x2, y2)]
        line = finer
    return line


def oval(x: float, y: float, rx: float, ry: float, start: float = 0, end: float = 360, steps: int = 48) -> list[Point]:
    """The points of an ellipse, or of an arc of it, given in degrees."""
    angles = [math.radians(start + (end - start) * step / steps) for step in range(steps + 1)]
    return [(x + rx * math.cos(angle), y + ry * math.sin(angle)) for angle in angles]


def box(left: float, top: float, right: float, bottom: float) -> list[Point]:
    """The four corners of an upright rectangle."""
    return [(left, top), (right, top), (right, bottom), (left, bottom)]


def rounded(left: float, top: float, right: float, bottom: float, radius: float) -> list[Point]:
    """An upright rectangle with softened corners."""
    r = radius
    return (
        oval(right - r, top + r, r, r, -90, 0, 8)
        + oval(right - r, bottom - r, r, r, 0, 90, 8)
        + oval(left + r, bottom - r, r, r, 90, 180, 8)
        + oval(left + r, top + r, r, r, 180, 270, 8)
    )


def placed(points: Path, x: float, y: float, size: float = 1.0, turn: float = 0.0, flip: bool = False) -> list[Point]:
    """An outline scaled, mirrored, turned by degrees and then moved to a place."""
    cosine, sine = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    out: list[Point] = []
    for px, py in points:
        sx, sy = (-px if flip else px) * size, py * size
        out.append((x + sx * cosine - sy * sine, y + sx * sine + sy * cosine))
    return out


def ribbon(path: Path, start: float, end: float) -> list[Point]:
    """The outline of a stroke whose width runs from one value to another."""
    left: list[Point] = []
    right: list[Point] = []
    last = len(path) - 1
    for index, (x, y) in enumerate(path):
        ax, ay = path[max(0, index - 1)]
        bx, by = path[min(last, index + 1)]
        length = math.hypot(bx - ax, by - ay) or 1.0
        half = (start + (end - start) * index / last) / 2
        nx, ny = -(by - ay) / length * half, (bx - ax) / length * half
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    return left + right[::-1]


def between(first: Point, second: Point, share: float) -> Point:
    """The point lying ``share`` of the way from one point to another."""
    return first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share
