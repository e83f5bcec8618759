"""Tests of the glossary's screens and who may use them."""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.translation.glossary import terms_for
from articles.translation.models import GlossaryTerm
from newsroom.users.groups import PHOTO_EDITORS, editors_of, translators_of
from tests.factories import make_administrator, make_front_page, make_user

pytestmark = pytest.mark.django_db

ENTRY = {"source_language": "en", "language": "ru", "term": "sea", "translation": "море", "note": ""}


@pytest.fixture
def desks():
    for code in ("ru", "uk"):
        make_front_page(code)


@pytest.fixture
def rita(desks, client):
    user = make_user("rita", editors_of("ru"))
    client.force_login(user)
    return user


def term(**fields) -> GlossaryTerm:
    return GlossaryTerm.objects.create(**{**ENTRY, **fields})


def forbidden(response) -> bool:
    return response.status_code == 403 or (response.status_code == 302 and response.url == reverse("wagtailadmin_home"))


def test_terms_of_a_pair_are_found() -> None:
    sea = term()
    term(language="uk", translation="море")
    assert terms_for("en", "ru") == [sea]
    assert terms_for("ru", "en") == []


def test_editor_adds_a_term_to_the_own_language(client, rita) -> None:
    client.post(reverse("glossary:add"), {**ENTRY, "term": "  the\u202e sea "})
    found = GlossaryTerm.objects.get()
    assert (found.term, found.translation, found.changed_by) == ("the sea", "море", rita)


def test_forged_language_is_no_choice(client, rita) -> None:
    response = client.post(reverse("glossary:add"), {**ENTRY, "language": "uk"})
    assert response.status_code == 200
    assert not GlossaryTerm.objects.exists()


def test_term_into_its_own_language_is_refused(client, rita) -> None:
    response = client.post(reverse("glossary:add"), {**ENTRY, "source_language": "ru"})
    assert "Choose another language." in response.content.decode()
    assert not GlossaryTerm.objects.exists()


def test_second_translation_of_a_term_is_refused(client, rita) -> None:
    term()
    response = client.post(reverse("glossary:add"), {**ENTRY, "translation": "вода"})
    assert response.status_code == 200
    assert GlossaryTerm.objects.count() == 1


def test_list_shows_the_own_languages_alone(client, rita) -> None:
    term(translation="наше море")
    term(language="uk", translation="чуже море")
    page = client.get(reverse("glossary:index")).content.decode()
    assert "наше море" in page
    assert "чуже море" not in page


@pytest.mark.parametrize("name", ["edit", "delete", "history", "usage"])
def test_term_of_another_desk_is_refused_at_every_door(client, rita, name: str) -> None:
    foreign = term(language="uk")
    address = reverse(f"glossary:{name}", args=[foreign.pk])
    assert forbidden(client.get(address))
    if name in {"edit", "delete"}:
        assert forbidden(client.post(address, {**ENTRY, "language": "ru", "translation": "x"}))
    foreign.refresh_from_db()
    assert (foreign.language, foreign.translation) == ("uk", "море")


def test_own_term_cannot_be_given_to_another_desk(client, rita) -> None:
    own = term()
    client.post(reverse("glossary:edit", args=[own.pk]), {**ENTRY, "language": "uk"})
    own.refresh_from_db()
    assert own.language == "ru"


def test_editor_changes_a_term_of_the_own_language(client, rita) -> None:
    own = term()
    assert client.get(reverse("glossary:edit", args=[own.pk])).status_code == 200
    client.post(reverse("glossary:edit", args=[own.pk]), {**ENTRY, "translation": "океан"})
    own.refresh_from_db()
    assert (own.translation, own.changed_by) == ("океан", rita)


def test_translator_reads_and_changes_nothing(client, desks) -> None:
    client.force_login(make_user("tim", translators_of("ru")))
    own = term()
    assert "море" in client.get(reverse("glossary:index")).content.decode()
    assert forbidden(client.get(reverse("glossary:edit", args=[own.pk])))
    assert forbidden(client.post(reverse("glossary:add"), {**ENTRY, "term": "x"}))


def test_who_works_in_no_language_does_not_see_it(client, desks) -> None:
    client.force_login(make_user("nobody", PHOTO_EDITORS))
    assert forbidden(client.get(reverse("glossary:index")))


def test_list_asks_as_much_for_many_terms_as_for_few(client, desks, django_assert_max_num_queries) -> None:
    client.force_login(make_administrator("anna"))
    for count in (2, 60):
        for number in range(count):
            term(term=f"word {count} {number}")
        with django_assert_max_num_queries(30):
            assert client.get(reverse("glossary:index")).status_code == 200
