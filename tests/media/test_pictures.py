"""Tests of pictures: what is stored, and how they stand on a page."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from django.core.files.base import ContentFile
from django.template import Context, Template
from django.test import Client, TestCase

from media.models import Picture
from media.publication import show
from media.shelf import Shelf
from tests.factories import make_picture, make_story, picture_bytes

pytestmark = pytest.mark.django_db


def _show(picture: Picture) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        show("articles.articlepage:1", pictures=[picture.pk], videos=[])


def _tag(picture: Picture | None, **context: object) -> str:
    template = Template('{% load media %}{% picture image "Boats" "wide" place|default:"card" %}')
    shelf = Shelf([picture.pk] if picture else [])
    return template.render(Context({"image": picture, "shelf": shelf, **context}))


def _image(html: str) -> Tag:
    found = BeautifulSoup(html, "html.parser").img
    assert isinstance(found, Tag)
    return found


def test_picture_on_a_page_reserves_its_space() -> None:
    picture = make_picture()
    _show(picture)
    image = _image(_tag(picture))
    assert (image["width"], image["height"]) == ("64", "36")
    assert image["alt"] == "Boats"
    assert image["src"] == f"/media/pictures/{picture.token}/wide-640.jpeg"


def test_better_formats_are_offered_first() -> None:
    picture = make_picture()
    _show(picture)
    sources = BeautifulSoup(_tag(picture), "html.parser").find_all("source")
    assert [source["type"] for source in sources] == ["image/avif", "image/webp"]
    assert all(source["srcset"].endswith(" 64w") and source["sizes"] for source in sources)


def test_only_the_lead_picture_is_fetched_before_it_is_met() -> None:
    picture = make_picture()
    _show(picture)
    assert _image(_tag(picture))["loading"] == "lazy"
    lead = _image(_tag(picture, place="lead"))
    assert "loading" not in lead.attrs
    assert lead["fetchpriority"] == "high"


def test_picture_that_is_not_public_leaves_no_mark_on_the_page() -> None:
    assert _tag(make_picture()).strip() == ""
    assert _tag(None).strip() == ""


def test_words_about_a_picture_cannot_become_markup(client: Client) -> None:
    picture = make_picture(credit='<script>alert("credit")</script>')
    story = make_story(lead_picture=picture, lead_caption="<script>alert(1)</script>", lead_alt='"><script>alert(2)')
    html = client.get(story.url_path).content.decode()
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)" in html


def test_new_file_gets_a_new_address_and_new_words_do_not() -> None:
    picture = make_picture()
    token = picture.token
    picture.caption = "Another caption"
    picture.save()
    assert picture.token == token
    picture.file = ContentFile(picture_bytes(colour="red"), name="picture.jpg")
    picture.save()
    assert picture.token != token
    assert Picture.objects.get(pk=picture.pk).token == picture.token


def test_new_focal_point_gets_a_new_address_though_only_it_is_saved() -> None:
    picture = make_picture()
    token = picture.token
    picture.focal_point_x, picture.focal_point_y = 5, 5
    picture.focal_point_width, picture.focal_point_height = 2, 2
    names = [f"focal_point_{name}" for name in ("x", "y", "width", "height")]
    picture.save(update_fields=names)
    assert Picture.objects.get(pk=picture.pk).token == picture.token != token


def test_saving_other_fields_alone_keeps_the_address() -> None:
    picture = make_picture()
    token = picture.token
    picture.caption = "Another caption"
    picture.save(update_fields=["caption"])
    assert Picture.objects.get(pk=picture.pk).token == token


def test_words_about_a_picture_are_cleaned() -> None:
    picture = Picture(title=" A\u202etitle\x00 ", caption="two\nlines", credit="\u2066open")
    picture.clean()
    assert (picture.title, picture.caption, picture.credit) == ("Atitle", "two lines", "open")


def test_addresses_of_two_pictures_tell_nothing_of_each_other() -> None:
    tokens = {make_picture().token for _ in range(3)}
    assert len(tokens) == 3
    assert {len(token) for token in tokens} == {16}
