"""Cutting endings off words: the longest of a table that leaves enough of the word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


class Endings:
    """A table of endings, each with what is put in its place."""

    def __init__(self, table: Mapping[str, str] | Iterable[str], *, keep: int = 3) -> None:
        """`keep` is how many letters must be left before the ending."""
        self.table: dict[str, str] = dict(table) if isinstance(table, Mapping) else dict.fromkeys(table, "")
        self.keep = keep
        self.longest = max(map(len, self.table))

    def cut(self, word: str) -> str:
        """The word without its longest ending, or as it is."""
        length = len(word)
        for size in range(min(self.longest, length - self.keep), 0, -1):
            instead = self.table.get(word[length - size :])
            if instead is not None:
                return word[: length - size] + instead
        return word


def joined(firsts: Iterable[str], seconds: Iterable[str]) -> set[str]:
    """Every ending that is one of the first kind followed by one of the second (either kind may hold "")."""
    seconds = tuple(seconds)
    return {first + second for first in firsts for second in seconds} - {""}
