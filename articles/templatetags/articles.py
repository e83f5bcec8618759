"""Tags for the text of stories."""

from __future__ import annotations

from django import template
from django.utils.safestring import SafeString
from wagtail.rich_text import RichText
from wagtail.templatetags.wagtailcore_tags import richtext

from articles.pages import secrecy
from articles.pages.article import ArticlePage
from articles.pages.links import PageLinks
from newsroom.users.rights import Person

register = template.Library()


@register.simple_tag(takes_context=True)
def rich_text(context: template.Context, text: RichText | str) -> RichText | SafeString:
    """A text with its links: those that the page looked up for all its texts, where it did."""
    links: PageLinks | None = context.get("page_links")
    html: RichText | SafeString = richtext(links.expand(text) if links and text else text)
    return html


@register.filter
def headline_for(story: ArticlePage, person: Person) -> str:
    """The headline of a story, empty where the person may not know it."""
    return secrecy.headline_for(person, story)
