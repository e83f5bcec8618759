"""A story of every kind of block, files of it, and what translators do to them."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from lxml import etree
from wagtail.models import PageLogEntry

from articles.pages.article import ArticlePage
from articles.translation.files.leaving import leave
from articles.translation.files.writing import write_1, write_2
from articles.translation.models import Translation
from newsroom.users.models import User
from tests.articles.translation.stories import Raw, record_of
from tests.factories import make_picture, make_story, make_video

WRITERS = {"1.2": write_1, "2.0": write_2}
LINK = '<a href="https://example.org/?a=1&amp;b=2">shore</a>'


def every_block() -> Raw:
    """Raw blocks of every kind, their texts with every kind of markup."""
    picture, video = make_picture().pk, make_video().pk
    shown = {"picture": picture, "caption": "A boat & a net", "alt": "Boat"}
    item = {"type": "item", "value": shown}
    return [
        _block("p1", "paragraph", f'<p data-block-key="k1">The <b>sea</b> &amp; the {LINK} <i>fall</i>.</p>'),
        _block("p2", "paragraph", '<p data-block-key="k2">One</p><p data-block-key="k3">two<br/>three</p>'),
        _block("h1", "heading", "A harbour < without > water"),
        _block("q1", "quote", {"text": "<p>It <i>does not</i> wait.</p>", "speaker": "Marat Ilyasov"}),
        _block("l1", "list", f"<ul><li>One {LINK}</li><li>Two</li></ul>"),
        _block("f1", "fact_box", {"heading": "In figures", "text": "<p>Five</p><ol><li>six</li></ol>"}),
        _block("i1", "picture", shown),
        _block("g1", "gallery", [item | {"id": "g1a"}, item | {"id": "g1b"}]),
        _block("v1", "video", {"video": video, "title": "The shore", "caption": "It walked away"}),
        _block("e1", "embed", {"address": "https://www.youtube.com/watch?v=M7lc1UVf-VE", "caption": "A clip"}),
    ]


def make_full_source(code: str = "en") -> ArticlePage:
    """A live story with all its lines and every kind of block."""
    return make_story(
        code,
        title="The sea falls",
        kicker="Sea",
        standfirst="It has fallen by two metres.",
        lead_picture=make_picture(),
        lead_caption="The shore",
        lead_alt="Sand",
        dateline="Aktau",
        body=json.dumps(every_block()),
    )


def row_of(story: ArticlePage) -> Translation:
    """The desk's record of a translation, with what files need."""
    return Translation.objects.select_related("story", "source", "locale").get(pk=record_of(story).pk)


def traces(story: ArticlePage) -> tuple[object, ...]:
    """Everything that a refused file must leave as it was."""
    page = ArticlePage.objects.get(pk=story.pk)
    content = page.get_latest_revision_as_object().serializable_data()
    log = PageLogEntry.objects.filter(page=story.pk).count()
    return Translation.objects.values().get(story=story.pk), page.revisions.count(), content, page.live, log


def sent_out(story: ArticlePage, by: User, version: str = "2.0", *, only_changed: bool = False) -> bytes:
    """The file of a translation."""
    return WRITERS[version](leave(row_of(story), by=by, only_changed=only_changed))


def translated(data: bytes, words: Callable[[str], str], *, state: str = "translated", only: str = "") -> bytes:
    """The file with a target for each unit: the source with other words, its codes as they are."""
    root = etree.fromstring(data)
    for source in root.iter("{*}source"):
        holder = source.getparent()
        if only and only not in {holder.get("resname"), holder.getparent().get("name")}:
            continue
        for old in holder.findall("{*}target"):
            holder.remove(old)
        target = deepcopy(source)
        target.tag = source.tag.replace("source", "target")
        for element in target.iter():
            element.text = words(element.text) if (element.text or "").strip() else element.text
            if element is not target and (element.tail or "").strip():
                element.tail = words(element.tail)
        target.tail = None
        source.addnext(target)
        (target if holder.get("resname") else holder).set("state", state)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def changed(data: bytes, *pairs: tuple[str, str]) -> bytes:
    """The file with other characters in it, each of which must have been there."""
    text = data.decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


def _block(key: str, kind: str, value: Any) -> dict[str, Any]:
    return {"id": key, "type": kind, "value": value}
