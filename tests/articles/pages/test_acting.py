"""Tests of who acts."""

from __future__ import annotations

import pytest
from wagtail.log_actions import LogContext, get_active_log_context

from articles.pages.acting import acting
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_named_user_acts_inside_and_nobody_after() -> None:
    anna = make_user("anna")
    with acting(anna):
        assert get_active_log_context().user == anna
    assert get_active_log_context().user is None


def test_whoever_acts_already_goes_on_where_nobody_is_named() -> None:
    anna = make_user("anna")
    with LogContext(user=anna), acting(None):
        assert get_active_log_context().user == anna


def test_log_entries_stay_in_one_group() -> None:
    anna, boris = make_user("anna"), make_user("boris")
    with LogContext(user=anna) as outer:
        with acting(boris):
            assert get_active_log_context().user == boris
            assert get_active_log_context().uuid == outer.uuid
        assert get_active_log_context() is outer


def test_group_is_made_where_there_is_none() -> None:
    with acting(make_user("anna")):
        assert get_active_log_context().uuid is not None
