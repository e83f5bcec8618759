"""The screens of regions in the admin."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from newsroom.regions.forms import RegionForm
from newsroom.regions.models import Region
from newsroom.regions.presets import is_changed
from newsroom.regions.widgets import place_name

SHOWN = 10
"""Places that a list names before it says how many more there are."""


def places_in_words(region: Region) -> str:
    """The places of a region by name, the first of them where there are many."""
    if region.whole_world:
        return str(_("The whole world"))
    language_code = get_language() or "en"
    text = ", ".join(place_name(code, language_code) for code in region.codes[:SHOWN])
    rest = len(region.codes) - SHOWN
    return str(_("{places} and {count} more")).format(places=text, count=rest) if rest > 0 else text


def origin_in_words(region: Region) -> str:
    """Whether a region came with the program, and whether it still is what came."""
    if not region.preset_key:
        return ""
    return str(_("preset, changed") if is_changed(region) else _("preset"))


class RegionViewSet(SnippetViewSet):
    model = Region
    icon = "globe"
    menu_label = _("Regions")
    menu_order = 330
    add_to_admin_menu = True
    list_display = [
        "name",
        Column("places", label=_("Places"), accessor=places_in_words),
        Column("origin", label=_("Origin"), accessor=origin_in_words),
        UpdatedAtColumn(),
    ]
    list_per_page = 50
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            HelpPanel(_("A region says where readers are, never which language they read.")),
            FieldPanel("whole_world"),
            FieldPanel("codes"),
            FieldPanel("unknown_subdivisions"),
            FieldPanel("unknown_country"),
            FieldPanel("author_note"),
        ],
        base_form_class=RegionForm,
    )
