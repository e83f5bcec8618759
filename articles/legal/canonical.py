"""The canonical bytes of a value, and their digest: what approvers approve and the ledger refers to."""

from __future__ import annotations

import hashlib
import json


def canonical_bytes(value: object) -> bytes:
    """JSON in UTF-8 with sorted keys and no spaces (in the manner of RFC 8785), the same for equal values."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest_of(value: object) -> str:
    """SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical_bytes(value)).hexdigest()
