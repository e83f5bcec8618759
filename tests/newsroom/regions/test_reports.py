"""Tests of error reports about requests that failed before their place was forgotten."""

from __future__ import annotations

import sys
from typing import Any

import pytest
from django.http import HttpRequest
from django.test import RequestFactory, override_settings
from django.views.debug import ExceptionReporter

from newsroom.regions.location import Location
from newsroom.regions.reports import PlacelessReports
from newsroom.regions.sources import Reader, keep_reader, read
from tests.newsroom.regions.test_traces import TRACES

MARK = ".".join(["198", "51", "100", "7"])
PLACE = "-".join(["UA", "43"])
"""Put together, so that they do not stand in the source that a report shows."""
CRIMEA = Location("UA", PLACE)


def report(request: HttpRequest, fail: Any) -> str:
    """Both forms of Django's report of a failure."""
    try:
        fail(request)
    except RuntimeError:
        reporter = ExceptionReporter(request, *sys.exc_info())
        return reporter.get_traceback_html() + reporter.get_traceback_text()
    raise AssertionError


def failing_early(request: HttpRequest) -> None:
    environ = request.META
    where = CRIMEA
    raise RuntimeError(len(environ) and bool(where))


@pytest.fixture
def request_with_traces() -> HttpRequest:
    request = RequestFactory().get("/", headers=dict.fromkeys(TRACES, MARK), REMOTE_ADDR=MARK)
    keep_reader(request, Reader(CRIMEA, True, MARK))
    return request


@pytest.mark.parametrize("debug", [False, True])
def test_report_tells_no_place(debug: bool, request_with_traces: HttpRequest) -> None:
    with override_settings(DEBUG=debug):
        text = report(request_with_traces, failing_early)
    assert "failing_early" in text
    assert MARK not in text
    assert "&lt;location&gt;" in text
    assert PLACE not in text


def test_report_tells_no_variable_of_this_room(request_with_traces: HttpRequest) -> None:
    class Hostile(dict[str, Any]):
        def get(self, name: str, default: Any = None) -> Any:
            raise KeyboardInterrupt

    try:
        with override_settings(GEO_SOURCE="cloudflare", GEO_SHARED_SECRETS=["x"]):
            read(Hostile(HTTP_CF_IPCOUNTRY=MARK))
    except KeyboardInterrupt:
        frames = sys.exc_info()[2]
    variables = {}
    while frames is not None:
        if frames.tb_frame.f_globals["__name__"] == "newsroom.regions.sources":
            variables |= dict(PlacelessReports().get_traceback_frame_variables(request_with_traces, frames.tb_frame))
        frames = frames.tb_next
    assert "meta" in variables
    assert set(variables.values()) == {PlacelessReports.cleansed_substitute}


def test_report_still_tells_what_is_harmless() -> None:
    request = RequestFactory().get("/", headers={"User-Agent": "a harmless browser"})
    assert "a harmless browser" in report(request, failing_early)


def test_settings_of_the_source_are_starred() -> None:
    settings = PlacelessReports().get_safe_settings()
    assert settings["GEO_SHARED_SECRETS"] == PlacelessReports.cleansed_substitute
