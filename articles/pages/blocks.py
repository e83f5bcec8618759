"""The blocks of a story's body. Each block's template lies in `templates/articles/blocks/`."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.rich_text import RichText

from media.blocks import EmbedBlock, GalleryBlock, LineBlock, PictureBlock, VideoBlock
from newsroom.text import clean_text

INLINE = ["bold", "italic", "link"]
TEXT = _("Text")


class TextBlock(blocks.RichTextBlock):
    """Rich text, cleaned of characters that hide or override."""

    def clean(self, value: RichText) -> RichText:
        """The text; an over-long one is refused by the field."""
        return super().clean(RichText(clean_text(value.source)))


class QuoteBlock(blocks.StructBlock):
    """Words of somebody, set apart, with the speaker's name."""

    text = TextBlock(label=_("words"), features=INLINE, max_length=3000)
    speaker = LineBlock(label=_("speaker"), required=False, max_length=255)

    class Meta:
        icon = "openquote"
        group = TEXT
        label = _("Quote")
        description = _("Somebody's words, with the speaker's name")
        template = "articles/blocks/quote.html"
        preview_value = {"text": "<p>The sea does not wait.</p>", "speaker": "Marat Ilyasov"}


class FactBoxBlock(blocks.StructBlock):
    """Background beside the story."""

    heading = LineBlock(label=_("heading"), max_length=255)
    text = TextBlock(label=_("text"), features=[*INLINE, "ul", "ol"])

    class Meta:
        icon = "info-circle"
        group = TEXT
        label = _("Fact box")
        description = _("Background beside the story")
        template = "articles/blocks/fact_box.html"
        preview_value = {"heading": "In figures", "text": "<p>Five countries share the sea.</p>"}


class BodyBlock(blocks.StreamBlock):
    """The body of a story."""

    paragraph = TextBlock(
        label=_("Paragraph"),
        features=INLINE,
        icon="pilcrow",
        group=TEXT,
        description=_("Plain text of the story"),
        template="articles/blocks/rich_text.html",
        preview_value="<p>Five countries have agreed to measure the sea in the same way.</p>",
    )
    heading = LineBlock(
        label=_("Subheading"),
        max_length=255,
        icon="title",
        group=TEXT,
        description=_("A heading between paragraphs"),
        template="articles/blocks/heading.html",
        preview_value="A harbour without water",
    )
    quote = QuoteBlock()
    list = TextBlock(
        label=_("List"),
        features=["ul", "ol", *INLINE],
        icon="list-ul",
        group=TEXT,
        description=_("Points, numbered or not"),
        template="articles/blocks/rich_text.html",
        preview_value="<ul><li>One table</li><li>One expedition</li></ul>",
    )
    fact_box = FactBoxBlock()
    picture = PictureBlock()
    gallery = GalleryBlock()
    video = VideoBlock()
    embed = EmbedBlock()
