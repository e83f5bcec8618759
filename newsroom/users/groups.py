"""Who may do what: the groups of each language and desk, photo editors, legal staff, administrators of everything."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from newsroom.languages import language
from newsroom.users.desks import desk_of
from newsroom.users.models import LanguageRole
from newsroom.users.rights import ADMINISTRATORS
from newsroom.users.roles import Role

PHOTO_EDITORS = "Photo editors"
LEGAL_EDITORS = "Legal editors"
LEGAL_APPROVERS = "Legal approvers"
SEALED_ORDERS = "Sealed orders"
LEGAL_STAFF_ALONE = ("approve_legal", "hurry_legal", "see_sealed")
"""What no administrator may do by being one: the law is approved by people who answer for it."""
EDITOR = ("add_page", "change_page", "publish_page", "lock_page", "unlock_page")
KILL = "kill_story"
WORDS_OF_THE_NEWSROOM = ("correspondent", "organisation", "service", "agency", "place", "video")


def writers_of(code: str) -> str:
    """The name of the group that writes in a language."""
    return f"{language(code).name} writers"


def editors_of(code: str) -> str:
    """The name of the group that writes and publishes in a language."""
    return f"{language(code).name} editors"


def translators_of(code: str) -> str:
    """The name of the group that translates into a language."""
    return f"{language(code).name} translators"


def chiefs_of(desk: str) -> str:
    """The name of the group that answers for all languages of a desk."""
    return f"{desk} chief editors"


def ensure_language_groups(home: Page, code: str) -> None:
    """Makes the groups of a language, with rights below its front page; safe to repeat."""
    for name, role, page_rights, actions in (
        (writers_of(code), Role.WRITER, ("add_page",), ("view", "add")),
        (translators_of(code), Role.TRANSLATOR, ("add_page",), ("view", "add")),
        (editors_of(code), Role.EDITOR, EDITOR, ("view", "add", "change")),
        (chiefs_of(desk_of(code)), Role.CHIEF, EDITOR, ("view", "add", "change")),
    ):
        group, _ = Group.objects.get_or_create(name=name)
        LanguageRole.objects.get_or_create(group=group, language=code, role=role)
        _grant(group, home, page_rights)
        group.permissions.add(*_admin_access(), *_vocabulary_rights(actions))
        if role == Role.CHIEF:
            group.permissions.add(*Permission.objects.filter(codename=KILL))
    ensure_photo_editors()


def ensure_photo_editors() -> Group:
    """Makes the group that keeps pictures and videos; safe to repeat."""
    group, _ = Group.objects.get_or_create(name=PHOTO_EDITORS)
    _grant_pictures(group, ("add_image", "change_image", "choose_image", "delete_image"))
    videos = Permission.objects.filter(content_type__app_label="media", content_type__model="video")
    group.permissions.add(*_admin_access(), *videos)
    return group


def ensure_administrators() -> Group:
    """Makes the group that may do everything, the withholding of names included; safe to repeat."""
    group, _ = Group.objects.get_or_create(name=ADMINISTRATORS)
    _grant(group, Page.get_first_root_node(), (*EDITOR, "bulk_delete_page"))
    _grant_pictures(group, ("delete_image",))
    group.permissions.add(
        *Permission.objects.filter(
            content_type__app_label__in=["articles", "media", "outbox", "regions", "users", "auth"]
        )
    )
    group.permissions.add(*Permission.objects.filter(content_type__app_label__in=["wagtailcore", "wagtailredirects"]))
    group.permissions.remove(*Permission.objects.filter(codename__in=LEGAL_STAFF_ALONE))
    group.permissions.add(*_admin_access())
    return group


def ensure_legal() -> dict[str, Group]:
    """Makes the groups of legal staff: those who write, those who approve, those who may know of sealed orders."""
    write = [
        f"{action}_{model}" for action in ("view", "add", "change") for model in ("legalnotice", "demand", "region")
    ]
    rights = {
        LEGAL_EDITORS: write,
        LEGAL_APPROVERS: [*write, "approve_legal", "hurry_legal"],
        SEALED_ORDERS: ["see_sealed"],
    }
    groups = {}
    for name, codenames in rights.items():
        groups[name], _ = Group.objects.get_or_create(name=name)
        groups[name].permissions.add(*_admin_access(), *Permission.objects.filter(codename__in=codenames))
    return groups


def _grant(group: Group, page: Page, codenames: Iterable[str]) -> None:
    """Rights on a tree of pages, and on pictures, which belong to everybody."""
    for permission in Permission.objects.filter(content_type__app_label="wagtailcore", codename__in=codenames):
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
    _grant_pictures(group, ("add_image", "change_image", "choose_image"))


def _grant_pictures(group: Group, codenames: Iterable[str]) -> None:
    """Rights on all pictures; Wagtail asks its own image model's permissions, whichever model holds the pictures."""
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(content_type__app_label="wagtailimages", codename__in=codenames):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _admin_access() -> list[Permission]:
    return list(Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin"))


def _vocabulary_rights(actions: Iterable[str]) -> list[Permission]:
    names = [f"{action}_{word}" for action in actions for word in WORDS_OF_THE_NEWSROOM]
    return list(Permission.objects.filter(content_type__app_label__in=["articles", "media"], codename__in=names))
