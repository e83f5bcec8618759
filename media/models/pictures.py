"""A picture with what is known of it; how a story captions it is kept in the story."""

from __future__ import annotations

import secrets
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition

from newsroom.identity import new_uri
from newsroom.text import clean_line


def new_token() -> str:
    """64 random bits for addresses that nobody should guess."""
    return secrets.token_hex(8)


WHAT_COPIES_SHOW = ("file", "focal_point_x", "focal_point_y", "focal_point_width", "focal_point_height")
"""The fields that decide what the public copies of a picture look like."""


class Picture(AbstractImage):
    """A picture: its private original, and the words that came with it."""

    uri = models.CharField(max_length=255, unique=True, default=new_uri, editable=False)
    token = models.CharField(max_length=16, default=new_token, editable=False, db_index=True)
    caption = models.CharField(_("caption"), max_length=1000, blank=True)
    alt_text = models.CharField(
        _("alternative text"), max_length=500, blank=True, help_text=_("What a reader who cannot see it should know.")
    )
    credit = models.CharField(_("credit"), max_length=255, blank=True, help_text=_("Photographer and organisation."))
    copyright_notice = models.CharField(_("copyright notice"), max_length=500, blank=True)

    admin_form_fields = (
        "title",
        "file",
        "caption",
        "alt_text",
        "credit",
        "copyright_notice",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")

    def clean(self) -> None:
        """Makes its words safe to print anywhere."""
        super().clean()
        for name in ("title", "caption", "alt_text", "credit", "copyright_notice"):
            setattr(self, name, clean_line(getattr(self, name)))

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Gives a picture that will look different new addresses, so that no cache shows the old one there."""
        written = kwargs.get("update_fields")
        is_cut_anew = written is None or not set(WHAT_COPIES_SHOW).isdisjoint(written)
        if self.pk and is_cut_anew and self._looks_different():
            self.token = new_token()
            if written is not None:
                kwargs["update_fields"] = {*written, "token"}
        super().save(*args, **kwargs)

    def _looks_different(self) -> bool:
        stored = Picture.objects.filter(pk=self.pk).values(*WHAT_COPIES_SHOW).first()
        now = {name: getattr(self, name) for name in WHAT_COPIES_SHOW} | {"file": self.file.name}
        return stored is not None and stored != now

    @property
    def default_alt_text(self) -> str:
        """Alternative text for the admin's own thumbnails."""
        return self.alt_text or self.title


class PictureRendition(AbstractRendition):
    """A private cut of a picture, for the admin and for previews."""

    image = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter")
        ]
