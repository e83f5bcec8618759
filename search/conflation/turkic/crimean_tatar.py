"""The grammar of Crimean Tatar (Latin script)."""

from __future__ import annotations

from search.conflation.turkic.folding import folder
from search.conflation.turkic.grammar import Grammar, Slot

_NOMINAL = "noun plural possessive participle infinitive attributive"
_FINITE = "past person_past present future aorist perfect necessity person conditional"
_VOICELESS = "çfhkpqsşt"

GRAMMAR = Grammar(
    vowels="aeıioöuü",
    consonants="bcçdfgğhjkqlmnñprsştvyzwx",
    harmony={
        "A": {"a": "aıoui", "e": "eiöüou"},
        "I": {"ı": "aıou", "i": "eiöüaı", "u": "ouöü", "ü": "öü"},
        "Q": {"q": "aıou", "k": "eiöüaıou"},
    },
    assimilation={
        "D": {"t": _VOICELESS, "d": ""},
        "G": {"q": _VOICELESS, "k": _VOICELESS, "ğ": "", "g": ""},
    },
    slots={
        "plural": Slot("lAr", "noun participle infinitive attributive"),
        "possessive": Slot("(I)m (I)ñ (I)n (s)I (I)mIz (I)ñIz (I)nIz", "noun plural participle infinitive"),
        "case": Slot("nIñ nIn nI GA A nA DA DAn ndA ndAn n nen", _NOMINAL),
        "attributive": Slot("DAki DAkı ndAki", "noun plural possessive participle infinitive"),
        "copula": Slot("DIr DIrlAr", f"{_NOMINAL} case"),
        "comparative": Slot("rAQ", "noun"),
        "negation": Slot("mA", "verb"),
        "past": Slot("DI", "verb negation"),
        "person_past": Slot("m ñ n Q ñIz nIz lAr", "past conditional"),
        "present": Slot("A y maqta mekte", "verb negation"),
        "future": Slot("(A)cAQ ycAQ (A)cAğ (A)cAg ycAğ ycAg", "verb negation"),
        "aorist": Slot("(A)r Ir mAz mAm", "verb"),
        "perfect": Slot("GAn (I)p", "verb negation"),
        "necessity": Slot("mAlI", "verb negation"),
        "person": Slot(
            "m Im mIn sIñ sIn mIz sIñIz sInIz lAr DIr DIrlAr", "perfect present aorist future necessity infinitive"
        ),
        "conditional": Slot("sA", "verb negation"),
        "imperative": Slot("AyIm yIm AyIQ yIQ sIn (I)ñ (I)n sInlAr (I)ñIz (I)nIz ñIzlAr GIn Aiq eyik", "verb negation"),
        "participle": Slot("GAn (A)cAQ ycAQ (A)cAğ ycAğ AyAtqAn yAtqAn AyAtKAn Iv uv üv v", "verb negation"),
        "infinitive": Slot("mAQ mAğ mAg", "verb negation"),
        "converb": Slot("(I)p A y GAndA GAncA GAnce mAdAn GAç yIp AcAQlA mAycA mAyIp ArAQ", "verb negation"),
        "question": Slot("mI", _FINITE),
    },
    final={"ğ": "k", "q": "k", "g": "k", "d": "t", "b": "p", "c": "ç"},
    verb_final={"d": "t"},
    fleeting="ıiuü",
    short="de ye",
    plain=dict(zip("çğıñöşü", "cginosu", strict=True)),
)

fold = folder(GRAMMAR.vowels + GRAMMAR.consonants, has_dotless_i=True)
