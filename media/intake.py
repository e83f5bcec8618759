"""The door for picture files: what comes in is a picture of an allowed kind, of a sane size, that can be read whole."""

from __future__ import annotations

import warnings
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.utils.translation import gettext as _
from PIL import Image
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
        PictureField().clean(file)
    except ValidationError as error:
        raise PictureRefused(" ".join(error.messages)) from error


def check_pixels(file: File) -> None:
    """Decodes the picture once, so that a broken one is found now and not when a reader wants it."""
    file.seek(0)
    try:
        with warnings.catch_warnings(), Image.open(file, formats=READABLE) as image:
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureRefused(_("This picture has too many pixels.")) from error
    except Exception as error:  # a decoder that meets a hostile file raises anything
        raise PictureRefused(_("This file is not a whole picture: it is broken or cut off.")) from error
    finally:
        file.seek(0)


def picture_from_path(path: PurePath, content: bytes) -> UploadedFile:
    """A file of a folder in the shape in which forms take it; the last part of its name is kept."""
    return SimpleUploadedFile(path.name, content)


class PictureField(WagtailImageField):
    """Wagtail's field for a picture, which lets a broken one end in an error of its decoder."""

    def to_python(self, data: Any) -> Any:
        """Refuses a file that cannot be decoded."""
        file = super().to_python(data)
        if file:
            try:
                check_pixels(file)
            except PictureRefused as refusal:
                raise ValidationError(str(refusal)) from refusal
        return file

    def check_image_pixel_size(self, f: Any) -> None:
        """Counts pixels in a file that may be broken."""
        try:
            super().check_image_pixel_size(f)
        except ValidationError:
            raise
        except Exception as error:  # a decoder that meets a hostile file raises anything
            raise ValidationError(_("This file is not a whole picture: it is broken or cut off.")) from error


class PictureForm(BaseImageForm):
    """Wagtail's form for a picture, with the same door."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known := self.fields.get("file"):
            self.fields["file"] = PictureField(label=known.label, widget=known.widget, required=known.required)
