"""All doors, and the addresses that stand in other tables, with the reason."""

from __future__ import annotations

from tests.rights.desk_doors import OURS
from tests.rights.door import Door
from tests.rights.house_doors import HOUSE
from tests.rights.other_page_doors import OTHERS
from tests.rights.page_doors import PAGES
from tests.rights.shared_doors import SHARED

DOORS: tuple[Door, ...] = (*PAGES, *OTHERS, *OURS, *SHARED, *HOUSE)

ELSEWHERE: dict[str, str] = {
    "legal_desk": "legal staff alone, sealed matters included: tests/articles/legal/desk/test_urls.py",
    "legal_exchange": "legal staff alone: tests/articles/legal/exchange/test_screens.py",
    "preview_as": "legal staff alone: tests/articles/legal/preview/test_screens.py",
    "outbox": "administrators alone: tests/newsroom/outbox/test_views.py",
    "private_file": "takes the name of a file: tests/media/test_views.py",
    "wagtailadmin_editing_sessions:release": "ends one's own visit to a page and finds nobody else's",
    "wagtailadmin_password_reset_confirm": "for whoever has the letter, before there is anybody to ask for a right",
    "wagtailadmin_tag_model_autocomplete": "takes the name of a model; tags are words that readers see",
    "wagtaildocs:create_multiple_from_uploaded_document": "finds one's own uploads alone",
    "wagtaildocs:delete_upload_multiple": "finds one's own uploads alone",
    "wagtailimages:create_multiple_from_uploaded_image": "finds one's own uploads alone",
    "wagtailimages:delete_upload_multiple": "finds one's own uploads alone",
}
"""Addresses, or beginnings of their names, that take a key and have no door here."""
