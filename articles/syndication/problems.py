"""What is wrong in a file that somebody wants to import, said so that it can be found and mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

LONGEST = 400
"""Characters of a message."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing at one place; without a path it concerns the whole item or file."""

    item: str
    path: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.item, self.path, self._short_message()) if part)

    def _short_message(self) -> str:
        """The message without the middle of a text that somebody made endless."""
        if len(self.message) <= LONGEST:
            return self.message
        return f"{self.message[: LONGEST // 2]} … {self.message[-LONGEST // 2 :]}"


class FileRefused(ValueError):
    """A file of which nothing is imported, with everything that was found wrong in it."""

    def __init__(self, file: Path, problems: Sequence[Problem]) -> None:
        super().__init__("\n".join(f"{file}: {problem}" for problem in problems))
        self.file = file
        self.problems = list(problems)


@dataclass
class Findings:
    """Errors and warnings collected while one item is read, so that all are told at once."""

    item: str
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)

    def error(self, path: str, message: str) -> None:
        """Notes what makes the import impossible."""
        self.errors.append(Problem(self.item, path, message))

    def warn(self, path: str, message: str) -> None:
        """Notes what is left out or done differently."""
        self.warnings.append(Problem(self.item, path, message))
