"""Links in a text to other pages: each tells an address only while readers may see what lies there."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef
from django.utils.html import format_html
from django.utils.translation import get_language
from wagtail.blocks.stream_block import StreamValue
from wagtail.models import Page
from wagtail.query import PageQuerySet
from wagtail.rich_text import RichText, extract_references_from_rich_text
from wagtail.rich_text.feature_registry import FeatureRegistry
from wagtail.rich_text.pages import PageLinkHandler
from wagtail.rich_text.rewriters import LinkRewriter

from articles.pages.article import ArticlePage

NO_LINK = "<a>"
"""What stands around the words while the page behind them may not be seen: a link to nowhere, as HTML allows it."""


def visible_pages() -> PageQuerySet:
    """Every page that the present reader may see: live, and if it is a story, visible."""
    hidden = ArticlePage.objects.live().exclude(pk__in=ArticlePage.objects.visible().values("pk"))
    return Page.objects.live().exclude(pk__in=hidden.values("pk"))


def addresses_of(keys: Collection[int], code: str) -> dict[int, str]:
    """Where readers of a language find these pages: in their language if it is there, else as linked; one query."""
    works = Page.objects.filter(pk__in=keys).values("translation_key")
    rows = (
        Page.objects.filter(translation_key__in=works)
        .annotate(is_open=Exists(visible_pages().filter(pk=OuterRef("pk"))))
        .values_list("pk", "translation_key", "locale__language_code", "url_path", "is_open")
    )
    work_of, linked, translated = {}, {}, {}
    for key, work, language_code, address, is_open in rows:
        work_of[key] = work
        if is_open:
            linked[key] = address
        if is_open and language_code == code:
            translated[work] = address
    found = {key: translated.get(work_of.get(key)) or linked.get(key) for key in keys}
    return {key: address for key, address in found.items() if address}


class PageLinks:
    """The links of one page to others, looked up all at once when the first is shown."""

    def __init__(self, keys: Collection[int], code: str) -> None:
        self._keys = keys
        self._code = code

    @cached_property
    def _addresses(self) -> dict[int, str]:
        return addresses_of(self._keys, self._code) if self._keys else {}

    def opening_tags(self, attributes: Iterable[dict[str, str]]) -> list[str]:
        """The opening tag of each link, given as the attributes that are stored."""
        found = [self._addresses.get(_key(stored)) for stored in attributes]
        return [format_html('<a href="{}">', address) if address else NO_LINK for address in found]

    def expand(self, text: RichText | str) -> RichText:
        """The text with its links to pages opened; Wagtail does the rest."""
        source = text.source if isinstance(text, RichText) else text
        return RichText(_Rewriter(bulk_rules={"page": self.opening_tags})(source))


class _Rewriter(LinkRewriter):
    """Rewrites the links to pages and leaves all others for Wagtail."""

    def get_tag_replacements(self, tag_type: str | None, attrs_list: list[dict[str, str]]) -> list[str]:
        if tag_type != "page":
            return []
        replacements: list[str] = super().get_tag_replacements(tag_type, attrs_list)
        return replacements


def links_in(body: StreamValue, *texts: str) -> set[int]:
    """Keys of the pages that a body and further texts link to."""
    references = [*body.stream_block.extract_references(body)]
    for text in texts:
        references += extract_references_from_rich_text(text)
    return {int(key) for model, key, *_ in references if model is Page}


class VisiblePageLinkHandler(PageLinkHandler):
    """The same for texts outside a story's page, in place of Wagtail's own handler, which tells every address."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict[str, Any]]) -> list[str]:
        """The opening tags of the links of one text."""
        return PageLinks({_key(stored) for stored in attrs_list}, get_language() or "en").opening_tags(attrs_list)

    @classmethod
    def extract_references(cls, attrs: dict[str, str]) -> Iterator[tuple[type[Page], str, str, str]]:
        """The page that a link leads to; Wagtail's own fails where none is named."""
        if _key(attrs):
            yield Page, attrs["id"], "", ""


def register(features: FeatureRegistry) -> None:
    """Takes the place of Wagtail's handler; to be called after Wagtail's own hook."""
    features.register_link_type(VisiblePageLinkHandler)


def _key(stored: dict[str, str]) -> int:
    key = stored.get("id", "")
    return int(key) if key.isdecimal() else 0
