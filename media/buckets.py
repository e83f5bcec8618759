"""The two places for files in one S3-compatible bucket (extra `production`)."""

from __future__ import annotations

from storages.backends.s3 import S3Storage

from media.storage import PrivateAddresses


class PrivateBucket(PrivateAddresses, S3Storage):
    """Objects without public access, read by the program alone."""

    default_acl = "private"
    file_overwrite = False


class PublicBucket(S3Storage):
    """Objects that readers fetch straight from the bucket or the CDN before it."""

    default_acl = "public-read"
    file_overwrite = True
    querystring_auth = False
