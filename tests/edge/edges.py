"""A real nginx and a real Varnish in the configurations of deploy/, each from a folder of its own."""

from __future__ import annotations

import http.client
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.request import Request, urlopen

from tests.browser.serving import ROOT, Place, free_port

SECRET = "known to the edge and to the site"
TOKEN = "known-to-the-worker-and-the-cache"
COUNTRIES = {"RU": "127.0.0.7", "DE": "127.0.0.8", "": "127.0.0.9"}
"""From which address of this machine readers of a country come; the edges of these tests know no other places."""

NGINX = """
daemon off;
{user}
worker_processes 1;
pid nginx.pid;
error_log nginx.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include newsroom.conf;
}}
"""
VARNISH = """
backend default {{ .host = "127.0.0.1"; .port = "{port}"; }}
acl newsroom_purgers {{ "127.0.0.1"; }}
sub newsroom_secret {{ set req.http.X-Geo-Secret = "{secret}"; }}
sub newsroom_purge_token {{ if (req.http.X-Purge-Token != "{token}") {{ return (synth(404)); }} }}
"""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader got."""

    status: int
    headers: http.client.HTTPMessage
    text: str

    @property
    def has_notice(self) -> bool:
        """Whether the model notice stands on the page."""
        return 'data-notice="undesirable"' in self.text


@dataclass(frozen=True, slots=True)
class Edge:
    """A cache that runs in front of the site."""

    name: str
    port: int
    refresh: Callable[[], None]
    """Has it read the map of keys as the site gives it now."""

    def read(
        self, path: str, country: str = "", headers: dict[str, str] | None = None, *, method: str = "GET"
    ) -> Answer:
        """The answer to a reader in a country."""
        source = (COUNTRIES[country], 0)
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20, source_address=source)
        try:
            connection.request(method, path, headers=headers or {})
            got = connection.getresponse()
            return Answer(got.status, got.headers, got.read().decode())
        finally:
            connection.close()


def map_of(site: Place, form: str) -> str:
    """The map of keys as an edge fetches it."""
    request = Request(f"{site.address}/legal-keys?format={form}", headers={"X-Geo-Secret": SECRET})
    with urlopen(request, timeout=20) as answer:
        text: str = answer.read().decode()
        return text


@contextmanager
def nginx(program: str, site: Place, folder: Path) -> Iterator[Edge]:
    """An nginx that runs while the context lasts."""
    port, own = free_port(), folder / "newsroom"
    own.mkdir(parents=True)
    shutil.copy(ROOT / "deploy/nginx/newsroom.conf", folder)
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(NGINX.format(user=user))
    places = "".join(f"    {address} {country};\n" for country, address in COUNTRIES.items() if country)
    (own / "place.conf").write_text(
        f'geo $newsroom_country {{\n    default "";\n{places}}}\ngeo $newsroom_region {{ default ""; }}\n'
    )
    (own / "origin.conf").write_text(
        f"upstream newsroom_origin {{ server 127.0.0.1:{site.port}; }}\n"
        f"proxy_cache_path {folder}/store keys_zone=newsroom:1m use_temp_path=off;\n"
    )
    (own / "server.conf").write_text(f'listen 127.0.0.1:{port};\nset $newsroom_secret "{SECRET}";\n')
    (own / "keys.conf").write_text(map_of(site, "nginx"))
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "nginx.log")]

    def refresh() -> None:
        _refresh(site, "nginx", MAP=str(own / "keys.conf"), NGINX=" ".join(command))
        time.sleep(0.5)  # the old workers end

    with _running(command, folder / "output.log", port):
        yield Edge("nginx", port, refresh)


@contextmanager
def varnish(program: str, site: Place, folder: Path, port: int) -> Iterator[Edge]:
    """A Varnish that runs on this port while the context lasts."""
    own, work = folder / "newsroom", folder / "work"
    own.mkdir(parents=True)
    shutil.copy(ROOT / "deploy/varnish/newsroom.vcl", folder)
    (own / "local.vcl").write_text(VARNISH.format(port=site.port, secret=SECRET, token=TOKEN))
    places = "".join(
        f'    if (client.ip == "{address}") {{ set req.http.CF-IPCountry = "{country}"; }}\n'
        for country, address in COUNTRIES.items()
        if country
    )
    (own / "place.vcl").write_text(f"sub newsroom_place {{\n{places}}}\n")
    (own / "keys.vcl").write_text(map_of(site, "vcl"))

    def refresh() -> None:
        vcl = str(folder / "newsroom.vcl")
        _refresh(site, "varnish", MAP=str(own / "keys.vcl"), VCL=vcl, VARNISHADM=f"varnishadm -n {work}")

    command = [program, "-F", "-j", "none", "-n", str(work), "-a", f"127.0.0.1:{port}", "-s", "malloc,32m"]
    command += ["-p", f"vcl_path={folder}", "-f", str(folder / "newsroom.vcl")]
    with _running(command, folder / "output.log", port):
        yield Edge("varnish", port, refresh)


def _refresh(site: Place, server: str, **variables: str) -> None:
    """Runs what operators have run every half minute."""
    secret = site.folder / "secret-header"
    secret.write_text(f"X-Geo-Secret: {SECRET}\n")
    environment = {**os.environ, "ORIGIN": site.address, "SECRET_FILE": str(secret), **variables}
    command = [str(ROOT / "deploy" / server / "refresh-keys")]
    subprocess.run(command, env=environment, check=True, capture_output=True)


@contextmanager
def _running(command: list[str], log: Path, port: int) -> Iterator[None]:
    """Raises RuntimeError with what the program said when it does not listen within half a minute."""
    with log.open("w") as output, subprocess.Popen(command, stdout=output, stderr=output) as process:
        try:
            for _ in range(150):
                if process.poll() is not None or _listens(port):
                    break
                time.sleep(0.2)
            if not _listens(port):
                raise RuntimeError(f"{command[0]} does not answer:\n{log.read_text()}")
            yield
        finally:
            process.terminate()


def _listens(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.connect()
    except OSError:
        return False
    connection.close()
    return True
