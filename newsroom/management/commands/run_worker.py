"""The worker: tasks, messages, indexes; each minute what is due, each hour the ledger's head and verification."""

from __future__ import annotations

import logging
import signal
import time
from argparse import ArgumentParser
from typing import Any

from django.apps import apps
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections

from articles.legal.alarms import raise_alarms
from articles.legal.evidence.fragments import record_fragments
from articles.legal.evidence.snapshots import take_snapshots
from articles.legal.ledger.heads import HeadIsUnreadable, LedgerWasRewritten, export_head
from articles.legal.ledger.places import record_places
from articles.pages.publishing import publish_due
from articles.translation.mailing import send_letters
from articles.translation.reminding import remind_of_deadlines
from newsroom.outbox.draining import drain
from search.indexing.tending import Tending

logger = logging.getLogger(__name__)

MINUTE = 60.0
HOUR = 60 * MINUTE
PAUSE = 1.0
"""Seconds between two looks at the queue and the outbox."""


class Command(BaseCommand):
    help = "Run tasks, deliver messages, publish what is due, sign the ledger's head, tend the search, until stopped."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How long to run."""
        parser.add_argument("--once", action="store_true", help="do what is waiting now, then stop")

    def handle(self, *args: Any, once: bool, **options: Any) -> None:
        """Works until SIGINT or SIGTERM; a database that is away is waited for."""
        self._stopped = False
        for name in (signal.SIGINT, signal.SIGTERM):
            signal.signal(name, self._stop)
        search = Tending()
        next_round = next_head = 0.0
        while not self._stopped:
            try:
                if time.monotonic() >= next_round:
                    next_round = time.monotonic() + MINUTE
                    publish_due()
                    record_fragments()
                    raise_alarms()
                    remind_of_deadlines()
                    send_letters()
                    search.look_around()
                if time.monotonic() >= next_head:
                    next_head = time.monotonic() + HOUR
                    record_places()
                    self._export_head()
                    search.verify_soon()
                self._run_tasks()
                drain()
                take_snapshots()
                search.work()
            except DatabaseError:
                logger.exception("The database does not answer; trying again")
                close_old_connections()
            if once:
                return
            time.sleep(PAUSE)

    def _stop(self, number: int, frame: object) -> None:
        self._stopped = True

    def _export_head(self) -> None:
        """A disk that is full, or a ledger that was tampered with, must not stop what readers wait for."""
        try:
            export_head()
        except (OSError, HeadIsUnreadable, LedgerWasRewritten):
            logger.exception("The head of the ledger was not exported")

    def _run_tasks(self) -> None:
        """Drains the queue where there is one; in development tasks run at once."""
        if apps.is_installed("django_tasks_db"):
            call_command("db_worker", batch=True, verbosity=0)
