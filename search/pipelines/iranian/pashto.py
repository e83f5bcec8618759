"""The pipeline of Pashto."""

from __future__ import annotations

from search.pipelines.iranian.arabic_script import char_filters, token_filters
from search.pipelines.pipeline import Pipeline
from search.pipelines.synonym_files import synonyms

STOP_WORDS = """
د په او چې له کې ته سره نه دی ده یی هم دا دغه هغه هغو دوی مو تر پر یو یوه څخه خو به وو وه ول شو شوی شوې کړ کړی
کړې کوی کیږی لری یا که نو ځکه هر ټول خپل خپله خپلو ما تا زه مونږ موږ تاسو تاسی لپاره باندې لاندې پورې وروسته
مخکی بیا لا هیڅ ډیر ډیره بل بله همدا همدارنگه څه څوک چا کله چیری ولی څنگه څو شی سی کړل کړه ویلی وایی
"""

PASHTO = Pipeline(
    name="newsroom_ps",
    char_filters=char_filters(
        "newsroom_ps",
        letters=("ۍ=>ی", "ې=>ې", "ے=>ې", "ۓ=>ې", "ڔ=>ړ", "ڕ=>ړ", "ڻ=>ڼ"),
        patterns={"inner_ye": ("ې(?=\\p{L})", "ی")},
    ),
    filters=token_filters("newsroom_ps", STOP_WORDS),
    synonyms=synonyms("ps"),
)
