"""Stems of Persian and Dari words: infinitives of verbs, and nouns and adjectives without their endings.

An ending is believed when what is left is a word (of simplemma's dictionary, or of our tables); of a word that nobody
knows, endings that can hardly be anything else are cut, and those of one letter are cut in a second stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from simplemma.strategies import DefaultDictionaryFactory

from search.conflation.iranian import persian_words
from search.conflation.iranian.persian_letters import ZWNJ, fold
from search.conflation.iranian.persian_verbs import Lemmas, Verbs, fold_words

LONGEST = 60
"""Letters of the longest word that has endings."""
SHORTEST = 2
"""Letters of the shortest word: what is left of a word has more, or the ending is no ending."""
PERSONS = ("شان", "تان", "مان", "شون", "تون", "مون", "م", "ت", "ش")
CLITICS = (
    *(("ی" + person, "او", len(person) > 1) for person in PERSONS),
    *((person, "", len(person) > 1) for person in PERSONS),
    *(("ا" + person, "ه", False) for person in PERSONS),
    *((copula, "هیو", False) for copula in ("ام", "ای", "ایم", "اید", "اند", "است", "ست")),
    *((copula, "", False) for copula in ("است", "ند", "یم", "ید")),
    ("یی", "او", True),
    ("ی", "هاو", True),
    ("ی", "", False),
    ("را", "", False),
)
"""What stands last: possessors, "to be", one of a kind, ezafe. Ending, the letters it stands after, whether it is
believed of a word that nobody knows."""
PLURALS = (
    ("ان", "", "", False),
    ("گان", "", "ه", True),
    ("یان", "او", "", True),
    ("ات", "", "", False),
    ("ات", "", "ه", False),
    ("ات", "", "ت", False),
    ("یات", "", "ی", False),
    ("جات", "", "", True),
    ("جات", "", "ه", False),
    ("ین", "", "", False),
    ("ون", "ی", "", False),
)
"""Ending, the letters it stands after, what stands in the singular instead, whether it is believed of any word."""
PLURAL_HA = re.compile("(?<=..)ها(?:ی|یی|یم|یت|یش|یند|یمان|یتان|یشان|مون|تون|شون|م|ت|ش)?$")
"""The plural that any noun has, with a possessor, ezafe or "some" after it."""
CLITICS_BY_LETTER = {last: tuple(row for row in CLITICS if row[0][-1] == last) for last in "ناتدشمی"}
PLURALS_BY_LETTER = {last: tuple(row for row in PLURALS if row[0][-1] == last) for last in "نت"}
"""The endings that end with a letter, in the same order."""
DEGREES = ("ترین", "تر")


class Words:
    """What is known of words that are not verbs."""

    def __init__(self) -> None:
        """Reads simplemma's dictionary, and our tables over it."""
        self.verbs = Verbs()
        self.lemma_of: dict[str, str] = {}
        self.known: set[str] = set()
        self.tables: dict[str, str] = {}
        infinitives = {lemma for lemmas in self.verbs.nominal.values() for lemma in lemmas}
        for form, lemma in DefaultDictionaryFactory().get_dictionary("fa").items():
            written, word = fold(str(form)).replace(ZWNJ, ""), fold(str(lemma)).replace(ZWNJ, "")
            if word not in infinitives and not written.startswith("می") and len(word) > 1:
                self.known.add(word)
                self.lemma_of.setdefault(written, word)
        for pair in fold_words(persian_words.BROKEN):
            written, word = pair.split("/")
            self.tables[written] = word
            self.known.add(word)
        for line in persian_words.FORMS.strip().splitlines():
            first, *forms = fold_words(line)
            self.tables.update(dict.fromkeys((first, *forms), first))
        for word in fold_words(persian_words.ALONE):
            self.tables[word] = word
        self.known -= {word for word in self.known if self._is_derived(word)}

    def _is_derived(self, word: str) -> bool:
        """Whether what the dictionary calls a word is a plural or a comparative of another."""
        if word in self.tables:
            return False
        plural = PLURAL_HA.search(word)
        bases = [word[: plural.start()]] if plural else []
        bases += [base for base, sure in _plurals_off(word) if sure or word.endswith("ان")]
        bases += [base for base, _ in _degrees_off(word)]
        return any(base in self.known and len(base) > SHORTEST for base in bases)

    def lemmas(self, word: str) -> Lemmas:
        """The lemmas of a word that is in the tables or in the dictionary as one by itself."""
        if word in self.tables:
            return (self.tables[word],)
        if word in self.known:
            return (word,)
        return self.verbs.nominal.get(word, ())


@cache
def words() -> Words:
    """The one table of words, made when it is first asked for."""
    return Words()


def _clitics_off(word: str) -> Iterator[tuple[str, bool]]:
    for ending, after, sure in CLITICS_BY_LETTER.get(word[-1], ()):
        base = word[: -len(ending)]
        if len(base) > 1 and word.endswith(ending) and (not after or base[-1] in after):
            yield base, sure


def _plurals_off(word: str) -> Iterator[tuple[str, bool]]:
    for ending, after, singular, sure in PLURALS_BY_LETTER.get(word[-1], ()):
        base = word[: -len(ending)]
        if len(base) > 1 and word.endswith(ending) and (not after or base[-1] in after):
            yield base + singular, sure


def _degrees_off(word: str) -> Iterator[tuple[str, bool]]:
    for ending in DEGREES:
        base = word.removesuffix(ending)
        if base != word and len(base) > SHORTEST:
            yield base, True


def stem(word: str) -> Lemmas:
    """The stems of a folded word."""
    joined, plain = word.partition(ZWNJ), word.replace(ZWNJ, "")
    if len(plain) > LONGEST or not plain.isalpha():
        return (plain,)
    table = words()
    own = table.tables.get(plain)
    if own is not None:
        return (own,)
    verbs = table.verbs.lemmas(plain)
    if joined[1] and not verbs:
        return table.lemmas(joined[0]) or _nouns(table, joined[0])
    nouns = _nouns(table, plain)
    if verbs and plain not in table.known:
        return tuple(dict.fromkeys((*verbs, *(noun for noun in nouns if noun in table.known))))
    return tuple(dict.fromkeys((*nouns, *verbs)))


def _nouns(table: Words, word: str) -> Lemmas:
    """What a word is as a noun: a known word, a form of one, or an unknown word without its endings."""
    known = table.lemmas(word)
    if known:
        return known
    plural = PLURAL_HA.search(word)
    if plural:
        with_he = word[: plural.start()] + "ه"
        second = (with_he,) if plural.group() in ("های", "هایم") and with_he in table.known else ()
        return (*_nouns(table, word[: plural.start()]), *second)
    if known := _known_base(table, word):
        return known
    if word in table.lemma_of:
        return (table.lemma_of[word],)
    plain = word
    for layer in (_clitics_off, _plurals_off, _degrees_off):
        plain = min((base for base, sure in layer(plain) if sure and len(base) > SHORTEST), key=len, default=plain)
    weak = [base for layer in (_clitics_off, _plurals_off) for base, _ in layer(plain) if len(base) > SHORTEST + 1]
    return (plain, *(base for base in weak[:1] if base != plain))


def _known_base(table: Words, word: str) -> Lemmas:
    """The known word that the fewest endings make into this one."""
    singles = [*_clitics_off(word), *_plurals_off(word), *_degrees_off(word)]
    for base, _ in singles:
        if lemmas := table.lemmas(base):
            return lemmas
    bare = [base for base, _ in _clitics_off(word)]
    pairs = [base for longer in bare for layer in (_plurals_off, _degrees_off) for base, _ in layer(longer)]
    pairs += [base for longer, _ in _plurals_off(word) for base, _ in _degrees_off(longer)]
    for base in pairs:
        if lemmas := table.lemmas(base):
            return lemmas
    for longer in pairs:
        for base, _ in _degrees_off(longer):
            if lemmas := table.lemmas(base):
                return lemmas
    return ()
