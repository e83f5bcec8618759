"""The screens on which a name is withheld after two confirmations, and restored."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from wagtail.models import ModelLogEntry

from articles.credits.models import Correspondent
from articles.credits.withholding import restore_name, withhold_name
from newsroom.users.models import User
from tests.factories import make_administrator, make_correspondent, make_picture, make_story, make_user

REASON = "The family asked for it."

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> Correspondent:
    return make_correspondent("Asad Mammadov", names={"ru": "Асад Мамедов"})


def screen(name: str, person: Correspondent | None = None) -> str:
    return reverse(f"withholding:{name}", args=[person.pk] if person else [])


def first_step(client: Client, person: Correspondent, reason: str = REASON) -> str:
    page = client.post(screen("withhold", person), {"reason": reason}).content.decode()
    found = re.search(r'name="step" value="([^"]+)"', page)
    assert found, page
    return found.group(1)


def is_withheld(person: Correspondent) -> bool:
    return Correspondent.objects.get(pk=person.pk).is_withheld


def test_the_first_screen_tells_how_far_the_name_reaches_and_changes_nothing(
    as_admin: Client, admin: User, person: Correspondent
) -> None:
    User.objects.filter(pk=admin.pk).update(is_superuser=True)
    make_story("en", credits=[{"correspondent": person}])
    make_story("ru", credits=[{"correspondent": person}])
    told = make_story(title="What Mammadov saw", body=[("paragraph", "<p>Words</p>")])
    other = make_story(title="Nothing of it")
    picture = make_picture(title="A harbour", caption="Асад Мамедов на берегу")
    page = as_admin.get(screen("withhold", person)).content.decode()
    assert "Asad Mammadov" in page and person.key in page
    assert re.search(r"English: 1\b", page) and "Russian (" in page
    assert reverse("wagtailadmin_pages:edit", args=[told.pk]) in page
    assert reverse("wagtailimages:edit", args=[picture.pk]) in page
    assert reverse("wagtailadmin_pages:edit", args=[other.pk]) not in page
    assert not is_withheld(person)


def test_nothing_is_withheld_without_a_reason(as_admin: Client, person: Correspondent) -> None:
    for reason in ("", "   ", "\u202e"):
        response = as_admin.post(screen("withhold", person), {"reason": reason})
        assert "This field is required." in response.content.decode()
        assert 'name="step"' not in response.content.decode()
    assert not is_withheld(person)


def test_a_reason_with_the_name_in_it_is_refused(as_admin: Client, person: Correspondent) -> None:
    page = as_admin.post(screen("withhold", person), {"reason": "Ищут Мамедова"}).content.decode()
    assert "Write the reason without it." in page
    assert not is_withheld(person)


def test_the_second_screen_asks_with_numbers_and_changes_nothing(as_admin: Client, person: Correspondent) -> None:
    for code in ("en", "en", "ru"):
        make_story(code, credits=[{"correspondent": person}])
    page = as_admin.post(screen("withhold", person), {"reason": REASON}).content.decode()
    assert "3 stories in 2 languages" in page
    assert person.key in page
    assert not is_withheld(person)


@pytest.mark.parametrize("typed", ["Asad Mammadov", "asad  mammadov ", "Асад Мамедов", "KEY"])
def test_the_name_or_the_key_withholds_after_the_second_confirmation(
    as_admin: Client, admin: User, person: Correspondent, typed: str
) -> None:
    step = first_step(as_admin, person)
    typed = person.key if typed == "KEY" else typed
    response = as_admin.post(screen("withhold", person), {"step": step, "typed": typed}, follow=True)
    assert is_withheld(person)
    assert response.redirect_chain[-1][0] == screen("list")
    message = str(next(iter(response.context["messages"])))
    assert person.key in message and "Mammadov" not in message
    entry = ModelLogEntry.objects.get(action="articles.withhold_name")
    assert (entry.data, entry.user, entry.label) == ({"reason": REASON}, admin, person.key)


@pytest.mark.parametrize("typed", ["", "Asad", "Mike Eckel"])
def test_other_words_do_not_withhold(as_admin: Client, person: Correspondent, typed: str) -> None:
    step = first_step(as_admin, person)
    page = as_admin.post(screen("withhold", person), {"step": step, "typed": typed}).content.decode()
    assert 'name="step"' in page
    assert not is_withheld(person)


def test_the_second_confirmation_without_the_first_is_refused(as_admin: Client, person: Correspondent) -> None:
    for step in ({}, {"step": ""}, {"step": "forged"}, {"step": f"{first_step(as_admin, person)}x"}):
        data = {"typed": person.name, "reason": REASON, **step}
        response = as_admin.post(screen("withhold", person), data, follow=True)
        assert "Nothing was changed" in response.content.decode()
        assert response.redirect_chain[-1][0] == screen("withhold", person)
    assert not is_withheld(person)


def test_the_first_confirmation_of_another_user_or_person_does_not_count(
    as_admin: Client, person: Correspondent
) -> None:
    other = Client()
    other.force_login(make_administrator("other"))
    foreign = first_step(other, person)
    of_other_person = first_step(as_admin, make_correspondent("Mike Eckel"))
    for step in (foreign, of_other_person):
        as_admin.post(screen("withhold", person), {"step": step, "typed": person.name})
    assert not is_withheld(person)


def test_an_old_first_confirmation_does_not_count(as_admin: Client, admin: User, person: Correspondent) -> None:
    start = datetime(2026, 3, 1, 12, tzinfo=UTC)
    with time_machine.travel(start, tick=False):
        as_admin.force_login(admin)
        step = first_step(as_admin, person)
    with time_machine.travel(start + timedelta(minutes=16), tick=False):
        as_admin.post(screen("withhold", person), {"step": step, "typed": person.name})
    assert not is_withheld(person)


def test_a_first_confirmation_counts_once(as_admin: Client, admin: User, person: Correspondent) -> None:
    step = first_step(as_admin, person)
    as_admin.post(screen("withhold", person), {"step": step, "typed": person.name})
    restore_name(Correspondent.objects.get(pk=person.pk), by=admin, reason=REASON)
    as_admin.post(screen("withhold", person), {"step": step, "typed": person.name})
    assert not is_withheld(person)


def test_a_withheld_name_is_restored_with_a_reason(as_admin: Client, admin: User, person: Correspondent) -> None:
    withhold_name(person, by=admin, reason=REASON)
    assert as_admin.get(screen("restore", person)).status_code == 200
    as_admin.post(screen("restore", person), {"reason": ""})
    assert is_withheld(person)
    response = as_admin.post(screen("restore", person), {"reason": "The danger is over."}, follow=True)
    assert not is_withheld(person)
    assert "is shown again" in response.content.decode()
    entry = ModelLogEntry.objects.get(action="articles.restore_name")
    assert (entry.data, entry.label) == ({"reason": "The danger is over."}, person.key)


def test_there_is_a_clear_message_where_there_is_nothing_to_do(
    as_admin: Client, admin: User, person: Correspondent
) -> None:
    response = as_admin.post(screen("restore", person), {"reason": REASON}, follow=True)
    assert "is not withheld" in response.content.decode()
    withhold_name(person, by=admin, reason=REASON)
    for method in (as_admin.get, as_admin.post):
        response = method(screen("withhold", person), follow=True)
        assert "is already withheld" in response.content.decode()


def test_a_get_changes_nothing(as_admin: Client, admin: User, person: Correspondent) -> None:
    step = first_step(as_admin, person)
    as_admin.get(screen("withhold", person), {"step": step, "typed": person.name, "reason": REASON})
    assert not is_withheld(person)
    withhold_name(person, by=admin, reason=REASON)
    as_admin.get(screen("restore", person), {"reason": REASON})
    assert is_withheld(person)


def test_the_list_has_every_withheld_person_and_the_way_back(
    as_admin: Client, admin: User, person: Correspondent
) -> None:
    make_correspondent("Mike Eckel")
    assert "No name is withheld." in as_admin.get(screen("list")).content.decode()
    withhold_name(person, by=admin, reason=REASON)
    response = as_admin.get(screen("list"))
    page = response.content.decode()
    assert "Asad Mammadov" in page and "Mike Eckel" not in page
    assert screen("restore", person) in page
    assert "<time datetime=" in page
    assert "no-store" in response["Cache-Control"]


def test_list_and_editor_lead_those_with_the_permission_to_the_action(
    as_admin: Client, admin: User, person: Correspondent
) -> None:
    names = Correspondent.snippet_viewset.get_url_name
    for door in (reverse(names("list")), reverse(names("edit"), args=[person.pk])):
        assert screen("withhold", person) in as_admin.get(door).content.decode()
    withhold_name(person, by=admin, reason=REASON)
    for door in (reverse(names("list")), reverse(names("edit"), args=[person.pk])):
        assert screen("restore", person) in as_admin.get(door).content.decode()
    assert screen("list") in as_admin.get(reverse("wagtailadmin_home")).content.decode()


def test_nothing_leads_an_editor_there(as_editor: Client, person: Correspondent) -> None:
    names = Correspondent.snippet_viewset.get_url_name
    doors = [reverse(names("list")), reverse(names("edit"), args=[person.pk]), reverse("wagtailadmin_home")]
    assert not any("withheld-names" in as_editor.get(door).content.decode() for door in doors)


@pytest.mark.parametrize("is_withheld_before", [False, True])
@pytest.mark.parametrize("name", ["list", "withhold", "restore"])
def test_an_editor_is_refused_at_every_screen(
    as_editor: Client, admin: User, person: Correspondent, name: str, is_withheld_before: bool
) -> None:
    if is_withheld_before:
        withhold_name(person, by=admin, reason=REASON)
    door = screen(name, None if name == "list" else person)
    for method in (as_editor.get, as_editor.post):
        data = {"reason": REASON, "typed": person.name}
        assert method(door, data, headers={"x-requested-with": "XMLHttpRequest"}).status_code == 403
        refused = method(door, data)
        assert (refused.status_code, refused["Location"]) == (302, reverse("wagtailadmin_home"))
    assert is_withheld(person) is is_withheld_before


def test_the_permission_alone_is_enough(person: Correspondent) -> None:
    user = make_user("keeper")
    user.user_permissions.set(Permission.objects.filter(codename__in=["access_admin", "withhold_name"]))
    client = Client()
    client.force_login(user)
    step = first_step(client, person)
    client.post(screen("withhold", person), {"step": step, "typed": person.name})
    assert is_withheld(person)
