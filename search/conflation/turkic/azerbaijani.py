"""The grammar of Azerbaijani (Latin script of 1991)."""

from __future__ import annotations

from search.conflation.turkic.folding import folder
from search.conflation.turkic.grammar import Grammar, Slot

_NOMINAL = "noun plural possessive participle infinitive attributive"
_FINITE = "past person_past present future aorist perfect person necessity past_copula"

GRAMMAR = Grammar(
    vowels="aeəıioöuü",
    consonants="bcçdfgğhxjkqlmnprsştvyzw",
    harmony={
        "A": {"a": "aıoui", "ə": "əeiöü", "e": "əeiöüou"},
        "I": {"ı": "aı", "i": "əeiaı", "u": "ouöü", "ü": "öü"},
        "Q": {"q": "aıou", "k": "əeiöü"},
        "Ğ": {"ğ": "aıou", "g": "aıou", "y": "əeiöü"},
    },
    assimilation={},
    slots={
        "plural": Slot("lAr", "noun participle infinitive attributive"),
        "possessive": Slot("(I)m (I)n (s)I (y)I (I)mIz (I)nIz", "noun plural participle infinitive"),
        "case": Slot("(n)In (n)I (y)A dA dAn nA ndA ndAn (y)lA", _NOMINAL),
        "attributive": Slot("dAkI ndAkI", "noun plural possessive participle infinitive"),
        "copula": Slot("dIr dIrlAr", f"{_NOMINAL} case"),
        "comparative": Slot("rAQ", "noun"),
        "negation": Slot("mA", "verb"),
        "past": Slot("dI", "verb negation"),
        "person_past": Slot("m n Q nIz lAr", "past conditional past_copula"),
        "present": Slot("(y)Ir mIr", "verb"),
        "future": Slot("(y)AcAQ (y)AcAĞ", "verb negation"),
        "aorist": Slot("(y)Ar mAz mAr", "verb"),
        "perfect": Slot("mIş (y)Ib", "verb negation"),
        "necessity": Slot("mAlI", "verb negation"),
        "person": Slot("(y)Am sAn (y)IQ sInIz sIz lAr dIr dIrlAr", "present aorist perfect future necessity"),
        "past_copula": Slot("(y)dI (y)mIş (y)sA", "present aorist future perfect necessity conditional person"),
        "conditional": Slot("sA", "verb negation"),
        "optative": Slot("(y)A (y)Am (y)AsAn (y)AQ (y)AsInIz (y)AlAr", "verb negation"),
        "imperative": Slot("(y)Im (y)AQ sIn (y)In sInlAr (y)InIz gIlAn gIl gInAn", "verb negation"),
        "participle": Slot("(y)An dIQ dIĞ mIş (y)AcAQ (y)AcAĞ (y)AsI mAlI mAz", "verb negation"),
        "infinitive": Slot("mAQ mAĞ", "verb negation"),
        "converb": Slot(
            "(y)Ib (y)IbAn (y)IncA (y)ArAQ (y)AndA dIQdA dIQcA mAdAn (y)AlI ArkAn IrkAn mAzdAn", "verb negation"
        ),
        "question": Slot("mI", _FINITE),
    },
    final={"ğ": "k", "q": "k", "g": "k", "y": "k", "d": "t", "b": "p", "c": "ç"},
    verb_final={"d": "t"},
    fleeting="ıiuü",
    short="su də de ye",
    plain=dict(zip("əçğıöşü", "ecgiosu", strict=True)),
)

CYRILLIC = dict(zip("абвгғдеәжзиыјкҝлмноөпрстуүфхһчҹшйэ", "abvqğdeəjziıykglmnoöprstuüfxhçcşye", strict=True))
"""The Cyrillic script of 1958 letter by letter."""

fold = folder(GRAMMAR.vowels + GRAMMAR.consonants, letters=CYRILLIC, has_dotless_i=True)
