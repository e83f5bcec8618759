"""The grammar of Tatar (Cyrillic script)."""

from __future__ import annotations

from search.conflation.turkic.folding import folder
from search.conflation.turkic.grammar import Grammar, Slot

_NOMINAL = "noun plural possessive participle infinitive attributive"
_FINITE = "past person_past present perfect future person conditional"
_VOICELESS = "кпстфхцчшщһ"
_NASAL = "мнң"
_BACK, _FRONT = "аоуыъ", "әеиөүэь"
_LOANED = "иеь"
"""Front vowels that are back ones in words from Russian: журналистлар, фильмнар."""

GRAMMAR = Grammar(
    vowels="аәеиоөыэ",
    consonants="бвгджҗзйлр" + _VOICELESS + _NASAL + "уүьъ",
    glides="уүьъ",
    harmony={
        "A": {"а": _BACK + _LOANED, "ә": _FRONT},
        "I": {"ы": _BACK + _LOANED, "е": _FRONT + _BACK},
        "U": {"у": _BACK + _FRONT, "ү": _FRONT},
        "Ы": {"ый": _BACK, "и": _FRONT + "а"},
    },
    assimilation={
        "L": {"н": _NASAL, "л": ""},
        "D": {"т": _VOICELESS, "д": ""},
        "N": {"т": _VOICELESS, "н": _NASAL, "д": ""},
        "G": {"к": _VOICELESS, "г": ""},
    },
    slots={
        "plural": Slot("LAр", "noun participle infinitive attributive"),
        "possessive": Slot("(I)м (I)ң (с)I (I)бIз (I)гIз", "noun plural participle infinitive"),
        "case": Slot("нIң нI GA A нA DA NAн н ндA ннAн", _NOMINAL),
        "attributive": Slot("DAгI ндAгI нIкI", "noun plural possessive participle infinitive"),
        "copula": Slot("DIр мIн сIң сIз", f"{_NOMINAL} case"),
        "comparative": Slot("рAк", "noun participle"),
        "negation": Slot("мA", "verb"),
        "past": Slot("DI", "verb negation"),
        "person_past": Slot("м ң к гIз LAр", "past conditional"),
        "present": Slot("A мЫ", "verb"),
        "contraction": Slot("Ы", "verb contracted"),
        "perfect": Slot("GAн (I)п", "verb negation"),
        "future": Slot("(й)AчAк (A)р Iр мAс мA", "verb negation"),
        "person": Slot("м мIн сIң бIз сIз LAр DIр", "perfect present contraction future participle"),
        "conditional": Slot("сA", "verb negation"),
        "imperative": Slot("AйIм мЫм мЫк сIн сIннAр (I)гIз GIн", "verb negation"),
        "contracted_imperative": Slot("Ым Ык", "verb contracted"),
        "participle": Slot("GAн (й)AчAк AсI йсI", "verb negation"),
        "infinitive": Slot("U", "verb negation"),
        "converb": Slot("IргA AргA ргA мAскA (I)п мЫчA GAч GAнчI GAндA A", "verb negation"),
        "question": Slot("мI", _FINITE),
    },
    final={"б": "п", "г": "к", "в": "у"},
    verb_final={"б": "п"},
    fleeting="ые",
    open_end="аә",
    verb_end="ые",
    short="су ди",
    plain=dict(zip("әҗңөүһэ", "ажноухе", strict=True)),
    spelled=(
        *((f"{vowel}я", f"{vowel}йә") for vowel in "әеиөү"),
        *((f"{vowel}ю", f"{vowel}йү") for vowel in "әеиөү"),
        *((f"{vowel}е", f"{vowel}йе") for vowel in "әеиөэ"),
        *((f"{vowel}е", f"{vowel}йы") for vowel in "аоуы"),
        ("я", "йа"),
        ("ю", "йу"),
        ("ё", "йо"),
    ),
)

fold = folder(GRAMMAR.vowels + GRAMMAR.consonants + "яю", letters={"ё": "е"}, is_cyrillic=True)
