"""Measures, in one run, the ratios on which decisions rest, and prints them: `make bench`."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.test")
django.setup()

from django.test import Client  # noqa: E402 settings come first
from django.test.runner import DiscoverRunner  # noqa: E402
from PIL import Image  # noqa: E402

from articles.legal.decision import RuleSet  # noqa: E402
from articles.legal.keys import notice_key  # noqa: E402
from articles.legal.terms import Kind, ScopeKind  # noqa: E402
from articles.legal.values import Rule, Scope, Subject  # noqa: E402
from articles.pages.article import ArticlePage  # noqa: E402
from media.avif import SPEED  # noqa: E402
from newsroom import catalogues  # noqa: E402
from newsroom.demo.content_files import IMAGES  # noqa: E402
from newsroom.languages import LANGUAGES  # noqa: E402
from newsroom.regions.area import Area  # noqa: E402
from newsroom.regions.location import Location  # noqa: E402
from newsroom.regions.vocabulary import subdivisions_of  # noqa: E402
from tests.articles.legal.laws import NOON, notice  # noqa: E402
from tests.factories import make_agency, make_story, make_translation  # noqa: E402

ROUNDS = 15
RULES = 200
MILLION = 1_000_000


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


def tell(what: str, seconds: float, most: float) -> None:
    """One line of the result: a time, and the most that it may take."""
    held = "holds" if seconds <= most else "TOO SLOW"
    sys.stdout.write(f"{what:70} {seconds * MILLION:6.1f} µs  at most {most * MILLION:.0f} µs: {held}\n")


def law() -> None:
    """The decision and the notice key of a reader, by 200 rules for many places, stories, sections and tags."""
    scopes = list(ScopeKind)
    rules = RuleSet(
        Rule(
            id=number,
            notice=notice(f"notice-{number % 40}", Kind.WITHHELD if number % 5 == 0 else Kind.WARNING),
            area=Area(frozenset({("RU", "UA-43", "DE", "KZ")[number % 4]}), unknown_country=True),
            scope=Scope(scopes[number % len(scopes)], f"target-{number % 9}"),
            starts_at=NOON + timedelta(days=number - 100),
            applies_to_unknown=number % 2 == 0,
        )
        for number in range(RULES)
    )
    story = Subject("target-3", "target-1", frozenset({"target-2", "target-6"}))
    here = Location("RU", None)

    def decide() -> None:
        for _ in range(100):
            rules.decide(story, "ru", here, "page", NOON)

    def key() -> None:
        for _ in range(100):
            notice_key(rules, here, NOON)

    def keys_of_a_new_process() -> None:
        fresh = RuleSet(rules.rules)
        for code in subdivisions:
            notice_key(fresh, Location(code.split("-")[0], code), NOON)

    subdivisions = [code for country in ("RU", "UA", "DE") for code in subdivisions_of(country)]
    tell(f"Decision for a story, {RULES} rules", median_seconds(decide) / 100, 50 / MILLION)
    tell(f"Notice key of a place, {RULES} rules", median_seconds(key) / 100, 50 / MILLION)
    each = median_seconds(keys_of_a_new_process) / len(subdivisions)
    tell("Notice key of a place that the process meets first", each, 1000 / MILLION)


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


def main() -> None:
    """Runs every measurement on a database of its own."""
    catalogues.compile_all()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        law()
        avif()
        pages()
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    main()
