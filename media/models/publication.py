"""What of the pictures and videos is public: who uses them openly, and the copies made for readers."""

from __future__ import annotations

from django.db import models

from media.models.pictures import Picture
from media.models.videos import Video
from media.storage import public_storage


class PublicUse(models.Model):
    """Something that readers may see shows this picture or video; without any such row it has no public file."""

    used_by = models.CharField(max_length=100, db_index=True)
    """App, model and key of the user, such as `articles.articlepage:12`."""
    picture = models.ForeignKey(Picture, null=True, on_delete=models.CASCADE, related_name="public_uses")
    video = models.ForeignKey(Video, null=True, on_delete=models.CASCADE, related_name="public_uses")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(picture__isnull=False) ^ models.Q(video__isnull=False),
                name="a_use_of_one_picture_or_one_video",
            ),
            models.UniqueConstraint(fields=["used_by", "picture"], name="one_use_of_a_picture"),
            models.UniqueConstraint(fields=["used_by", "video"], name="one_use_of_a_video"),
        ]


class PublishedRendition(models.Model):
    """A public copy of a picture in one shape, width and format."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="published")
    shape = models.CharField(max_length=10)
    format = models.CharField(max_length=5)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    file = models.FileField(storage=public_storage)

    class Meta:
        ordering = ["width"]
        constraints = [
            models.UniqueConstraint(fields=["picture", "shape", "format", "width"], name="one_copy_per_size")
        ]


class Guarding(models.Model):
    """The copies of this picture or video lie in the guarded place; those of all others lie in the public one.

    A row of its own, because no form that somebody opened earlier can write an older answer over it.
    """

    picture = models.OneToOneField(Picture, null=True, on_delete=models.CASCADE, related_name="guarding")
    video = models.OneToOneField(Video, null=True, on_delete=models.CASCADE, related_name="guarding")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(picture__isnull=False) ^ models.Q(video__isnull=False),
                name="a_guarding_of_one_picture_or_one_video",
            )
        ]
