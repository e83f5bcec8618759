"""What drafts in thirty languages cost beside Wagtail's own copies, made in turns."""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable

from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from articles.pages.acting import acting
from articles.pages.article import ArticlePage
from articles.translation.translating import translate_into
from newsroom.languages import LANGUAGES
from newsroom.users.models import User
from tests.factories import make_administrator, make_story

ROUNDS = 5
MOST = 1.3
OTHERS = [code for code in LANGUAGES if code != "en"]
BLOCKS = [{"type": "paragraph", "value": f"<p>Paragraph {number} of the story.</p>"} for number in range(40)]


def translating() -> None:
    """Prints both ratios; exits with an error where one is out of its bound."""
    user = make_administrator("translating")
    for code in OTHERS:
        make_story(code)
    locales = list(Locale.objects.filter(language_code__in=OTHERS))
    ours: list[tuple[float, int]] = []
    theirs: list[tuple[float, int]] = []
    for number in range(ROUNDS):
        for into, work in ((theirs, _wagtail(locales)), (ours, _newsroom())):
            story = make_story(title=f"Story {number}", body=BLOCKS)
            into.append(_cost(lambda story=story, work=work: work(story, user)))  # type: ignore[misc]
    time_ratio = statistics.median(cost[0] for cost in ours) / statistics.median(cost[0] for cost in theirs)
    query_ratio = ours[-1][1] / theirs[-1][1]
    name = "Drafts in 30 languages against Wagtail's own copies: "
    sys.stdout.write(f"{name + 'time':70} {time_ratio:6.2f} ×\n")
    sys.stdout.write(f"{name + 'queries':70} {query_ratio:6.2f} ×  {ours[-1][1]} queries\n")
    if time_ratio > MOST or query_ratio > 1:
        sys.exit("Drafts cost more than Wagtail's own copies.")


def _wagtail(locales: list[Locale]) -> Callable[[ArticlePage, User], None]:
    def work(story: ArticlePage, user: User) -> None:
        with acting(user):
            for locale in locales:
                story.copy_for_translation(locale)

    return work


def _newsroom() -> Callable[[ArticlePage, User], None]:
    def work(story: ArticlePage, user: User) -> None:
        translate_into(story, OTHERS, by=user)

    return work


def _cost(work: Callable[[], object]) -> tuple[float, int]:
    reset_queries()
    with CaptureQueriesContext(connection) as queries:
        start = time.perf_counter()
        work()
        seconds = time.perf_counter() - start
    return seconds, len(queries)
