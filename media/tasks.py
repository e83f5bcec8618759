"""Work on files that a worker does after the transaction that asked for it."""

from __future__ import annotations

from django_tasks import task


@task()
def publish_files(pictures: list[int], videos: list[int]) -> None:
    """Brings the public files of these pictures and videos in line with their uses."""
    from media.publication import reconcile

    reconcile(pictures, videos)
