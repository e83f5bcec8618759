"""The stored things of this app; other apps import them from here."""

from media.models.pictures import Picture, PictureRendition
from media.models.publication import PublicUse, PublishedRendition
from media.models.videos import CaptionTrack, Video, VideoSource

__all__ = [
    "CaptionTrack",
    "Picture",
    "PictureRendition",
    "PublicUse",
    "PublishedRendition",
    "Video",
    "VideoSource",
]
