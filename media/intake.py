"""The door for picture files: what comes in is a picture of an allowed kind, of a sane size, that can be read whole."""

from __future__ import annotations

import warnings
from pathlib import PurePath

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, UnidentifiedImageError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

READABLE = ("AVIF", "GIF", "JPEG", "PNG", "WEBP")


class PictureRefused(ValueError):
    """The file is not a picture that the newsroom takes."""


def check_picture(file: File) -> None:
    """Refuses what is no whole picture: wrong kind, wrong name, too many pixels, cut off.

    Raises PictureRefused, in words for the person who brought it.
    """
    try:
        WagtailImageField().clean(file)
    except ValidationError as error:
        raise PictureRefused(" ".join(error.messages)) from error
    check_pixels(file)


def check_pixels(file: File) -> None:
    """Decodes the picture once, so that a broken one is found now and not when a reader wants it."""
    file.seek(0)
    try:
        with warnings.catch_warnings(), Image.open(file, formats=READABLE) as image:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(_("This picture has too many pixels.")) from error
    except (OSError, SyntaxError, ValueError, EOFError, UnidentifiedImageError) as error:
        raise PictureRefused(_("This file is not a whole picture: it is broken or cut off.")) from error
    finally:
        file.seek(0)


def picture_from_path(path: PurePath, content: bytes) -> UploadedFile:
    """A file of a folder in the shape in which forms take it; the last part of its name is kept."""
    return SimpleUploadedFile(path.name, content)


class PictureForm(BaseImageForm):
    """Wagtail's form for a picture, with the same door."""

    def clean_file(self) -> File:
        """Refuses a file that cannot be decoded."""
        file = self.cleaned_data["file"]
        if "file" in self.changed_data and isinstance(file, UploadedFile):
            try:
                check_pixels(file)
            except PictureRefused as refusal:
                raise ValidationError(str(refusal)) from refusal
        return file
