"""A large canvas on which layered shapes, light and texture are laid."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .colour import Colour, ramp
from .geometry import Path
from .noise import clouds

Box = tuple[int, int, int, int]
Blend = Callable[[Image.Image, Image.Image], Image.Image]

BLENDS: dict[str, Blend] = {
    "multiply": ImageChops.multiply,
    "screen": ImageChops.screen,
    "soft": ImageChops.soft_light,
    "overlay": ImageChops.overlay,
}


@dataclass(frozen=True)
class Fade:
    """A run of colours across a shape, from its top to its foot or from left to right."""

    colours: tuple[Colour, ...]
    sideways: bool = False

    def image(self, size: tuple[int, int]) -> Image.Image:
        """The run of colours painted over a rectangle."""
        length = min(512, max(2, size[0] if self.sideways else size[1]))
        stops = [(i / (len(self.colours) - 1), colour) for i, colour in enumerate(self.colours)]
        data = b"".join(bytes(ramp(stops, i / (length - 1))) for i in range(length))
        strip = Image.frombytes("RGB", (length, 1) if self.sideways else (1, length), data)
        return strip.resize(size, Image.Resampling.BILINEAR)


Fill = Colour | Fade


class Canvas:
    """A picture under way, addressed in final pixels but held larger for clean edges."""

    def __init__(self, width: int = 1600, height: int = 1067, scale: int = 2) -> None:
        self.width, self.height, self.scale = width, height, scale
        self.image = Image.new("RGB", (width * scale, height * scale))

    def backdrop(self, *stops: tuple[float, Colour]) -> None:
        """Fills the whole canvas with colours placed at the given heights."""
        rows = self.height
        data = b"".join(bytes(ramp(list(stops), y)) for y in range(rows))
        strip = Image.frombytes("RGB", (1, rows), data)
        self.image.paste(strip.resize(self.image.size, Image.Resampling.BILINEAR))

    def stencil(self, *outlines: Path, blur: float = 0) -> Image.Image:
        """A mask of the whole canvas, white inside the outlines."""
        mask = Image.new("L", self.image.size)
        pen = ImageDraw.Draw(mask)
        for outline in outlines:
            pen.polygon([(x * self.scale, y * self.scale) for x, y in outline], fill=255)
        return mask.filter(ImageFilter.GaussianBlur(blur * self.scale)) if blur else mask

    def shape(
        self,
        outline: Path,
        fill: Fill,
        *,
        opacity: float = 1,
        blur: float = 0,
        clip: Image.Image | None = None,
        blend: str = "",
    ) -> None:
        """Lays one filled outline."""
        self.shapes([outline], fill, opacity=opacity, blur=blur, clip=clip, blend=blend)

    def shapes(
        self,
        outlines: Sequence[Path],
        fill: Fill,
        *,
        opacity: float = 1,
        blur: float = 0,
        clip: Image.Image | None = None,
        blend: str = "",
    ) -> None:
        """Lays several outlines as one layer of paint."""
        area = self._area([point for outline in outlines for point in outline], 3 * blur + 1)
        if area is None:
            return
        alpha = Image.new("L", (area[2] - area[0], area[3] - area[1]))
        pen = ImageDraw.Draw(alpha)
        for outline in outlines:
            spots = [(x * self.scale - area[0], y * self.scale - area[1]) for x, y in outline]
            pen.polygon(spots, fill=255)
        self._lay(alpha, area, fill, opacity, blur, clip, blend)

    def lines(
        self,
        paths: Sequence[Path],
        fill: Fill,
        width: float,
        *,
        opacity: float = 1,
        blur: float = 0,
        clip: Image.Image | None = None,
        blend: str = "",
    ) -> None:
        """Lays several strokes of one width as one layer of paint."""
        area = self._area([point for path in paths for point in path], 3 * blur + width + 1)
        if area is None:
            return
        alpha = Image.new("L", (area[2] - area[0], area[3] - area[1]))
        pen = ImageDraw.Draw(alpha)
        for path in paths:
            spots = [(x * self.scale - area[0], y * self.scale - area[1]) for x, y in path]
            pen.line(spots, fill=255, width=max(1, round(width * self.scale)), joint="curve")
        self._lay(alpha, area, fill, opacity, blur, clip, blend)

    def line(
        self,
        path: Path,
        fill: Fill,
        width: float,
        *,
        opacity: float = 1,
        blur: float = 0,
        clip: Image.Image | None = None,
        blend: str = "",
    ) -> None:
        """Lays one stroke."""
        self.lines([path], fill, width, opacity=opacity, blur=blur, clip=clip, blend=blend)

    def dab(self, outline: Path, colour: Colour) -> None:
        """Drops one opaque touch of colour, quickly."""
        pen = ImageDraw.Draw(self.image)
        pen.polygon([(x * self.scale, y * self.scale) for x, y in outline], fill=colour)

    def glow(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        colour: Colour,
        strength: float = 1,
        power: float = 2,
        clip: Image.Image | None = None,
        blend: str = "screen",
    ) -> None:
        """Adds a round light that fades towards its rim."""
        area = self._area([(x - rx, y - ry), (x + rx, y + ry)], 0)
        if area is None:
            return
        disc = Image.radial_gradient("L").point(lambda value: int(255 * max(0.0, 1 - value / 180) ** power))
        size = (max(1, round(2 * rx * self.scale)), max(1, round(2 * ry * self.scale)))
        left, top = round((x - rx) * self.scale), round((y - ry) * self.scale)
        disc = disc.resize(size, Image.Resampling.BICUBIC)
        alpha = disc.crop((area[0] - left, area[1] - top, area[2] - left, area[3] - top))
        self._lay(alpha, area, colour, strength, 0, clip, blend)

    def texture(
        self,
        cell: tuple[float, float],
        amount: float,
        seed: int,
        *,
        octaves: int = 4,
        clip: Image.Image | None = None,
        area: tuple[float, float, float, float] | None = None,
        blend: str = "soft",
    ) -> None:
        """Roughens what is there with noise whose grain has the given cell size."""
        left, top, right, bottom = area or (0, 0, self.width, self.height)
        place = self._area([(left, top), (right, bottom)], 0)
        if place is None:
            return
        size = (place[2] - place[0], place[3] - place[1])
        grain = clouds(
            (size[0] // 2, size[1] // 2), (cell[0] * self.scale / 2, cell[1] * self.scale / 2), octaves, seed
        ).resize(size, Image.Resampling.BILINEAR)
        self.overlay(grain, place, amount, clip=clip, blend=blend)

    def overlay(
        self, grain: Image.Image, place: Box, amount: float, *, clip: Image.Image | None = None, blend: str = "soft"
    ) -> None:
        """Blends a grey image over a part of the canvas, given in held pixels."""
        layer = Image.merge("RGB", (grain, grain, grain))
        region = self.image.crop(place)
        alpha = Image.new("L", layer.size, round(255 * amount))
        if clip is not None:
            alpha = ImageChops.multiply(alpha, clip.crop(place))
        self.image.paste(BLENDS[blend](region, layer), place, alpha)

    def veil(self, mask: Image.Image, fill: Colour, opacity: float = 1, blend: str = "") -> None:
        """Lays a colour through a mask of the whole canvas."""
        self._lay(mask, (0, 0, *self.image.size), fill, opacity, 0, None, blend)

    def _area(self, points: Path, margin: float) -> Box | None:
        """The part of the canvas the points touch, in held pixels."""
        s, m = self.scale, margin
        left = max(0, int((min(p[0] for p in points) - m) * s))
        top = max(0, int((min(p[1] for p in points) - m) * s))
        right = min(self.image.width, int((max(p[0] for p in points) + m) * s) + 1)
        bottom = min(self.image.height, int((max(p[1] for p in points) + m) * s) + 1)
        return (left, top, right, bottom) if right > left and bottom > top else None

    def _lay(
        self,
        alpha: Image.Image,
        area: Box,
        fill: Fill,
        opacity: float,
        blur: float,
        clip: Image.Image | None,
        blend: str,
    ) -> None:
        """Puts a layer of paint through its mask on to the canvas."""
        if blur:
            alpha = alpha.filter(ImageFilter.GaussianBlur(blur * self.scale))
        if clip is not None:
            alpha = ImageChops.multiply(alpha, clip.crop(area))
        if opacity < 1:
            alpha = alpha.point(lambda value: int(value * opacity))
        layer = fill.image(alpha.size) if isinstance(fill, Fade) else Image.new("RGB", alpha.size, fill)
        if blend:
            layer = BLENDS[blend](self.image.crop(area), layer)
        self.image.paste(layer, area, alpha)


def finished(canvas: Canvas, seed: int, grain: float = 0.024, vignette: float = 0.22) -> Image.Image:
    """The canvas at its final size, with darker corners and a fine grain."""
    image = canvas.image.resize((canvas.width, canvas.height), Image.Resampling.LANCZOS)
    corner = Image.radial_gradient("L").point(lambda value: int(max(0, value - 110) * 1.5 * vignette))
    image.paste((10, 10, 22), (0, 0), corner.resize(image.size, Image.Resampling.BICUBIC))
    dice = random.Random(seed)
    raw = Image.frombytes("L", image.size, dice.randbytes(image.width * image.height))
    film = raw.filter(ImageFilter.GaussianBlur(0.8))
    layer = Image.merge("RGB", (film, film, film))
    return Image.blend(image, ImageChops.soft_light(image, layer), min(1.0, grain * 4))
