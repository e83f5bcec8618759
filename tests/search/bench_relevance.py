"""What each language's queries find, beside what the plain `standard` analyser finds: the table of `pairs/`."""

from __future__ import annotations

import sys

from newsroom.languages import LANGUAGES
from tests.search.bench_servers import on_a_server
from tests.search.relevance import ours, plain, put, trial_of

LEAST_RECALL = 0.9


def relevance() -> None:
    """Prints recall and precision among ten hits; exits with an error where a language falls short."""
    on_a_server("relevance", _measure)


def _measure() -> None:
    sys.stdout.write(f"{'':22} recall@10  (standard)  precision  (standard)\n")
    short = []
    for code, row in LANGUAGES.items():
        trial = trial_of(code)
        put(trial)
        found, standard = ours(trial), plain(trial)
        recalls = f"{found.recall:9.2f}  {standard.recall:10.2f}"
        precisions = f"{found.precision:9.2f}  {standard.precision:10.2f}"
        sys.stdout.write(f"{row.name:22} {recalls}  {precisions}\n")
        if found.recall < LEAST_RECALL or found.precision < standard.precision:
            short.append(code)
    if short:
        sys.exit(f"Too little is found, or too much besides, in {', '.join(short)}.")
