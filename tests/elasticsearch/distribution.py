"""The distribution from Maven Central with the plugin, kept unpacked in VAR for the next time."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.elasticsearch.process import LocalServer
from tests.elasticsearch.serving import Missing

VERSION = "8.19.21"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
OLDEST_JAVA = 17
PLUGIN = Path(__file__).parent / "plugin"
ROOT = Path(__file__).resolve().parents[2]


def prepared(port: int | None = None) -> LocalServer:
    """A server that can be started; `Missing` names the program that is needed to make it."""
    java = java_home()
    return LocalServer(home(java), java, port)


def folder() -> Path:
    """Where distributions are kept."""
    return Path(os.environ.get("VAR") or ROOT / "var").resolve() / "elasticsearch"


def java_home() -> Path:
    """The folder of Java, which a server needs to run and the plugin to be made."""
    given = os.environ.get("JAVA_HOME")
    program = Path(given) / "bin" / "java" if given else Path(shutil.which("java") or "")
    if not program.is_file():
        raise Missing(f"Java {OLDEST_JAVA} or newer (a JDK: java and javac)")
    return program.resolve().parents[1]


def home(java: Path) -> Path:
    """The folder of a distribution that has the plugin as it is now."""
    kept = folder()
    complete = kept / f"{VERSION}-{fingerprint()}"
    kept.mkdir(parents=True, exist_ok=True)
    with only_one(kept):
        if not complete.is_dir():
            bare = kept / VERSION
            if not bare.is_dir():
                download(bare)
            add_plugin(bare, complete, java)
    return complete


def fingerprint() -> str:
    """What changes when the plugin does."""
    digest = hashlib.sha256()
    for source in sorted(PLUGIN.rglob("*.java")):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:12]


def download(bare: Path) -> None:
    """Fetches the distribution with Maven, from wherever Maven is set to fetch, and unpacks it."""
    maven = shutil.which("mvn")
    if not maven:
        raise Missing("Maven (mvn), which fetches Elasticsearch")
    with beside(bare) as made:
        goal = ("dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={made}")
        done = subprocess.run([maven, "--batch-mode", *goal], capture_output=True, text=True, check=False, cwd=made)
        archive = made / f"elasticsearch-{VERSION}.zip"
        if done.returncode or not archive.is_file():
            raise Missing(f"Elasticsearch {VERSION}; Maven could not fetch it:\n{tail(done.stdout + done.stderr)}")
        unpack(archive, made)
        (made / f"elasticsearch-{VERSION}").rename(bare)


def unpack(archive: Path, target: Path) -> None:
    """Unpacks an archive with the rights of its files; a torn one is refused."""
    try:
        with zipfile.ZipFile(archive) as packed:
            for member in packed.infolist():
                made = Path(packed.extract(member, target))
                made.chmod(0o755 if member.is_dir() else (member.external_attr >> 16) & 0o755 | 0o644)
    except (zipfile.BadZipFile, EOFError, OSError) as error:
        raise Missing(
            f"a whole {archive.name}: {error}. Delete org/elasticsearch/distribution from Maven's local repository"
        ) from error


def add_plugin(bare: Path, complete: Path, java: Path) -> None:
    """Makes a copy of the bare distribution that has the plugin; files are shared where the disk can."""
    compiler = java / "bin" / "javac"
    if not compiler.is_file():
        raise Missing(f"a Java Development Kit (javac) of {OLDEST_JAVA} or newer; {java} can only run programs")
    with beside(complete) as made:
        copy = made / "complete"
        try:
            shutil.copytree(bare, copy, copy_function=os.link)
        except (OSError, shutil.Error):
            shutil.rmtree(copy, ignore_errors=True)
            shutil.copytree(bare, copy)
        classes, own = made / "classes", copy / "plugins" / "newsroom-analysis"
        own.mkdir(parents=True)
        sources = sorted(map(str, PLUGIN.rglob("*.java")))
        command = [str(compiler), "-proc:none", "-nowarn", "-encoding", "UTF-8", "--release", str(OLDEST_JAVA)]
        command += ["-cp", f"{copy}/lib/*", "-d", str(classes), *sources]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise Missing(f"a Java compiler (JDK) of {OLDEST_JAVA} or newer; this one says:\n{tail(done.stderr)}")
        with zipfile.ZipFile(own / "newsroom-analysis.jar", "w") as jar:
            for each in sorted(classes.rglob("*.class")):
                jar.write(each, each.relative_to(classes))
        descriptor = (PLUGIN / "plugin-descriptor.properties").read_text().format(version=VERSION, java=OLDEST_JAVA)
        (own / "plugin-descriptor.properties").write_text(descriptor)
        copy.rename(complete)


@contextmanager
def beside(target: Path) -> Iterator[Path]:
    """A temporary folder on the disk of a target, so that what is whole is put in place by renaming."""
    made = Path(tempfile.mkdtemp(dir=target.parent, prefix=".making-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


@contextmanager
def only_one(kept: Path) -> Iterator[None]:
    """Has other processes wait that want to fetch and compile the same."""
    with (kept / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def tail(text: str, lines: int = 15) -> str:
    """The last lines of what a program said."""
    return "\n".join(text.strip().splitlines()[-lines:])
