"""Tests of the command search_verify."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from articles.pages.article import ArticlePage
from newsroom.outbox.models import Message
from search.management.commands import search_verify
from tests.factories import make_story
from tests.search.indexing.indexed import make_index

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    output = StringIO()
    call_command("search_verify", *arguments, stdout=output)
    return output.getvalue()


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_differences_are_named_and_end_with_an_error() -> None:
    story = make_story()
    make_index("en")
    Message.objects.all().delete()
    assert run("--language", "en") == "en: 1 published stories, the same\n"
    ArticlePage.objects.filter(pk=story.pk).update(live=False)
    output = StringIO()
    with pytest.raises(CommandError, match="differs from the database in en"):
        call_command("search_verify", language="en", stdout=output)
    assert f"page {story.pk} is found and not published" in output.getvalue()


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_what_waits_is_waited_for_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    make_index("en")
    make_story()
    assert "1 changes wait" in run("--language", "en")
    monkeypatch.setattr(search_verify, "PAUSE", 0.0)
    monkeypatch.setattr(search_verify.time, "sleep", lambda seconds: Message.objects.all().delete())
    with pytest.raises(CommandError):  # nobody delivered it
        run("--language", "en", "--wait", "30")


@pytest.mark.elasticsearch
@pytest.mark.usefixtures("search_index_settings")
def test_missing_index_ends_with_an_error() -> None:
    with pytest.raises(CommandError):
        run("--language", "ka")


@pytest.mark.parametrize("wait", ["-1", "soon", "nan", "inf", "1e9"])
def test_bad_wait_is_refused(wait: str, settings: Any) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    with pytest.raises(CommandError, match="at most a day"):
        run(f"--wait={wait}")


def test_unknown_language_is_refused(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    with pytest.raises(CommandError, match="no language"):
        run("--language", "klingon")


def test_server_that_is_away_is_an_error(settings: Any) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:1"
    with pytest.raises(CommandError, match="does not answer"):
        run()
