"""The stored things of this app; other apps import them from here."""

from media.models.pictures import Picture, PictureRendition
from media.models.publication import Guarding, PublicUse, PublishedRendition
from media.models.videos import CaptionTrack, Video, VideoSource

__all__ = [
    "CaptionTrack",
    "Guarding",
    "Picture",
    "PictureRendition",
    "PublicUse",
    "PublishedRendition",
    "Video",
    "VideoSource",
]
