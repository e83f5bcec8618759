"""The pipeline of Tajik."""

from __future__ import annotations

from search.pipelines.pipeline import Pipeline
from search.pipelines.synonym_files import synonyms

LETTERS = (
    *(f"{letter}=>{plain}" for letter, plain in zip("қғҳҷӯҚҒҲҶӮҳӽўЎҡҠӷӶ", "кгхчуКГХЧУххуУкКгГ", strict=True)),
    *(f"{apostrophe}=>ъ" for apostrophe in "’‘ʼʻʹ`´′"),
    "'=>ъ",
)
"""Letters that a keyboard may lack, as their plain neighbours; apostrophes as the hard sign."""
STOP_WORDS = """
ва дар ба аз ки ин он бо барои ро то бар хам ё аммо агар чи чун пас на хама дигар пеш бе як худ мо ман ту у
шумо онхо вай аст буд бошад шуд шуда шавад мешавад кард карда кунад мекунад гуфт дорад доранд нест хаст
хастанд буданд шуданд карданд бояд низ вале балки зеро хануз хар хеч чанд чунин хамин хамон бисёр баъд баъди
байни нисбат тавассути хамчунин хохад набояд набуд накард эшон ингуна оид тибки
"""

TAJIK = Pipeline(
    name="newsroom_tg",
    char_filters={
        "newsroom_tg_accents": {
            "type": "pattern_replace",
            "pattern": "[\\u0300\\u0301\\u00AD\\u200B-\\u200F\\u202A-\\u202E]",
            "replacement": "",
        },
        "newsroom_tg_letters": {"type": "mapping", "mappings": list(dict.fromkeys(LETTERS))},
    },
    filters={
        "newsroom_tg_lowercase": {"type": "lowercase"},
        "newsroom_tg_stop": {"type": "stop", "stopwords": STOP_WORDS.split()},
    },
    synonyms=synonyms("tg"),
)
