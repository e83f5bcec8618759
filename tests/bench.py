"""Measures, in one run, the ratios on which decisions rest, and prints them: `make bench`."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.test")
django.setup()

from django.test import Client  # noqa: E402 settings come first
from django.test.runner import DiscoverRunner  # noqa: E402
from PIL import Image  # noqa: E402

from articles.legal.decision import RuleSet  # noqa: E402
from articles.legal.keys import key_map, notice_key  # noqa: E402
from articles.legal.values import NO_STORY  # noqa: E402
from articles.pages.article import ArticlePage  # noqa: E402
from media.avif import SPEED  # noqa: E402
from newsroom import catalogues  # noqa: E402
from newsroom.demo.content_files import IMAGES  # noqa: E402
from newsroom.languages import LANGUAGES  # noqa: E402
from newsroom.regions.area import Area  # noqa: E402
from newsroom.regions.location import Location  # noqa: E402
from tests.articles.legal.laws import GERMANY, RUSSIA_AND_CONTROLLED, WORLD, notice, rule  # noqa: E402
from tests.articles.translation.bench_board import boards  # noqa: E402
from tests.articles.translation.bench_translating import translating  # noqa: E402
from tests.factories import make_agency, make_story, make_translation  # noqa: E402
from tests.search.bench_indexing import indexing  # noqa: E402
from tests.search.bench_relevance import relevance  # noqa: E402
from tests.search.bench_searching import searching  # noqa: E402

ROUNDS = 15
RULES = 200
LONGEST_DECISION = 50
"""Microseconds."""
AREAS = (RUSSIA_AND_CONTROLLED, GERMANY, WORLD, Area(frozenset({"BY", "KZ"})))


def median_seconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """The median time of some work, after one round to warm up."""
    work()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def say(what: str, ratio: float, note: str = "") -> None:
    """One line of the result."""
    sys.stdout.write(f"{what:70} {ratio:6.2f} ×  {note}\n")


def avif() -> None:
    """Our encoder's speed against libavif's default, on a picture of the demo."""
    with Image.open(IMAGES / "caspian-harbour.jpg") as original:
        picture = original.convert("RGB").resize((960, 640))

    def encode(**options: int) -> int:
        output = BytesIO()
        picture.save(output, "AVIF", quality=60, **options)
        return len(output.getvalue())

    time_ratio = median_seconds(encode, 3) / median_seconds(lambda: encode(speed=SPEED), 3)
    say(
        "AVIF: libavif's default time against ours", time_ratio, f"file {encode(speed=SPEED) / encode():.2f} × as large"
    )


def pages() -> None:
    """A story page with much on it against one with little."""
    paragraph = {"type": "paragraph", "value": "<p>Five countries have agreed to measure the sea.</p>"}
    small = make_story(title="Small", body=[paragraph])
    credits = [{"agency": make_agency(f"Agency {number}")} for number in range(10)]
    large = make_story(title="Large", body=[paragraph] * 40, credits=credits)
    for code in LANGUAGES:
        if code != "en":
            make_translation(large, code, title=f"Large {code}")
    client = Client()

    def fetch(story: ArticlePage) -> Callable[[], object]:
        return lambda: client.get(story.url_path)

    ratio = median_seconds(fetch(large)) / median_seconds(fetch(small))
    say("Story page: 40 blocks, 10 credits, 31 languages against 1, 0, 1", ratio)


def law() -> None:
    """What two hundred rules cost: the decision, and the key of a place that is and is not remembered."""
    rules = [rule(n, notice=notice(f"notice-{n % 20}"), area=AREAS[n % len(AREAS)]) for n in range(RULES)]
    known, russia, now = RuleSet(rules), Location("RU", None), datetime.now(UTC)

    def microseconds(work: Callable[[], object]) -> float:
        return median_seconds(lambda: [work() for _ in range(100)]) * 1e4

    decision = microseconds(lambda: known.decide(NO_STORY, "en", russia, "page", now))
    say("Decision with 200 rules, of 50 µs that it may take", decision / LONGEST_DECISION, f"{decision:.1f} µs")
    key = microseconds(lambda: notice_key(known, russia, now))
    say("Notice key with 200 rules, against the decision", key / decision, f"{key:.1f} µs")
    first = median_seconds(lambda: notice_key(RuleSet(rules), russia, now)) * 1e6
    say("The same for the first time under new rules", first / decision, f"{first:.0f} µs")
    whole = median_seconds(lambda: key_map(RuleSet(rules), now), 3) * 1e3
    say("The map of all places under new rules", whole * 1e3 / decision, f"{whole:.0f} ms")
    if decision > LONGEST_DECISION:
        sys.exit("A decision takes too long.")


def main() -> None:
    """Runs every measurement on a database of its own."""
    catalogues.compile_all()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        avif()
        pages()
        law()
        translating()
        boards()
        relevance()
        searching()
        indexing()
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    main()
