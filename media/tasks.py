"""Work on files that a worker does after the transaction that asked for it."""

from __future__ import annotations

from django_tasks import task


@task()
def publish_files(pictures: list[int], videos: list[int]) -> None:
    """Brings the public files of these pictures and videos in line with their uses."""
    from media.publication import reconcile

    reconcile(pictures, videos)


@task()
def guard_files() -> None:
    """Has the files follow that lie, by rules that were changed, where they should not; some at a time."""
    from media.guarding import astray

    for pictures, videos in astray():
        publish_files.enqueue(sorted(pictures), sorted(videos))
