"""All doors, and the addresses that stand in other tables, with the reason."""

from __future__ import annotations

from tests.articles.rights.desk_doors import OURS
from tests.articles.rights.door import Door
from tests.articles.rights.other_page_doors import OTHERS
from tests.articles.rights.page_doors import PAGES
from tests.articles.rights.shared_doors import SHARED

DOORS: tuple[Door, ...] = (*PAGES, *OTHERS, *OURS, *SHARED)

ELSEWHERE: dict[str, str] = {}
"""Addresses, or beginnings of their names, that take a key and have no door here."""
