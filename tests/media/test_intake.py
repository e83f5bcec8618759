"""Tests of the door for picture files, which imports and the admin share."""

from __future__ import annotations

import io
import random
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images.forms import get_image_form

from media.intake import PictureForm, PictureRefused, check_picture, picture_from_path
from media.models import Picture
from tests.factories import picture_bytes

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def refusal(content: bytes, name: str = "picture.jpg") -> str:
    with pytest.raises(PictureRefused) as refused:
        check_picture(SimpleUploadedFile(name, content))
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "format_name"),
    [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG"), ("a.gif", "GIF"), ("a.webp", "WEBP"), ("a.avif", "AVIF")],
)
def test_a_sound_picture_of_an_allowed_kind_comes_in_and_can_be_read_again(name: str, format_name: str) -> None:
    content = picture_bytes(format_name=format_name)
    file = SimpleUploadedFile(name, content)
    check_picture(file)
    assert file.read() == content


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_a_png_of_every_mode_comes_in(mode: str) -> None:
    output = io.BytesIO()
    Image.new(mode, (8, 8)).save(output, "PNG")
    check_picture(SimpleUploadedFile("a.png", output.getvalue()))


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "GIF", "WEBP", "AVIF"])
@pytest.mark.parametrize("share", [0.05, 0.5, 0.9])
def test_a_picture_that_was_cut_off_is_refused(format_name: str, share: float) -> None:
    noise = Image.frombytes("RGB", (200, 150), random.Random(1).randbytes(90_000))
    output = io.BytesIO()
    noise.save(output, format_name)
    content = output.getvalue()
    assert refusal(content[: int(len(content) * share)], f"a.{format_name.lower()}")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jpg", b""),
        ("a.jpg", b"<html><script>alert(1)</script></html>"),
        ("a.jpg", SVG),
        ("a.svg", SVG),
        ("a.svgz", SVG),
        ("a.jpg", picture_bytes(format_name="PNG")),
        ("a.png", picture_bytes()),
        ("a.tiff", picture_bytes(format_name="TIFF")),
        ("a.bmp", picture_bytes(format_name="BMP")),
        ("a.ico", picture_bytes(format_name="ICO")),
        ("a.php", picture_bytes()),
        ("a.jpg.html", picture_bytes()),
        ("a", picture_bytes()),
    ],
)
def test_another_kind_or_another_name_is_refused_in_words(name: str, content: bytes) -> None:
    assert refusal(content, name)


def test_a_picture_of_too_many_pixels_is_refused_before_it_is_decoded() -> None:
    side = int(settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS**0.5) + 100
    output = io.BytesIO()
    Image.new("1", (side, side)).save(output, "PNG")
    assert "pixels" in refusal(output.getvalue(), "bomb.png")


def test_damage_anywhere_is_refused_or_harmless_and_never_an_error_of_the_decoder() -> None:
    chance = random.Random(7)
    for format_name in ("JPEG", "PNG", "GIF", "WEBP", "AVIF"):
        sound = picture_bytes(32, 32, format_name)
        for _ in range(60):
            content = bytearray(sound)
            for _ in range(chance.randint(1, 8)):
                content[chance.randrange(len(content))] = chance.randrange(256)
            try:
                check_picture(SimpleUploadedFile(f"a.{format_name.lower()}", bytes(content)))
            except PictureRefused as refused:
                assert str(refused)


@pytest.mark.parametrize("name", ["../../x.jpg", "/etc/x.jpg", "a/b/x.jpg"])
def test_of_a_path_the_last_part_is_kept(name: str) -> None:
    assert picture_from_path(Path(name), b"").name == "x.jpg"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "content", [picture_bytes(640, 480)[:-300], b"", b"<script>", SVG, picture_bytes(format_name="PNG")]
)
def test_the_form_of_the_admin_has_the_same_door(content: bytes) -> None:
    form_class = get_image_form(Picture)
    assert issubclass(form_class, PictureForm)
    form = form_class({"title": "A"}, {"file": SimpleUploadedFile("a.jpg", content)})
    assert not form.is_valid()
    assert form.errors["file"]


@pytest.mark.django_db
def test_the_form_of_the_admin_takes_a_sound_picture_and_asks_for_no_second_one() -> None:
    data = {"title": "A", "collection": "1"}
    form = get_image_form(Picture)(data, {"file": SimpleUploadedFile("a.jpg", picture_bytes())})
    assert form.is_valid(), form.errors
    picture = form.save()
    again = get_image_form(Picture)(data | {"title": "B"}, instance=picture)
    assert again.is_valid(), again.errors
