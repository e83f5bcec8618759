"""Tests of the blocks of a body: hostile values are refused or shown as plain words."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from wagtail.blocks import RichTextBlock

from articles.pages.blocks import BodyBlock
from media.models import Video
from tests.factories import make_picture, make_story

pytestmark = pytest.mark.django_db

SCRIPT = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
HIDDEN = "a\x00\x08b\u202ec\u2066d"
BODY = BodyBlock()
KINDS = list(BODY.child_blocks)


def cleaned(kind: str, value: Any) -> Any:
    """The value as the editor's form would keep it."""
    block = BODY.child_blocks[kind]
    return block.clean(block.to_python(value))


def refused(kind: str, value: Any) -> bool:
    with pytest.raises(ValidationError):
        cleaned(kind, value)
    return True


def shown(client: Client, kind: str, value: Any) -> str:
    """The page of a story with this block."""
    story = make_story(body=[{"type": kind, "value": value}])
    response = client.get(story.url_path)
    assert response.status_code == 200
    return response.content.decode()


def from_editor(*spans: dict[str, Any], text: str = "words", entity: dict[str, Any] | None = None) -> str:
    """What the rich text editor sends (Draft.js content state), as the block keeps it."""
    block = BODY.child_blocks["paragraph"]
    assert isinstance(block, RichTextBlock)
    content = {
        "blocks": [
            {
                "key": "a",
                "type": "unstyled",
                "text": text,
                "depth": 0,
                "inlineStyleRanges": list(spans),
                "entityRanges": [{"offset": 0, "length": len(text), "key": 0}] if entity else [],
            }
        ],
        "entityMap": {"0": entity} if entity else {},
    }
    value = block.value_from_datadict({"body": json.dumps(content)}, {}, "body")
    return str(block.clean(value).source)


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_has_icon_group_description_and_preview(kind: str) -> None:
    block = BODY.child_blocks[kind]
    assert block.meta.icon not in ("", "placeholder")
    assert block.meta.group
    assert block.get_description()
    assert block.get_preview_value()


@pytest.mark.parametrize("value", ["", " ", "\u202e", "x" * 256, "x" * 300_000])
def test_a_heading_is_a_line_of_sane_length(value: str) -> None:
    assert refused("heading", value)


def test_lines_lose_what_hides_and_keep_what_looks_like_markup() -> None:
    assert cleaned("heading", HIDDEN) == "abcd"
    assert cleaned("heading", f" {SCRIPT}\n") == SCRIPT
    assert cleaned("quote", {"text": "<p>a</p>", "speaker": HIDDEN})["speaker"] == "abcd"


@pytest.mark.parametrize("kind", ["paragraph", "list"])
def test_text_loses_what_hides_and_joiners_stay(kind: str) -> None:
    assert cleaned(kind, f"<p>{HIDDEN} می\u200cروند</p>").source == "<p>abcd می\u200cروند</p>"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("paragraph", ""),
        ("quote", {"text": "", "speaker": "A"}),
        ("quote", {"text": f"<p>{'x' * 3001}</p>", "speaker": ""}),
        ("quote", {"text": "<p>a</p>", "speaker": "x" * 256}),
        ("fact_box", {"heading": "", "text": "<p>a</p>"}),
        ("fact_box", {"heading": "x" * 256, "text": "<p>a</p>"}),
        ("fact_box", {"heading": "H", "text": ""}),
        ("picture", {"picture": None, "caption": "", "alt": ""}),
        ("picture", {"picture": 999_999, "caption": "", "alt": ""}),
        ("gallery", []),
        ("video", {"video": None, "title": "A", "caption": ""}),
        ("video", {"video": 999_999, "title": "A", "caption": ""}),
        ("embed", {"address": "", "caption": ""}),
        ("embed", {"address": "javascript:alert(1)", "caption": ""}),
        ("embed", {"address": "https://example.org/", "caption": ""}),
        ("embed", {"address": "http://youtu.be/M7lc1UVf-VE", "caption": ""}),
        ("embed", {"address": "https://youtu.be/M7lc1UVf-VE?" + "x" * 500, "caption": ""}),
        ("embed", {"address": "https://youtu.be/M7lc1UVf-VE", "caption": "x" * 1001}),
    ],
)
def test_a_value_that_makes_no_sense_is_refused(kind: str, value: Any) -> None:
    assert refused(kind, value)


@pytest.mark.parametrize(("name", "longest"), [("caption", 1000), ("alt", 500)])
def test_the_words_of_a_picture_have_a_longest_length(name: str, longest: int) -> None:
    use = {"picture": make_picture().pk, "caption": "", "alt": ""}
    assert cleaned("picture", use | {name: "x" * longest})
    assert refused("picture", use | {name: "x" * (longest + 1)})


def test_a_gallery_has_at_least_two_pictures_and_at_most_thirty() -> None:
    use = {"type": "item", "value": {"picture": make_picture().pk, "caption": "", "alt": ""}, "id": "a"}
    assert refused("gallery", [use])
    assert len(cleaned("gallery", [use] * 2)) == 2
    assert refused("gallery", [use] * 31)


def test_a_picture_that_was_stored_without_words_is_no_error() -> None:
    use = cleaned("picture", {"picture": make_picture().pk})
    assert (use["caption"], use["alt"]) == ("", "")


def test_a_video_needs_a_title() -> None:
    video = Video.objects.create(title="Film")
    assert cleaned("video", {"video": video.pk, "title": "A", "caption": ""})
    assert refused("video", {"video": video.pk, "title": "\u202e", "caption": ""})
    assert refused("video", {"video": video.pk, "title": "x" * 256, "caption": ""})


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("heading", SCRIPT),
        ("quote", {"text": "<p>a</p>", "speaker": SCRIPT}),
        ("fact_box", {"heading": SCRIPT, "text": "<p>a</p>"}),
        ("embed", {"address": "https://youtu.be/M7lc1UVf-VE?'\"><script>alert(1)</script>", "caption": SCRIPT}),
        ("embed", {"address": "javascript:alert(1)", "caption": SCRIPT}),
    ],
)
def test_markup_in_a_line_is_shown_as_words(client: Client, kind: str, value: Any) -> None:
    html = shown(client, kind, value)
    assert "&lt;script&gt;" in html
    assert "<script>alert" not in html
    assert "<img src=x" not in html
    assert "javascript:" not in html


def test_markup_in_the_words_of_pictures_and_video_is_shown_as_words(client: Client) -> None:
    use = {"picture": make_picture(credit=SCRIPT, title=SCRIPT).pk, "caption": SCRIPT, "alt": SCRIPT}
    video = {"video": Video.objects.create(title=SCRIPT).pk, "title": SCRIPT, "caption": SCRIPT}
    gallery = [{"type": "item", "value": use, "id": "a"}, {"type": "item", "value": use, "id": "b"}]
    for kind, value in (("picture", use), ("gallery", gallery), ("video", video)):
        html = shown(client, kind, value)
        assert "&lt;script&gt;" in html
        assert "<script>alert" not in html
        assert "<img src=x" not in html


@pytest.mark.parametrize("kind", ["picture", "video"])
def test_a_picture_or_video_that_is_gone_leaves_the_page_standing(client: Client, kind: str) -> None:
    html = shown(client, kind, {kind: 999_999, "title": "Film", "caption": "What it showed", "alt": ""})
    assert "<article" in html


@pytest.mark.parametrize("text", [SCRIPT, "&lt;b&gt;", "</p><p onclick=x>"])
def test_what_an_editor_types_is_text(text: str) -> None:
    html = from_editor(text=text)
    assert "<script" not in html
    assert "<img" not in html
    assert "<p onclick" not in html


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "\x01javascript:alert(1)",
        "vbscript:x",
        "data:text/html,<script>x</script>",
    ],
)
def test_a_link_of_the_editor_cannot_run_anything(address: str) -> None:
    html = from_editor(entity={"type": "LINK", "mutability": "MUTABLE", "data": {"url": address}})
    assert "words" in html
    assert "script:" not in html.lower()
    assert "data:" not in html


def test_a_link_of_the_editor_leads_where_it_says() -> None:
    html = from_editor(entity={"type": "LINK", "mutability": "MUTABLE", "data": {"url": "https://example.org/"}})
    assert '<a href="https://example.org/">words</a>' in html


@pytest.mark.parametrize("style", ["BOLD", "ITALIC"])
def test_styles_that_are_offered_are_kept(style: str) -> None:
    assert {"BOLD": "<b>words</b>", "ITALIC": "<i>words</i>"}[style] in from_editor(
        {"offset": 0, "length": 5, "style": style}
    )


def test_nothing_of_an_embed_comes_from_elsewhere_before_a_click(client: Client) -> None:
    html = shown(client, "embed", {"address": "https://youtu.be/M7lc1UVf-VE", "caption": ""})
    assert 'data-hosted="https://www.youtube-nocookie.com/embed/M7lc1UVf-VE?autoplay=1"' in html
    assert "<iframe" not in html
    assert 'src="https://' not in html
