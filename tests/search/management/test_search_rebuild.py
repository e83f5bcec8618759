"""Tests of the command search_rebuild."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from search.indexing.rebuilding import rebuild
from search.management.commands import search_rebuild
from search.models import Rebuild
from tests.factories import make_story
from tests.search.indexing.indexed import found_in

pytestmark = pytest.mark.django_db


def run(*arguments: str, terminal: bool = False) -> str:
    output = StringIO()
    if terminal:
        output.isatty = lambda: True  # type: ignore[method-assign]
    call_command("search_rebuild", *arguments, stdout=output)
    return output.getvalue()


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_one_language_is_made_and_counted() -> None:
    story = make_story("ru")
    assert run("--language", "ru") == "ru: 1 documents\n"
    assert found_in("ru") == {story.pk}
    assert Rebuild.objects.get().language == "ru"


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_bar_is_drawn_on_a_terminal_only() -> None:
    make_story("ru")
    assert "100%" in run("--language", "ru", terminal=True)
    assert "%" not in run("--language", "ru")


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_index_that_somebody_else_makes_is_waited_for_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_rebuild, "PAUSE", 0.0)
    monkeypatch.setattr(search_rebuild, "LEASE", search_rebuild.LEASE * 0)
    steps = rebuild("ru")
    next(steps)
    with pytest.raises(CommandError, match="ru"):
        run("--language", "ru")
    steps.close()
    assert run("--language", "ru") == "ru: 0 documents\n"


@pytest.mark.parametrize("language", ["xx", "", "EN", "en'; --", "\x00", "ё" * 1000])
def test_unknown_language_is_named_and_changes_nothing(language: str, settings: Any) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    with pytest.raises(CommandError, match="no language"):
        run("--language", language)
    assert not Rebuild.objects.exists()


def test_without_elasticsearch_it_says_so(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = ""
    with pytest.raises(CommandError, match="ELASTICSEARCH_URL"):
        run()


def test_server_that_is_away_is_told_without_its_password(settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    settings.ELASTICSEARCH_URL = "http://somebody:secret@127.0.0.1:1"
    with pytest.raises(CommandError, match="Not finished: ru"):
        run("--language", "ru")
    told = capsys.readouterr().err
    assert "does not answer" in told
    assert "secret" not in told
