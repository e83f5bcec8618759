"""Makes the groups, rights and workflows of all languages."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand

from articles.pages.staffing import ensure_roles


class Command(BaseCommand):
    help = "Make the groups, rights and workflows of every language that has a front page; name what no longer belongs."

    def handle(self, *args: Any, **options: Any) -> None:
        """Does it; a second time it changes nothing."""
        staffing = ensure_roles()
        self.stdout.write(f"Groups and workflows stand for {len(staffing.languages)} languages.")
        for code in staffing.without_front_page:
            self.stdout.write(f"{code}: no front page yet; its groups are made together with it.")
        for row in staffing.strangers:
            self.stderr.write(f"{row.group.name}: {row.role} in {row.language} is not in the table; remove it by hand.")
