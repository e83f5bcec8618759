"""The language of what is written in an editor's fields, which the admin's own language need not be."""

from __future__ import annotations

from typing import Any

from django.forms import CharField, Field
from wagtail.admin.forms.pages import WagtailAdminPageForm

from newsroom.languages import Language, language

OF_NO_LANGUAGE = frozenset({"slug", "time_zone"})


class WrittenForm(WagtailAdminPageForm):
    """The form of a page whose texts are in the page's language: each of their fields says so.

    `lang` and `dir` of the fields of the body's blocks, which a script draws, are set by `articles/writing.js` from
    what stands on the headline.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        row = self._language()
        if row is None:
            return
        for name, field in self.fields.items():
            if isinstance(field, CharField) and name not in OF_NO_LANGUAGE:
                _write_in(field, row)
        if "title" in self.fields:
            self.fields["title"].widget.attrs["data-writes"] = ""

    def _language(self) -> Language | None:
        page, parent = self.instance, self.parent_page
        locale = page.locale if page.pk and page.locale_id else getattr(parent, "locale", None)
        return language(locale.language_code) if locale else None


def _write_in(field: Field, row: Language) -> None:
    field.widget.attrs.update({"lang": row.tag, "dir": row.direction})
