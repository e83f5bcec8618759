"""Every address of the desk, asked by every role: who gets it, who is refused, who is told that there is nothing."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from articles.legal.desk.urls import admin_urls
from articles.legal.models import Demand, LegalNotice, NoticeRule, NoticeText
from articles.pages.founding import front_page
from newsroom.users.groups import LEGAL_APPROVERS, LEGAL_EDITORS, SEALED_ORDERS, editors_of
from tests.answers import read_whole
from tests.articles.legal.desk.conftest import SECRET, Matters, client_of
from tests.factories import make_administrator, make_user

pytestmark = pytest.mark.django_db

ABOUT = {
    "overview": "",
    "notices": "",
    "new_notice": "",
    "put_up": "",
    "withhold": "",
    "demands": "",
    "new_demand": "",
    "notice": "notice",
    "edit_notice": "notice",
    "new_rule": "notice",
    "words": "notice",
    "text": "draft_text",
    "text_alone": "draft_text",
    "rule": "rule",
    "rule_alone": "draft_rule",
    "next_rule": "rule",
    "withdraw": "rule",
    "lift": "rule",
    "demand": "demand",
    "edit_demand": "demand",
    "answered": "demand",
    "document": "demand",
}
HURRY = {"put_up", "withhold", "text_alone", "rule_alone", "lift"}
ROLES = {
    "language editor": (),
    "editor": (LEGAL_EDITORS,),
    "approver": (LEGAL_APPROVERS,),
    "holder": (LEGAL_APPROVERS, SEALED_ORDERS),
    "sealed alone": (SEALED_ORDERS,),
}
REFUSED = 403
ONLY = {"get": {"answered"}, "post": {"notice", "demand", "document"}}
"""Screens that do not take the method."""


def where(name: str, matters: Matters) -> str:
    arguments = [getattr(matters, ABOUT[name]).pk] if ABOUT[name] else []
    return reverse(f"legal_desk:{name}", args=[*arguments, "ru"] if name == "words" else arguments)


def status(client: Client, address: str) -> int:
    """The status of an answer, read to its end."""
    answer = client.get(address, headers={"x-requested-with": "XMLHttpRequest"})
    read_whole(answer)
    return answer.status_code


def as_role(role: str) -> Client:
    front_page("en")
    groups = ROLES[role] or (editors_of("en"),)
    return client_of(make_user(f"some-{role}".replace(" ", "-"), *groups))


def expected(name: str, role: str) -> int:
    """What a role gets from a screen about an open matter."""
    if role in ("language editor", "sealed alone") or (name in HURRY and role == "editor"):
        return REFUSED
    return 405 if name == "answered" else 200


def test_the_table_has_every_address() -> None:
    (resolver,) = admin_urls()
    assert {pattern.name for pattern in resolver.url_patterns} == set(ABOUT)


@pytest.mark.parametrize("role", ROLES)
def test_each_role_gets_its_screens_and_no_others(role: str, matters: Matters) -> None:
    client = as_role(role)
    got = {name: status(client, where(name, matters)) for name in ABOUT}
    assert got == {name: expected(name, role) for name in ABOUT}


@pytest.mark.parametrize("role", ["editor", "approver"])
def test_what_is_sealed_is_not_there_for_those_without_the_right(role: str, sealed: Matters, matters: Matters) -> None:
    client = as_role(role)
    counts = [model.objects.count() for model in (LegalNotice, NoticeText, NoticeRule, Demand)]
    for name, about in ABOUT.items():
        if not about:
            html = client.get(where(name, sealed)).content.decode()
            # Regions are no secret; what was ordered about them is.
            assert SECRET not in html.replace(f"{SECRET} region", ""), name
            continue
        for method in ("get", "post"):
            answer = getattr(client, method)(
                where(name, sealed),
                {"action": "approve", "reason": "Mine", "digest": sealed.draft_text.digest},
                headers={"x-requested-with": "XMLHttpRequest"},
            )
            assert answer.status_code == expected_of_sealed(name, role, method), (name, method)
            assert SECRET not in answer.content.decode(), name
    assert [model.objects.count() for model in (LegalNotice, NoticeText, NoticeRule, Demand)] == counts
    assert NoticeText.objects.get(pk=sealed.draft_text.pk).approved_at is None


def expected_of_sealed(name: str, role: str, method: str) -> int:
    """Whoever may not open a screen is refused whatever it is about, and all are a method that it lacks."""
    if name in HURRY and role == "editor":
        return REFUSED
    return 405 if name in ONLY.get(method, ()) else 404


def test_what_is_sealed_answers_like_what_never_was(sealed: Matters, as_approver: Client) -> None:
    for name, about in ABOUT.items():
        if not about or name == "answered":
            continue
        arguments = [10**6, "ru"] if name == "words" else [10**6]
        missing = as_approver.get(reverse(f"legal_desk:{name}", args=arguments))
        secret = as_approver.get(where(name, sealed))
        assert (secret.status_code, secret.content) == (missing.status_code, missing.content), name


def test_holders_of_the_sealed_right_see_it(sealed: Matters, as_holder: Client) -> None:
    for name, about in ABOUT.items():
        if about and name != "answered":
            assert status(as_holder, where(name, sealed)) == 200, name
    overview = as_holder.get(reverse("legal_desk:overview")).content.decode()
    assert f"{SECRET} notice" in overview
    assert f"{SECRET} court" in overview


def test_an_administrator_opens_the_desk_and_neither_approves_nor_hurries_nor_sees_sealed_orders(
    sealed: Matters, matters: Matters
) -> None:
    user = make_administrator()
    client = client_of(user)
    assert client.get(where("overview", matters)).status_code == 200
    for right in ("approve_legal", "hurry_legal", "see_sealed"):
        assert not user.has_perm(f"articles.{right}")
    assert client.get(where("notice", sealed)).status_code == 404
    draft = matters.draft_text
    client.post(where("text", matters), {"action": "approve", "digest": draft.digest})
    assert NoticeText.objects.get(pk=draft.pk).approved_at is None


def test_strangers_are_sent_to_the_login(matters: Matters, client: Client) -> None:
    for name in ABOUT:
        for method in ("get", "post"):
            answer = getattr(client, method)(where(name, matters))
            assert answer.status_code == 302, name
            assert answer["Location"].startswith(reverse("wagtailadmin_login")), name


@pytest.mark.parametrize("code", ["xx", "EN", "../en", "en%00"])
def test_a_language_that_there_is_not_has_no_words(code: str, matters: Matters, as_editor: Client) -> None:
    assert as_editor.get(f"/admin/legal/notices/{matters.notice.pk}/words/{code}/").status_code == 404


def test_no_screen_of_the_desk_is_stored_anywhere(matters: Matters, as_approver: Client) -> None:
    for name in ABOUT:
        if name != "answered":
            answer = as_approver.get(where(name, matters))
            read_whole(answer)
            assert "no-store" in answer["Cache-Control"], name


def test_legal_staff_need_no_right_on_pages(matters: Matters, as_approver: Client) -> None:
    assert Page.objects.exists()
    assert as_approver.get(reverse("wagtailadmin_choose_page")).status_code == 200
