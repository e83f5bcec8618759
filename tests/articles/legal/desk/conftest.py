"""Who looks at the desk: people of each group, and what waits there for them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.utils import timezone

from articles.legal.drafting import draft_rule, draft_text
from articles.legal.models import Demand, LegalNotice, NoticeRule, NoticeText
from articles.legal.terms import Kind
from newsroom.regions.presets import ensure_presets
from newsroom.users.groups import LEGAL_APPROVERS, LEGAL_EDITORS, SEALED_ORDERS, ensure_legal
from newsroom.users.models import User
from tests.articles.legal.makers import lawyers, make_notice, make_region, make_rule, make_text
from tests.factories import make_user

SECRET = "Unspeakable"
"""A word that stands in everything sealed."""


@pytest.fixture
def _groups(db: None) -> None:
    ensure_legal()
    ensure_presets()


@pytest.fixture
def editor(_groups: None) -> User:
    return make_user("edda", LEGAL_EDITORS)


@pytest.fixture
def approver(_groups: None) -> User:
    return make_user("arne", LEGAL_APPROVERS)


@pytest.fixture
def holder(_groups: None) -> User:
    """An approver who may know of sealed orders."""
    return make_user("hild", LEGAL_APPROVERS, SEALED_ORDERS)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def as_editor(editor: User) -> Client:
    return client_of(editor)


@pytest.fixture
def as_approver(approver: User) -> Client:
    return client_of(approver)


@pytest.fixture
def as_holder(holder: User) -> Client:
    return client_of(holder)


@dataclass(frozen=True)
class Matters:
    """One of everything that the desk shows."""

    notice: LegalNotice
    text: NoticeText
    draft_text: NoticeText
    rule: NoticeRule
    draft_rule: NoticeRule
    demand: Demand


def make_matters(name: str = "open", *, is_sealed: bool = False, word: str = "Ordinary") -> Matters:
    """One of everything; the word stands in all of it."""
    author, _ = lawyers()
    demand = Demand(
        demander=f"{word} court {name}",
        received_on=datetime(2026, 11, 1, tzinfo=UTC).date(),
        deadline=datetime(2026, 11, 20, tzinfo=UTC),
        is_sealed=is_sealed,
        notes=word,
    )
    demand.file = ContentFile(word.encode(), name=f"{word}-{name}.pdf")
    demand.save()
    notice = make_notice(
        f"notice-{name}", Kind.WITHHELD if is_sealed else Kind.WARNING, is_sealed=is_sealed, demand=demand
    )
    notice.name, notice.review_on = f"{word} notice {name}", timezone.localdate()
    notice.save()
    region = make_region("RU", name=f"{word} region {name}")
    return Matters(
        notice=notice,
        text=make_text(notice, words=word),
        draft_text=draft_text(notice, "en", by=author, heading=f"{word} draft", body=f"<p>{word} anew.</p>"),
        rule=make_rule(notice, region, reason=f"{word} reason.", applies_to_unknown=False),
        draft_rule=draft_rule(notice, by=author, region=region, reason=f"{word} draft.", applies_to_unknown=False),
        demand=demand,
    )


@pytest.fixture
def matters(_groups: None) -> Matters:
    return make_matters()


@pytest.fixture
def sealed(_groups: None) -> Matters:
    return make_matters("secret", is_sealed=True, word=SECRET)
