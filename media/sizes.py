"""The named shapes and widths in which readers get pictures, and the file formats of each."""

from __future__ import annotations

from dataclasses import dataclass

WIDE = "wide"
"""16:9, cut around the focal point: lead pictures and teasers."""
WHOLE = "whole"
"""The picture's own proportions: captioned pictures and galleries in a story."""

FORMATS = ("avif", "webp", "jpeg")
"""Best first: browsers take the first that they know."""


@dataclass(frozen=True, slots=True)
class Size:
    """One width (pixels) of a shape."""

    shape: str
    width: int
    formats: tuple[str, ...] = ("avif", "webp")

    def spec(self, format_name: str) -> str:
        """The Wagtail filter that makes it."""
        cut = f"fill-{self.width}x{self.width * 9 // 16}" if self.shape == WIDE else f"width-{self.width}"
        return f"{cut}|format-{format_name}"


SIZES = (
    Size(WIDE, 320),
    Size(WIDE, 640, FORMATS),
    Size(WIDE, 1280),
    Size(WHOLE, 480),
    Size(WHOLE, 960, FORMATS),
)


def sizes_for(picture_width: int, picture_height: int) -> list[Size]:
    """The sizes that need no enlarging, no two alike; of each shape at least those that have every format."""
    widest = {WIDE: min(picture_width, picture_height * 16 // 9), WHOLE: picture_width}
    certain = {size.shape: min(size.width, widest[size.shape]) for size in SIZES if size.formats == FORMATS}
    return [
        size
        for size in SIZES
        if size.formats == FORMATS or (size.width <= widest[size.shape] and size.width != certain[size.shape])
    ]
