"""The pipeline of Urdu."""

from __future__ import annotations

from search.pipelines.iranian.arabic_script import char_filters, token_filters
from search.pipelines.pipeline import Pipeline
from search.pipelines.synonym_files import synonyms

STOP_WORDS = """
کے کی کا میں سے هے اور کو نے هیں کر پر یه اس که بھی تھا ایک هو نهیں تھے گیا کیا جو هی ان تو یا تھی رها رهے رهی
گیے گیی جا دیا دی کیے کیی هوا هویے هویی لیے ساتھ بعد وه تک اپنے اپنی اپنا جس جن اگر مگر لیکن پھر جب تب کچھ سب
هم تم اپ مجھے انهیں اسے هوگا هوگی هونگے جاتا جاتی جاتے کرتے کرتا کرتی والے والی والا بلکه گا گے گی چونکه
کیونکه دوران مطابق تاهم هوں چکا چکے چکی وغیره
"""

URDU = Pipeline(
    name="newsroom_ur",
    char_filters=char_filters(
        "newsroom_ur",
        letters=("ۓ=>ے", "ڻ=>ن", "ۃ=>ت", "ې=>ی"),
        patterns={"inner_nun": ("ں(?=\\p{L})", "ن"), "inner_ye": ("ے(?=\\p{L})", "ی")},
    ),
    filters=token_filters("newsroom_ur", STOP_WORDS),
    synonyms=synonyms("ur"),
)
