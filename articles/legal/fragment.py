"""A notice as HTML: the bytes that readers get and that evidence repeats.

A function of values alone, without templates and without the database, so that error pages can show notices too.
"""

from __future__ import annotations

import logging

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, override

from articles.legal.values import Shown
from newsroom.languages import Language, language

logger = logging.getLogger(__name__)


def fragment(shown: Shown, page_language: str) -> SafeString:
    """The notice for a page in a language; it names its own language and direction, which may be others.

    Whatever fails while it is put together, the bare words are given: a notice that is missing is a harm.
    """
    try:
        with override(page_language):
            return _fragment(shown, language(page_language))
    except Exception:  # the last rim: whatever fails, the words must stand on the page
        logger.exception("The notice %s cannot be rendered; its bare words are shown", shown.notice.key)
        return _bare(shown)


def _fragment(shown: Shown, page: Language) -> SafeString:
    text, own = shown.text, language(shown.text.language)
    missing = ""
    if own.code != page.code:
        missing = format_html(
            '<p class="notice-fallback" lang="{}" dir="{}">{}</p>',
            page.tag,
            page.direction,
            gettext("This notice is not yet available in your language."),
        )
    more = ""
    if shown.notice.more:
        address = f"/{page.code}/legal/{shown.notice.more}/"
        label = text.link_label or gettext("Find out more")
        own_words = own if text.link_label else page
        more = format_html(
            '<p class="notice-more"><a href="{}" lang="{}" dir="{}">{}</a></p>',
            address,
            own_words.tag,
            own_words.direction,
            label,
        )
    return format_html(
        '<section class="notice notice-{}" data-notice="{}" lang="{}" dir="{}" aria-label="{}">'
        '<p class="notice-heading"><strong>{}</strong></p>{}{}{}</section>',
        shown.notice.kind.value,
        shown.notice.key,
        own.tag,
        own.direction,
        text.heading,
        text.heading,
        mark_safe(text.body),  # noqa: S308 checked by articles.legal.wording when it was written
        more,
        missing,
    )


def refusal(withheld: Shown, page_language: str) -> SafeString:
    """What readers are told in place of a withheld page: the words, who demands it and by which law (RFC 7725)."""
    text, own = withheld.text, language(withheld.text.language)
    told: SafeString = format_html(
        '<section data-notice="{}" lang="{}" dir="{}" aria-label="{}"><p><strong>{}</strong></p>{}</section>',
        withheld.notice.key,
        own.tag,
        own.direction,
        text.heading,
        text.heading,
        mark_safe(text.body),  # noqa: S308 checked by articles.legal.wording when it was written
    )
    with override(page_language):
        for pattern, value in (
            (gettext("Demanded by: {authority}"), withheld.notice.authority),
            (gettext("Legal basis: {basis}"), withheld.notice.basis),
        ):
            if value:
                named = format_html("<bdi>{}</bdi>", value)
                told += format_html("<p>{}</p>", _filled(pattern, named))
    return told


def _filled(pattern: str, value: SafeString) -> SafeString:
    """The pattern, escaped, with the value in its one placeholder, whatever that is called."""
    escaped = conditional_escape(pattern)
    return format_html(escaped, authority=value, basis=value)


def heading(shown: Shown) -> SafeString:
    """A notice by its heading alone, for lists."""
    own = language(shown.text.language)
    return format_html(
        '<p class="notice-short" data-notice="{}" lang="{}" dir="{}">{}</p>',
        shown.notice.key,
        own.tag,
        own.direction,
        shown.text.heading,
    )


def _bare(shown: Shown) -> SafeString:
    """Heading and words without anything that could fail."""
    text = shown.text
    words = mark_safe(text.body)  # noqa: S308 checked when it was written
    return format_html(
        '<section class="notice" data-notice="{}"><p><strong>{}</strong></p>{}</section>',
        shown.notice.key,
        conditional_escape(text.heading),
        words,
    )
