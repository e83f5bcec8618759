"""Tests of earlier translations and of what is worth a second look."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from articles.pages.article import ArticlePage
from articles.translation.models import GlossaryTerm
from newsroom.users.models import User
from tests.articles.translation.aids.asked import ask, state
from tests.articles.translation.stories import (
    edited,
    make_source,
    paragraph,
    publish,
    raw_body,
    record_of,
    translate,
    write,
)
from tests.factories import make_agency, make_story

pytestmark = pytest.mark.django_db


def page_of(client: Client, name: str, story: ArticlePage, **sent: str) -> BeautifulSoup:
    return BeautifulSoup(ask(client, name, record_of(story).pk, **sent).content, "html.parser")


class TestOffers:
    def test_earlier_translation_comes_with_what_its_field_needs(self, client: Client, rita: User) -> None:
        source = publish(make_source(1), [paragraph("b1", 'A "sea" falls &amp; falls.')])
        first = translate(source, "ru")
        publish(first, edited(raw_body(first), "b1", "Море <b>уходит</b> &amp; уходит."))
        again = make_story(title="Another", body=json.dumps([paragraph("c", 'A "sea" falls &amp; falls.')]))
        page = page_of(client, "translation_offers", translate(again, "ru"), unit="block:c")
        [button] = page.select("button[data-put]")
        [block] = json.loads(str(button["data-offer-state"]))["blocks"]
        assert block["text"] == "Море уходит & уходит."
        assert block["inlineStyleRanges"]
        [words] = page.select("[data-offer-words]")
        assert (words.get_text(), words["lang"]) == ("Море уходит & уходит.", "ru")

    def test_nothing_to_offer_says_what_to_do(self, client: Client, rita: User, story: ArticlePage) -> None:
        assert "Write it" in page_of(client, "translation_offers", story, unit="title").get_text()

    @pytest.mark.parametrize("unit", ["", "block:forged", "block:b0/../title", "x" * 10_000])
    def test_text_that_the_source_does_not_have_is_not_found(
        self, client: Client, rita: User, story: ArticlePage, unit: str
    ) -> None:
        assert ask(client, "translation_offers", record_of(story).pk, unit=unit).status_code == 404


class TestChecks:
    def test_findings_are_told_with_where_they_are(self, client: Client, rita: User, story: ArticlePage) -> None:
        GlossaryTerm.objects.create(source_language="en", language="ru", term="sentence", translation="предложение")
        write(story, edited(raw_body(story), "b0", "Фраза 0 тут стоит, &lt;script&gt;alert(1)&lt;/script&gt;"))
        page = page_of(client, "translation_checks", story)
        assert {row["data-check-unit"] for row in page.select("[data-check-unit]")} == {"title", "block:b0", "block:b1"}
        assert "Glossary: sentence → предложение" in page.get_text()
        assert not page.select("script")

    def test_open_form_counts_and_not_what_is_saved(self, client: Client, rita: User) -> None:
        story = translate(publish(make_source(2), [paragraph(f"b{n}", f"It fell in 199{n}.") for n in (0, 1)]), "ru")
        texts = {"title": "Море", "block:b0": state("Упало в 1990."), "block:b1": state("Упало в 1997.")}
        page = page_of(client, "translation_checks", story, texts=json.dumps(texts))
        assert [row["data-check-unit"] for row in page.select("[data-check-unit]")] == ["block:b1"]
        assert "Number: 1991" in page.get_text()

    def test_names_of_the_credits_are_known(self, client: Client, rita: User) -> None:
        agency = make_agency("Reuters", names={"ru": "Рейтер"})
        story = translate(make_story(standfirst="So says Reuters today", credits=[{"agency": agency}]), "ru")
        write(story, title="История", standfirst="Так сообщают сегодня")
        assert "Reuters" in page_of(client, "translation_checks", story).get_text()
        write(story, title="История", standfirst="Так сообщает Рейтер")
        assert "found nothing" in page_of(client, "translation_checks", story).get_text()

    def test_long_story_asks_as_much_as_a_short_one(
        self, client: Client, rita: User, django_assert_max_num_queries: DjangoAssertNumQueries
    ) -> None:
        for count in (1, 30):
            record = record_of(translate(make_source(count), "ru"))
            with django_assert_max_num_queries(32):
                assert ask(client, "translation_checks", record.pk).status_code == 200
