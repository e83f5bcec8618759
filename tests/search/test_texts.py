"""Tests of the text of a story's body."""

from __future__ import annotations

from articles.pages.blocks import BodyBlock
from search.texts import READ_BLOCKS, plain_text, texts_of, videos_in


def test_every_kind_of_block_is_read() -> None:
    assert set(BodyBlock().child_blocks) == READ_BLOCKS


def test_rich_text_loses_its_tags_and_keeps_its_words_whole() -> None:
    markup = (
        '<p>The <b>J</b>ournal &amp; <a href="https://e.org/?a=1&amp;b=2">more</a></p><ul><li>one</li><li>two</li></ul>'
    )
    assert plain_text(markup) == "The Journal & more\none\ntwo"


def test_plain_paragraph_is_read_as_any_other() -> None:
    for inside in ("Sand &amp; sea", "", " x ", "a<br/>b", "<b>a</b>", "two</p><p>more"):
        expected = inside.replace("&amp;", "&").replace("<br/>", "\n").replace("</p><p>", "\n")
        assert plain_text(f"<p>{inside}</p>") == expected.replace("<b>", "").replace("</b>", "").strip()


def test_what_only_looks_like_a_tag_stays_text() -> None:
    assert plain_text("<p>1 &lt; 2 &lt;script&gt;</p>") == "1 < 2 <script>"


def test_body_captions_and_videos_are_kept_apart() -> None:
    blocks = [
        {"type": "heading", "value": "A harbour"},
        {"type": "paragraph", "value": "<p>Sand.</p>"},
        {"type": "quote", "value": {"text": "<p>It does not wait.</p>", "speaker": "Marat"}},
        {"type": "fact_box", "value": {"heading": "In figures", "text": "<p>Five.</p>"}},
        {"type": "list", "value": "<ul><li>One table</li></ul>"},
        {"type": "picture", "value": {"picture": 3, "caption": "Boats", "alt": "x"}},
        {"type": "gallery", "value": [{"type": "item", "value": {"picture": 3, "caption": "Day one"}, "id": "1"}]},
        {"type": "video", "value": {"video": 7, "title": "The shore", "caption": "Filmed there"}},
        {"type": "embed", "value": {"address": "https://youtu.be/M7lc1UVf-VE", "caption": "Elsewhere"}},
    ]
    texts = texts_of(blocks, {7: "Words are said."})
    assert texts.body == [
        "A harbour", "Sand.", "It does not wait.", "Marat", "In figures", "Five.", "One table",
    ]  # fmt: skip
    assert texts.captions == ["Boats", "Day one", "Filmed there", "Elsewhere"]
    assert texts.videos == ["The shore", "Words are said."]
    assert texts.has_video


def test_blocks_without_content_and_of_no_known_kind_do_no_harm() -> None:
    blocks = [
        {"type": "quote", "value": {"text": None}},
        {"type": "video", "value": {"video": None, "title": ""}},
        {"type": "gallery", "value": [{"picture": None}]},
        {"type": "from the future", "value": 5},
    ]
    texts = texts_of(blocks, {})
    assert not any([*texts.body, *texts.captions, *texts.videos, texts.has_video])
    assert list(videos_in(blocks)) == []
