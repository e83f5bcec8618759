"""Scripts and styles of the editor of pages."""

from __future__ import annotations

from django.templatetags.static import static
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

SCRIPTS = (
    "articles/writing.js",
    "articles/translation.js",
    "articles/translation_fields.js",
    "articles/translation_texts.js",
    "articles/translation_aids.js",
)
STYLES = ("articles/translation.css",)


def editor_scripts() -> SafeString:
    """What the editor runs besides Wagtail's own."""
    return format_html_join("", '<script src="{}" defer></script>', ((static(name),) for name in SCRIPTS))


def admin_styles() -> SafeString:
    """What the admin looks like besides Wagtail's own: an editor has no hook for styles of its own any more."""
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((static(name),) for name in STYLES))
