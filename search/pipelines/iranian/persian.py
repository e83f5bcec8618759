"""The pipeline of Persian and Dari."""

from __future__ import annotations

from search.pipelines.iranian.arabic_script import char_filters, token_filters
from search.pipelines.pipeline import Pipeline
from search.pipelines.synonym_files import synonyms

STOP_WORDS = """
و در به از که این را با است برای ان یک خود تا کرد بر هم نیز گفت می شد شده ها های هایی اش ام ات اند ای بود باید
هر ما من تو او شما انها اما یا ولی اگر چه چون پس نه همه دیگر پیش هیچ شود کند کنند دارد دارند نمی بی مورد
انان وی ایشان زیرا هنوز البته بودند هستند نیست همین همان چند چنین چنان باشد باشند خواهد خواهند کرده شدند تر
ترین درباره توسط
"""
"""The joiner has become a space, so that prefixes and endings of words are words here."""

PERSIAN = Pipeline(
    name="newsroom_fa",
    char_filters=char_filters("newsroom_fa", joiner=" "),
    filters=token_filters("newsroom_fa", STOP_WORDS),
    synonyms=synonyms("fa"),
)
