"""Many published stories made of the demo's texts, written past all that publishing does, so that it is quick."""

from __future__ import annotations

import random
import re
import uuid
from datetime import UTC, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from articles.credits.models import Agency, Correspondent, Credit, Place
from articles.pages.article import ArticlePage
from articles.pages.founding import section
from newsroom.demo.content_files import stories

BEGIN = datetime(2024, 1, 1, tzinfo=UTC)
PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
PARAGRAPHS = 10


def make_many(code: str, count: int) -> None:
    """So many stories of a language, each of other paragraphs, with two credits."""
    chance = random.Random(f"{code}:{count}")
    texts = [story.texts[code] for story in stories() if code in story.texts]
    paragraphs = [found for text in texts for found in PARAGRAPH.findall(text["body"])]
    person = Correspondent.objects.get_or_create(name=f"Correspondent {code}")[0]
    agency = Agency.objects.get_or_create(name=f"Agency {code}")[0]
    place = Place.objects.get_or_create(name=f"Place {code}")[0]
    pages = _pages(code, count, [text["headline"] for text in texts], chance)
    for number, page in enumerate(pages):
        moment = BEGIN + timedelta(minutes=number)
        story = ArticlePage(
            page_ptr=page,
            standfirst=chance.choice(texts)["standfirst"],
            body=[
                {"type": "paragraph", "value": f"<p>{text}</p>", "id": str(uuid.UUID(int=n))}
                for n, text in enumerate(chance.choices(paragraphs, k=PARAGRAPHS))
            ],
            place=place,
            published_at=moment,
            updated_at=moment,
        )
        story.save_base(raw=True)
    credited = [{"correspondent": person, "place": place}, {"agency": agency}]
    Credit.objects.bulk_create(
        Credit(story_id=page.pk, sort_order=order, **party) for page in pages for order, party in enumerate(credited)
    )


def _pages(code: str, count: int, headlines: list[str], chance: random.Random) -> list[Page]:
    """Rows of the tree, the last children of a section."""
    parent = section(code, "archive", "Archive")
    kind = ContentType.objects.get_for_model(ArticlePage)
    first = parent.numchild
    made = []
    for number in range(first, first + count):
        title = f"{chance.choice(headlines)} {number}"
        made.append(
            Page(
                path=Page._get_path(parent.path, parent.depth + 1, number + 1),
                depth=parent.depth + 1,
                numchild=0,
                title=title,
                draft_title=title,
                slug=f"story-{number}",
                url_path=f"{parent.url_path}story-{number}/",
                content_type=kind,
                locale=parent.locale,
                live=True,
                first_published_at=BEGIN,
            )
        )
    Page.objects.bulk_create(made)
    parent.numchild = first + count
    Page.objects.filter(pk=parent.pk).update(numchild=parent.numchild)
    return list(Page.objects.filter(path__startswith=parent.path, depth=parent.depth + 1).order_by("path")[first:])
