"""The verbs of Persian and Dari: which infinitive a form with its prefixes, endings and enclitics belongs to.

All words here are folded: no joiner stands between می and its verb, nor a space between the parts of a compound tense.
"""

from __future__ import annotations

from collections.abc import Iterator

from search.conflation.iranian import persian_stems
from search.conflation.iranian.persian_letters import fold

Lemmas = tuple[str, ...]

SHORTEST = 2
"""Letters of the longest word that is never a verb without a prefix."""
PRESENT = ("م", "ی", "د", "یم", "ید", "ند", "ه", "ین", "ن")
PAST = ("", "م", "ی", "یم", "ید", "ند", "ین", "ن")
PERFECT = ("", "ام", "ای", "است", "ایم", "اید", "اند", "ست", "هست", "این", "ان", "م", "ی", "یم", "ید", "ین", "ن")
"""Personal endings; the last ones of each are those of speech."""
FUTURE = tuple(negation + "خواه" + ending for negation in ("", "ن") for ending in PRESENT[:6])
ENCLITICS = ("یشان", "یتان", "یمان", "شان", "تان", "مان", "شون", "تون", "مون", "یش", "یت", "یم", "ش", "ت", "م")
"""Objects written to their verb: دیدمش."""
BEFORE_PREVERB = ("", "می", "نمی", "ن", "ب")
"""میبرگردد beside برمی‌گردد."""
IRREGULAR = {
    "بودن": "هست هستم هستی هستیم هستید هستند نیست نیستم نیستی نیستیم نیستید نیستند است نباشد باد مباد بادا مبادا باشین",
    "بایستن": "باید نباید می‌باید نمی‌باید بایستی نبایستی می‌بایستی نمی‌بایستی",
    "شدن": "شده‌شده",
    "آمدن": "بیا نیا میا بیایید بیایند",
    "خواستن": "می‌خوام می‌خوای می‌خواد می‌خوایم می‌خواین می‌خوان نمی‌خوام نمی‌خوای نمی‌خواد نمی‌خوایم نمی‌خوان",
}


def _stems() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every past stem with its present stems."""
    for pair in fold_words(persian_stems.STRONG):
        past, *present = pair.split("/")
        yield past, tuple(present)
    for root in fold_words(persian_stems.WEAK):
        yield root + "ید", (root,)
    for root in fold_words(persian_stems.CAUSATIVE):
        yield root + "اند", (root + "ان",)
        yield root + "انید", (root + "ان",)


def fold_words(text: str) -> list[str]:
    """The words of a table, folded."""
    return [fold(word) for word in text.split()]


def _spoken(stem: str) -> tuple[str, ...]:
    """A stem, and how speech has it: ان becomes ون (می‌خونم, موند)."""
    for ending in ("ان", "اند"):
        if stem.endswith(ending) and len(stem) > len(ending):
            return stem, stem[: -len(ending)].removesuffix("و") + "و" + ending[1:]
    return (stem,)


class Verbs:
    """Every verb's forms without their prefixes, and the analysis of a word by them."""

    def __init__(self) -> None:
        """Makes the forms of all stems."""
        self.present: dict[str, Lemmas] = {}
        self.past: dict[str, Lemmas] = {}
        self.participles: dict[str, Lemmas] = {}
        self.nominal: dict[str, Lemmas] = {}
        self.whole: dict[str, Lemmas] = {}
        for past, presents in _stems():
            self._add(past + "ن", past, presents)
        for pair in fold_words(persian_stems.SPOKEN):
            stems, written = pair.split("=")
            past, present = stems.split("/")
            self._add(written + "ن", past, (present,))
        for infinitive, forms in IRREGULAR.items():
            for form in fold_words(forms):
                _put(self.whole, form, fold(infinitive))
        self.auxiliary = frozenset(self._auxiliaries())
        self.preverbs: dict[str, set[str]] = {}
        for line in persian_stems.PREVERBS.strip().splitlines():
            prefix, _, verbs = line.partition(":")
            self.preverbs.setdefault(fold(prefix), set()).update(past + "ن" for past in fold_words(verbs))
        for prefix, infinitives in self.preverbs.items():
            for nominal, lemmas in list(self.nominal.items()):
                for lemma in infinitives.intersection(lemmas):
                    _put(self.nominal, prefix + nominal, prefix + lemma)

    def _add(self, infinitive: str, past: str, presents: tuple[str, ...]) -> None:
        for stem in _spoken(past):
            for ending in PAST:
                _put(self.past, stem + ending, infinitive)
            _put(self.participles, stem + "ه", infinitive)
            for nominal in (stem + "ن", stem + "ه", "ن" + stem + "ن", "ن" + stem + "ه"):
                _put(self.nominal, nominal, infinitive)
        for present in presents:
            for stem in _spoken(present):
                for ending in ("", *PRESENT):
                    _put(self.present, stem + ending, infinitive)
            if present + "ی" not in presents:  # گوینده, فرماینده are made of the long stem
                _put(self.nominal, present + "نده", infinitive)

    def _auxiliaries(self) -> Iterator[str]:
        """What may follow a participle: forms of بودن and شدن, with their prefixes."""
        for stem in ("بود", "شد", "گردید", "گشت"):
            finite = [stem + ending for ending in PAST]
            perfect = [stem + "ه" + ending for ending in PERFECT]
            for form in finite + perfect:
                yield from (form, "ن" + form, "می" + form, "نمی" + form)
            yield from (future + stem for future in FUTURE)
            yield from (stem + "ه" + "بود" + ending for ending in PAST)
            yield from (stem + "ه" + "باش" + ending for ending in PRESENT)
        for stem in ("باش", "شو", "گرد"):
            for ending in ("", *PRESENT):
                yield from (prefix + stem + ending for prefix in ("", "ن", "ب", "می", "نمی"))

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
            if prefix not in word:
                continue
            before, preverb, rest = word.partition(prefix)
            if preverb and len(rest) > 1 and before in BEFORE_PREVERB:
                inner = self._simple(before + rest) if before else self._simple(rest)
                found += tuple(prefix + lemma for lemma in inner if lemma in infinitives)
        return tuple(dict.fromkeys(found))

    def _simple(self, word: str) -> Lemmas:
        """The infinitives of a form without preverb."""
        found = self.nominal.get(word, ()) + self.past.get(word, ())
        if len(word) > SHORTEST:
            found += self.present.get(word, ())
        for prefix in ("می", "نمی", "همی"):
            if word.startswith(prefix):
                found += self._imperfective(word[len(prefix) :])
        if word[0] in "نب":
            found += self._joined(word[1:], past=word[0] == "ن")
        return found + self._perfect(word) + self._compound(word)

    def _imperfective(self, rest: str) -> Lemmas:
        found = self.past.get(rest, ()) + self.present.get(rest, ())
        if not found:  # میفتد, میندازد
            found = self.past.get("ا" + rest, ()) + self.present.get("ا" + rest, ())
        return found or self._perfect(rest)

    def _joined(self, rest: str, *, past: bool) -> Lemmas:
        """What follows ن and ب: they and a stem's alef have ی between them, and the alef may be lost."""
        candidates = [rest]
        if rest.startswith("ی"):
            candidates += [rest[1:]] if rest.startswith("یا") else ["ا" + rest[1:]]
        found: Lemmas = ()
        for candidate in candidates:
            found += self.present.get(candidate, ())
            if past:
                found += self.past.get(candidate, ()) + self._perfect(candidate)
        return found

    def _perfect(self, word: str) -> Lemmas:
        """رفته‌اند, رفته بودم, رفته شده است, and رفتست."""
        place = word.find("ه", 2)
        while place > 0:
            lemmas = self.participles.get(word[: place + 1])
            rest = word[place + 1 :]
            if lemmas and (rest in PERFECT or rest in self.auxiliary):
                return lemmas
            place = word.find("ه", place + 1)
        return self.past.get(word[:-3], ()) if word.endswith("است") else ()

    def _compound(self, word: str) -> Lemmas:
        """خواهم رفت, and دارم می‌روم."""
        for future in FUTURE if word.startswith(("خواه", "نخواه")) else ():
            if word.startswith(future) and word[len(future) :] in self.past:
                return self.past[word[len(future) :]]
        if word.startswith(("دار", "داشت")):
            place = word.find("می", 3)
            if place > 0 and (word[:place] in self.present or word[:place] in self.past):
                return self._imperfective(word[place + 2 :])
        return ()


def _put(forms: dict[str, Lemmas], form: str, lemma: str) -> None:
    known = forms.get(form, ())
    if lemma not in known:
        forms[form] = (*known, lemma)
