"""The grammar of Kazakh (Cyrillic script)."""

from __future__ import annotations

from search.conflation.turkic.folding import folder
from search.conflation.turkic.grammar import Grammar, Slot

_NOMINAL = "noun plural possessive participle infinitive attributive"
_VOICELESS = "кқпстфхһцчшщбвгғд"
_NASAL = "мнң"

GRAMMAR = Grammar(
    vowels="аәеоөұүыіэ",
    consonants="бвгғджзйкқлмнңпрстуфхһцчшщиьъ",
    glides="уиь",
    harmony={
        "A": {"а": "аоұыэуи", "е": "әеөүіэуиь"},
        "I": {"ы": "аоұыэуи", "і": "әеөүіэуиь"},
    },
    assimilation={
        "L": {"т": _VOICELESS, "д": "лзжь" + _NASAL, "л": "аәеоөұүыіэуирйь"},
        "N": {"т": _VOICELESS, "д": "лзжрйуиь" + _NASAL, "н": "аәеоөұүыіэуи" + _NASAL},
        "D": {"т": _VOICELESS, "д": ""},
        "G": {"қ": _VOICELESS, "к": _VOICELESS, "ғ": "", "г": ""},
        "M": {"п": _VOICELESS, "б": "зж" + _NASAL, "м": "аәеоөұүыіэуирлй" + _NASAL},
        "K": {"қ": "", "к": ""},
    },
    slots={
        "plural": Slot("LAр", "noun participle infinitive attributive"),
        "possessive": Slot("(I)м (I)ң (с)I (I)мIз (I)ңIз", "noun plural participle infinitive"),
        "case": Slot("NIң NI GA A нA DA DAн NAн н ндA нAн Mен", _NOMINAL),
        "attributive": Slot("DAғы DAгі ндағы ндегі Nікі", "noun plural possessive participle infinitive"),
        "copula": Slot("DIр MIн сIң MIз сIз сIңдAр сIздAр", f"{_NOMINAL} case"),
        "comparative": Slot("(I)рAK", "noun"),
        "negation": Slot("MA", "verb"),
        "past": Slot("DI", "verb negation"),
        "person_past": Slot("м ң K ңIз ңдAр ңIздAр", "past conditional"),
        "present": Slot("A й", "verb negation"),
        "perfect": Slot("GAн (I)п", "verb negation"),
        "future": Slot("(A)р MAс MAK MAқшы MAкші", "verb"),
        "person": Slot("м MIн сIң DI MIз сIз сIңдAр сIздAр", "perfect present future participle"),
        "conditional": Slot("сA", "verb negation"),
        "optative": Slot("GAй GI GIм GIң GIсI GIмIз GIңIз", "verb negation"),
        "imperative": Slot("(A)йIн (A)йIK сIн (I)ң (I)ңIз (I)ңдAр (I)ңIздAр GIн GIл", "verb negation"),
        "participle": Slot("GAн AтIн йтIн MAK GIш", "verb negation"),
        "infinitive": Slot("у", "verb negation"),
        "converb": Slot(
            "(I)п A й GAлы GAлі GAншA MAйыншA MAйіншA MAй MAстAн GAндA GAсын GAсін ысымен ісімен", "verb negation"
        ),
    },
    final={"б": "п", "ғ": "к", "қ": "к", "г": "к"},
    verb_final={"б": "п"},
    fleeting="ыі",
    verb_end="ыі",
    short="су де же ми ки ту бу қу жи",
    plain=dict(zip("әғқңөұүһі", "агкноуухи", strict=True)),
    spelled=(("ию", "иу"), ("я", "йа"), ("ю", "йу"), ("ё", "йо")),
)

fold = folder(GRAMMAR.vowels + GRAMMAR.consonants + "яю", letters={"ё": "е"}, is_cyrillic=True)
