"""Tests of explanations that must stay, whichever door somebody comes by."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page

from articles.pages.explanation import ExplanationPage
from articles.pages.founding import legal_pages
from articles.pages.needed import ExplanationIsNeeded, is_last
from articles.pages.publishing import publish_due
from tests.articles.legal.makers import make_notice, make_rule, make_text
from tests.factories import make_administrator, publish_page

pytestmark = pytest.mark.django_db


def _explain(code: str = "en") -> ExplanationPage:
    index = legal_pages(code)
    page = ExplanationPage(title="Why <b>this</b>", slug="why", body="<p>Words.</p>", locale=index.locale)
    index.add_child(instance=page)
    return publish_page(page)


@pytest.fixture
def page() -> ExplanationPage:
    """The only explanation of a notice in force."""
    explanation = _explain()
    notice = make_notice(more="why")
    make_text(notice)
    make_rule(notice)
    return explanation


@pytest.fixture
def administrator(client: Client) -> Client:
    client.force_login(make_administrator())
    return client


def _row(page: Page) -> tuple[bool, str, str]:
    return Page.objects.values_list("live", "slug", "url_path").get(pk=page.pk)


def _rename(page: ExplanationPage) -> None:
    page.slug = "other"
    page.save()


def _publish_renamed(page: ExplanationPage) -> None:
    page.slug = "other"
    page.save_revision(clean=False).publish()


def _hide(page: ExplanationPage) -> None:
    page.live = False
    page.save(update_fields=["live"])


DOORS: dict[str, Callable[[ExplanationPage], object]] = {
    "unpublish": lambda page: page.unpublish(),
    "rename": _rename,
    "publish another address": _publish_renamed,
    "hide": _hide,
    "move": lambda page: page.move(legal_pages("ru"), pos="last-child"),
    "unpublish from above": lambda page: page.get_parent().specific.get_children().specific().first().unpublish(),
}


@pytest.mark.parametrize("door", DOORS)
def test_no_door_takes_the_last_explanation_away(door: str, page: ExplanationPage) -> None:
    before = _row(page)
    with pytest.raises(ValidationError, match="explains a legal notice"), transaction.atomic():
        DOORS[door](ExplanationPage.objects.get(pk=page.pk))
    assert _row(page) == before


def test_it_is_not_deleted_either(page: ExplanationPage) -> None:
    with pytest.raises((ExplanationIsNeeded, ProtectedError)), transaction.atomic():
        page.delete()
    assert Page.objects.filter(pk=page.pk).exists()


@pytest.mark.parametrize("door", ["unpublish", "rename", "hide"])
def test_one_language_may_go_while_another_stays(door: str, page: ExplanationPage) -> None:
    other = _explain("ru")
    DOORS[door](page)
    assert is_last(other)
    with pytest.raises(ValidationError, match="explains a legal notice"), transaction.atomic():
        DOORS[door](other)


def test_its_words_can_be_changed(page: ExplanationPage) -> None:
    page.body = "<p>Better words.</p>"
    assert publish_page(page).body == "<p>Better words.</p>"


def test_one_that_no_notice_needs_may_go() -> None:
    page = _explain()
    page.unpublish()
    assert not ExplanationPage.objects.get(pk=page.pk).live


def test_what_is_due_elsewhere_happens_though_an_explanation_must_stay(
    page: ExplanationPage, caplog: pytest.LogCaptureFixture
) -> None:
    past = timezone.now() - timedelta(minutes=1)
    Page.objects.filter(pk__in=[page.pk, legal_pages("ru").pk]).update(expire_at=past)
    with caplog.at_level(logging.ERROR):
        publish_due()
    assert _row(page)[0]
    assert not legal_pages("ru").live
    assert "is not unpublished as scheduled" in caplog.text


def test_screens_say_why(page: ExplanationPage, administrator: Client) -> None:
    before = _row(page)
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    for address, data in (
        (reverse("wagtailadmin_pages:unpublish", args=[page.pk]), {}),
        (
            reverse("wagtailadmin_pages:unpublish", args=[legal_pages("en").get_parent().pk]),
            {"include_descendants": "on"},
        ),
        (f"{bulk}?id={page.pk}", {}),
        (f"{bulk}?id={page.get_parent().pk}", {"include_descendants": "on"}),
    ):
        answer = administrator.post(address, data, follow=True).content.decode()
        assert "explains a legal notice that is in force" in answer, address
        assert "<b>this" not in answer
        assert _row(page) == before


def test_every_language_at_once_is_refused_too(page: ExplanationPage, administrator: Client) -> None:
    other = _explain("ru")
    bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "unpublish"])
    answer = administrator.post(f"{bulk}?id={page.pk}&id={other.pk}", {}, follow=True).content.decode()
    assert "explains a legal notice that is in force" in answer
    assert _row(page)[0]
    assert _row(other)[0]


def test_the_form_refuses_another_address_at_its_field(page: ExplanationPage) -> None:
    page.slug = "other"
    with pytest.raises(ValidationError) as refused:
        page.full_clean()
    assert list(refused.value.message_dict) == ["slug"]
