"""Draws every picture, or only the named ones, into a folder."""

from __future__ import annotations

import argparse
import zlib
from pathlib import Path as Folder

from PIL import Image

from .canvas import finished
from .film import poster, write_film
from .pictures import PICTURES

BYTE_LIMIT = 160_000


def save_picture(image: Image.Image, target: Folder) -> None:
    """Writes a JPEG, easing its quality only when it would be too heavy."""
    for quality in (82, 80, 78, 75, 72, 68, 64, 58):
        image.save(target, "JPEG", quality=quality, optimize=True, progressive=True)
        if target.stat().st_size <= BYTE_LIMIT:
            break
    print(f"{target.name}: {target.stat().st_size:,} bytes at quality {quality}")


def draw(folder: Folder, names: list[str]) -> None:
    """Draws the named pictures, or all and the film when none is named."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, scene in PICTURES.items():
        if not names or name in names:
            save_picture(finished(scene(), zlib.crc32(name.encode())), folder / f"{name}.jpg")
    if not names or "caspian-video-poster" in names:
        save_picture(poster(), folder / "caspian-video-poster.jpg")
    if not names or "caspian-film" in names:
        write_film(folder / "caspian.mp4")


def main() -> None:
    """Reads the command line and draws."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("output_folder", type=Folder)
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    choices = parser.parse_args()
    draw(choices.output_folder, choices.only)


if __name__ == "__main__":
    main()
