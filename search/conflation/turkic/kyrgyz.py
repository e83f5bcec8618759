"""The grammar of Kyrgyz (Cyrillic script)."""

from __future__ import annotations

from search.conflation.turkic.folding import folder
from search.conflation.turkic.grammar import Grammar, Slot

_NOMINAL = "noun plural possessive participle infinitive contraction attributive"
_FINITE = "past person_past present perfect future person conditional"
_VOICELESS = "кпстфхцчшщ"
_VOICED = "бвгджзйлмнңр"
_VOWELS = "аеёиоөуүыэ"

GRAMMAR = Grammar(
    vowels=_VOWELS,
    consonants=_VOICELESS + _VOICED + "ьъ",
    glides="ь",
    harmony={
        "A": {"а": "аыу", "е": "еиэь", "о": "о", "ө": "өү"},
        "I": {"ы": "аы", "и": "еиэь", "у": "оу", "ү": "өү"},
        "U": {"у": "аыоу", "ү": "еиэөүь"},
        "O": {"о": "аыоу", "ө": "еиэөүь"},
    },
    assimilation={
        "L": {"т": _VOICELESS + "бвгд", "д": _VOICED, "л": _VOWELS + "рй"},
        "N": {"т": _VOICELESS + "бвгд", "д": _VOICED, "н": _VOWELS},
        "D": {"т": _VOICELESS + "бвгд", "д": ""},
        "G": {"к": _VOICELESS + "бвгд", "г": ""},
        "B": {"п": _VOICELESS + "бвгд", "б": ""},
    },
    slots={
        "plural": Slot("LAр", "noun participle infinitive contraction attributive"),
        "possessive": Slot(
            "(I)м (I)ң (с)I (I)бIз (I)ңIз (I)ңAр (I)ңIздAр", "noun plural participle infinitive contraction"
        ),
        "case": Slot("NIн NI GA A нA DA DAн н ндA нAн", _NOMINAL),
        "attributive": Slot("DAгI ндAгI NIкI", "noun plural possessive participle infinitive contraction"),
        "copula": Slot("DIр мIн сIң BIз сIз сIңAр сIздAр", f"{_NOMINAL} case"),
        "comparative": Slot("(I)рAAк", "noun"),
        "together": Slot("(I)ш", "verb", is_final=False),
        "negation": Slot("BA", "verb together"),
        "past": Slot("DI", "verb together negation"),
        "person_past": Slot("м ң к ңIз ңAр ңIздAр", "past conditional"),
        "present": Slot("A й", "verb together negation"),
        "perfect": Slot("GAн (I)п (I)птIр", "verb together negation"),
        "future": Slot("(A)р BAс мAк мAкчI чU", "verb together negation"),
        "person": Slot("м мIн пIн т сIң BIз пIз сIз сIңAр сIздAр тIр", "perfect present future participle"),
        "conditional": Slot("сA", "verb together negation"),
        "optative": Slot("GAй GI GIм GIң GIсI GIбIз GIңIз GIңAр GIлAрI", "verb together negation"),
        "imperative": Slot(
            "(A)йIн (A)йлI (A)лI (A)лIк йлIк сIн (I)ң (I)ңIз (I)ңAр (I)ңIздAр GIн GIлA", "verb together negation"
        ),
        "participle": Slot("GAн AтKAн йткAн AткAн мAкчI", "verb together negation"),
        "infinitive": Slot("UU мAк мAй", "verb together negation"),
        "contraction": Slot("OO", "contracted"),
        "agent": Slot("UUчU", "verb"),
        "contracted_agent": Slot("OOчU", "contracted"),
        "converb": Slot("(I)п A й GAнчA GIчA GAлI BAй BAстAн мAйIнчA GAндA GAнI GAч мAйын", "verb together negation"),
        "question": Slot("BI", _FINITE),
    },
    final={"б": "п", "г": "к"},
    verb_final={"б": "п"},
    fleeting="ыиуү",
    open_end="аеоөэ",
    verb_end="ыиуү",
    short="де же ми",
    plain=dict(zip("ңөүэ", "ноуе", strict=True)),
    spelled=(("я", "йа"), ("ю", "йу"), ("ё", "йо")),
)

fold = folder(GRAMMAR.vowels + GRAMMAR.consonants + "яюё", letters={"ҥ": "ң"}, is_cyrillic=True)
