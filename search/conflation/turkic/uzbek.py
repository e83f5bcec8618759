"""The grammar of Uzbek, in one letter for each sound: õ for oʻ, ğ for gʻ, ş for sh, ç for ch."""

from __future__ import annotations

from search.conflation.turkic.folding import APOSTROPHES, folder
from search.conflation.turkic.grammar import Grammar, Slot

_NOMINAL = "noun plural possessive participle infinitive attributive"
_FINITE = "past person_past present perfect evidential aorist person conditional progressive past_copula"

GRAMMAR = Grammar(
    vowels="aeiouõ",
    consonants="bçdfgğhjklmnpqrsştvxyzcw",
    harmony={},
    assimilation={"K": {"k": "kg", "q": "qğ", "g": ""}},
    slots={
        "plural": Slot("lar", "noun participle infinitive attributive"),
        "possessive": Slot(
            "(i)m (i)ng (s)i (i)miz (i)ngiz yim ying yi yimiz yingiz", "noun plural participle infinitive"
        ),
        "case": Slot("ning ni Ka ga da dan gaça Kaça dek day niki", _NOMINAL),
        "attributive": Slot("dagi", "noun plural possessive participle infinitive"),
        "copula": Slot("dir dirlar mi", f"{_NOMINAL} case"),
        "comparative": Slot("roq", "noun participle"),
        "negation": Slot("ma", "verb"),
        "past": Slot("di", "verb negation"),
        "person_past": Slot("m ng k ngiz lar nglar ngizlar", "past conditional past_copula"),
        "present": Slot("a y", "verb negation"),
        "progressive": Slot("yap moqda ayotir yotir ayap", "verb negation"),
        "perfect": Slot("Kan gan", "verb negation"),
        "evidential": Slot("(i)b", "verb negation"),
        "aorist": Slot("(a)r mas ajak yajak moqçi", "verb negation"),
        "person": Slot(
            "man san di dilar ti tilar miz siz lar sizlar dir", "present perfect evidential aorist progressive"
        ),
        "past_copula": Slot("di ydi", "perfect aorist conditional progressive"),
        "conditional": Slot("sa", "verb negation"),
        "imperative": Slot(
            "ay ayin yin y aylik ylik sin sinlar (i)ng (i)nglar (i)ngiz (i)ngizlar gin Kin", "verb negation"
        ),
        "participle": Slot("Kan gan ayotgan yotgan adigan ydigan ajak yajak ayotganlik ganlik ganlig", "verb negation"),
        "infinitive": Slot("moq moğ (i)ş maslik maslig", "verb negation"),
        "converb": Slot("(i)b Kaç gaç Kunça gunça Kani gani masdan a y gudek", "verb negation"),
        "question": Slot("mi", _FINITE),
    },
    final={"g": "k", "ğ": "k", "q": "k"},
    verb_final={},
    fleeting="iu",
    short="de ye",
    plain={"õ": "o", "ğ": "g", "q": "k"},
)

CYRILLIC = {
    **dict(zip("абвгғджзийклмнопқрстуўфхҳчшыэ", "abvgğdjziyklmnopqrstuõfxhçşie", strict=True)),
    **{"ё": "yo", "ю": "yu", "я": "ya", "щ": "şç", "ъ": "", "ь": ""},
}
"""Cyrillic letters that are always written alike in Latin; the hard and the soft sign are left out."""

VOWELS = "аоуўэияюёеы"

fold = folder(
    GRAMMAR.vowels + GRAMMAR.consonants,
    letters={"ŏ": "õ", "ō": "õ", "ö": "õ", "ó": "õ", "ǵ": "ğ", "ḡ": "ğ"},
    patterns=(
        ("[\u00ad\u0300-\u036f\u200b-\u200f\u2060-\u2069\ufeff]", ""),
        (f"(^|[{VOWELS}ъь])е", r"\1ye"),
        (f"([{VOWELS}])ц", r"\1ts"),
        ("ц", "s"),
        ("е", "e"),
        *CYRILLIC.items(),
        (f"o[{APOSTROPHES}]+", "õ"),
        (f"g[{APOSTROPHES}]+", "ğ"),
        (f"[{APOSTROPHES}]", ""),
        ("sh", "ş"),
        ("ch", "ç"),
        ("tyabr", "tabr"),
    ),
)
