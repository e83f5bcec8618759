"""What a camera or an editing program wrote into a picture: place, time and names that can betray people.

Every cut of a picture is made without it. The private original keeps all of it.
"""

from __future__ import annotations

from PIL import ImageOps
from willow.plugins.pillow import PillowImage
from willow.registry import registry

KEPT = frozenset({"icc_profile", "transparency", "gamma"})
"""What the colours need."""


def auto_orient(image: PillowImage) -> PillowImage:
    """The picture upright, and with nothing but its pixels and colours; the first step of every cut."""
    upright = ImageOps.exif_transpose(image.image)
    upright.info = {name: value for name, value in upright.info.items() if name in KEPT}
    return PillowImage(upright)


def register() -> None:
    """Has Willow use it."""
    registry.register_operation(PillowImage, "auto_orient", auto_orient)
