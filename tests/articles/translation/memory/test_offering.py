"""Tests of what the memory offers, and to whom."""

from __future__ import annotations

import pytest
from django.utils import timezone

from articles.credits.withholding import withhold_name
from articles.pages.article import ArticlePage
from articles.translation.memory import offers
from articles.translation.memory.likeness import bands, digest, plain_words
from articles.translation.models import MemoryBand, MemoryUnit
from newsroom.users.groups import translators_of
from tests.articles.translation.stories import edited, make_source, paragraph, publish, raw_body, translate
from tests.factories import make_administrator, make_correspondent, make_front_page, make_user

pytestmark = pytest.mark.django_db

SENTENCE = "Sentence number 1 stands here."
LONG = "The five countries around the sea have agreed to measure its falling water in the same way every day"


@pytest.fixture
def anna():
    return make_administrator("anna")


def told(text: str, by, kind: str = "paragraph") -> list[tuple[str, int]]:
    found = offers(text, kind=kind, source_code="en", code="ru", by=by)
    return [(offer.text, offer.likeness) for offer in found]


def translated(sentence: str = SENTENCE, text: str = "Второе предложение."):
    source = publish(make_source(2), [paragraph("b1", sentence)])
    story = translate(source, "ru")
    return publish(story, edited(raw_body(story), "b1", text), title="Море уходит")


def test_same_paragraph_is_offered_with_where_it_comes_from(anna) -> None:
    translated()
    [offer] = offers(f"<p>{SENTENCE}</p>", kind="paragraph", source_code="en", code="ru", by=anna)
    assert (offer.text, offer.likeness) == ("<p>Второе предложение.</p>", 100)
    assert (offer.source_text, offer.story_title) == (SENTENCE, "Море уходит")
    assert offers(f"<p>{SENTENCE}</p>", kind="paragraph", source_code="en", code="uk", by=anna) == []


def test_nearly_the_same_paragraph_is_offered_after_the_same(anna) -> None:
    translated(LONG, "Пять стран.")
    translated(LONG.replace("every day", "each morning"), "Пять стран утром.")
    found = told(f"<p>{LONG}</p>", anna)
    assert [text for text, _ in found] == ["<p>Пять стран.</p>", "<p>Пять стран утром.</p>"]
    assert found[0][1] == 100
    assert 70 <= found[1][1] < 100
    assert told("<p>Quite another matter was spoken of in the morning.</p>", anna) == []


def test_offer_fits_the_place_that_it_is_for(anna) -> None:
    translated()
    assert told(SENTENCE, anna, kind="heading") == [("Второе предложение.", 100)]
    assert told("<p>The sea falls</p>", anna, kind="paragraph") == [("<p>Море уходит</p>", 100)]


def test_text_that_was_corrected_is_offered_as_corrected(anna) -> None:
    story = translated()
    publish(story, edited(raw_body(story), "b1", "Исправлено."))
    assert told(f"<p>{SENTENCE}</p>", anna) == [("<p>Исправлено.</p>", 100)]


def test_killed_story_is_not_offered(anna) -> None:
    story = translated()
    ArticlePage.objects.filter(pk=story.pk).update(killed_at=timezone.now())
    assert told(f"<p>{SENTENCE}</p>", anna) == []


def test_killed_source_is_not_offered(anna) -> None:
    story = translated()
    ArticlePage.objects.filter(pk=story.translated_from_id).update(killed_at=timezone.now())
    assert told(f"<p>{SENTENCE}</p>", anna) == []


def test_stories_that_one_may_not_read_are_not_offered(anna) -> None:
    for code in ("ru", "uk"):
        make_front_page(code)
    story = translated()
    own, other = make_user("rita", translators_of("ru")), make_user("olena", translators_of("uk"))
    nobody = make_user("nobody")
    assert told(f"<p>{SENTENCE}</p>", own)
    assert told(f"<p>{SENTENCE}</p>", other)
    assert told(f"<p>{SENTENCE}</p>", nobody) == []
    story.unpublish()
    assert told(f"<p>{SENTENCE}</p>", own)
    assert told(f"<p>{SENTENCE}</p>", other) == []
    ArticlePage.objects.filter(pk=story.translated_from_id).update(live=False)
    assert told(f"<p>{SENTENCE}</p>", other) == []


def test_withheld_name_does_not_come_back(anna) -> None:
    person = make_correspondent("Anna Sokolova", names={"ru": "Анна Соколова"})
    story = translated("Anna Sokolova stood on the shore.", "На берегу стояла Анна Соколова.")
    text = "<p>Anna Sokolova stood on the shore.</p>"
    assert told(text, anna)
    withhold_name(person, by=anna, reason="danger")
    assert told(text, anna) == []
    assert not MemoryUnit.objects.filter(text__contains="Сокол").exists()
    publish(story)
    assert not MemoryUnit.objects.filter(text__contains="Сокол").exists()


def test_name_is_withheld_from_offers_even_where_it_was_left_in_the_memory(anna) -> None:
    person = make_correspondent("Anna Sokolova")
    translated("Anna Sokolova stood here.", "Тут стояла она.")
    type(person).objects.filter(pk=person.pk).update(withheld_at=timezone.now())
    assert MemoryUnit.objects.filter(source_text__contains="Sokolova").exists()
    assert told("<p>Anna Sokolova stood here.</p>", anna) == []


def test_empty_and_endless_texts_are_answered(anna) -> None:
    assert told("", anna) == []
    assert told("<p></p>", anna) == []
    assert told("<p>" + "word " * 50_000 + "</p>", anna) == []


def test_queries_do_not_grow_with_what_is_remembered(anna, django_assert_num_queries) -> None:
    story = translated(LONG, "Пять стран.")
    assert told(f"<p>{LONG}</p>", anna), "the person's rights are asked once"
    for count in (1, 150):
        rows = [
            MemoryUnit(
                source_language="en",
                language="ru",
                kind="paragraph",
                source_text=f"<p>{LONG} {count} {number}</p>",
                text=f"<p>Пять стран {count} {number}</p>",
                source_digest=digest(f"{LONG} {count} {number}"),
                length=len(LONG),
                story=story,
                unit=f"x{count}-{number}",
            )
            for number in range(count)
        ]
        MemoryUnit.objects.bulk_create(rows)
        MemoryBand.objects.bulk_create(
            MemoryBand(memory_unit=row, source_language="en", language="ru", band=band)
            for row in rows
            for band in bands(plain_words(row.source_text, is_rich=True))
        )
        with django_assert_num_queries(4):
            assert len(offers(f"<p>{LONG}</p>", kind="paragraph", source_code="en", code="ru", by=anna)) > 1
