"""Tests of the screens of the outbox."""

from __future__ import annotations

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import DjangoAssertNumQueries

from newsroom.languages import LANGUAGES
from newsroom.outbox.models import Message
from newsroom.outbox.views import ON_A_SCREEN
from newsroom.outbox.writing import send
from newsroom.users.groups import editors_of
from tests.factories import make_administrator, make_front_page, make_user
from tests.newsroom.outbox.systems import System

pytestmark = pytest.mark.django_db

LIST = "/admin/outbox/"


@pytest.fixture
def as_admin() -> Client:
    client = Client()
    client.force_login(make_administrator())
    return client


@pytest.fixture
def as_editor() -> Client:
    make_front_page("en")
    client = Client()
    client.force_login(make_user("editor", editors_of("en")))
    return client


def park(key: str = "page:1", error: str = "Too large") -> Message:
    return Message.objects.create(destination="elsewhere", key=key, failed_at=timezone.now(), error=error, attempts=10)


def address(name: str, message: Message) -> str:
    return reverse(f"outbox:{name}", args=[message.destination if name == "retry_all" else message.pk])


def words(client: Client, path: str = LIST) -> str:
    """The text of a screen."""
    answer = client.get(path)
    assert answer.status_code == 200
    main = BeautifulSoup(answer.content, "html.parser").select_one("main")
    assert main
    return main.get_text(" ", strip=True)


# What is shown


def test_empty_outbox_says_so(as_admin: Client) -> None:
    text = words(as_admin)
    assert "No other system is set up, and nothing waits for one." in text
    assert "No message is parked." in text


def test_system_is_shown_with_what_waits(as_admin: Client, elsewhere: System) -> None:
    assert "elsewhere Well 0" in words(as_admin)
    send("elsewhere", "page:1")
    Message.objects.update(created_at=timezone.now() - timedelta(seconds=61))
    assert "elsewhere Well 1 1 minute" in words(as_admin)


def test_parked_message_is_shown_with_its_error(as_admin: Client, elsewhere: System) -> None:
    park(error="<script>alert(1)</script>")
    text = words(as_admin)
    assert "elsewhere Needs a look 0" in text
    assert "page:1 elsewhere" in text
    assert "<script>alert(1)</script> Try again Drop…" in text
    assert b"<script>alert(1)" not in as_admin.get(LIST).content


def test_system_that_does_not_answer_is_shown_with_the_next_try(as_admin: Client, elsewhere: System) -> None:
    from newsroom.outbox.draining import drain

    send("elsewhere", "page:1")
    elsewhere.failure = TimeoutError()
    drain()
    assert "Does not answer; next try:" in words(as_admin)


def test_messages_for_a_system_that_is_not_set_up_can_be_dropped(as_admin: Client, elsewhere: System) -> None:
    send("elsewhere", "page:1")
    elsewhere.is_configured = False
    text = words(as_admin)
    assert "Not set up on this installation" in text
    assert "Messages for systems that are not set up" in text
    as_admin.post(address("drop", Message.objects.get()))
    assert not Message.objects.exists()


@pytest.mark.parametrize("part", ["1", "2", "3", "-1", "x", "9" * 50])
def test_many_parked_messages_are_shown_in_parts(part: str, as_admin: Client, elsewhere: System) -> None:
    for n in range(ON_A_SCREEN + 1):
        park(f"page:{n}")
    html = BeautifulSoup(as_admin.get(LIST, {"p": part}).content, "html.parser")
    assert len(html.select("form[action$='/retry/']")) == (ON_A_SCREEN if part in "1x" else 1)
    assert html.select_one("a[rel=next]" if part in "1x" else "a[rel=prev]")


def test_queries_do_not_grow_with_the_messages(
    as_admin: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    park()
    as_admin.get(LIST)
    with CaptureQueriesContext(connection) as few:
        as_admin.get(LIST)
    for n in range(20):
        park(f"page:{n + 2}")
    with django_assert_num_queries(len(few)):
        as_admin.get(LIST)


@pytest.mark.parametrize("code", LANGUAGES)
def test_screens_work_in_every_language(code: str, as_admin: Client, elsewhere: System) -> None:
    from wagtail.users.models import UserProfile

    from newsroom.users.models import User

    message = park()
    UserProfile.objects.create(user=User.objects.get(), preferred_language=code)
    for path in (LIST, address("drop", message)):
        assert as_admin.get(path).status_code == 200


# What is done


def test_message_is_tried_again(as_admin: Client, elsewhere: System) -> None:
    answer = as_admin.post(address("retry", park()), follow=True)
    assert "The message page:1 will be tried again." in answer.content.decode()
    assert Message.objects.due(timezone.now()).count() == 1


def test_all_messages_are_tried_again(as_admin: Client, elsewhere: System) -> None:
    message = park()
    park("page:2")
    answer = as_admin.post(address("retry_all", message), follow=True)
    assert "2 messages will be tried again." in answer.content.decode()
    assert Message.objects.due(timezone.now()).count() == 2


def test_message_is_dropped_after_a_question(as_admin: Client, elsewhere: System) -> None:
    message = park()
    assert "Drop this message?" in words(as_admin, address("drop", message))
    assert Message.objects.exists()
    answer = as_admin.post(address("drop", message), follow=True)
    assert "The message page:1 was dropped." in answer.content.decode()
    assert not Message.objects.exists()


@pytest.mark.parametrize("name", ["retry", "retry_all"])
def test_nothing_is_tried_again_by_a_link(name: str, as_admin: Client, elsewhere: System) -> None:
    assert as_admin.get(address(name, park())).status_code == 405
    assert Message.objects.parked().count() == 1


@pytest.mark.parametrize("name", ["retry", "drop", "retry_all"])
def test_message_that_is_not_parked_any_more_is_left(name: str, as_admin: Client, elsewhere: System) -> None:
    send("elsewhere", "page:1")
    before = Message.objects.values().get()
    answer = as_admin.post(address(name, Message.objects.get()), follow=True)
    assert "Nothing was changed" in answer.content.decode()
    assert Message.objects.values().get() == before


def test_message_that_is_gone_is_not_asked_about(as_admin: Client) -> None:
    assert as_admin.get(reverse("outbox:drop", args=[12])).status_code == 404
    answer = as_admin.post(reverse("outbox:drop", args=[12]), follow=True)
    assert "Nothing was changed" in answer.content.decode()


@pytest.mark.parametrize(
    "path", ["9" * 30 + "/drop/", "9" * 30 + "/retry/", "a%00/retry-all/", "x" * 3000 + "/retry-all/"]
)
def test_hostile_addresses_change_nothing(path: str, as_admin: Client) -> None:
    park()
    assert as_admin.post(LIST + path).status_code < 500
    assert as_admin.get(LIST + path).status_code < 500
    assert Message.objects.parked().count() == 1


# Who may


@pytest.mark.parametrize("name", ["retry", "drop", "retry_all"])
def test_somebody_without_the_permission_is_refused(name: str, as_editor: Client) -> None:
    message = park()
    before = Message.objects.values().get()
    for answer in (as_editor.get(address(name, message)), as_editor.post(address(name, message))):
        assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home"))
    assert Message.objects.values().get() == before


def test_somebody_without_the_permission_does_not_see_the_outbox(as_editor: Client) -> None:
    park(error="Unspeakable")
    answer = as_editor.get(LIST)
    assert (answer.status_code, answer["Location"]) == (302, reverse("wagtailadmin_home"))
    assert LIST not in as_editor.get(reverse("wagtailadmin_home")).content.decode()


@pytest.mark.parametrize("name", ["retry", "drop", "retry_all"])
def test_somebody_who_is_not_logged_in_is_asked_to(name: str, client: Client) -> None:
    message = park()
    answer = client.post(address(name, message))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("wagtailadmin_login"))
    assert Message.objects.parked().count() == 1


def test_administrator_finds_the_outbox_among_the_reports(as_admin: Client) -> None:
    assert LIST in as_admin.get(reverse("wagtailadmin_home")).content.decode()


def test_permission_can_be_given_to_a_group(as_admin: Client) -> None:
    permission = Permission.objects.get(codename="change_message", content_type__app_label="outbox")
    html = as_admin.get(reverse("wagtailusers_groups:add")).content.decode()
    assert f'value="{permission.pk}"' in html


def test_form_of_another_site_is_refused(elsewhere: System) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_administrator())
    assert client.post(address("retry", park())).status_code == 403
    assert Message.objects.parked().count() == 1
