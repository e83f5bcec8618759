"""The Nu HTML checker finds neither error nor warning on any kind of page."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from django.conf import settings
from django.test import RequestFactory
from django.utils import translation

from newsroom import views
from tests.browser.addresses import CODES, EVERY_LANGUAGE, KINDS
from tests.browser.conftest import Newsroom
from tests.conftest import skip_or_fail

pytestmark = pytest.mark.browser


@pytest.fixture
def checker() -> Path:
    """The path of vnu.jar; the test is skipped where it or Java is missing."""
    named = os.environ.get("VNU_JAR")
    path = Path(named) if named else settings.VAR / "npm/node_modules/vnu-jar/build/dist/vnu.jar"
    if not path.is_file():
        skip_or_fail("the Nu HTML checker")
    if not shutil.which("java"):
        skip_or_fail("Java")
    return path


def test_every_kind_of_page_is_valid_in_every_script(checker: Path, newsroom: Newsroom, tmp_path: Path) -> None:
    for code in CODES:
        for kind in KINDS:
            (tmp_path / f"{code} {kind}.html").write_bytes(_fetched(newsroom.address + newsroom.pages[code][kind]))
        (tmp_path / f"{code} failure.html").write_bytes(_failure(code))
    (tmp_path / "languages.html").write_bytes(_fetched(newsroom.address + EVERY_LANGUAGE))

    assert len(list(tmp_path.iterdir())) == len(CODES) * (len(KINDS) + 1) + 1
    assert _messages(checker, tmp_path) == []


def test_an_error_and_a_warning_are_noticed(checker: Path, tmp_path: Path) -> None:
    """The checker itself works."""
    page = "<!doctype html><html lang=en><title>Page</title><section><p><b></p></section>"
    (tmp_path / "page.html").write_text(page)

    assert {message.split(": ")[1] for message in _messages(checker, tmp_path)} == {"error", "warning"}


def _fetched(address: str) -> bytes:
    try:
        with urlopen(Request(address, headers={"User-Agent": "a bot: it is not led elsewhere"})) as answer:
            return bytes(answer.read())
    except HTTPError as page:
        with page:
            return page.read()


def _failure(code: str) -> bytes:
    request = RequestFactory().get(f"/{code}/")
    request.LANGUAGE_CODE = code
    with translation.override(code):
        return views.server_error(request).content


def _messages(checker: Path, folder: Path) -> list[str]:
    command = [
        "java",
        "-Xss1m",
        "-jar",
        str(checker),
        "--format",
        "json",
        "--stdout",
        "--exit-zero-always",
        str(folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return [_told(message) for message in json.loads(done.stdout)["messages"]]


def _told(message: dict[str, Any]) -> str:
    page = Path(message.get("url", "")).name
    return f"{page}: {message.get('subType', message['type'])}: {message['message']} ({message.get('extract', '')!r})"
