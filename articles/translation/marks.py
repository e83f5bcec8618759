"""What a translation does differently on purpose: blocks of its own, blocks left out, blocks elsewhere."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from articles.translation.parts import Content, order_of
from articles.translation.seen import Seen, longest_in_order


class Mark(TextChoices):
    """How a block of the translation stands to the source that was seen."""

    ADDED_HERE = "added_here", _("Only in this language")
    LEFT_OUT = "left_out", _("Left out here")
    MOVED_HERE = "moved_here", _("In another place here")


def marks_of(seen: Seen, translation: Content) -> dict[str, Mark]:
    """The blocks that are not simply the source's own, by key."""
    here = order_of(translation)
    common = [key for key in here if key in seen.order]
    in_order = set(longest_in_order(common, seen.order))
    marks = {key: Mark.ADDED_HERE for key in here if key not in seen.sights}
    marks |= {key: Mark.MOVED_HERE for key in common if key not in in_order}
    marks |= {key: Mark.LEFT_OUT for key in seen.order if key not in here}
    return marks
