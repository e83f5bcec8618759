"""The admin's screens of who can be credited, and the doors that a withheld name closes."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.log_actions import log

from articles.credits.models import Agency, Correspondent, Organisation, Place, Service
from articles.credits.withholding import restore_name, withhold_name
from newsroom.users.groups import editors_of
from newsroom.users.models import User
from tests.factories import make_correspondent, make_place, make_story, make_user

MODELS = [Correspondent, Organisation, Service, Agency, Place]
NAMES = {"ru": "Асад Мамедов"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def withheld(admin: User) -> Correspondent:
    person = make_correspondent("Asad Mammadov", names=NAMES)
    log(person, "wagtail.create", user=admin)
    withhold_name(person, by=admin, reason="The family asked for it.")
    return person


def address(model: Any, view: str, *args: object) -> str:
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def chooser(view: str, *args: object) -> str:
    return reverse(Correspondent.snippet_viewset.chooser_viewset.get_url_name(view), args=args)


def holds_name(html: str) -> bool:
    return any(part in html for part in ("Mammadov", "Мамедов", "\\u041c\\u0430\\u043c"))


@pytest.mark.parametrize("model", MODELS)
def test_every_kind_is_listed_made_and_edited_with_its_names_in_every_language(as_admin: Client, model: Any) -> None:
    assert as_admin.get(address(model, "list")).status_code == 200
    page = as_admin.get(address(model, "add")).content.decode()
    assert 'name="names-sr-latn"' in page
    assert "articles/admin.css" in page
    sent = {"name": " Baku\u202e ", "names-ru": " Баку ", "names-fa": "باکو", "names-en": ""}
    response = as_admin.post(address(model, "add"), sent)
    assert response.status_code == 302, response.content.decode()
    made = model.objects.get()
    assert (made.name, made.names) == ("Baku", {"ru": "Баку", "fa": "باکو"})
    page = as_admin.get(address(model, "edit", made.pk)).content.decode()
    assert 'value="Баку" lang="ru" dir="ltr"' in page
    assert 'value="باکو" lang="fa" dir="rtl"' in page
    as_admin.post(address(model, "edit", made.pk), {"name": "Baku", "names-ru": "Баку"})
    made.refresh_from_db()
    assert made.names == {"ru": "Баку"}


def test_the_phrases_of_a_place_round_trip(as_admin: Client) -> None:
    as_admin.post(address(Place, "add"), {"name": "Baku", "phrases-ru": "в Баку", "phrases-xx": "?"})
    place = Place.objects.get()
    assert (place.names, place.phrases) == ({}, {"ru": "в Баку"})


def test_too_long_a_name_is_refused_by_its_language_and_keeps_what_was_typed(as_admin: Client) -> None:
    response = as_admin.post(address(Agency, "add"), {"name": "AP", "names-tt": "а" * 256, "names-ru": "АП"})
    page = response.content.decode()
    assert "Tatar: at most 255 characters" in page
    assert 'value="АП"' in page
    assert not Agency.objects.exists()


@pytest.mark.parametrize("query", ["Mike", "Ecke", "Эккел"])
def test_correspondents_are_found_by_the_beginning_of_a_name_in_any_script(as_admin: Client, query: str) -> None:
    make_correspondent("Mike Eckel", names={"ru": "Майк Эккель"})
    make_correspondent("Rikard Jozwiak")
    page = as_admin.get(address(Correspondent, "list"), {"q": query}).content.decode()
    assert "Mike Eckel" in page
    assert "Rikard Jozwiak" not in page


def test_search_and_filter_by_organisation_go_together(as_admin: Client, as_editor: Client) -> None:
    person = make_correspondent("Mike Eckel")
    make_correspondent("Mike Other", organisation="Elsewhere")
    for client in (as_admin, as_editor):
        query = {"q": "Mike", "organisation": str(person.organisation_id)}
        page = client.get(address(Correspondent, "list_results"), query).content.decode()
        assert "Mike Eckel" in page
        assert "Mike Other" not in page


def test_the_list_does_not_ask_more_for_more_people(as_admin: Client, django_assert_max_num_queries: Any) -> None:
    make_correspondent("A", organisation="One")
    as_admin.get(address(Correspondent, "list"))
    with CaptureQueriesContext(connection) as few:
        as_admin.get(address(Correspondent, "list"))
    for letter in "BCDEF":
        make_correspondent(letter, organisation=letter)
    with django_assert_max_num_queries(len(few)):
        as_admin.get(address(Correspondent, "list"))


def test_the_menu_has_the_credits(as_admin: Client) -> None:
    page = as_admin.get(reverse("wagtailadmin_home")).content.decode()
    assert all(str(address(model, "list")) in page for model in MODELS)


def test_the_story_editor_has_choosers_for_everybody_credited(as_admin: Client) -> None:
    story = make_story()
    page = as_admin.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    for field in ("correspondent", "place", "service", "agency"):
        assert f"credits-__prefix__-{field}-chooser" in page


@pytest.mark.parametrize("view", ["edit", "delete", "usage", "history", "history_results"])
def test_an_editor_is_refused_at_every_door_of_a_withheld_person(
    as_editor: Client, withheld: Correspondent, view: str
) -> None:
    door = address(Correspondent, view, withheld.pk)
    assert as_editor.get(door, headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
    refused = as_editor.get(door, follow=True)
    assert refused.redirect_chain[0][0] == reverse("wagtailadmin_home")
    assert not holds_name(refused.content.decode())


def test_an_editor_who_had_the_form_open_cannot_save_it(as_editor: Client, withheld: Correspondent) -> None:
    door = address(Correspondent, "edit", withheld.pk)
    as_editor.post(door, {"name": "Somebody else"})
    withheld.refresh_from_db()
    assert withheld.name == "Asad Mammadov"


def test_an_editor_can_still_open_everybody_else(as_editor: Client) -> None:
    person = make_correspondent()
    for view in ("edit", "usage", "history"):
        assert as_editor.get(address(Correspondent, view, person.pk)).status_code == 200


def test_nobody_is_copied(as_admin: Client, withheld: Correspondent) -> None:
    assert as_admin.get(f"/admin/snippets/articles/correspondent/copy/{withheld.pk}/").status_code == 404


@pytest.mark.parametrize("query", ["", "Asad", "Mammadov", "Мамедов"])
def test_list_and_chooser_do_not_show_an_editor_a_withheld_person(
    as_editor: Client, withheld: Correspondent, query: str
) -> None:
    make_correspondent("Mike Eckel")
    for door in (address(Correspondent, "list"), address(Correspondent, "list_results"), chooser("choose_results")):
        page = as_editor.get(door, {"q": query} if query else {}).content.decode()
        assert not holds_name(page.replace(query, "") if query else page)
        assert withheld.key not in page
        assert query or "Mike Eckel" in page
    modal = as_editor.get(chooser("choose"), {"q": query}).json()["html"]
    assert not holds_name(modal.replace(query, "") if query else modal)
    assert withheld.key not in modal


def test_what_the_chooser_hands_over_is_neutral(as_editor: Client, withheld: Correspondent) -> None:
    for door in (chooser("chosen", withheld.pk), f"{chooser('chosen_multiple')}?id={withheld.pk}"):
        answer = as_editor.get(door).content.decode()
        assert withheld.key in answer
        assert not holds_name(answer)
        assert address(Correspondent, "edit", withheld.pk) not in answer


def test_the_editor_of_a_credited_story_shows_the_neutral_form(as_editor: Client, withheld: Correspondent) -> None:
    story = make_story(credits=[{"correspondent": withheld, "place": make_place()}])
    page = as_editor.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert f"Name withheld ({withheld.key})" in page
    assert not holds_name(page)


def test_the_usage_of_the_organisation_shows_the_neutral_form(as_editor: Client, withheld: Correspondent) -> None:
    page = as_editor.get(address(Organisation, "usage", withheld.organisation_id)).content.decode()
    assert not holds_name(page)


def test_the_history_of_the_site_does_not_show_the_name(as_editor: Client, withheld: Correspondent) -> None:
    page = as_editor.get(reverse("wagtailadmin_reports:site_history")).content.decode()
    assert withheld.key in page
    assert not holds_name(page)
    found = as_editor.get(reverse("wagtailadmin_reports:site_history_results"), {"label": "Mammadov"}).content.decode()
    assert withheld.key not in found


def test_an_editor_cannot_delete_withheld_people_in_bulk(admin: User, withheld: Correspondent) -> None:
    editor = make_user("deleter", editors_of("en"))
    codenames = ["access_admin", "view_correspondent", "delete_correspondent"]
    editor.user_permissions.set(Permission.objects.filter(codename__in=codenames))
    client = Client()
    client.force_login(editor)
    door = reverse("wagtail_bulk_action", args=["articles", "correspondent", "delete"])
    assert not holds_name(client.get(f"{door}?id={withheld.pk}").content.decode())
    client.post(f"{door}?id={withheld.pk}")
    client.post(f"{door}?id=all")
    assert Correspondent.objects.filter(pk=withheld.pk).exists()


def test_those_with_the_permission_see_the_neutral_form_in_lists_and_the_name_in_the_form(
    as_admin: Client, withheld: Correspondent
) -> None:
    page = as_admin.get(address(Correspondent, "list")).content.decode()
    assert f"Name withheld ({withheld.key})" in page
    assert not holds_name(page)
    assert "Asad Mammadov" in as_admin.get(address(Correspondent, "edit", withheld.pk)).content.decode()


def test_a_restored_person_is_there_for_everybody(as_editor: Client, admin: User, withheld: Correspondent) -> None:
    restore_name(withheld, by=admin, reason="The danger is over.")
    assert "Asad Mammadov" in as_editor.get(address(Correspondent, "list")).content.decode()
    assert as_editor.get(address(Correspondent, "edit", withheld.pk)).status_code == 200
