"""A video: its poster, where it can be played from, and its captions and transcripts by language."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import FileExtensionValidator
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.models import Orderable
from wagtail.search import index

from media.captioning import VideoForm
from media.captions import CaptionsRefused, check_captions
from media.length import length_in_seconds
from media.models.pictures import Picture, new_token
from media.providers import provider_of
from media.storage import public_storage, withdraw
from newsroom.identity import new_uri
from newsroom.text import clean_line

CONTENT_TYPES = {"mp4": "video/mp4", "webm": "video/webm", "m3u8": "application/vnd.apple.mpegurl"}


class Video(index.Indexed, ClusterableModel):
    """A moving picture; without a source it is announced, and the page says that none is available."""

    uri = models.CharField(max_length=255, unique=True, default=new_uri, editable=False)
    token = models.CharField(max_length=16, default=new_token, editable=False, db_index=True)
    title = models.CharField(_("title"), max_length=255)
    poster = models.ForeignKey(
        Picture, verbose_name=_("poster"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    duration = models.PositiveIntegerField(
        _("length in seconds"), null=True, blank=True, help_text=_("Read from the file where there is one.")
    )
    hosted_at = models.URLField(
        _("address at a video provider"), blank=True, help_text=_("YouTube or Vimeo; loaded only on a click.")
    )

    base_form_class = VideoForm
    panels = [
        FieldPanel("title"),
        FieldPanel("poster"),
        FieldPanel("duration"),
        FieldPanel("hosted_at"),
        InlinePanel("sources", label=_("Source")),
        InlinePanel("tracks", label=_("Captions and transcript")),
    ]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]

    class Meta:
        ordering = ["title"]
        verbose_name = _("video")
        verbose_name_plural = _("videos")

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        """Refuses an address that is not a known provider's."""
        super().clean()
        self.title = clean_line(self.title)
        if self.hosted_at and provider_of(self.hosted_at) is None:
            raise ValidationError({"hosted_at": _("Only addresses of videos at YouTube and Vimeo can be used.")})


class VideoSource(Orderable):
    """One way to play a video: a file of ours, or a stream (HLS) elsewhere."""

    video = ParentalKey(Video, on_delete=models.CASCADE, related_name="sources")
    file = models.FileField(
        _("file"), upload_to="videos", blank=True, validators=[FileExtensionValidator(["mp4", "webm"])]
    )
    stream = models.URLField(_("address of a stream (HLS)"), blank=True)
    content_type = models.CharField(max_length=100, blank=True, editable=False)
    published_file = models.FileField(storage=public_storage, blank=True, editable=False)

    panels = [FieldPanel("file"), FieldPanel("stream")]

    class Meta(Orderable.Meta):
        verbose_name = _("video source")
        verbose_name_plural = _("video sources")

    def clean(self) -> None:
        """Wants exactly one of file and stream, and a file that really is a video."""
        super().clean()
        if bool(self.file) == bool(self.stream):
            raise ValidationError(_("Give either a file or the address of a stream."))
        if self.file and length_in_seconds(self.file) is None:
            raise ValidationError({"file": _("This file is not a video that can be played.")})

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Notes the content type, and the video's length where nobody has said it; a new file is not public yet."""
        if _is_changed(self, file=self.file.name or ""):
            self.content_type = ""
        name = (self.file.name or "") if self.file else self.stream.partition("?")[0]
        self.content_type = self.content_type or CONTENT_TYPES.get(name.rpartition(".")[2].lower(), "")
        super().save(*args, **kwargs)
        if self.file and self.video.duration is None:
            self.video.duration = length_in_seconds(self.file)
            Video.objects.filter(pk=self.video.pk).update(duration=self.video.duration)


class CaptionTrack(Orderable):
    """What is said and seen in a video, in one language: captions in time (WebVTT) and a transcript to read."""

    video = ParentalKey(Video, on_delete=models.CASCADE, related_name="tracks")
    language = models.CharField(_("language"), max_length=10)
    captions = models.TextField(_("captions (WebVTT)"), blank=True)
    transcript = models.TextField(_("transcript"), blank=True)
    published_file = models.FileField(storage=public_storage, blank=True, editable=False)

    panels = [FieldPanel("language"), FieldPanel("captions"), FieldPanel("transcript")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["video", "language"], name="one_track_per_language")]
        verbose_name = _("captions and transcript")
        verbose_name_plural = _("captions and transcripts")

    def clean(self) -> None:
        """Refuses captions that no player could read."""
        super().clean()
        try:
            self.captions = check_captions(self.captions)
        except CaptionsRefused as refusal:
            raise ValidationError({"captions": str(refusal)}) from refusal

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps new captions from being taken for public ones."""
        _is_changed(self, captions=self.captions)
        super().save(*args, **kwargs)


def _is_changed(part: VideoSource | CaptionTrack, **content: str) -> bool:
    """Whether a stored part is about to get new content; then its public file goes, else the database knows of it."""
    stored = type(part).objects.filter(pk=part.pk).values(*content, "published_file").first() if part.pk else None
    if stored is None:
        return False
    name = stored.pop("published_file")
    if stored == content:
        part.published_file = name
        return False
    part.published_file = ""
    if name:
        transaction.on_commit(lambda: withdraw(name))
    return True
