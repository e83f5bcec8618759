"""Versions of documents: numbers that are drawn before the stories are looked at.

A document holds what the database said after its number was drawn, and an index keeps the document with the highest
number. Let C be the last change of a story. Its message is delivered by a reading that was drawn after C was true, so
that document, with its number n, holds C. A document with a higher number was read after n was drawn, so it holds C as
well; one with a lower number gives way or is refused. So the index ends with C, whoever writes late, twice or in
another order. A revision's number could not do this: a move, a new name or an unpublication has none.
"""

from __future__ import annotations

from search.models import Reading


def draw() -> int:
    """A number higher than all that were drawn before, in whatever process; earlier rows are not needed any more.

    The rows are only what databases give numbers for: on both of ours a number is given once, also when its row is
    deleted. It is not called inside a transaction, whose end could take the number back.
    """
    number = Reading.objects.create().pk
    Reading.objects.filter(pk__lt=number).delete()
    return number
