"""What somebody may do with a page, where its language decides more than Wagtail's tree of permissions."""

from __future__ import annotations

from wagtail.models import Page, PagePermissionTester

from newsroom.users.rights import Person, may_in
from newsroom.users.roles import Action


class PageRights(PagePermissionTester):
    """Wagtail's answers, except that whoever only translates into a language begins no page there.

    Their drafts are made by `articles.translation.translating`, which asks on its own. Whoever has rights by a group
    that administrators made themselves, without a role, keeps what the tree says.
    """

    user: Person
    page: Page

    def can_add_subpage(self) -> bool:
        """Whether they may begin a page below; the screens of creating, copying and choosing a place ask this."""
        return bool(super().can_add_subpage()) and not only_translates(self.user, self.page.url_path.split("/")[1])


def only_translates(user: Person, code: str) -> bool:
    """Whether somebody translates into a language and does not write in it."""
    return may_in(user, Action.TRANSLATE, code) and not may_in(user, Action.WRITE, code)
