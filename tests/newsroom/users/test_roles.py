"""Tests of the table of roles: nobody does by it what another sentence of the newsroom forbids."""

from __future__ import annotations

import pytest

from newsroom.users.roles import MAY, Action, Role


def test_every_role_stands_in_it_and_reads_drafts() -> None:
    assert set(MAY) == set(Role)
    assert all(Action.READ_DRAFTS in actions for actions in MAY.values())


@pytest.mark.parametrize("action", [Action.PUBLISH, Action.ASSIGN, Action.KEEP_GLOSSARY])
def test_editors_and_chiefs_alone_decide(action: Action) -> None:
    assert {role for role, actions in MAY.items() if action in actions} == {Role.EDITOR, Role.CHIEF}


def test_translators_begin_no_stories_of_their_own() -> None:
    assert Action.WRITE not in MAY[Role.TRANSLATOR]
    assert Action.TRANSLATE not in MAY[Role.WRITER]
