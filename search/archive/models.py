"""What the archive knows of a story: its newest words, whether they are out or not."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from articles.pages.article import ArticlePage


def folded(text: str) -> str:
    """The text as it is indexed and looked for: capitals as small letters, and the Turkic i's as one.

    The index's own folding differs between databases, and knows neither Georgian capitals nor ı.
    """
    return text.casefold().replace("i\N{COMBINING DOT ABOVE}", "i").replace("ı", "i")


class ArchiveEntry(index.Indexed, models.Model):
    """The words of one story as editors look for them.

    A model of its own, because Wagtail indexes a page's row, in which the words of a draft are missing, and because
    what readers are answered from must never hold them.
    """

    story = models.OneToOneField(ArticlePage, primary_key=True, on_delete=models.CASCADE, related_name="archive_entry")
    headline = models.CharField(max_length=255)
    text = models.TextField()
    changed_at = models.DateTimeField(null=True, db_index=True)

    search_fields = [
        index.SearchField("folded_headline", boost=3),
        index.AutocompleteField("folded_headline"),
        index.SearchField("text"),
        index.AutocompleteField("text"),
        index.FilterField("story"),
        index.FilterField("headline"),
        index.FilterField("changed_at"),
    ]

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    def __str__(self) -> str:
        return self.headline

    def folded_headline(self) -> str:
        """The headline, for the index."""
        return folded(self.headline)
