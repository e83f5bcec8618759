"""Tests of what somebody may do in a language, and what asking costs."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Group

from articles.pages.founding import front_page
from newsroom.languages import LANGUAGES
from newsroom.users.desks import desk_of, desks
from newsroom.users.groups import chiefs_of, editors_of, translators_of, writers_of
from newsroom.users.models import LanguageRole, User
from newsroom.users.rights import languages_of, languages_where, may_in, people_who_may, roles_of
from newsroom.users.roles import Action, Role
from tests.factories import make_administrator, make_user

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_chief_answers_for_every_language_of_the_desk_and_for_no_other(code: str) -> None:
    for other in desks()[desk_of(code)]:
        front_page(other)
    front_page(next(other for other in LANGUAGES if desk_of(other) != desk_of(code)))
    chief = make_user("olga", chiefs_of(desk_of(code)))
    assert languages_where(chief, Action.PUBLISH) == set(desks()[desk_of(code)])


def test_roles_in_several_languages_do_not_mix() -> None:
    front_page("fa")
    front_page("ru")
    person = make_user("anna", editors_of("fa"), translators_of("ru"))
    assert (may_in(person, Action.PUBLISH, "fa"), may_in(person, Action.PUBLISH, "ru")) == (True, False)
    assert languages_of(person) == {"fa", "ru"}
    assert languages_where(person, Action.WRITE) == {"fa"}


def test_administrators_and_superusers_have_every_right_everywhere() -> None:
    for person in (make_administrator(), User.objects.create_superuser("root")):
        assert roles_of(person) is None
        assert all(languages_where(person, action) == set(LANGUAGES) for action in Action)


def test_nobody_has_a_right_without_an_active_account() -> None:
    front_page("fa")
    gone = make_user("gone", editors_of("fa"), "Administrators")
    gone.is_active = False
    for person in (gone, AnonymousUser(), User(username="unsaved")):
        assert languages_of(person) == frozenset()


def test_a_role_or_language_that_the_tables_lack_gives_nothing() -> None:
    group = Group.objects.create(name="Odd")
    LanguageRole.objects.create(group=group, language="xx", role=Role.EDITOR)
    LanguageRole.objects.create(group=group, language="fa", role="emperor")
    assert roles_of(make_user("anna", "Odd")) == frozenset()


def test_all_questions_of_a_request_cost_one_query(django_assert_num_queries: Any) -> None:
    front_page("fa")
    person = User.objects.get(pk=make_user("anna", editors_of("fa")).pk)
    with django_assert_num_queries(1):
        for code in LANGUAGES:
            for action in Action:
                may_in(person, action, code)


def test_people_who_may_are_found_by_language_without_administrators(django_assert_num_queries: Any) -> None:
    front_page("fa")
    front_page("ru")
    make_administrator()
    editor, translator = make_user("e", editors_of("fa")), make_user("t", translators_of("fa"))
    make_user("w", writers_of("ru"))
    asleep = make_user("asleep", translators_of("fa"))
    User.objects.filter(pk=asleep.pk).update(is_active=False)
    with django_assert_num_queries(1):
        found = people_who_may(Action.TRANSLATE, ["fa", "ru"])
    assert found == {"fa": {editor.pk, translator.pk}, "ru": set()}
