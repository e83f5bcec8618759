"""Mountain ranges with lit and shaded faces."""

from __future__ import annotations

import random
from dataclasses import dataclass

from PIL import Image

from .canvas import Canvas, Fade
from .colour import Colour, mix
from .geometry import Path, Point, crag


@dataclass(frozen=True)
class Rock:
    """The colours of a range: its lit face, its shade, its foot, and its snow if any."""

    lit: Colour
    shade: Colour
    foot: Colour
    snow: Colour | None = None
    snow_shade: Colour | None = None


def mountain_range(
    canvas: Canvas,
    keys: Path,
    foot: float,
    rock: Rock,
    dice: random.Random,
    *,
    snow_depth: float = 0.45,
    roughness: float = 0.12,
    facets: int = 60,
) -> Image.Image:
    """Paints a range whose skyline passes through the key points, lit from the left, and gives its mask."""
    skyline = crag(keys, roughness, dice, 5)
    outline = [*skyline, (skyline[-1][0], foot), (skyline[0][0], foot)]
    mask = canvas.stencil(outline)
    canvas.shape(outline, Fade((rock.lit, mix(rock.lit, rock.foot, 0.5), rock.foot)))
    top = min(y for _, y in skyline)
    highs = [keys[i] for i in range(1, len(keys) - 1) if keys[i][1] <= keys[i - 1][1] and keys[i][1] <= keys[i + 1][1]]
    spines: list[list[Point]] = []
    for px, py in highs:
        drop = foot - py
        spine: list[Point] = [(px, py)]
        x = px
        for step in range(1, 7):
            x += dice.uniform(-0.09, 0.12) * drop
            spine.append((x, py + drop * step / 6))
        spines.append(crag(spine, 0.14, dice, 3))
    if rock.snow is not None:
        _snow_cap(canvas, outline, mask, rock.snow, top, foot, snow_depth, dice)
    for index, spine in enumerate(spines):
        nexts = [p for p in keys if p[0] > spine[0][0] and p not in highs]
        edge = nexts[0][0] if nexts else keys[-1][0]
        later = highs[index + 1][0] if index + 1 < len(highs) else keys[-1][0]
        reach = min(edge * 0.4 + later * 0.6, spine[0][0] + (foot - spine[0][1]) * 1.2)
        side = crag([(reach, foot), (edge, spine[0][1] + (foot - spine[0][1]) * 0.4), spine[0]], 0.06, dice, 4)
        canvas.shape(
            [*spine, *side, (edge, spine[0][1] - 30)],
            rock.shade,
            opacity=0.62,
            blur=0.8,
            clip=mask,
            blend="multiply" if rock.snow is None else "",
        )
        if rock.snow is not None and rock.snow_shade is not None:
            _snow_gullies(canvas, spine, edge, rock, mask, foot, snow_depth, dice)
    _facets(canvas, skyline, foot, rock, mask, facets, dice)
    width = max(x for x, _ in keys) - min(x for x, _ in keys)
    canvas.texture(
        (width / 14, 60),
        0.35,
        dice.randrange(10**6),
        clip=mask,
        octaves=5,
        area=(0, max(0, top), canvas.width, min(canvas.height, foot)),
    )
    return mask


def _snow_cap(
    canvas: Canvas,
    outline: Path,
    mask: Image.Image,
    snow: Colour,
    top: float,
    foot: float,
    depth: float,
    dice: random.Random,
) -> None:
    """Covers the heights with snow that ends in ragged tongues."""
    left, right = min(x for x, _ in outline), max(x for x, _ in outline)
    line = top + (foot - top) * depth
    teeth: list[Point] = []
    x = left - 20
    while x < right + 20:
        teeth.append((x, line - dice.uniform(0.1, 0.35) * (line - top)))
        x += dice.uniform(14, 60)
        teeth.append((x, line + dice.uniform(-0.2, 0.12) * (line - top)))
        x += dice.uniform(10, 50)
    area = [(right + 20, top - 60), (left - 20, top - 60), *crag(teeth, 0.2, dice, 2)]
    canvas.shape(area, snow, opacity=0.94, blur=0.6, clip=mask)


def _snow_gullies(
    canvas: Canvas,
    spine: Path,
    edge: float,
    rock: Rock,
    mask: Image.Image,
    foot: float,
    depth: float,
    dice: random.Random,
) -> None:
    """Streaks blue snow down the shaded side of a peak."""
    assert rock.snow_shade is not None
    px, py = spine[0]
    streaks: list[Path] = []
    span = (foot - py) * depth
    for _ in range(26):
        x = px + dice.uniform(0, 1) ** 1.3 * max(60.0, edge - px)
        y = py + (x - px) * 0.35 + dice.uniform(0, 0.7) * span
        length = dice.uniform(0.15, 0.5) * span
        lean = dice.uniform(0.1, 0.5) * length
        wide = dice.uniform(5, 16)
        streaks.append(
            crag(
                [
                    (x, y),
                    (x + wide, y + length * 0.3),
                    (x + lean + wide * 0.4, y + length),
                    (x + lean * 0.5 - wide * 0.3, y + length * 0.5),
                    (x, y),
                ],
                0.15,
                dice,
                2,
            )
        )
    canvas.shapes(streaks, rock.snow_shade, opacity=0.8, blur=0.5, clip=mask)


def _facets(
    canvas: Canvas, skyline: Path, foot: float, rock: Rock, mask: Image.Image, count: int, dice: random.Random
) -> None:
    """Breaks the faces with small slanting planes of light and shade."""
    lights: list[Path] = []
    darks: list[Path] = []
    for _ in range(count):
        x, y = skyline[dice.randrange(len(skyline))]
        y += dice.random() ** 1.2 * (foot - y) * 0.9
        size = dice.uniform(14, 60)
        lean = dice.choice((-1, 1)) * dice.uniform(0.2, 0.8)
        plane = crag(
            [
                (x, y),
                (x + lean * size + size * 0.2, y + size),
                (x + lean * size * 0.4 - size * 0.12, y + size * 0.8),
                (x, y),
            ],
            0.16,
            dice,
            2,
        )
        (darks if lean > 0 else lights).append(plane)
    if darks:
        canvas.shapes(darks, rock.shade, opacity=0.4, blur=0.7, clip=mask)
    if lights:
        canvas.shapes(lights, mix(rock.lit, (255, 255, 255), 0.25), opacity=0.26, blur=0.7, clip=mask)
