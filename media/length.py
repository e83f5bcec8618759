"""How long a video file plays."""

from __future__ import annotations

import os
import shutil
import tempfile
from typing import IO

from django.core.files import File
from pymediainfo import MediaInfo


def length_in_seconds(file: File) -> int | None:
    """The length of a video, in whole seconds and at least 1; None for what is no video.

    The file is read through a temporary copy: its storage may be far away, and MediaInfo wants a path.
    """
    suffix = os.path.splitext(file.name or "")[1]
    with tempfile.NamedTemporaryFile(suffix=suffix) as copy:
        _copy(file, copy)
        tracks = MediaInfo.parse(copy.name).tracks
    if not any(track.track_type == "Video" for track in tracks):
        return None
    durations = [float(track.duration) for track in tracks if track.track_type == "General" and track.duration]
    return max(1, round(durations[0] / 1000)) if durations else None


def _copy(file: File, target: IO[bytes]) -> None:
    with file.open("rb") as source:
        shutil.copyfileobj(source, target)
        source.seek(0)
    target.flush()
