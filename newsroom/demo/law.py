"""The demo's law: the model notice with its words, its one rule, and the page that explains it."""

from __future__ import annotations

import tomllib

from django.utils.text import slugify

from articles.legal.approval import approve
from articles.legal.drafting import draft_rule, draft_text
from articles.legal.models import LegalNotice
from articles.legal.terms import Kind
from articles.pages.explanation import ExplanationPage
from articles.pages.founding import legal_pages
from articles.pages.home import HomePage
from newsroom.demo.content_files import FOLDER, Table
from newsroom.languages import LANGUAGES
from newsroom.regions.models import Region
from newsroom.users.models import User

KEY = "undesirable-ru"
EXPLANATION = "undesirable-organization"
PRESET = "russia-and-controlled"
WORDS = FOLDER / "legal" / KEY


def words() -> dict[str, Table]:
    """The notice's words by language code, the source first."""
    found = {
        code: tomllib.loads(path.read_text("utf-8")) for code in LANGUAGES if (path := WORDS / f"{code}.toml").is_file()
    }
    return dict(sorted(found.items(), key=lambda item: item[0] != "en"))


def make_law(*, author: User, approver: User) -> None:
    """The notice `undesirable-ru`, written by one person and approved by another, in force for all languages."""
    texts = words()
    for code in HomePage.objects.filter(slug__in=texts).order_by("path").values_list("slug", flat=True):
        _explain(code, texts[code]["page"])
    notice = LegalNotice.objects.create(
        key=KEY,
        name="Undesirable organization: readers in Russia and the Russia-controlled parts of Ukraine",
        kind=Kind.WARNING,
        basis="Federal Law No. 129-FZ of 23 May 2015 (Russia), as it is applied to readers",
        source_language="en",
        more=EXPLANATION,
        owner=author,
    )
    for code, text in texts.items():
        draft = draft_text(
            notice, code, by=author, heading=text["heading"], body=text["body"], link_label=text["link_label"]
        )
        approve(draft, by=approver, digest=draft.digest)
    rule = draft_rule(
        notice,
        by=author,
        region=Region.objects.get(preset_key=PRESET),
        reason="Readers in these places can be punished for sharing what we publish; they must know before they do.",
    )
    approve(rule, by=approver, digest=rule.digest)


def _explain(code: str, text: Table) -> None:
    """The explanation in a language, published; translations of each other."""
    index = legal_pages(code)
    first = ExplanationPage.objects.filter(slug=EXPLANATION).first()
    page = ExplanationPage(
        title=text["title"],
        slug=slugify(EXPLANATION),
        introduction=text["introduction"],
        body=text["body"],
        locale=index.locale,
    )
    if first:
        page.translation_key = first.translation_key
    index.add_child(instance=page)
    page.save_revision().publish()
