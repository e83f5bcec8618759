"""The words of the law room that are chosen from a list."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a notice is for; it never changes once the notice exists."""

    WARNING = "warning", _("warning to readers")
    LABEL = "mandated-label", _("mandated label, shown word for word")
    WITHHELD = "withheld", _("withholding")


class Placement(TextChoices):
    """Where on a page a notice stands."""

    TOP = "top", _("above the story")
    END = "end", _("below the story")
    BOTH = "both", _("above and below the story")


class Effect(TextChoices):
    """What a rule does where it applies, besides being named in the trace."""

    SHOW = "show", _("show the notice")
    HIDE_SHARE = "hide-share", _("hide share links")
    HIDE_SAVE = "hide-save", _("hide links that save the story")
    HIDE_COMMENTS = "hide-comments", _("hide comments")
    NOINDEX = "noindex", _("ask search engines to leave the page out")


class ScopeKind(TextChoices):
    """What a rule is about, the widest first."""

    SITE = "site", _("the whole site")
    SECTION = "section", _("a section, in all languages")
    TAG = "tag", _("stories with a tag")
    STORY = "story", _("a story, in all languages")
