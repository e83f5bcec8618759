"""What happens when a picture, a video or a part of a video is changed or deleted: one call each."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save

from media import publication
from media.models import CaptionTrack, Picture, Video, VideoSource


def connect() -> None:
    """Connects the receivers; safe to repeat."""
    post_save.connect(_picture_saved, sender=Picture, dispatch_uid="media.picture_saved")
    post_save.connect(_video_saved, sender=Video, dispatch_uid="media.video_saved")
    for model in (VideoSource, CaptionTrack):
        post_save.connect(_part_saved, sender=model, dispatch_uid=f"media.saved.{model.__name__}")
        post_delete.connect(_part_deleted, sender=model, dispatch_uid=f"media.deleted.{model.__name__}")
    for model in (Picture, Video):
        post_delete.connect(_deleted, sender=model, dispatch_uid=f"media.deleted.{model.__name__}")


def _picture_saved(instance: Picture, created: bool, **kwargs: Any) -> None:
    if not created:
        publication.follow_picture(instance)


def _video_saved(instance: Video, created: bool, **kwargs: Any) -> None:
    if not created:
        publication.follow_video(instance)


def _part_saved(instance: VideoSource | CaptionTrack, **kwargs: Any) -> None:
    video = Video.objects.filter(pk=instance.video_id).first()
    if video:
        publication.follow_video(video)


def _part_deleted(instance: VideoSource | CaptionTrack, **kwargs: Any) -> None:
    publication.forget_part(instance)


def _deleted(instance: Picture | Video, **kwargs: Any) -> None:
    publication.forget(instance)
