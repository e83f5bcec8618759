"""Tests of signatures and of the public key."""

from __future__ import annotations

import base64

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from articles.legal.ledger.signing import Signature, is_signed, public_key, public_key_pem, sign


def test_signature_holds_for_its_content_alone() -> None:
    signature = sign(b"Words.")
    assert is_signed(b"Words.", signature)
    assert not is_signed(b"Words", signature)
    assert not is_signed(b"", signature)


def test_signature_is_the_same_every_time() -> None:
    assert sign(b"Words.") == sign(b"Words.")


def test_public_key_as_pem_checks_the_signature() -> None:
    key = load_pem_public_key(public_key_pem())
    assert isinstance(key, Ed25519PublicKey)
    assert base64.b64encode(key.public_bytes_raw()).decode() == public_key()
    signature = base64.b64decode(sign(b"Words.").signature)
    key.verify(signature, b"Words.")
    with pytest.raises(InvalidSignature):
        key.verify(signature, b"Other words.")


@pytest.mark.parametrize("key", ["", "?", "AAAA", "A" * 43 + "=", "ключ"])
@pytest.mark.parametrize("signature", ["", "?", "AAAA", "A" * 86 + "==", "подпись"])
def test_hostile_key_or_signature_is_no_signature(key: str, signature: str) -> None:
    assert not is_signed(b"Words.", Signature(key, signature))
    assert not is_signed(b"Words.", Signature(public_key(), signature))
    assert not is_signed(b"Words.", Signature(key, sign(b"Words.").signature))
