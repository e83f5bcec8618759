"""Many texts in as few questions as an engine takes."""

from __future__ import annotations

from collections.abc import Iterator

MOST_TEXTS = 25
MOST_CHARACTERS = 20_000


def batches(texts: list[str], is_html: list[bool]) -> Iterator[list[int]]:
    """The places of texts that go together: of one kind, not too many, not too long; one alone may be longer."""
    for kind in (False, True):
        batch: list[int] = []
        size = 0
        for place, text in enumerate(texts):
            if is_html[place] is not kind:
                continue
            if batch and (len(batch) == MOST_TEXTS or size + len(text) > MOST_CHARACTERS):
                yield batch
                batch, size = [], 0
            batch.append(place)
            size += len(text)
        if batch:
            yield batch
