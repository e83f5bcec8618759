"""Two schedulers, a killed process, a lost connection: a release is published whole and once, or not at all."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.conf import settings
from django.db import OperationalError, connection, connections
from django.utils import timezone
from wagtail.signals import page_published

from articles.legal.models import LedgerEntry
from articles.pages.article import ArticlePage
from articles.translation.models import Release, ReleaseItem
from articles.translation.releases.due import publish_due_releases
from articles.translation.releases.publishing import publish_release
from newsroom.outbox.models import Message
from tests.articles.translation.releases.planned import confirmed, drafts
from tests.grounds import lay_the_ground

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor != "postgresql", reason="of PostgreSQL: processes meet in what is committed"),
]
CODES = ("en", "fa", "ru", "uk", "kk")
DIES = """
import os, signal, django
django.setup()
from django.utils import timezone
from wagtail.signals import page_published
from articles.translation.releases.due import publish_due_releases
seen = []
def dies(**kwargs):
    seen.append(1)
    if len(seen) == int(os.environ["AFTER"]):
        os.kill(os.getpid(), signal.SIGKILL)
page_published.connect(dies)
publish_due_releases(timezone.now())
"""
"""Publishes what is due and is killed when so many stories have been published."""


@pytest.fixture(autouse=True)
def _newsroom(transactional_db: None, settings) -> Iterator[None]:
    """A database with nothing but a root, and caches that are to be told."""
    settings.CDN_PURGE_URLS = ["http://cache.example/"]
    lay_the_ground()
    yield
    connections.close_all()


def due() -> Release:
    """A release of a story in five languages whose moment has just come."""
    release = confirmed(drafts(*CODES))
    Release.objects.filter(pk=release.pk).update(publish_at=timezone.now() - timedelta(seconds=1))
    Message.objects.all().delete()
    return Release.objects.get(pk=release.pk)


def published() -> tuple[int, int, int, bool, bool]:
    """Live stories, items that went, entries of the ledger, whether caches are told, whether the release went."""
    entries = LedgerEntry.objects.filter(kind="story.published", subject__startswith="articles.articlepage:")
    return (
        ArticlePage.objects.live().count(),
        ReleaseItem.objects.exclude(published_at=None).count(),
        entries.count(),
        Message.objects.filter(destination="cache").exists(),
        Release.objects.exclude(published_at=None).exists(),
    )


NOTHING = (0, 0, 0, False, False)
EVERYTHING = (len(CODES), len(CODES), len(CODES), True, True)


def scheduler(after: int) -> subprocess.CompletedProcess[bytes]:
    """A process of its own that is killed after so many stories."""
    database = connection.settings_dict
    where = "postgresql://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)
    environment = {**os.environ, "DATABASE_URL": where, "DJANGO_SETTINGS_MODULE": "newsroom.settings.test"}
    environment |= {"AFTER": str(after), "CDN_PURGE_URLS": "http://cache.example/"}
    return subprocess.run(
        [sys.executable, "-c", DIES],
        check=False,
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        timeout=300,
    )


@pytest.mark.parametrize("after", [1, len(CODES)])
def test_a_killed_process_leaves_nothing_and_the_next_one_publishes_everything(after: int) -> None:
    due()
    died = scheduler(after)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()[-2000:]
    assert published() == NOTHING
    assert len(publish_due_releases(timezone.now())) == len(CODES)
    assert published() == EVERYTHING


def test_a_lost_connection_leaves_nothing() -> None:
    release = due()

    def lose(**kwargs: object) -> None:
        """Another session ends this one, as an administrator of the database or a failover does."""
        page_published.disconnect(lose)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_backend_pid()")
            own = cursor.fetchone()[0]
        with ThreadPoolExecutor(1) as pool:
            pool.submit(_terminate, own).result(60)

    page_published.connect(lose)
    with pytest.raises(OperationalError):
        publish_release(release, by=None)
    connection.close()
    assert published() == NOTHING
    assert len(publish_due_releases(timezone.now())) == len(CODES)
    assert published() == EVERYTHING


def _terminate(pid: int) -> None:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    finally:
        connection.close()


def test_two_schedulers_at_once_publish_once() -> None:
    due()
    start = Barrier(2, timeout=60)

    def run(number: int) -> int:
        try:
            start.wait()
            return len(publish_due_releases(timezone.now()))
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(run, range(2))) == [0, len(CODES)]
    assert published() == EVERYTHING
