"""What every file from outside is held to."""

from __future__ import annotations

from django.utils.translation import gettext as _

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes; more than the longest texts in every language take, in the wordiest of the formats."""


class FileIsRefused(ValueError):
    """Nothing of the file can be read; the message says why."""


def ensure_small(data: bytes) -> None:
    """Raises FileIsRefused for a file that is too large to be read at all."""
    if len(data) > LARGEST_FILE:
        raise FileIsRefused(_("The file is larger than {number} MB.").format(number=LARGEST_FILE // 2**20))
