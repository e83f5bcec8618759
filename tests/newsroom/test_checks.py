"""Tests of what is said of a language that lacks something, by the system checks and by the command."""

from __future__ import annotations

import dataclasses
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.checks import Error, Warning, run_checks
from django.core.management import CommandError, call_command
from django.test import override_settings
from wagtail.models import Locale

from articles.pages.founding import front_page
from newsroom.checks import missing_in
from newsroom.languages import LANGUAGES, SOLAR_HIJRI, Language, language


def _identities(row: Language) -> list[str | None]:
    return [message.id for message in missing_in(row)]


def _command() -> str:
    """What the command says; a failing one says it before it fails."""
    said = StringIO()
    try:
        call_command("check_languages", stdout=said)
    except CommandError as error:
        said.write(str(error))
    return said.getvalue()


def _line_of(code: str, said: str) -> str:
    return next(line for line in said.splitlines() if line.split()[0] == code)


# The system checks


@pytest.mark.parametrize("code", LANGUAGES)
def test_no_language_of_the_table_lacks_anything(code: str) -> None:
    assert list(missing_in(language(code))) == []


def test_checks_run_with_all_the_others() -> None:
    with override_settings(LOCALE_PATHS=["/nowhere"]):
        found = {message.id for message in run_checks(tags=["languages"])}
    assert found == {"newsroom.W002"}
    assert run_checks(tags=["languages"]) == []


def test_language_without_a_catalogue_is_named_with_the_place_for_one(tmp_path: Path) -> None:
    with override_settings(LOCALE_PATHS=[tmp_path]):
        (message,) = missing_in(language("sr-latn"))
        assert list(missing_in(language("en"))) == []
    assert isinstance(message, Warning)
    assert "Serbian (Latin) (sr-latn) has no catalogue" in message.msg
    assert message.hint == f"Write {tmp_path}/sr_Latn/LC_MESSAGES/django.po."


def test_catalogue_that_was_never_compiled_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "fa_AF" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text("")
    with override_settings(LOCALE_PATHS=[tmp_path]):
        (message,) = missing_in(language("fa-af"))
    assert message.id == "newsroom.W001"
    assert "Dari (fa-af)" in message.msg


@pytest.mark.parametrize("fallback", ["xx", "ru"])
def test_fallback_that_leads_nowhere_is_an_error(fallback: str) -> None:
    row = dataclasses.replace(language("ru"), fallbacks=(fallback,))
    (message,) = missing_in(row)
    assert isinstance(message, Error)
    assert message.id == "newsroom.E002"
    assert fallback in message.msg


def test_language_that_nobody_can_format_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    row = dataclasses.replace(language("ru"), code="xx", cldr="xx_YY", fallbacks=())
    monkeypatch.setitem(LANGUAGES, "xx", row)
    assert "newsroom.E003" in _identities(row)


def test_calendar_without_names_of_its_months_is_an_error() -> None:
    row = dataclasses.replace(language("ru"), calendar=SOLAR_HIJRI)
    assert _identities(row) == ["newsroom.E004"]


# The command


@pytest.mark.django_db
def test_command_has_a_line_for_every_language() -> None:
    front_page("ru")
    Locale.objects.get_or_create(language_code="kk")
    said = _command()
    for row in LANGUAGES.values():
        line = _line_of(row.code, said)
        assert line.split()[1] == row.direction
        assert row.catalogue in line
    assert _line_of("ru", said).endswith("complete")
    assert _line_of("kk", said).endswith("no front page that is live")
    assert "no row among Wagtail's locales; no front page that is live" in _line_of("ka", said)


@pytest.mark.django_db
def test_command_fails_while_a_language_lacks_something() -> None:
    front_page("ru")
    with pytest.raises(CommandError, match=f"30 of {len(LANGUAGES)} languages lack something"):
        call_command("check_languages", stdout=StringIO())


@pytest.mark.django_db
def test_command_counts_a_front_page_that_is_a_draft_as_missing() -> None:
    front_page("ru").unpublish()
    assert _line_of("ru", _command()).endswith("no front page that is live")


@pytest.mark.django_db
def test_command_says_what_the_checks_say(tmp_path: Path) -> None:
    front_page("ru")
    with override_settings(LOCALE_PATHS=[tmp_path]):
        assert "has no catalogue" in _line_of("ru", _command())


@pytest.mark.django_db
def test_command_succeeds_when_every_language_is_complete() -> None:
    for code in LANGUAGES:
        front_page(code)
    said = _command()
    assert len(said.splitlines()) == len(LANGUAGES)
    assert all(line.endswith("complete") for line in said.splitlines())


def test_every_catalogue_lies_where_the_table_says() -> None:
    folders = {
        catalogue.parents[1].name for catalogue in Path(settings.LOCALE_PATHS[0]).glob("*/LC_MESSAGES/django.po")
    }
    assert folders - {"en"} == {row.gettext_name for row in LANGUAGES.values() if row.code != "en"}
