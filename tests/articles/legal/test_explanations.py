"""Tests of the explanations that notices need."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from articles.legal.approval import ExplanationIsMissing, approve
from articles.legal.drafting import draft_rule, draft_withdrawal
from articles.legal.explanations import is_explained, is_needed
from articles.legal.models import LegalNotice
from articles.legal.terms import Effect, Kind
from articles.pages.explanation import ExplanationPage
from articles.pages.founding import legal_pages
from newsroom.languages import LANGUAGES
from tests.articles.legal.makers import lawyers, make_notice, make_region, make_rule, make_text
from tests.factories import publish_page

pytestmark = pytest.mark.django_db


def _explain(code: str) -> ExplanationPage:
    index = legal_pages(code)
    page = ExplanationPage(title="Why", slug="why", body="<p>Words.</p>", locale=index.locale)
    index.add_child(instance=page)
    return publish_page(page)


def test_a_rule_whose_notice_links_to_nothing_is_not_approved() -> None:
    author, approver = lawyers()
    notice = make_notice(more="why")
    make_text(notice)
    draft = draft_rule(notice, by=author, region=make_region("RU"), reason="A test.")
    with pytest.raises(ExplanationIsMissing, match="why"):
        approve(draft, by=approver, digest=draft.digest)
    draft.refresh_from_db()
    assert draft.approved_at is None
    assert not is_needed("why")


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_explanation_in_any_language_is_enough(code: str) -> None:
    _explain(code)
    assert is_explained("why")
    notice = make_notice(more="why")
    make_text(notice)
    make_rule(notice)
    assert is_needed("why")


def test_a_draft_of_an_explanation_is_none() -> None:
    _explain("en").unpublish()
    assert not is_explained("why")


def test_a_notice_without_link_needs_none() -> None:
    assert is_explained("")
    assert not is_needed("")


def test_it_is_needed_by_a_rule_that_is_due_and_no_longer_by_one_that_is_over() -> None:
    _explain("en")
    notice, now = make_notice(more="why"), timezone.now()
    make_text(notice)
    rule = make_rule(notice, starts_at=now + timedelta(days=1), ends_at=now + timedelta(days=2))
    assert is_needed("why", now)
    assert not is_needed("why", now + timedelta(days=2))
    author, approver = lawyers()
    draft = draft_withdrawal(rule, by=author, reason="A test.")
    approve(draft, by=approver, digest=draft.digest)
    assert not is_needed("why", now)


def test_it_is_not_needed_where_no_notice_is_shown() -> None:
    _explain("en")
    notice = make_notice(more="why")
    make_text(notice)
    make_rule(notice, effects=[Effect.NOINDEX])
    order = make_notice("order", Kind.WITHHELD, more="why")
    make_text(order)
    make_rule(order, make_region("DE"), applies_to_unknown=False)
    assert not is_needed("why")


def test_a_notice_that_is_shown_is_not_linked_to_nothing() -> None:
    notice = make_notice()
    make_text(notice)
    notice.more = "why"
    notice.save()
    notice.more = ""
    notice.save()
    make_rule(notice)
    LegalNotice.objects.filter(pk=notice.pk).update(more="why")  # past the guard of what a rule was written for
    notice = LegalNotice.objects.get(pk=notice.pk)
    with pytest.raises(ValidationError, match="no such explanation"):
        notice.save()
    _explain("ka")
    notice.save()
