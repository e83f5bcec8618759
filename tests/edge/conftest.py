"""A newsroom that is being served behind an nginx and a Varnish."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser.serving import ROOT, Place, free_port, served
from tests.conftest import skip_or_fail
from tests.edge.edges import SECRET, TOKEN, Edge, nginx, varnish

EDGES = ("nginx", "varnish")


class Site:
    """The newsroom behind the edges: where it is, its staff, and the address of its story."""

    def __init__(self, place: Place, desk: subprocess.Popen[str]) -> None:
        self.place = place
        self._desk = desk
        self.story: str = self.staff("publish")

    def staff(self, deed: str, *arguments: object) -> Any:
        """Has staff do something, and gives what came of it; see `tests.edge.desk`."""
        assert self._desk.stdin
        assert self._desk.stdout
        self._desk.stdin.write(json.dumps([deed, *arguments]) + "\n")
        self._desk.stdin.flush()
        return json.loads(self._desk.stdout.readline())

    def times_asked(self, path: str) -> int:
        """How often the site itself was asked for a path; it writes that down a moment after it has answered."""
        time.sleep(0.2)
        return self.place.log.read_text().count(f" {path} HTTP/")


@pytest.fixture(scope="session")
def purged_port() -> int:
    """Where the Varnish will be that the site tells what to drop."""
    return free_port()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, purged_port: int) -> Iterator[Site]:
    """The newsroom, served by a process of its own."""
    place = Place.in_folder(
        tmp_path_factory.mktemp("site"),
        GEO_SOURCE="cloudflare",
        GEO_SHARED_SECRET=SECRET,
        CDN_PURGE_URL=f"http://127.0.0.1:{purged_port}/",
        CDN_PURGE_TOKEN=TOKEN,
    )
    command = [sys.executable, "manage.py", "shell", "--no-imports", "-c", "from tests.edge.desk import obey; obey()"]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=ROOT, env=place.environment, **pipes) as desk:
        found = Site(place, desk)
        with served(place):
            yield found
        desk.terminate()


@pytest.fixture(scope="session")
def edges(site: Site, purged_port: int, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Edge]]:
    """The edges that this machine has, by name."""
    found: dict[str, Edge] = {}
    with_nginx, with_varnish = program("nginx"), program("varnishd")
    folder = tmp_path_factory.mktemp("edges")
    if with_nginx and with_varnish:
        with (
            nginx(with_nginx, site.place, folder / "nginx") as one,
            varnish(with_varnish, site.place, folder / "varnish", purged_port) as other,
        ):
            yield {"nginx": one, "varnish": other}
    elif with_nginx:
        with nginx(with_nginx, site.place, folder / "nginx") as one:
            yield {"nginx": one}
    elif with_varnish:
        with varnish(with_varnish, site.place, folder / "varnish", purged_port) as other:
            yield {"varnish": other}
    else:
        yield found


@pytest.fixture(params=EDGES)
def edge(request: pytest.FixtureRequest) -> Edge:
    """One edge after the other, or none by the name of what is missing."""
    if not program("varnishd" if request.param == "varnish" else "nginx"):
        skip_or_fail(request.param)
    found: Edge = request.getfixturevalue("edges")[request.param]
    return found


def program(name: str) -> str:
    """The path of a server's program, which lies where ordinary users do not look; empty where there is none."""
    return shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))) or ""
