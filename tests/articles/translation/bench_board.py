"""What the board costs among 100,000 stories in every language beside what it costs among 1,000."""

from __future__ import annotations

import statistics
import sys
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from django.db import connection, transaction
from wagtail.models import Locale, Page

from articles.pages.article import ArticlePage
from articles.translation.board import board
from articles.translation.models import Translation
from articles.translation.models.translation import Priority, Stage, rank_of
from articles.translation.pressing import OPEN, Question, work
from newsroom.languages import LANGUAGES
from newsroom.users.models import User
from tests.factories import make_administrator, make_front_page, make_story

FEW, MANY = 1_000, 100_000
INTO = tuple(code for code in LANGUAGES if code != "en")
ROUNDS = 15
MOST = 2.0
BATCH = 5_000
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
START = datetime(2026, 1, 1, tzinfo=UTC)
QUESTIONS = {
    "the newest": Question(),
    "wanted in Persian": Question(state=Stage.WANTED, languages=frozenset({"fa"})),
    "not done in any language": Question(state=OPEN),
    "stale in Georgian": Question(state="stale", languages=frozenset({"ka"})),
}


def boards() -> None:
    """Prints the ratios; exits with an error where one is out of its bound."""
    for code in INTO:
        make_front_page(code)
    template, user = make_story(title="The template"), make_administrator("board")
    _fill(template, 1, FEW)
    few = _costs(user)
    _fill(template, FEW + 1, MANY)
    many = _costs(user)
    for name, seconds in many.items():
        ratio = seconds / few[name]
        sys.stdout.write(
            f"{f'Board, {name}: {MANY} stories against {FEW}':70} {ratio:6.2f} ×  {seconds * 1e3:.0f} ms\n"
        )
        if ratio > MOST:
            sys.exit("The board becomes slow with many stories.")


def _costs(user: User) -> dict[str, float]:
    connection.cursor().execute("ANALYZE")
    costs = {
        name: _median(lambda asked=asked: board(asked, user=user, codes=LANGUAGES))  # type: ignore[misc]
        for name, asked in QUESTIONS.items()
    }
    return costs | {"work in Russian": _median(lambda: work(Question(languages=frozenset({"ru"}))))}


def _median(work_done: Callable[[], object]) -> float:
    work_done()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        work_done()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


@transaction.atomic
def _fill(template: ArticlePage, first: int, last: int) -> None:
    """Stories from one number to another, with records in all other languages: one in twenty wanted or stale."""
    locales = list(Locale.objects.filter(language_code__in=INTO))
    for begin in range(first, last + 1, BATCH):
        numbers = range(begin, min(begin + BATCH, last + 1))
        pages = Page.objects.bulk_create([_page(template, number) for number in numbers])
        _as_stories(template, pages)
        Translation.objects.bulk_create(
            [_record(page, locale, number) for number, page in zip(numbers, pages, strict=True) for locale in locales]
        )


def _page(template: ArticlePage, number: int) -> Page:
    page = Page()
    for name in ("depth", "locale_id", "content_type_id", "live", "owner_id"):
        setattr(page, name, getattr(template, name))
    step = "".join(DIGITS[number // 36**place % 36] for place in (2, 1, 0))
    step = DIGITS[-1 - number // 36**3] + step
    page.path = f"{template.path[:-4]}{step}"
    page.title = page.draft_title = f"Story {number}"
    page.slug, page.translation_key = f"story-{number}", uuid.uuid4()
    page.url_path = f"{template.url_path.rsplit('/', 2)[0]}/{page.slug}/"
    return page


def _as_stories(template: ArticlePage, pages: list[Page]) -> None:
    """The stories' own rows, each like the template's; a model with a parent cannot be stored in bulk."""
    own = [
        field.column for field in ArticlePage._meta.local_concrete_fields if field.column not in {"page_ptr_id", "uri"}
    ]
    columns = ", ".join(own)
    of_template = ", ".join(f"t.{name}" for name in own)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO articles_articlepage (page_ptr_id, uri, {columns}) "
            f"SELECT p.id, 'urn:bench:' || p.id, {of_template} "
            "FROM wagtailcore_page p, articles_articlepage t WHERE t.page_ptr_id = %s AND p.id BETWEEN %s AND %s",
            [template.pk, pages[0].pk, pages[-1].pk],
        )


def _record(page: Page, locale: Locale, number: int) -> Translation:
    kind = (number + locale.pk) % 20
    deadline = START + timedelta(hours=number % 977) if number % 2 else None
    priority = Priority.values[number % 4]
    return Translation(
        translation_key=page.translation_key,
        locale=locale,
        source_id=page.pk,
        priority=priority,
        deadline=deadline,
        rank=rank_of(priority, deadline),
        stage=Stage.WANTED if kind == 0 else Stage.LIVE,
        stale_since=START if kind == 1 else None,
        stale_parts=int(kind == 1),
    )
