"""Blocks of pictures, video and other sites' content for the body of a story."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtail.snippets.blocks import SnippetChooserBlock

from media.providers import Hosted, provider_of
from newsroom.text import clean_line

PICTURES_AND_VIDEO = _("Pictures and video")


class LineBlock(blocks.CharBlock):
    """One line of text, cleaned of characters that hide or override."""

    def clean(self, value: str | None) -> str:
        """The line, empty where the story has none; an over-long one is refused by the field."""
        return super().clean(clean_line(value or ""))


class PictureBlock(blocks.StructBlock):
    """A picture with the caption and the alternative text that this story gives it."""

    picture = ImageChooserBlock(label=_("picture"))
    caption = LineBlock(label=_("caption"), required=False, max_length=1000)
    alt = LineBlock(
        label=_("alternative text"),
        required=False,
        max_length=500,
        help_text=_("What a reader who cannot see it should know."),
    )

    class Meta:
        icon = "image"
        group = PICTURES_AND_VIDEO
        label = _("Picture")
        description = _("A picture with its caption")
        template = "media/blocks/picture.html"
        preview_value = {"caption": "Boats on dry sand near Aktau", "alt": ""}


class GalleryBlock(blocks.ListBlock):
    """Two or more pictures that belong together."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(PictureBlock(), min_num=2, max_num=30, **kwargs)

    class Meta:
        icon = "duplicate"
        group = PICTURES_AND_VIDEO
        label = _("Gallery")
        description = _("Two or more pictures that belong together")
        template = "media/blocks/gallery.html"
        preview_value = [{"caption": "Day one", "alt": ""}, {"caption": "Day two", "alt": ""}]


class VideoBlock(blocks.StructBlock):
    """A video with the title and caption that this story gives it."""

    video = SnippetChooserBlock("media.Video", label=_("video"))
    title = LineBlock(label=_("title"), max_length=255)
    caption = LineBlock(label=_("caption"), required=False, max_length=1000)

    class Meta:
        icon = "media"
        group = PICTURES_AND_VIDEO
        label = _("Video")
        description = _("A video with its title and caption")
        template = "media/blocks/video.html"
        preview_value = {"title": "The shore that walked away", "caption": ""}


class EmbedBlock(blocks.StructBlock):
    """Something at another site, loaded only when the reader asks for it."""

    address = blocks.URLBlock(label=_("address"), max_length=500)
    caption = LineBlock(label=_("caption"), required=False, max_length=1000)

    class Meta:
        icon = "code"
        group = PICTURES_AND_VIDEO
        label = _("Embed")
        description = _("A video at YouTube or Vimeo, loaded on a click")
        template = "media/blocks/embed.html"
        preview_value = {"address": "https://www.youtube.com/watch?v=M7lc1UVf-VE", "caption": ""}

    def clean(self, value: blocks.StructValue) -> blocks.StructValue:
        """Refuses an address that is not an allowed provider's."""
        value = super().clean(value)
        if provider_of(value["address"]) is None:
            refusal = ValidationError(_("Only addresses of videos at YouTube and Vimeo can be used."))
            raise blocks.StructBlockValidationError({"address": refusal})
        return value

    def get_context(self, value: blocks.StructValue, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Adds what lies at the address."""
        context = super().get_context(value, parent_context=parent_context)
        hosted: Hosted | None = provider_of(value["address"])
        context["hosted"] = hosted
        return context
