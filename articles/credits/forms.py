"""Forms for texts that are kept per language: one labelled line for each row of the table of languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.datastructures import MultiValueDict
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from newsroom.languages import LANGUAGES
from newsroom.text import clean_line

LONGEST = 255


class NamesWidget(forms.Widget):
    """A text input for each language, folded away while none is filled."""

    template_name = "articles/admin/names_widget.html"
    use_fieldset = True

    class Media:
        css = {"all": ["articles/admin.css"]}

    def format_value(self, value: Any) -> dict[str, str]:
        """The texts by language; nothing for what is not a dictionary."""
        return dict(value) if isinstance(value, Mapping) else {}

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        """Adds a row for each language."""
        context = super().get_context(name, value, attrs)
        texts = self.format_value(value)
        own_id = context["widget"]["attrs"].get("id", f"id_{name}")
        context["widget"] |= {
            "id": own_id,
            "filled": sum(1 for code in LANGUAGES if texts.get(code)),
            "rows": [
                {
                    "language": row,
                    "name": _input_name(name, row.code),
                    "id": f"{own_id}-{row.code}",
                    "value": texts.get(row.code, ""),
                }
                for row in LANGUAGES.values()
            ],
        }
        return context

    def value_from_datadict(self, data: Mapping[str, Any], files: MultiValueDict, name: str) -> dict[str, str]:
        """The lines that are not empty, cleaned; inputs for codes that the table does not have are not read."""
        lines = {code: clean_line(str(data.get(_input_name(name, code)) or "")) for code in LANGUAGES}
        return {code: line for code, line in lines.items() if line}

    def value_omitted_from_data(self, data: Mapping[str, Any], files: MultiValueDict, name: str) -> bool:
        """Whether none of its inputs was sent at all."""
        return all(_input_name(name, code) not in data for code in LANGUAGES)

    def id_for_label(self, id_: str) -> str:
        """Nothing: each input has a label of its own."""
        return ""


class NamesField(forms.Field):
    """A text in each of some languages, as `{code: line}`."""

    widget = NamesWidget

    def __init__(self, *, required: bool = False, **kwargs: Any) -> None:
        super().__init__(required=required, **kwargs)

    def to_python(self, value: Any) -> dict[str, str]:
        """The lines that are not empty. Raises ValidationError for what is not texts by known language codes."""
        if value in self.empty_values:
            return {}
        if not isinstance(value, Mapping):
            raise ValidationError(_("Give texts by language."), code="invalid")
        unknown = sorted(str(code) for code in value if code not in LANGUAGES)
        if unknown:
            message = str(_("There is no language with this code: {codes}.")).format(codes=", ".join(unknown))
            raise ValidationError(message, code="unknown")
        lines = {code: clean_line(str(text)) for code, text in value.items()}
        return {code: line for code, line in lines.items() if line}

    def validate(self, value: dict[str, str]) -> None:
        """Raises ValidationError that names each language whose text is too long."""
        super().validate(value)
        message = str(_("{language}: at most {most} characters, these are {count}."))
        too_long = [
            ValidationError(
                message.format(language=LANGUAGES[code].name, most=LONGEST, count=len(line)), code="max_length"
            )
            for code, line in value.items()
            if len(line) > LONGEST
        ]
        if too_long:
            raise ValidationError(too_long)

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another text is wanted than was stored."""
        return bool((initial or {}) != (data or {}))


class NamedForm(WagtailAdminModelForm):
    """A form for something with a name in each language."""

    names = NamesField(
        label=capfirst(_("name in each language")),
        help_text=_("Where a language has none, that of a related language serves, and then the plain name."),
    )


class PlaceForm(NamedForm):
    """A form for a place, with what a sentence says after a person's name."""

    phrases = NamesField(
        label=capfirst(_("after a person's name, in each language")),
        help_text=_("As the sentence needs it, with its preposition and its ending: “in Baku”, “в Баку”."),
    )


def _input_name(field: str, code: str) -> str:
    return f"{field}-{code}"
