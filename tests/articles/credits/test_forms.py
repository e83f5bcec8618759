"""Texts by language in forms: what is sent, cleaned, refused and shown."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from articles.credits.forms import NamesField, NamesWidget
from newsroom.languages import LANGUAGES


def sent(**values: str) -> dict[str, str]:
    data = QueryDict(mutable=True)
    for code, text in values.items():
        data[f"names-{code.replace('_', '-')}"] = text
    return NamesWidget().value_from_datadict(data, MultiValueDict(), "names")


def test_every_language_has_a_labelled_input_in_its_own_direction() -> None:
    html = NamesWidget().render("names", {}, {"id": "id_names"})
    for row in LANGUAGES.values():
        assert f'<label for="id_names-{row.code}">{row.name}' in html
        assert row.own_name in html
        assert (
            f'name="names-{row.code}" id="id_names-{row.code}" value="" lang="{row.tag}" dir="{row.direction}"' in html
        )


def test_it_is_folded_away_until_there_is_a_value() -> None:
    assert "<details" in NamesWidget().render("names", {})
    assert " open>" not in NamesWidget().render("names", {})
    assert " open>" in NamesWidget().render("names", {"fa": "باکو"})


def test_values_are_escaped() -> None:
    assert "&quot;&gt;&lt;script&gt;" in NamesWidget().render("names", {"en": '"><script>'})


def test_lines_are_cleaned_and_empty_ones_dropped() -> None:
    assert sent(ru="  Майк \n Экель ", en="\u202eMike", fa="   ") == {"ru": "Майк Экель", "en": "Mike"}


def test_codes_with_a_hyphen_have_their_own_input() -> None:
    assert sent(sr_latn="Majk", sr="Мајк") == {"sr-latn": "Majk", "sr": "Мајк"}


def test_inputs_of_unknown_languages_are_not_read() -> None:
    assert sent(xx="Mike") == {}


def test_a_field_refuses_an_unknown_language() -> None:
    with pytest.raises(ValidationError, match="xx"):
        NamesField().clean({"xx": "Mike"})


@pytest.mark.parametrize("value", ["Mike", ["Mike"], 7])
def test_a_field_refuses_what_is_not_texts_by_language(value: object) -> None:
    with pytest.raises(ValidationError):
        NamesField().clean(value)


def test_a_text_of_255_characters_is_taken() -> None:
    assert NamesField().clean({"en": "a" * 255}) == {"en": "a" * 255}


def test_each_language_with_too_long_a_text_is_named() -> None:
    with pytest.raises(ValidationError) as refusal:
        NamesField().clean({"en": "a" * 256, "tt": "а" * 300, "ru": "а"})
    assert [message.split(":")[0] for message in refusal.value.messages] == ["English", "Tatar"]


def test_nothing_is_an_empty_dictionary() -> None:
    assert NamesField().clean(None) == {}
    assert NamesField().clean({}) == {}


@pytest.mark.parametrize(
    ("initial", "data", "changed"),
    [({}, {}, False), (None, {}, False), ({"en": "a"}, {"en": "a"}, False), ({"en": "a"}, {"en": "b"}, True)],
)
def test_it_knows_whether_it_changed(initial: dict[str, str] | None, data: dict[str, str], changed: bool) -> None:
    assert NamesField().has_changed(initial, data) is changed
