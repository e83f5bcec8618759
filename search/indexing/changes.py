"""Which changes in the database the indexes must hear of, written in the transaction that makes them.

Wagtail's own signals come after that transaction, so saving and deleting are watched. What many stories show (the slug
of a section, a name, a tag, what is said in a video) is compared with what was stored: only a change of it is a change
of those stories. Drafts below are told of too, because another transaction may be publishing one of them just now.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from taggit.models import Tag
from wagtail.models import Page, ReferenceIndex, get_page_models

from articles.credits.models import Agency, Correspondent, Place, Service
from articles.pages.article import ArticlePage
from articles.pages.publishing import times_noted
from articles.pages.section import SectionPage
from media.models import CaptionTrack, Video
from newsroom.outbox.writing import send, send_many
from search.client import is_configured
from search.indexing.keys import DESTINATION, key_of

FACTS = frozenset(
    {"live", "live_revision", "url_path", "slug", "title", "killed_at", "embargo_until", "published_at", "updated_at"}
)
"""What a story is saved with when its document changes; the rest of what is saved alone concerns drafts."""
BEFORE = "_before_search"

NAMES = ("key", "name", "names")
WATCHED: dict[type[Model], tuple[str, ...]] = {
    SectionPage: ("slug", "url_path", "translation_key"),
    Correspondent: (*NAMES, "withheld_at"),
    Service: NAMES,
    Agency: NAMES,
    Place: ("uri", "name", "names"),
    Tag: ("slug", "name"),
    CaptionTrack: ("video_id", "language", "captions", "transcript"),
}
"""What stories show of other rows."""
STORIES_OF: dict[type[Model], Callable[[Any], Q]] = {
    SectionPage: lambda section: Q(path__startswith=section.path, depth__gt=section.depth),
    Correspondent: lambda person: Q(credits__correspondent=person.pk),
    Service: lambda service: Q(credits__service=service.pk),
    Agency: lambda agency: Q(credits__agency=agency.pk),
    Place: lambda place: Q(place=place.pk) | Q(credits__place=place.pk),
    Tag: lambda tag: Q(tagged__tag=tag.pk),
    CaptionTrack: lambda track: _shows(track.video_id),
    Video: lambda video: _shows(video.pk),
}


def connect() -> None:
    """Connects the receivers; safe to repeat."""
    for page_model in get_page_models():
        pre_save.connect(_about_to_be_saved, sender=page_model, dispatch_uid=f"search.saving.{page_model._meta.label}")
        post_save.connect(_page_saved, sender=page_model, dispatch_uid=f"search.saved.{page_model._meta.label}")
    for model in WATCHED:
        if model is not SectionPage:
            pre_save.connect(_about_to_be_saved, sender=model, dispatch_uid=f"search.saving.{model._meta.label}")
            post_save.connect(_saved, sender=model, dispatch_uid=f"search.saved.{model._meta.label}")
    post_save.connect(_part_saved, sender=CaptionTrack, dispatch_uid="search.track_saved")
    for model in (Place, Tag, Video, CaptionTrack):
        pre_delete.connect(_about_to_go, sender=model, dispatch_uid=f"search.deleting.{model._meta.label}")
    post_delete.connect(_story_deleted, sender=ArticlePage, dispatch_uid="search.deleted")
    times_noted.connect(_times_noted, dispatch_uid="search.times_noted")


def tell_of(story: Page) -> None:
    """Has the index of a story's language follow the story, once this transaction is true."""
    code = story.url_path.split("/")[1] if story.url_path.startswith("/") else ""
    if code:
        send(DESTINATION, key_of(code, story.pk))


def tell_of_all(stories: QuerySet[ArticlePage]) -> None:
    """The same for many stories, in few statements."""
    if is_configured():
        rows = stories.order_by("pk").values_list("locale__language_code", "pk").distinct()
        send_many(DESTINATION, [key_of(code, page) for code, page in rows])


def _shows(video: int) -> Q:
    """The stories that show a video, by Wagtail's index of references."""
    found = ReferenceIndex.objects.filter(
        to_object_id=str(video), to_content_type__app_label="media", to_content_type__model="video"
    )
    return Q(pk__in=[int(key) for key in found.values_list("object_id", flat=True) if key.isdecimal()])


def _kind(instance: Model) -> type[Model]:
    """The class whose rows stories show; a page that is moved is saved as a bare `Page`."""
    return (instance.specific_class or Page) if isinstance(instance, Page) else type(instance)


def _about_to_be_saved(instance: Model, raw: bool, **kwargs: Any) -> None:
    """Remembers what stories show of a row, as it is stored."""
    if raw or not is_configured() or instance._state.adding:
        return
    kind = _kind(instance)
    columns = WATCHED.get(kind)
    if columns:
        instance.__dict__[BEFORE] = kind._default_manager.filter(pk=instance.pk).values(*columns).first()


def _saved(instance: Model, raw: bool, update_fields: Collection[str] | None, **kwargs: Any) -> None:
    """Tells of the stories that show what has changed of a row."""
    before = instance.__dict__.pop(BEFORE, None)
    if before is None or raw:
        return
    if any(before[name] != getattr(instance, name) for name in before if _is_saved(name, update_fields)):
        _tell_of_those_who_show(instance)


def _is_saved(name: str, update_fields: Collection[str] | None) -> bool:
    return update_fields is None or name in update_fields or name.removesuffix("_id") in update_fields


def _page_saved(instance: Page, raw: bool, update_fields: Collection[str] | None, **kwargs: Any) -> None:
    _saved(instance, raw=raw, update_fields=update_fields)
    if raw or (update_fields is not None and not FACTS & set(update_fields)):
        return
    if _kind(instance) is ArticlePage and (instance.live or instance.first_published_at):
        tell_of(instance)


def _part_saved(instance: CaptionTrack, raw: bool, created: bool, **kwargs: Any) -> None:
    """A new track gives words to stories that show its video already."""
    if created and not raw:
        _tell_of_those_who_show(instance)


def _about_to_go(instance: Model, **kwargs: Any) -> None:
    """While rows still say which stories show it."""
    _tell_of_those_who_show(instance)


def _story_deleted(instance: ArticlePage, **kwargs: Any) -> None:
    tell_of(instance)


def _times_noted(instance: ArticlePage, **kwargs: Any) -> None:
    tell_of(instance)


def _tell_of_those_who_show(instance: Model) -> None:
    if is_configured():
        tell_of_all(ArticlePage.objects.filter(STORIES_OF[_kind(instance)](instance)))
