"""The verbs of Tajik: which infinitive a form with its prefixes, endings and enclitics belongs to.

All words here are folded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from search.conflation.iranian import tajik_stems
from search.conflation.iranian.tajik_letters import fold

Lemmas = tuple[str, ...]

PRESENT = ("ам", "ӣ", "и", "ад", "ем", "ед", "анд", "етон", "ан")
PRESENT_AFTER_VOWEL = ("ям", "ӣ", "и", "яд", "ем", "ед", "янд", "етон", "ян")
PAST = ("", "ам", "ӣ", "и", "ем", "ед", "анд", "етон")
PERFECT = (
    "",
    "ам",
    "ӣ",
    "и",
    "аст",
    "ем",
    "ед",
    "анд",
    "етон",
    "гӣ",
    "ги",
    "гист",
    "гистам",
    "гистӣ",
    "гистем",
    "гистед",
    "гистанд",
)
"""Personal endings, also of speech; those of the participle, and of its form in гӣ."""
ENCLITICS = ("амон", "атон", "ашон", "ам", "ат", "аш", "ям", "ят", "яш", "ямон", "ятон", "яшон")
"""Objects written to their verb: дидамаш."""
FUTURE = tuple(negation + fold("хоҳ") + ending for negation in ("", "на") for ending in PRESENT[:7])
BEFORE_PREVERB = ("", "ме", "наме", "на", "би")
VOWELS = "аоуиеэёюяӣ"
IRREGULAR = {
    "омадан": "оӣ биё биёед наоед",
    "будан": "ҳаст ҳастам ҳастӣ ҳастем ҳастед ҳастанд нест нестам нестӣ нестем нестед нестанд аст бод мабод",
    "боистан": "бояд набояд боистӣ мебоист намебоист",
    "тавонистан": "метавон наметавон тавон натавон",
}


def fold_words(text: str) -> list[str]:
    """The words of a table, folded."""
    return [fold(word) for word in text.split()]


def _stems() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every past stem with its present stems."""
    for pair in tajik_stems.STRONG.split():
        past, *present = map(fold, pair.split("/"))
        yield past, tuple(present)
    for root in fold_words(tajik_stems.WEAK):
        yield root + "ид", (root,)
    for root in fold_words(tajik_stems.CAUSATIVE):
        yield root + "онд", (root + "он",)
        yield root + "онид", (root + "он",)


class Verbs:
    """Every verb's forms without their prefixes, and the analysis of a word by them."""

    def __init__(self) -> None:
        """Makes the forms of all stems."""
        self.present: dict[str, Lemmas] = {}
        self.past: dict[str, Lemmas] = {}
        self.perfect: dict[str, Lemmas] = {}
        self.nominal: dict[str, Lemmas] = {}
        self.whole: dict[str, Lemmas] = {}
        for past, presents in _stems():
            self._add(past + "ан", past, presents)
        for infinitive, forms in IRREGULAR.items():
            for form in fold_words(forms):
                _put(self.whole, form, fold(infinitive))
        self.finite = frozenset(self.perfect) - frozenset(self.nominal)
        auxiliary = ("буд", "шуд", "истод", "гашт", "гардид")
        self.auxiliary = frozenset(
            prefix + form
            for prefix in ("", "на", "ме", "наме")
            for form, lemmas in {**self.past, **self.perfect, **self.present}.items()
            if {stem + "ан" for stem in auxiliary} & set(lemmas)
        )
        self.preverbs: dict[str, set[str]] = {}
        for line in tajik_stems.PREVERBS.strip().splitlines():
            prefix, _, verbs = line.partition(":")
            self.preverbs.setdefault(fold(prefix), set()).update(past + "ан" for past in fold_words(verbs))
        for prefix, infinitives in self.preverbs.items():
            for nominal, lemmas in list(self.nominal.items()):
                for lemma in infinitives.intersection(lemmas):
                    _put(self.nominal, prefix + nominal, prefix + lemma)

    def _add(self, infinitive: str, past: str, presents: Iterable[str]) -> None:
        for ending in PAST:
            _put(self.past, past + ending, infinitive)
        for ending in PERFECT:
            _put(self.perfect, past + "а" + ending, infinitive)
        for nominal in ("ан", "а", "анӣ", "ани", "агӣ", "аги"):
            _put(self.nominal, past + nominal, infinitive)
            _put(self.nominal, "на" + past + nominal, infinitive)
        for stem in presents:
            endings = PRESENT_AFTER_VOWEL if stem[-1] in VOWELS else PRESENT
            for ending in ("", *endings):
                _put(self.present, stem + ending, infinitive)
            _put(self.nominal, stem + ("янда" if stem[-1] in VOWELS else "анда"), infinitive)

    def lemmas(self, word: str) -> Lemmas:
        """The infinitives that a word may be a form of; none where it is no form of a known verb."""
        found = self._finite(word)
        for enclitic in ENCLITICS:
            if not found and word.endswith(enclitic) and len(word) > len(enclitic) + 2:
                bare = word[: -len(enclitic)]
                found = () if bare in self.present and bare not in self.past else self._finite(bare)
        return found

    def _finite(self, word: str) -> Lemmas:
        found = self.whole.get(word, ()) + self._simple(word)
        for prefix, infinitives in self.preverbs.items():
            before, preverb, rest = word.partition(prefix)
            if preverb and len(rest) > 1 and before in BEFORE_PREVERB:
                inner = self._simple(before + rest) if before else self._simple(rest)
                found += tuple(prefix + lemma for lemma in inner if lemma in infinitives)
        return tuple(dict.fromkeys(found))

    def _simple(self, word: str) -> Lemmas:
        """The infinitives of a form without preverb."""
        found = self.nominal.get(word, ()) + self._unprefixed(word, present=len(word) > 1)
        for prefix in ("ме", "наме", "хаме", "на"):
            if word.startswith(prefix):
                found += self._unprefixed(word[len(prefix) :])
        if word.startswith(("би", "бу")):
            rest = word[2:]
            found += self.present.get(rest, ())
            if rest.startswith("ё"):  # биёяд, from о
                found += self.present.get("о" + rest[1:], ())
        return found + self._compound(word)

    def _unprefixed(self, word: str, *, present: bool = True) -> Lemmas:
        found = self.past.get(word, ()) + self.perfect.get(word, ())
        return found + (self.present.get(word, ()) if present else ())

    def _compound(self, word: str) -> Lemmas:
        """Tenses of two words: хоҳам рафт, рафта будам, мерафта бошад."""
        for future in FUTURE:
            if word.startswith(future) and word[len(future) :] in self.past:
                return self.past[word[len(future) :]]
        for prefix in ("", "на", "ме", "наме"):
            if not word.startswith(prefix):
                continue
            bare = word[len(prefix) :]
            place = bare.find("а", 2)
            while place > 0:
                lemmas = self.perfect.get(bare[: place + 1])
                if lemmas and bare[place + 1 :] in self.auxiliary:
                    return lemmas
                place = bare.find("а", place + 1)
        return ()


def _put(forms: dict[str, Lemmas], form: str, lemma: str) -> None:
    known = forms.get(form, ())
    if lemma not in known:
        forms[form] = (*known, lemma)
