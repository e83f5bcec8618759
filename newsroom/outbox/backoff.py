"""How long to wait before the next attempt: twice as long each time, not all at the same moment, never too long."""

from __future__ import annotations

import random
from datetime import timedelta

SHORTEST = timedelta(seconds=1)
LONGEST = timedelta(minutes=10)
"""Between two attempts at a message that was refused."""
LONGEST_REST = timedelta(minutes=1)
"""Between two attempts at a destination that does not answer: one message asks, so that its return is soon seen."""
DOUBLINGS = 20


def delay(failures: int, longest: timedelta = LONGEST) -> timedelta:
    """The wait after so many failures: 1, 2, 4 … seconds, up to a quarter less, within the bounds."""
    wait = SHORTEST * 2 ** min(max(failures - 1, 0), DOUBLINGS)
    return max(SHORTEST, min(longest, wait) * random.uniform(0.75, 1.0))  # noqa: S311 chance spreads, it hides nothing
