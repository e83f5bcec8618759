"""Tests of the policy of rows that have a language, with the glossary's as the example."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser, Permission
from django.forms import ChoiceField, Form

from articles.pages.founding import front_page
from articles.translation.glossary import NEEDED
from articles.translation.models import GlossaryTerm, Translation
from articles.translation.wanting import want
from newsroom.languages import LANGUAGES
from newsroom.users.groups import editors_of, translators_of
from newsroom.users.models import User
from newsroom.users.permissions import LanguagePolicy, OnlyOwnLanguages
from tests.factories import make_administrator, make_story, make_user

pytestmark = pytest.mark.django_db

POLICY = LanguagePolicy(GlossaryTerm, "language", NEEDED)


def _term(code: str) -> GlossaryTerm:
    source = "en" if code != "en" else "ru"
    return GlossaryTerm.objects.create(source_language=source, language=code, term="sea", translation="sea")


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_desk_keeps_the_rows_of_its_language_and_no_others(code: str) -> None:
    front_page(code)
    rows = {other: _term(other) for other in LANGUAGES}
    editor = make_user("e", editors_of(code))
    changed = {other for other, row in rows.items() if POLICY.user_has_permission_for_instance(editor, "change", row)}
    assert changed == {code}
    assert [row.language for row in POLICY.instances_user_has_any_permission_for(editor, ["change", "delete"])] == [
        code
    ]


def test_a_translator_may_look_and_nothing_else() -> None:
    front_page("fa")
    row, translator = _term("fa"), make_user("t", translators_of("fa"))
    allowed = {name for name in NEEDED if POLICY.user_has_permission_for_instance(translator, name, row)}
    assert allowed == {"view"}
    assert not POLICY.user_has_permission(translator, "add")
    assert POLICY.user_has_any_permission(translator, ["add", "view"])


def test_permissions_of_the_model_count_for_nothing() -> None:
    front_page("fa")
    clerk = make_user("clerk")
    clerk.user_permissions.add(*Permission.objects.filter(codename__endswith="_glossaryterm"))
    row = _term("fa")
    assert not POLICY.user_has_any_permission(clerk, NEEDED)
    assert not POLICY.user_has_any_permission_for_instance(clerk, NEEDED, row)
    assert not POLICY.instances_user_has_any_permission_for(clerk, NEEDED).exists()


def test_what_the_policy_does_not_know_is_refused_to_all() -> None:
    row = _term("fa")
    for person in (make_administrator(), AnonymousUser()):
        assert not POLICY.user_has_permission_for_instance(person, "explode", row)
        assert not POLICY.user_has_permission(person, "explode")


def test_administrators_have_all_rows_and_nobody_at_all_has_none() -> None:
    for code in ("fa", "ru"):
        _term(code)
    assert POLICY.instances_user_has_any_permission_for(make_administrator(), ["change"]).count() == 2
    assert POLICY.instances_user_has_any_permission_for(AnonymousUser(), ["change"]).count() == 0


def test_a_language_behind_a_relation_is_found() -> None:
    front_page("fa")
    [row] = want(make_story("en"), ["fa"], by=None)
    policy = LanguagePolicy(Translation, "locale__language_code", NEEDED)
    editor = make_user("e", editors_of("fa"))
    assert policy.language_of(row) == "fa"
    assert list(policy.instances_user_has_any_permission_for(editor, ["change"])) == [row]


def test_people_who_may_are_active_ones_of_some_language() -> None:
    front_page("fa")
    editor, asleep = make_user("e", editors_of("fa")), make_user("asleep", editors_of("fa"))
    make_user("nobody")
    User.objects.filter(pk=asleep.pk).update(is_active=False)
    assert set(POLICY.users_with_any_permission(["change"])) == {editor}


class Chosen(OnlyOwnLanguages, Form):
    """A form of something with a language."""

    language = ChoiceField(choices=[("fa", "Persian"), ("ru", "Russian")])

    def __init__(self, *args: Any, codes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.limit_languages(codes)


def test_a_form_takes_only_languages_of_one_s_own() -> None:
    assert Chosen({"language": "fa"}, codes=["fa"]).is_valid()
    assert not Chosen({"language": "ru"}, codes=["fa"]).is_valid()
    assert not Chosen({"language": "fa"}, codes=[]).is_valid()
