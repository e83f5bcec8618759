"""Making what stories need to stand in: the front page of a language, and its sections."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext, override
from wagtail.coreutils import find_available_slug
from wagtail.models import Locale, Page, Site

from articles.pages.explanation import SLUG, LegalIndexPage
from articles.pages.home import HomePage
from articles.pages.section import SectionPage
from newsroom.languages import LANGUAGES, language

WELCOME = "welcome-to-your-new-wagtail-site"


@transaction.atomic
def front_page(code: str, title: str = "") -> HomePage:
    """The front page of a language, made and published where there is none.

    The first one also becomes the root of the site, in place of the page that Wagtail makes by itself. Raises
    KeyError for a language that the table does not have.
    """
    if code not in LANGUAGES:
        raise KeyError(code)
    known = HomePage.objects.filter(locale__language_code=code).first()
    if known:
        return known
    locale, _ = Locale.objects.get_or_create(language_code=code)
    other = HomePage.objects.order_by("path").first()
    home = HomePage(title=title or (other.title if other else "Newsroom"), slug=code, locale=locale, live=False)
    if other:
        home.translation_key = other.translation_key
    home.draft_title = home.title
    Page.get_first_root_node().add_child(instance=home)
    home.save_revision().publish()
    _settle_site(home)
    return HomePage.objects.get(pk=home.pk)


def _settle_site(home: HomePage) -> None:
    """Gives the site its root, and takes Wagtail's own first page away."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=home, is_default_site=True, site_name=home.title)
    elif not HomePage.objects.filter(pk=site.root_page_id).exists():
        site.root_page, site.site_name = home, home.title
        site.save()
    for page in Page.objects.filter(slug=WELCOME, depth=home.depth).exact_type(Page):
        page.delete()


@transaction.atomic
def legal_pages(code: str) -> LegalIndexPage:
    """The page that holds a language's explanations of notices, made and published where there is none."""
    home = front_page(code)
    known = LegalIndexPage.objects.child_of(home).first()
    if known:
        return known
    with override(code):
        page = LegalIndexPage(title=gettext("Legal notices"), slug=SLUG, locale=home.locale)
    other = LegalIndexPage.objects.order_by("path").first()
    if other:
        page.translation_key = other.translation_key
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


@transaction.atomic
def section(code: str, slug: str, title: str = "") -> SectionPage:
    """The section of a language with this slug, made and published where there is none.

    Sections of one slug in different languages are translations of each other. Without a title, that of the section
    in the language's fallbacks serves, or the slug.
    """
    home = front_page(code)
    known = SectionPage.objects.child_of(home).filter(slug=slug).first()
    if known:
        return known
    others = {
        page.locale.language_code: page for page in SectionPage.objects.filter(slug=slug).select_related("locale")
    }
    fallback = next((others[other] for other in (*language(code).fallbacks, *others) if other in others), None)
    made = SectionPage(
        title=title or (fallback.title if fallback else slug.replace("-", " ").capitalize()), slug=slug, live=False
    )
    made.locale = home.locale
    if fallback:
        made.translation_key = fallback.translation_key
    home.add_child(instance=made)
    made.save_revision().publish()
    return made


@transaction.atomic
def draft_section(like: SectionPage, home: HomePage) -> SectionPage:
    """The section of another language that is a translation of this one, made as a draft where there is none."""
    known = SectionPage.objects.child_of(home).filter(translation_key=like.translation_key).first()
    if known:
        return known
    made = SectionPage(title=like.title, slug=find_available_slug(home, like.slug), live=False, locale=home.locale)
    made.translation_key = like.translation_key
    made.has_unpublished_changes = True
    HomePage.objects.get(pk=home.pk).add_child(instance=made)
    made.save_revision()
    return made
