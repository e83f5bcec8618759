"""What an edge in front of us vouches for with the shared secret."""

from __future__ import annotations

import hmac
from collections.abc import Sequence

SECRET_HEADER = "X-Geo-Secret"  # noqa: S105 the name of a header
NOTICE_KEY_HEADER = "X-Notice-Key"


def is_secret(claimed: str, secrets: Sequence[str]) -> bool:
    """Whether somebody knows one of the secrets; takes as long whichever it is and however much of it is right."""
    claim = claimed.encode("latin-1", "backslashreplace")
    matches = [hmac.compare_digest(claim, secret.encode()) for secret in secrets if secret]
    return any(matches)
