"""What a region must say of its places: known codes, and an answer wherever a source may tell too little."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from newsroom.formats import country_name, join_list
from newsroom.regions.area import partly_covered
from newsroom.regions.vocabulary import valid_codes

SHOWN = 80
"""Characters of a wrong code that a message repeats."""


def check_codes(codes: Any) -> list[str]:
    """The codes once each and in order. Raises ValidationError that names every one that is none."""
    if not isinstance(codes, list):
        raise ValidationError({"codes": _("Give a list of codes of places.")}, code="invalid")
    unknown = [code for code in codes if not isinstance(code, str) or code not in valid_codes()]
    if unknown:
        shown = ", ".join(dict.fromkeys(str(code)[:SHOWN] for code in unknown))
        message = str(_("ISO 3166 has no place with this code: {codes}.")).format(codes=shown)
        raise ValidationError({"codes": message}, code="unknown")
    return sorted(set(codes))


def check_answers(answers: Any, codes: frozenset[str]) -> dict[str, bool]:
    """The answers in order of the countries.

    Raises ValidationError that names the countries of which only some parts are among the codes and that have no
    answer, those that have an answer and need none, and those whose answer is neither yes nor no.
    """
    if not isinstance(answers, dict):
        raise _refusal(str(_("Give an answer for each country.")))
    asked = partly_covered(codes)
    wrong = [str(country) for country, answer in answers.items() if not isinstance(answer, bool)]
    if wrong:
        raise _refusal(str(_("Answer yes or no for {countries}.")).format(countries=names(wrong)))
    if missing := asked - answers.keys():
        message = _(
            "Only parts of {countries} are chosen. Say whether a reader belongs to the region when we know the country "
            "and not the part of it."
        )
        raise _refusal(str(message).format(countries=names(missing)))
    if surplus := answers.keys() - asked:
        message = _("No parts of {countries} are chosen, so there is nothing to answer.")
        raise _refusal(str(message).format(countries=names(surplus)))
    return dict(sorted(answers.items()))


def names(countries: Iterable[str]) -> str:
    """The countries in words of the active language."""
    code = get_language() or "en"
    return join_list([country_name(country[:SHOWN], code) for country in sorted(countries)], code)


def _refusal(message: str) -> ValidationError:
    return ValidationError({"unknown_subdivisions": message})
