"""Stories of which the index may say what is no longer true, because their messages to it still wait."""

from __future__ import annotations

from dataclasses import dataclass

from articles.pages.article import ArticlePage
from newsroom.outbox.models import Message

DESTINATION = "search"
MOST = 1000
"""More stories than this are not put into a query; the database answers until the worker has caught up."""


class TooManyWait(Exception):
    """The index is too far behind to be asked."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """The stories whose messages wait, or are parked."""

    withdrawn: frozenset[int] = frozenset()
    """Those that the present reader may not see now, or whose documents may tell a name that is withheld."""
    changed: frozenset[int] = frozenset()
    """The others: the index finds them, and the database alone says what stands in them."""


def waiting() -> Waiting:
    """What waits for the index in all languages; one query, and a second one when something waits.

    Raises TooManyWait.
    """
    keys = list(Message.objects.filter(destination=DESTINATION).values_list("key", flat=True)[: MOST + 1])
    if len(keys) > MOST:
        raise TooManyWait
    pages = {int(number) for key in keys if (number := key.rpartition(":")[2]).isdecimal()}
    if not pages:
        return Waiting()
    visible = ArticlePage.objects.filter(pk__in=pages).visible()
    withheld_names = {"credits__correspondent__withheld_at__isnull": False}
    changed = frozenset(visible.exclude(**withheld_names).values_list("pk", flat=True))
    return Waiting(frozenset(pages) - changed, changed)
