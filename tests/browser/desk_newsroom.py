"""A newsroom of three desks and their people: a draft to publish, and a translation that is behind its source."""

from __future__ import annotations

import json
from typing import Any

from wagtail.models import Locale
from wagtail.users.models import UserProfile

from articles.pages.article import ArticlePage
from articles.pages.founding import section
from articles.translation.models import Translation
from newsroom.users.groups import editors_of, translators_of
from newsroom.users.models import User
from tests.factories import (
    make_correspondent,
    make_draft,
    make_front_page,
    make_picture,
    make_story,
    make_user,
    publish_page,
)

Raw = dict[str, Any]
PEOPLE = {
    "anna": ("en", [editors_of("en")]),
    "reza": ("en", [translators_of("fa"), editors_of("fa")]),
    "mina": ("fa", [translators_of("fa"), editors_of("fa")]),
    "gia": ("en", [translators_of("ka")]),
}
"""The language of their admin, and their groups."""


def load() -> dict[str, int]:
    """Fills the database of the settings in force; keys of pages by what they are."""
    for code in ("en", "fa", "ka"):
        make_front_page(code)
        section(code, "world", "World")
    for name, (code, groups) in PEOPLE.items():
        person: User = make_user(name, *groups)
        UserProfile.objects.create(user=person, preferred_language=code)
    draft = make_draft(title="Five states measure one sea", body=json.dumps(_paragraphs()))
    source, story = _behind()
    aided = _unwritten()
    return {
        "draft": draft.pk,
        "source": source.pk,
        "story": story.pk,
        "record": Translation.objects.get(story=story).pk,
        "aided": aided.pk,
        "home": make_front_page("fa").pk,
    }


def _behind() -> tuple[ArticlePage, ArticlePage]:
    """A story with every kind of block, and its Persian translation, which an edit of the source has left behind."""
    picture = make_picture(title="The harbour")
    body = [*_paragraphs(), *_other_blocks(picture.pk)]
    lines = {"kicker": "Environment", "standfirst": "Water is scarce.", "lead_picture": picture, "lead_alt": "Boats"}
    source = make_story(
        title="The sea falls",
        body=json.dumps(body),
        lead_caption="A harbour in May",
        credits=[{"correspondent": make_correspondent()}],
        **lines,
    )
    copied = source.copy_for_translation(Locale.objects.get(language_code="fa"))
    story = ArticlePage.objects.get(pk=copied.pk)
    _write(story, title="دریا پایین می‌رود", kicker="محیط زیست", body=json.dumps(_persian(body)))
    edited = json.dumps([*_edited(body), {"id": "added", "type": "paragraph", "value": "<p>Ships wait outside.</p>"}])
    _write(source, title="The sea falls faster", body=edited)
    return source, story


def _unwritten() -> ArticlePage:
    """A Persian draft of which nobody has written more than the headline; one paragraph was translated before."""
    again, quote = _paragraphs()[0], _other_blocks(0)[1]
    body = [{**again, "id": "a0"}, {"id": "a1", "type": "paragraph", "value": "<p>Ferries wait outside.</p>"}, quote]
    source = make_story(title="Ships leave the harbour", body=json.dumps(body))
    copied = source.copy_for_translation(Locale.objects.get(language_code="fa"))
    story = ArticlePage.objects.get(pk=copied.pk)
    story.title = "کشتی‌ها می‌روند"
    story.save_revision()
    return story


def _paragraphs() -> list[Raw]:
    texts = (
        "Water in the harbour stands two metres lower than in 1995.",
        "Marat Ilyasov, 61, has repaired boats here for 40 years.",
        "Five states signed an agreement in <b>2018</b>.",
    )
    return [{"id": f"p{n}", "type": "paragraph", "value": f"<p>{text}</p>"} for n, text in enumerate(texts)]


def _other_blocks(picture: int) -> list[Raw]:
    shown = {"picture": picture, "caption": "The old pier", "alt": "A pier without water"}
    return [
        {"id": "h0", "type": "heading", "value": "A harbour without water"},
        {"id": "q0", "type": "quote", "value": {"text": "<p>The sea does not wait.</p>", "speaker": "Marat Ilyasov"}},
        {"id": "i0", "type": "picture", "value": shown},
        {"id": "f0", "type": "fact_box", "value": {"heading": "In figures", "text": "<ul><li>Five states</li></ul>"}},
    ]


def _edited(body: list[Raw]) -> list[Raw]:
    """The body with one word of its second paragraph changed."""
    return [
        {**block, "value": block["value"].replace("40 years", "41 years")} if block["id"] == "p1" else block
        for block in body
    ]


def _persian(body: list[Raw]) -> list[Raw]:
    """The body with Persian paragraphs, without its heading."""
    texts = (
        "سطح آب در بندر دو متر پایین‌تر است.",
        "مرات ایلیاسوف ۴۰ سال است قایق تعمیر می‌کند.",
        "پنج کشور توافق کردند.",
    )
    persian = {f"p{n}": f"<p>{text}</p>" for n, text in enumerate(texts)}
    return [{**block, "value": persian.get(block["id"], block["value"])} for block in body if block["id"] != "h0"]


def _write(story: ArticlePage, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(story, name, value)
    publish_page(story)
