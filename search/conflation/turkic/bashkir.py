"""The grammar of Bashkir (Cyrillic script)."""

from __future__ import annotations

from search.conflation.turkic.folding import folder
from search.conflation.turkic.grammar import Grammar, Slot

_NOMINAL = "noun plural possessive participle infinitive attributive"
_FINITE = "past person_past present perfect future person conditional"
_VOICELESS = "кҡпстфхцчшщһҫбвгд"
_VOWELS = "аәеиоөыэ"
_BACK, _FRONT = "аоуыъ", "әеиөүэь"
_LOANED = "иеь"
"""Front vowels that are back ones in words from Russian: журналистар, фильмдар."""

GRAMMAR = Grammar(
    vowels=_VOWELS,
    consonants="бвгғджҙзйклҡлмнңпрсҫтуүфхһцчшщьъ",
    glides="уүьъ",
    harmony={
        "A": {"а": _BACK + _LOANED, "ә": _FRONT},
        "I": {"ы": "аыуъ" + _LOANED, "е": "әеиүэь", "о": "оу", "ө": "өү"},
        "U": {"у": _BACK, "ү": _FRONT},
    },
    assimilation={
        "L": {"т": _VOICELESS, "д": "лмнңзж", "ҙ": "рйуүҙи", "л": _VOWELS},
        "N": {"т": _VOICELESS, "д": "лмнңзж", "ҙ": "рйуүҙи", "н": _VOWELS},
        "G": {"ҡ": _VOICELESS, "к": _VOICELESS, "ғ": "", "г": ""},
        "Ғ": {"ғ": "", "г": ""},
        "K": {"ҡ": "", "к": ""},
    },
    slots={
        "plural": Slot("LAр", "noun participle infinitive attributive"),
        "possessive": Slot("(I)м (I)ң (һ)I (I)бIҙ (I)ҒIҙ", "noun plural participle infinitive"),
        "case": Slot("NIң NI GA A нA LA NAн н ндA нAн", _NOMINAL),
        "attributive": Slot("LAҒI ндAҒI NIKI", "noun plural possessive participle infinitive"),
        "copula": Slot("LIр мIн һIң һIҒIҙ бIҙ", f"{_NOMINAL} case"),
        "comparative": Slot("(I)рAK", "noun participle"),
        "negation": Slot("мA", "verb"),
        "past": Slot("NI", "verb negation"),
        "person_past": Slot("м ң K ҒIҙ LAр", "past conditional"),
        "present": Slot("A й", "verb negation"),
        "perfect": Slot("GAн (I)п", "verb negation"),
        "future": Slot("(й)AсAK (A)р Iр мAҫ", "verb negation"),
        "person": Slot("м мIн Iм һIң бIҙ һIҒIҙ LAр LIр", "perfect present future participle"),
        "conditional": Slot("һA", "verb negation"),
        "imperative": Slot("AйIм йIм AйIK йIK һIн һIндAр (I)ҒIҙ GIн", "verb negation"),
        "participle": Slot("GAн (й)AсAK AһI йһI", "verb negation"),
        "infinitive": Slot("IU U", "verb negation"),
        "converb": Slot("IрҒA AрҒA рҒA мAҫKA (I)п мAйIнсA GAс GAнсI GAндA A й", "verb negation"),
        "question": Slot("мI", _FINITE),
    },
    final={"б": "п", "ғ": "к", "ҡ": "к", "г": "к"},
    verb_final={"б": "п"},
    fleeting="ыеоө",
    verb_end="ыеоө",
    short="ти",
    plain=dict(zip("әғҙҡңөҫүһэ", "агзкносухе", strict=True)),
    spelled=(
        *((f"{vowel}я", f"{vowel}йә") for vowel in "әеөү"),
        *((f"{vowel}ю", f"{vowel}йү") for vowel in "әеөү"),
        *((f"{vowel}е", f"{vowel}йе") for vowel in "аәоөыэ"),
        ("я", "йа"),
        ("ю", "йу"),
        ("ё", "йо"),
    ),
)

fold = folder(GRAMMAR.vowels + GRAMMAR.consonants + "яю", letters={"ё": "е"}, is_cyrillic=True)
