"""Ed25519 signatures of the newsroom, under the key that EVIDENCE_SIGNING_KEY holds."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.conf import settings


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature and the public key that it is checked with, both in base64."""

    key: str
    signature: str


def sign(content: bytes) -> Signature:
    """The newsroom's signature of the content."""
    return Signature(public_key(), base64.b64encode(_private().sign(content)).decode())


def public_key() -> str:
    """The public key: its 32 bytes in base64."""
    return base64.b64encode(_private().public_key().public_bytes_raw()).decode()


def public_key_pem() -> bytes:
    """The public key as PEM, as common tools read it."""
    return _private().public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def is_signed(content: bytes, signature: Signature) -> bool:
    """Whether the signature is one of this content under its key; whose key that is must be asked apart."""
    try:
        key = Ed25519PublicKey.from_public_bytes(base64.b64decode(signature.key, validate=True))
        key.verify(base64.b64decode(signature.signature, validate=True), content)
    except (InvalidSignature, ValueError):
        return False
    return True


def _private() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(settings.EVIDENCE_SIGNING_KEY)
