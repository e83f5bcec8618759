"""All checks over all texts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext

from articles.translation.checking.acronyms import missing_acronyms
from articles.translation.checking.findings import Finding, KnownName, Pair, Term
from articles.translation.checking.links import missing_links
from articles.translation.checking.names import missing_known_names, missing_names
from articles.translation.checking.numbers import missing_numbers
from articles.translation.checking.quotes import lacks_quotation
from articles.translation.checking.script import foreign_letters, mixed_words
from articles.translation.checking.terms import missing_terms
from articles.translation.checking.untranslated import is_untranslated
from articles.translation.parts import Content
from articles.translation.units import units_of

SHOWN = 80
"""Characters of an address that are shown."""


def findings(
    source: Content,
    target: Content,
    source_code: str,
    code: str,
    terms: Sequence[Term] = (),
    names: Sequence[KnownName] = (),
) -> list[Finding]:
    """What is worth a second look, in the order of the translation; pure.

    Texts that only one of the two has are no business of these checks: blocks are added and left out on purpose.
    """
    originals = units_of(source)
    found: list[Finding] = []
    for key, unit in units_of(target).items():
        original = originals.get(key)
        if original is not None and original.words:
            found += _of_pair(Pair(original, unit, source_code, code), terms, names)
    return found


def _of_pair(pair: Pair, terms: Sequence[Term], names: Sequence[KnownName]) -> Iterator[Finding]:
    if not pair.target.words:
        yield pair.warning(gettext("Empty here, and the source has a text."))
        return
    if is_untranslated(pair):
        yield pair.warning(gettext("Still in the source's language."))
        return
    if foreign_letters(pair):
        yield pair.warning(gettext("Written in another script."))
    yield from (pair.note(gettext("Letters of two scripts: {word}").format(word=word)) for word in mixed_words(pair))
    yield from (pair.warning(gettext("Number: {number}").format(number=number)) for number in missing_numbers(pair))
    for address in missing_links(pair):
        yield pair.warning(gettext("Link: {address}").format(address=address[:SHOWN]))
    if lacks_quotation(pair):
        yield pair.warning(gettext("The source quotes somebody; here are no quotation marks."))
    known = missing_known_names(pair, names)
    yield from (pair.warning(gettext("Name: {name}").format(name=name)) for name in known)
    others = [*missing_names(pair), *missing_acronyms(pair)]
    yield from (pair.note(gettext("Name: {name}").format(name=name)) for name in others if name not in known)
    for term in missing_terms(pair, terms):
        told = gettext("Glossary: {term} → {translation}").format(term=term.term, translation=term.translation)
        yield pair.warning(told)
