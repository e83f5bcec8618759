"""What the worker does for the search besides delivering: makes indexes that are missing, and verifies every hour.

What differs from the database is told and kept, and delivered again.
"""

from __future__ import annotations

import logging
import time
from contextlib import closing
from datetime import timedelta

from django.db import DatabaseError
from django.utils import timezone

from newsroom.languages import LANGUAGES
from newsroom.outbox.writing import send_many
from search.client import is_configured
from search.indexing import indexes
from search.indexing.condition import answers
from search.indexing.keys import DESTINATION, key_of
from search.indexing.rebuilding import RebuildIsTaken, rebuild
from search.indexing.sending import FAILURES, SearchIsAway, told
from search.indexing.verifying import verify
from search.models import Rebuild, Verification
from search.names import alias_of

logger = logging.getLogger(__name__)

SLICE = 2.0
"""Seconds of filling an index between two looks at what else waits: publishing and delivering go on meanwhile."""
LATELY = timedelta(minutes=50)
"""What another worker verified since then is not verified again."""


class Tending:
    """The worker's part of the search, kept from round to round."""

    def __init__(self) -> None:
        self._to_make: list[str] = []
        self._to_verify: list[str] = []
        self._extended: set[str] = set()

    def look_around(self) -> None:
        """Finds the languages whose index is missing, or whose rebuild nobody goes on with."""
        if not is_configured():
            return
        try:
            self._extend()
            self._to_make = _missing()
        except FAILURES as error:
            logger.warning("Search: %s", told(error))
            self._extended.clear()

    def verify_soon(self) -> None:
        """Has every language's index compared with the database, one in a round."""
        if is_configured():
            lately = Verification.objects.filter(checked_at__gt=timezone.now() - LATELY)
            done = set(lately.values_list("language", flat=True))
            self._to_verify = [code for code in LANGUAGES if code not in done]

    def work(self) -> None:
        """Goes on for a moment with what was found."""
        if not is_configured():
            return
        if (self._to_make or self._to_verify) and not answers():
            self._to_make, self._to_verify = [], []  # the next minute, and the next hour, look again
        end = time.monotonic() + SLICE
        try:
            while self._to_make and time.monotonic() < end:
                self._fill_until(end)
            if self._to_verify and not self._to_make:
                self._verify_one()
        except SearchIsAway as error:
            logger.warning("Search: %s", error)
        except DatabaseError:
            raise
        except Exception:  # whatever is wrong with the search, the worker goes on and serves the others
            logger.exception("Search: tending failed")
            self._to_make, self._to_verify = [], []

    def _extend(self) -> None:
        """Has indexes of an earlier release take documents of this one, until somebody makes them anew."""
        for code, name, made_by in Rebuild.objects.values_list("language", "index", "fingerprint"):
            if made_by != indexes.fingerprint(code) and name not in self._extended:
                self._extended.add(name)
                if not indexes.extend(name):
                    logger.error("Search: the index of %s cannot take new fields; run search_rebuild", code)

    def _fill_until(self, end: float) -> None:
        code = self._to_make.pop(0)
        try:
            with closing(rebuild(code)) as progress:
                for _ in progress:
                    if time.monotonic() >= end:
                        self._to_make.insert(0, code)
                        return
        except RebuildIsTaken:
            logger.info("Search: somebody else is making the index of %s", code)
        else:
            logger.info("Search: the index of %s is made", code)

    def _verify_one(self) -> None:
        finding = verify(self._to_verify.pop(0))
        if not finding.is_good:
            first = ", ".join(map(str, finding.differences[:5])) or "no index"
            logger.error("Search: the index of %s differs from the database: %s", finding.language, first)
            send_many(DESTINATION, [key_of(finding.language, each.page) for each in finding.differences])


def _missing() -> list[str]:
    """The languages that nobody can search, and those whose rebuild was begun and left."""
    rows = list(Rebuild.objects.values_list("language", "index", "finished_at"))
    aliases = indexes.served()
    unfinished = {code for code, _, finished_at in rows if finished_at is None}
    good = {code for code, index, finished_at in rows if finished_at and index in aliases.get(alias_of(code), ())}
    return [code for code in LANGUAGES if code in unfinished or code not in good]
