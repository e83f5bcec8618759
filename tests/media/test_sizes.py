"""Tests of the sizes in which readers get pictures."""

from __future__ import annotations

import pytest

from media.sizes import FORMATS, SIZES, WHOLE, WIDE, sizes_for


@pytest.mark.parametrize(("width", "height"), [(1, 1), (64, 48), (320, 180), (1000, 100), (4000, 3000), (300, 4000)])
def test_every_picture_has_every_format_in_every_shape(width: int, height: int) -> None:
    for shape in (WIDE, WHOLE):
        assert [size.width for size in sizes_for(width, height) if size.shape == shape and size.formats == FORMATS]


def test_large_picture_comes_in_every_size() -> None:
    assert sizes_for(4000, 3000) == list(SIZES)


def test_small_picture_is_not_enlarged() -> None:
    assert [(size.shape, size.width) for size in sizes_for(64, 48)] == [(WIDE, 640), (WHOLE, 960)]


@pytest.mark.parametrize(
    ("width", "height"), [(320, 240), (480, 480), (640, 360), (3000, 180), (960, 540), (1300, 150)]
)
def test_no_two_sizes_of_a_shape_would_give_the_same_file(width: int, height: int) -> None:
    widest = {WIDE: min(width, height * 16 // 9), WHOLE: width}
    made = [(size.shape, min(size.width, widest[size.shape])) for size in sizes_for(width, height)]
    assert len(made) == len(set(made))


def test_low_picture_is_cut_wide_only_as_far_as_it_reaches() -> None:
    assert [size.width for size in sizes_for(3000, 400) if size.shape == WIDE] == [320, 640]


def test_specification_names_shape_width_and_format() -> None:
    specifications = {size.spec("avif") for size in SIZES}
    assert {"fill-640x360|format-avif", "width-960|format-avif"} <= specifications
