"""Tests of which engine translates what."""

from __future__ import annotations

import pytest

from articles.translation.engines.choosing import engine_for, has_engine
from newsroom.settings.environment import TranslationEngine
from tests.factories import make_agency

pytestmark = pytest.mark.django_db


def test_scripts_of_one_language_need_no_engine_of_others(settings) -> None:
    settings.TRANSLATION_ENGINE = None
    make_agency("Reuters", names={"uz": "Reuters", "uz-cyrl": "Reuters"})
    engine = engine_for("uz", "uz-cyrl")
    assert engine.name == "script"
    assert engine.translate(["Reuters xabari"], "uz", "uz-cyrl", is_html=[False]) == ["Reuters хабари"]
    assert engine_for("en", "ru") is None


def test_engine_is_offered_for_the_languages_that_it_has(settings) -> None:
    settings.TRANSLATION_ENGINE = TranslationEngine("deepl", "https://engine.example", "key")
    assert engine_for("en", "ru").name == "DeepL"
    assert engine_for("en", "crh") is None


def test_whether_there_is_one_is_known_without_a_query(settings, django_assert_num_queries) -> None:
    settings.TRANSLATION_ENGINE = TranslationEngine("deepl", "https://engine.example", "key")
    with django_assert_num_queries(0):
        assert (has_engine("en", "ru"), has_engine("en", "crh"), has_engine("sr", "sr-latn")) == (True, False, True)
    settings.TRANSLATION_ENGINE = None
    assert (has_engine("en", "ru"), has_engine("sr", "sr-latn")) == (False, True)


def test_practice_marks_every_text_and_keeps_markup() -> None:
    engine = engine_for("en", "fa")
    made = engine.translate(
        ["The sea", '<p>In <b>42</b> <a href="/x">ports</a></p>'], "en", "fa", is_html=[False, True]
    )
    assert made == ["[fa: The sea]", '<p>[fa: In] <b>[fa: 42]</b> <a href="/x">[fa: ports]</a></p>']


def test_key_is_not_shown() -> None:
    assert "k3y" not in repr(TranslationEngine("deepl", "https://engine.example", "k3y"))
