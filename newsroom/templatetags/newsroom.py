"""Tags and filters for text in the page's language: phrases, numbers, dates, direction."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, ngettext

from newsroom import formats
from newsroom.languages import Language, known, language

register = template.Library()


def current_code() -> str:
    """The code of the language that the page is written in."""
    return get_language() or "en"


@register.simple_tag
def phrase(text: str, **values: object) -> SafeString:
    """A translated text with its {placeholders} filled, each value escaped."""
    return format_html(conditional_escape(text), **values)


@register.filter
def number(value: int) -> str:
    """A whole number in the page's digits."""
    return formats.format_number(value, current_code())


@register.filter
def clock(seconds: int) -> str:
    """A length of time as players show it."""
    return formats.format_clock(seconds, current_code())


@register.filter
def duration_in_words(seconds: int) -> str:
    """A length of time as one would say it: 1 minute, 12 seconds."""
    hours, rest = divmod(seconds, 3600)
    minutes, remaining = divmod(rest, 60)
    parts = [
        (hours, ngettext("{count} hour", "{count} hours", hours)),
        (minutes, ngettext("{count} minute", "{count} minutes", minutes)),
        (remaining, ngettext("{count} second", "{count} seconds", remaining)),
    ]
    return " ".join(text.format(count=number(count)) for count, text in parts if count)


@register.filter
def isolated(name: str) -> SafeString:
    """A name whose direction may differ from the text around it (Unicode TR 9)."""
    return format_html("<bdi>{}</bdi>", name)


@register.simple_tag
def list_in_words(names: Sequence[str]) -> SafeString:
    """Names as a list of the page's language, each isolated."""
    return mark_safe(formats.join_list([isolated(name) for name in names], current_code()))  # noqa: S308 each is escaped


@register.filter
def language_attributes(row: Language | str) -> SafeString:
    """`lang` and `dir` of a part that is in another language than the page."""
    row = language(row) if isinstance(row, str) else row
    return format_html('lang="{}" dir="{}"', row.tag, row.direction)


@register.filter
def language_name(code: str) -> str:
    """What a language is called in English, as the admin's lists do; itself for a code that the table does not have."""
    return language(code).name if known(code) else code


@register.simple_tag
def day(moment: datetime.datetime, zone: str = "UTC") -> SafeString:
    """A `time` element with the day in words."""
    return _time(moment, formats.format_date(moment, current_code(), ZoneInfo(zone)))


@register.simple_tag
def day_and_time(moment: datetime.datetime, zone: str = "UTC") -> SafeString:
    """A `time` element with day and time of day."""
    return _time(moment, formats.format_date_and_time(moment, current_code(), ZoneInfo(zone)))


def _time(moment: datetime.datetime, text: str) -> SafeString:
    stamp = moment.astimezone(datetime.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return format_html('<time datetime="{}">{}</time>', stamp, text)
