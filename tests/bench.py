"""Measures, in one run, the ratios on which decisions rest, and prints them: `make bench`."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable
from io import BytesIO

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsroom.settings.test")
django.setup()

from django.test import Client  # noqa: E402 settings come first
from django.test.runner import DiscoverRunner  # noqa: E402
from PIL import Image  # noqa: E402

from articles.pages.article import ArticlePage  # noqa: E402
from media.avif import SPEED  # noqa: E402
from newsroom import catalogues  # noqa: E402
from newsroom.demo.content_files import IMAGES  # noqa: E402
from newsroom.languages import LANGUAGES  # noqa: E402
from tests.factories import make_agency, make_story, make_translation  # noqa: E402

ROUNDS = 15


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


def main() -> None:
    """Runs every measurement on a database of its own."""
    catalogues.compile_all()
    runner = DiscoverRunner(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        avif()
        pages()
    finally:
        runner.teardown_databases(databases)


if __name__ == "__main__":
    main()
