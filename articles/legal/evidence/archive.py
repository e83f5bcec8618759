"""Evidence as an archive: every file with its hash in a manifest that the newsroom signs; the same bytes every time."""

from __future__ import annotations

import base64
import zipfile
from io import BytesIO

from articles.legal.evidence.gathering import Evidence, entry_data
from articles.legal.ledger.canonical import canonical, digest, moment
from articles.legal.ledger.signing import public_key_pem, sign
from newsroom.identity import VERSION

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive: the earliest that the format knows."""
READABLE = 0o644 << 16
UNIX = 3

README = """\
Evidence of what readers at one address, moment and place were shown.

manifest.json   the question, the head of the ledger that it rests on, and the SHA-256 of every other file
signature.json  the newsroom's Ed25519 signature of manifest.json and its public key, both in base64
signature.bin   the same signature, as tools read it
key.pem         the same key, to be compared with the one that the newsroom publishes
evidence.json   everything, as canonical JSON
fragment.html   the notices in the bytes in which they were served
trace.txt       every rule of that moment, and why it applied or not
revision.json   the page's content, as canonical JSON
entries.json    the entries of the ledger about it
snapshot.html   the whole page as it was taken a little after its last change (where there is one)

Check: openssl pkeyutl -verify -pubin -inkey key.pem -rawin -in manifest.json -sigfile signature.bin
"""


def archive(found: Evidence) -> bytes:
    """The evidence as a ZIP file."""
    files = _files(found)
    manifest = canonical(
        {
            "program": {"name": "Newsroom", "version": VERSION},
            "question": found.as_data()["question"],
            "ledger_head": _head(found),
            "snapshot": {"taken_at": moment(found.snapshot.entry.at)} if found.snapshot else None,
            "files": {name: digest(content) for name, content in files.items()},
        }
    )
    signature = sign(manifest)
    sealed = {
        "manifest.json": manifest,
        "signature.json": canonical({"key": signature.key, "signature": signature.signature}),
        "signature.bin": base64.b64decode(signature.signature),
        **files,
    }
    return _zipped(sealed)


def _files(found: Evidence) -> dict[str, bytes]:
    files = {
        "README.txt": README.encode(),
        "entries.json": canonical([entry_data(entry) for entry in found.entries]),
        "evidence.json": found.as_json(),
        "fragment.html": found.fragment,
        "key.pem": public_key_pem(),
        "revision.json": found.revision if found.revision is not None else b"null",
        "trace.txt": "".join(f"{line}\n" for line in found.words).encode(),
    }
    if found.snapshot is not None and found.snapshot.html is not None:
        files["snapshot.html"] = found.snapshot.html
    return files


def _head(found: Evidence) -> dict[str, object]:
    """The ledger up to the last entry that the evidence rests on; what grew later must not change the archive."""
    last = found.entries[-1]
    return {"count": last.id, "hash": last.hash}


def _zipped(files: dict[str, bytes]) -> bytes:
    output = BytesIO()
    with zipfile.ZipFile(output, "w") as packed:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            # Stored and not deflated: another release of the compressor must not change the bytes.
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_STORED, READABLE, UNIX
            packed.writestr(entry, files[name])
    return output.getvalue()
