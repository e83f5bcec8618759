"""The story."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from anyascii import anyascii
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.coreutils import find_available_slug
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, Revision
from wagtail.search import index
from wagtail.url_routing import RouteResult

from articles.credits.models import Place
from articles.pages.blocks import BodyBlock
from articles.pages.body import pictures_in, videos_in
from articles.pages.lawful import LawfulPage
from articles.pages.registries import RegisteredPanels
from articles.pages.rights import PageRights
from articles.pages.schedule import StoryForm
from articles.pages.visibility import StoryManager
from media.models import Picture
from newsroom.identity import new_uri
from newsroom.text import clean_line

KEPT_APART_FROM_REVISIONS = (
    "published_at",
    "updated_at",
    "killed_at",
    "has_corrections",
    "has_machine_text",
    "uri",
    "import_version",
    "import_digest",
    "import_revision",
    "translated_from_id",
    "translated_revision_id",
    "embargo_lifted_from",
)
"""Facts about the story, not about a version of its text: going back to an old revision does not bring them back."""

LINES = ("kicker", "title", "standfirst", "lead_caption", "lead_alt", "dateline")
"""Fields of one line of text, in the order of the editor's form."""


class StoryTag(TaggedItemBase):
    """A tag on a story, which rules of legal notices can be about."""

    content_object = ParentalKey("articles.ArticlePage", on_delete=models.CASCADE, related_name="tagged")


class ArticlePage(LawfulPage):
    """A story in one language. Its headline is the page's title."""

    kicker = models.CharField(_("kicker"), max_length=100, blank=True, help_text=_("A few words above the headline."))
    standfirst = models.CharField(_("standfirst"), max_length=1000, blank=True, help_text=_("The story in a sentence."))
    lead_picture = models.ForeignKey(
        Picture, verbose_name=_("lead picture"), null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lead_caption = models.CharField(_("caption"), max_length=1000, blank=True)
    lead_alt = models.CharField(_("alternative text"), max_length=500, blank=True)
    dateline = models.CharField(_("dateline"), max_length=255, blank=True, help_text=_("Where the story comes from."))
    place = models.ForeignKey(
        Place, verbose_name=_("place"), null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)
    show_about = models.BooleanField(_("show the box about the organisation"), default=True)

    tags = ClusterTaggableManager(through=StoryTag, blank=True, verbose_name=_("tags"))
    breaking_until = models.DateTimeField(
        _("breaking news until"), null=True, blank=True, help_text=_("Until then it stands on every page.")
    )
    embargo_until = models.DateTimeField(
        _("embargo until"), null=True, blank=True, help_text=_("Nobody outside sees the story before.")
    )
    embargo_lifted_from = models.DateTimeField(null=True, editable=False)
    """The embargo that was lifted or shortened last: versions that still carry it do not bring it back."""
    killed_at = models.DateTimeField(null=True, editable=False)
    has_corrections = models.BooleanField(default=False, editable=False)
    """Whether its page tells of corrections."""
    has_machine_text = models.BooleanField(default=False, editable=False)
    """Whether the live version has texts that a machine made and nobody reviewed."""
    published_at = models.DateTimeField(_("first published"), null=True, editable=False)
    updated_at = models.DateTimeField(_("updated"), null=True, editable=False, db_index=True)

    uri = models.CharField(max_length=255, unique=True, default=new_uri, editable=False)
    import_version = models.PositiveBigIntegerField(null=True, editable=False)
    import_revision = models.PositiveBigIntegerField(null=True, editable=False)
    import_digest = models.CharField(max_length=64, blank=True, editable=False)
    translated_from = models.ForeignKey(
        "self", null=True, editable=False, on_delete=models.SET_NULL, related_name="made_into"
    )
    translated_revision = models.ForeignKey(
        Revision, null=True, editable=False, on_delete=models.PROTECT, related_name="+"
    )

    is_minor_change = models.BooleanField(
        _("only spelling or style"),
        default=False,
        help_text=_("Translations stay as they are: their desks are not asked to look at changed words."),
    )

    objects = StoryManager()
    exclude_fields_in_copy = [
        "uri",
        "import_version",
        "import_digest",
        "import_revision",
        "killed_at",
        "has_corrections",
        "has_machine_text",
        "published_at",
        "updated_at",
        "translated_from",
        "translated_revision",
        "is_minor_change",
        "embargo_lifted_from",
    ]
    search_fields = [
        *Page.search_fields,
        index.SearchField("kicker"),
        index.SearchField("standfirst"),
        index.SearchField("body"),
        index.FilterField("updated_at"),
    ]
    content_panels = [
        FieldPanel("kicker"),
        FieldPanel("title", heading=_("Headline")),
        FieldPanel("standfirst"),
        MultiFieldPanel(
            [FieldPanel("lead_picture"), FieldPanel("lead_caption"), FieldPanel("lead_alt")], heading=_("Lead picture")
        ),
        MultiFieldPanel([FieldPanel("dateline"), FieldPanel("place")], heading=_("Place")),
        FieldPanel("body"),
        InlinePanel("credits", heading=_("Credits"), label=_("Credit")),
        InlinePanel("related_links", heading=_("Related stories"), label=_("Story"), max_num=4),
        RegisteredPanels(heading=_("Around the story")),
    ]
    promote_panels = [
        FieldPanel("is_minor_change"),
        FieldPanel("breaking_until"),
        FieldPanel("tags"),
        FieldPanel("show_about"),
        *Page.promote_panels,
    ]
    base_form_class = StoryForm
    parent_page_types = ["articles.SectionPage"]
    subpage_types: list[str] = []
    template = "articles/article_page.html"

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        indexes = [
            models.Index(fields=["breaking_until"], name="story_breaking_until"),
            models.Index(
                fields=["page_ptr"], name="story_that_is_no_translation", condition=models.Q(translated_from=None)
            ),
        ]

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Gives a new story a Latin slug made from its headline."""
        if not self.slug:
            parent = self.get_parent() if self.path else None
            wanted = latin_slug(self.title)
            self.slug = find_available_slug(parent, wanted, ignore_page_id=self.pk) if parent else wanted
        super().full_clean(*args, **kwargs)

    def clean(self) -> None:
        """Makes its lines safe to print anywhere."""
        super().clean()
        for name in LINES:
            setattr(self, name, clean_line(getattr(self, name)))
        if not self.title:
            raise ValidationError({"title": _("A story needs a headline.")})

    def with_content_json(self, content: dict[str, Any]) -> ArticlePage:
        """A version of the story, with the facts that no version decides taken from the story itself."""
        version: ArticlePage = super().with_content_json(content)
        for name in KEPT_APART_FROM_REVISIONS:
            setattr(version, name, getattr(self, name))
        version.embargo_until = self.embargo_with(version.embargo_until)
        return version

    def embargo_with(self, of_version: datetime | None) -> datetime | None:
        """The embargo under which a version is published: its own where that is longer and was not lifted."""
        if of_version is None or of_version == self.embargo_lifted_from:
            return self.embargo_until
        return max(of_version, self.embargo_until or of_version)

    def get_latest_revision_as_object(self) -> ArticlePage:
        """The newest version; that the public one was a minor change says nothing of the next."""
        version: ArticlePage = super().get_latest_revision_as_object()
        if self.latest_revision_id == self.live_revision_id:
            version.is_minor_change = False
        return version

    @property
    def is_visible(self) -> bool:
        """Whether readers may see it now: what `visible_q` asks of the database, asked of this object."""
        is_embargoed = self.embargo_until is not None and self.embargo_until > timezone.now()
        return self.live and self.killed_at is None and not is_embargoed

    @property
    def language_code(self) -> str:
        """The code of the language that it is written in, read from its address without a query."""
        return self.url_path.split("/")[1]

    @property
    def origin(self) -> str:
        """Where the story comes from, in its own language: the dateline, or the place by its name."""
        return self.dateline or (self.place.name_in(self.language_code) if self.place else "")

    @property
    def is_breaking(self) -> bool:
        """Whether its news is breaking now."""
        return self.breaking_until is not None and self.breaking_until > timezone.now()

    @property
    def was_updated(self) -> bool:
        """Whether it changed after its first publication."""
        return bool(self.published_at and self.updated_at and self.updated_at > self.published_at)

    def pictures(self) -> set[int]:
        """Keys of the pictures that it shows."""
        keys = {picture.pk for picture in pictures_in(self.body)}
        return keys | {self.lead_picture_id} if self.lead_picture_id else keys

    def videos(self) -> set[int]:
        """Keys of the videos that it shows."""
        return {video.pk for video in videos_in(self.body)}

    def permissions_for_user(self, user: AbstractBaseUser | AnonymousUser) -> PageRights:
        """What somebody may do with the story."""
        # Late, because the rule asks front pages, which know this module's story.
        from articles.pages.duty import StoryRights

        return StoryRights(user, self)

    def publish(self, revision: Revision, user: AbstractBaseUser | None = None, **options: Any) -> None:
        """Publishes the revision. Raises PermissionDenied for its translator, where a second person publishes."""
        from articles.pages.duty import may_publish, refusal

        if user is not None and not may_publish(user, self):
            raise PermissionDenied(refusal())
        with transaction.atomic():
            # Held first, or what somebody decides of the embargo or a killing just now would be written over.
            held = ArticlePage.objects.select_for_update(of=("self",)).filter(pk=self.pk)
            self.embargo_until, self.embargo_lifted_from = held.values_list("embargo_until", "embargo_lifted_from")[0]
            super().publish(revision, user=user, **options)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        """Raises Http404 while readers may not see it."""
        if path_components or not self.is_visible:
            raise Http404
        return RouteResult(self)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Adds what the page shows besides the story's own text."""
        # Late, because the presentation needs this module's story.
        from articles.pages.presentation import present

        return super().get_context(request, *args, **kwargs) | present(self, request)


class RelatedLink(Orderable):
    """A story that an editor puts beside another."""

    story = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="related_links")
    related_story = models.ForeignKey(ArticlePage, verbose_name=_("story"), on_delete=models.CASCADE, related_name="+")

    panels = [PageChooserPanel("related_story", "articles.ArticlePage")]


def latin_slug(headline: str) -> str:
    """A headline as a part of an address: Latin letters, at most 80 characters, never empty."""
    return slugify(anyascii(headline))[:80].strip("-") or "story"
