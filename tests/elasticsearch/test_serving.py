"""Tests of the server itself: it survives being killed, leaves nothing behind, and says what it lacks."""

from __future__ import annotations

import http.server
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.elasticsearch import Missing, Server, distribution, image, server, serving
from tests.elasticsearch.asking import ask
from tests.elasticsearch.process import LocalServer, end_process, free_ports, is_alive

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def _nothing_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ELASTICSEARCH_URL", raising=False)


@pytest.fixture
def stranger() -> Iterator[str]:
    """The address of something that answers and is no Elasticsearch."""

    class Stranger(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps({"told": self.headers["Authorization"]}).encode())

        def log_message(self, *args: object) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stranger) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{found.server_port}"
        found.shutdown()


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A machine without any program, and the folder where programs would be found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("VAR", str(tmp_path / "var"))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    return tmp_path


def program(folder: Path, name: str, text: str) -> None:
    """Puts a shell script where programs are found."""
    (folder / name).write_text(f"#!/bin/sh\n{text}\n")
    (folder / name).chmod(0o755)


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Runs the command until it ends by itself."""
    command = [sys.executable, "-m", "tests.elasticsearch", *arguments]
    environment = {**os.environ, **variables}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)


def folder_of(port: int) -> Path:
    """The folder of the server on a port."""
    every = Path(tempfile.gettempdir()).glob("newsroom-elasticsearch-*/config/elasticsearch.yml")
    [found] = [settings.parents[1] for settings in every if f"http.port: {port}\n" in settings.read_text()]
    return found


def inner_process(folder: Path) -> int:
    """The number of the process that is the server itself."""
    return int((folder / "pid").read_text())


@pytest.mark.elasticsearch
def test_a_killed_server_has_its_data_when_it_is_started_again(mortal_elasticsearch: Server) -> None:
    address = mortal_elasticsearch.address
    ask(address, "PUT", "/kept/_doc/1?refresh=wait_for", {"headline": "Five countries measure a sea"})
    mortal_elasticsearch.kill()
    with pytest.raises(OSError):
        ask(address, "GET", "/kept/_doc/1")
    mortal_elasticsearch.start()
    assert mortal_elasticsearch.address == address
    assert ask(address, "GET", "/kept/_doc/1")["_source"]["headline"] == "Five countries measure a sea"
    ask(address, "DELETE", "/kept")


@pytest.mark.elasticsearch
def test_what_is_started_by_root_runs_as_an_ordinary_user(mortal_server: Server) -> None:
    if not isinstance(mortal_server, LocalServer):
        pytest.skip("the server runs in a container of its own")
    number = inner_process(folder_of(int(mortal_server.address.rpartition(":")[2])))
    assert Path(f"/proc/{number}").stat().st_uid != 0
    assert os.getpgid(number) == os.getpgid(0)


@pytest.mark.elasticsearch
@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_nothing_of_a_server_is_left_when_its_command_ends(mortal_server: Server, end: signal.Signals) -> None:
    if not isinstance(mortal_server, LocalServer):
        pytest.skip("the server runs in a container of its own")
    [port] = free_ports(1)
    command = [sys.executable, "-m", "tests.elasticsearch"]
    environment = {**os.environ, "ES_PORT": str(port)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert f"http://127.0.0.1:{port}" in process.stdout.readline()
        folder = folder_of(port)
        number = inner_process(folder)
        assert is_alive(number)
        process.send_signal(end)
    end_process(number)
    assert process.returncode == (-signal.SIGKILL if end is signal.SIGKILL else 0)
    assert folder.exists() is (end is signal.SIGKILL)  # nobody was there any more to throw it away
    shutil.rmtree(folder, ignore_errors=True)


@pytest.mark.elasticsearch
def test_a_command_finds_the_server_that_runs_beside_it(elasticsearch: str) -> None:
    told = run(
        sys.executable, "-c", f"import os; print(os.environ['{serving.SHARED}'])", ELASTICSEARCH_URL=elasticsearch
    )
    assert told.stdout.strip() == elasticsearch


@pytest.mark.elasticsearch
def test_two_processes_at_once_make_one_distribution(
    mortal_server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not isinstance(mortal_server, LocalServer):
        pytest.skip("the server runs in a container of its own")
    kept = tmp_path / "elasticsearch"
    kept.mkdir()
    (kept / distribution.VERSION).symlink_to(distribution.folder() / distribution.VERSION)
    monkeypatch.setenv("VAR", str(tmp_path))
    script = "from tests.elasticsearch import distribution as d; print(d.home(d.java_home()))"
    command = [sys.executable, "-c", script]
    both = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    made = {process.communicate()[0].strip() for process in both}
    assert made == {str(kept / f"{distribution.VERSION}-{distribution.fingerprint()}")}
    assert sorted(path.name for path in kept.glob(".making-*")) == []


def test_a_server_that_is_given_is_left_alone() -> None:
    given = serving.GivenServer("http://search.example:9200/")
    given.stop()
    assert given.address == "http://search.example:9200"
    with pytest.raises(Missing, match="may be killed"):
        given.kill()


def test_a_given_address_at_which_nobody_answers_is_named() -> None:
    [port] = free_ports(1)
    answer = run(ELASTICSEARCH_URL=f"http://127.0.0.1:{port}", ES_PORT="9200")
    assert answer.returncode == 1
    assert f"an Elasticsearch at http://127.0.0.1:{port}" in answer.stderr
    assert "Traceback" not in answer.stderr


@pytest.mark.parametrize(
    "address", ["", "search.example", "ftp://x", "http://", "http://127.0.0.1:0", "http://[", "file:///etc"]
)
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(Missing, match="an Elasticsearch at"):
        serving.wait_until_ready(address, patience=0.1)


def test_a_password_in_an_address_is_sent_and_not_shown(stranger: str) -> None:
    address = stranger.replace("://", "://editor:s%2Fcret@")
    assert ask(address, "GET", "/") == {"told": "Basic ZWRpdG9yOnMvY3JldA=="}
    with pytest.raises(Missing) as missing:
        serving.GivenServer(address).kill()
    assert stranger in str(missing.value)
    assert "cret" not in str(missing.value)


def test_what_is_no_elasticsearch_is_said_to_be_none(stranger: str) -> None:
    with pytest.raises(Missing, match="what answers there is no Elasticsearch"):
        serving.wait_until_ready(stranger, patience=0.5)


def test_a_server_that_dies_while_it_starts_is_not_waited_for() -> None:
    with pytest.raises(Missing, match="it ended while it was being started"):
        serving.wait_until_ready("http://127.0.0.1:9", alive=lambda: False)


@pytest.mark.parametrize("port", ["", "0", "99999", "nine", "-1", "٩٢٠٠"])
def test_a_port_that_is_none_is_refused(port: str) -> None:
    answer = run(ES_PORT=port)
    assert answer.returncode == 1
    assert "ES_PORT is no port" in answer.stderr


def test_missing_java_is_named(bare_machine: Path) -> None:
    with pytest.raises(Missing, match="Java 17 or newer"), server():
        pass


def test_missing_maven_is_named(bare_machine: Path) -> None:
    program(bare_machine, "java", "exit 0")
    with pytest.raises(Missing, match="Maven"):
        distribution.download(bare_machine / "bare")


def test_what_maven_says_when_it_fetches_nothing_is_shown(bare_machine: Path) -> None:
    program(bare_machine, "mvn", "echo no such host; exit 1")
    with pytest.raises(Missing, match="no such host"):
        distribution.download(bare_machine / "bare")
    assert not (bare_machine / "bare").exists()


def test_a_java_that_cannot_compile_is_named(bare_machine: Path) -> None:
    (bare_machine / "bare").mkdir()
    with pytest.raises(Missing, match="javac"):
        distribution.add_plugin(bare_machine / "bare", bare_machine / "complete", bare_machine / "java")
    assert not (bare_machine / "complete").exists()


@pytest.mark.parametrize("kept", [0, 10, 0.5, 0.99])
def test_a_torn_download_is_noticed_and_not_kept(bare_machine: Path, kept: float) -> None:
    archive = bare_machine / "whole.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr(f"elasticsearch-{distribution.VERSION}/lib/file", os.urandom(10_000))
    whole = archive.read_bytes()
    torn = bare_machine / "torn.zip"
    torn.write_bytes(whole[: int(kept if kept >= 1 else len(whole) * kept)])
    program(bare_machine, "mvn", f'/bin/cp {torn} "${{4#-DoutputDirectory=}}/elasticsearch-{distribution.VERSION}.zip"')
    with pytest.raises(Missing, match="a whole elasticsearch"):
        distribution.download(bare_machine / "bare")
    assert not (bare_machine / "bare").exists()


@pytest.mark.parametrize("docker", [None, "exit 1", "/bin/sleep 60", '[ "$1" = info ]'])
def test_a_docker_that_does_not_answer_or_has_no_image_is_passed_over(
    bare_machine: Path, monkeypatch: pytest.MonkeyPatch, docker: str | None
) -> None:
    monkeypatch.setattr(image, "SECONDS_TO_ANSWER", 0.2)
    if docker:
        program(bare_machine, "docker", docker)
    assert not image.is_to_be_had()


def test_a_container_is_killed_started_again_on_its_port_and_thrown_away(
    bare_machine: Path, stranger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = bare_machine / "log"
    program(
        bare_machine,
        "docker",
        f'echo "$1" >> {log}\n[ "$1" = create ] && echo c0ffee\n[ "$1" = inspect ] && echo true\nexit 0',
    )
    monkeypatch.setattr(image, "wait_until_ready", lambda address, alive: None)
    assert image.is_to_be_had()
    with server(port=1234) as running:
        running.kill()
        running.start()
        assert (running.address, running.is_ours) == ("http://127.0.0.1:1234", True)
    done = [line for line in log.read_text().split() if line in {"create", "start", "kill", "wait", "rm"}]
    assert done == ["create", "start", "kill", "wait", "start", "rm"]


def test_the_suite_says_what_it_passes_over_and_fails_where_nothing_may_be(bare_machine: Path) -> None:
    command = [sys.executable, "-m", "tests.elasticsearch.suite"]
    lacking = {"PATH": str(bare_machine), "VAR": str(bare_machine), "NOTHING_MAY_BE_SKIPPED": ""}
    for nothing, code in (("", 0), ("1", 1)):
        environment = {**os.environ, **lacking, "NOTHING_MAY_BE_SKIPPED": nothing}
        done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
        assert "SKIPPED: the tests on Elasticsearch; this machine lacks Java 17 or newer" in done.stdout
        assert done.returncode == code


@pytest.mark.elasticsearch
def test_the_suite_may_be_given_tests_among_which_none_needs_a_server(elasticsearch: str) -> None:
    command = [
        sys.executable,
        "-m",
        "tests.elasticsearch.suite",
        "-p",
        "no:cacheprovider",
        "tests/test_architecture.py",
    ]
    environment = {**os.environ, "ELASTICSEARCH_URL": elasticsearch}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert "deselected" in done.stdout
    assert f"The tests on Elasticsearch ({elasticsearch})" in done.stdout
    assert done.returncode == 0
