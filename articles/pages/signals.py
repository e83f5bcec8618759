"""What happens when a page is saved, published, unpublished, copied or deleted: one call each."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from wagtail.models import Page, get_page_models
from wagtail.signals import copy_for_translation_done, page_published, page_unpublished

from articles.legal.ledger import stories as ledger
from articles.pages.approval import ensure_workflow
from articles.pages.article import ArticlePage
from articles.pages.deleting import ensure_deletable
from articles.pages.explanation import ExplanationPage, LegalIndexPage
from articles.pages.home import HomePage
from articles.pages.needed import ensure_not_last, ensure_stays
from articles.pages.origin import note_origin
from articles.pages.publishing import let_files_follow, note_publication
from articles.pages.purges import let_caches_follow
from articles.pages.section import SectionPage
from media import publication
from newsroom.languages import known
from newsroom.users.groups import ensure_language_groups


def connect() -> None:
    """Connects the receivers; safe to repeat."""
    page_published.connect(_published, dispatch_uid="articles.published")
    page_unpublished.connect(_unpublished, dispatch_uid="articles.unpublished")
    copy_for_translation_done.connect(_copied, dispatch_uid="articles.copied")
    for model in get_page_models():
        pre_save.connect(_about_to_be_saved, sender=model, dispatch_uid=f"articles.saving.{model._meta.label}")
        post_save.connect(_saved, sender=model, dispatch_uid=f"articles.saved.{model._meta.label}")
    post_save.connect(_home_saved, sender=HomePage, dispatch_uid="articles.home_saved")
    for model in (ArticlePage, HomePage):
        post_delete.connect(_deleted, sender=model, dispatch_uid=f"articles.deleted.{model.__name__}")
    for model in (ArticlePage, ExplanationPage, HomePage, LegalIndexPage, SectionPage):
        pre_delete.connect(_about_to_be_deleted, sender=model, dispatch_uid=f"articles.deleting.{model.__name__}")


def _about_to_be_saved(instance: Page, raw: bool, update_fields: frozenset[str] | None, **kwargs: Any) -> None:
    if not raw:
        ensure_stays(instance, update_fields)
        ledger.remember(instance, update_fields)


def _saved(instance: Page, raw: bool, update_fields: frozenset[str] | None, **kwargs: Any) -> None:
    """Wagtail's own signals come after the transaction that made a page public; the entry must be in it."""
    if not raw:
        ledger.record(instance, update_fields)
        let_caches_follow(instance, update_fields)


def _published(instance: Page, **kwargs: Any) -> None:
    """Wagtail says so of a page that is only scheduled as well."""
    if isinstance(instance, ArticlePage) and instance.live:
        note_publication(instance)
        let_caches_follow(instance)
    let_files_follow(instance)


def _unpublished(instance: Page, **kwargs: Any) -> None:
    let_files_follow(instance)


def _copied(source_obj: Any, target_obj: Any, **kwargs: Any) -> None:
    if isinstance(target_obj, ArticlePage):
        note_origin(target_obj, source_obj)


def _home_saved(instance: HomePage, created: bool, **kwargs: Any) -> None:
    """A copy for translation has another's slug until it is saved in its editor, and the right language at once."""
    code = instance.locale.language_code
    if created and known(code):
        ensure_language_groups(instance, code)
        ensure_workflow(instance, code)


def _deleted(instance: Page, **kwargs: Any) -> None:
    publication.hide(publication.user_key(instance))


def _about_to_be_deleted(instance: Page, **kwargs: Any) -> None:
    ensure_not_last(instance)
    ensure_deletable(instance)
