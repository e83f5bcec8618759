"""The grammar of Turkmen (Latin script of 1999)."""

from __future__ import annotations

from search.conflation.turkic.folding import folder
from search.conflation.turkic.grammar import Grammar, Slot

_NOMINAL = "noun plural possessive participle infinitive attributive"
_FINITE = "past person_past present future aorist perfect person past_copula imperative conditional"

GRAMMAR = Grammar(
    vowels="aäeioöuüy",
    consonants="bçdfghjžklmnňprsştwýzcvqx",
    harmony={
        "A": {"a": "aouy", "e": "äeiöü"},
        "Ä": {"a": "aouyeiä", "ä": "äeiöü"},
        "I": {"y": "aouy", "i": "äeiöüy", "u": "ou", "ü": "öü"},
    },
    assimilation={},
    slots={
        "plural": Slot("lAr", "noun participle infinitive attributive"),
        "possessive": Slot("(I)m (I)ň (I)n (s)I (I)mIz (I)ňIz (I)nIz", "noun plural participle infinitive comparative"),
        "case": Slot("(n)Iň (n)I A ä nA nI ndA ndAn dA dAn", _NOMINAL),
        "attributive": Slot("dAkI ndAkI däki ndäki", "noun plural possessive participle infinitive"),
        "copula": Slot(
            "dIr dIrlAr mI mIkÄ In sIň Is sIňIz dIk dIg",
            f"{_NOMINAL} case past_copula person_past present future aorist perfect",
        ),
        "comparative": Slot("rAk räk", "noun participle"),
        "negation": Slot("mA", "verb modality"),
        "past": Slot("dI", "verb negation modality"),
        "person_past": Slot("m ň n k ňIz nIz lAr", "past conditional past_copula"),
        "perfect": Slot("(I)pdIr mÄndIr (I)p", "verb negation modality"),
        "present": Slot("ýÄr ýÄ", "verb negation modality"),
        "future": Slot("jAk", "verb negation modality"),
        "aorist": Slot("(A)r är mAz mAr", "verb"),
        "person": Slot("In sIň Is sIňIz lAr n ň s ňIz dIr dIrlAr", "perfect present aorist future necessity"),
        "necessity": Slot("mAlI", "verb negation modality"),
        "past_copula": Slot("dI mIş", f"{_NOMINAL} case present perfect future aorist necessity conditional"),
        "conditional": Slot("sA", "verb negation modality"),
        "imperative": Slot("AýIn ýIn äýin AlIň lIň älIň sIn sInlAr (I)ň (I)n gIn AýIň", "verb negation modality"),
        "participle": Slot(
            "(A)r är (A)n än ýÄn dIk dIg jAk jAg mAlI mAdIk mAdIg mÄn mÄnlIk mÄnlIg mAz mAjAk mAjAg",
            "verb negation modality",
        ),
        "infinitive": Slot("mAk mAg mA mÄgA mÄ mAlIk mAlIg mAzlIk mAzlIg mAkçI", "verb negation modality"),
        "modality": Slot("Aý ý äý", "verb"),
        "converb": Slot(
            "(I)p (A)lI mÄn mÄnkÄ mAzdAn InçA ýÄnçÄ AgAdA dIkçA dIgIçA ArkA rkA ýÄrkÄ AndA (A)nsoň mÄnsoň AsI",
            "verb negation modality",
        ),
        "question": Slot("mI", _FINITE),
    },
    final={"b": "p", "d": "t", "g": "k", "j": "ç", "ä": "e"},
    verb_final={"d": "t", "ä": "e"},
    fleeting="yiuü",
    short="şa di de",
    plain=dict(zip("äçžňöşüýj", "acznosuyj", strict=True)),
)

fold = folder(GRAMMAR.vowels + GRAMMAR.consonants, letters={"ñ": "ň", "ÿ": "ý"})
