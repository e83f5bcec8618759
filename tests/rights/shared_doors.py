"""What all desks share: pictures, videos with their captions, the newsroom's words, regions, documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db.models import Model

from articles.credits.models import Agency, Correspondent, Organisation, Place, Service
from newsroom.regions.models import Region
from tests.rights.door import Door, Sent, door, silent
from tests.rights.people import ADMINISTRATOR, DESK, NO_ONE, PUBLISHERS, Who
from tests.rights.stage import Desk

PHOTO = frozenset({Who.PHOTO})
LEGAL = frozenset({Who.LEGAL})
KEEPERS_OF_PICTURES = DESK | PHOTO


def _shared(name: str, own: frozenset[Who], key: Callable[[Desk], Any], sends: Sent | None = None, **rest: Any) -> Door:
    """The same in every language."""
    return door(name, lambda desk: [key(desk).pk], own, foreign=own, sends=sends, **rest)


def _some(model: type[Model]) -> Callable[[Desk], Model]:
    return lambda desk: model._default_manager.first() or model._default_manager.create(**_fields(model))


def _fields(model: type[Model]) -> dict[str, str]:
    return {"key": "somewhere"} if model is Region else {"name": "Somebody"}


def words_of(
    model: type[Model], change: frozenset[Who], delete: frozenset[Who], seen: frozenset[Who]
) -> Iterable[Door]:
    """The doors of one kind of words, as snippets have them."""
    name = f"wagtailsnippets_{model._meta.app_label}_{model._meta.model_name}"
    some = _some(model)
    yield from (_shared(f"{name}:{screen}", change, some) for screen in ("edit", "usage"))
    yield from (_shared(f"{name}:{screen}", seen, some) for screen in ("history", "history_results"))
    yield _shared(f"{name}:delete", delete, some)
    chosen = name.replace("snippets_", "snippetchoosers_")
    yield _shared(f"{chosen}:chosen", seen, some)


IMAGES = (
    *(_shared(f"wagtailimages:{name}", KEEPERS_OF_PICTURES, lambda desk: desk.picture) for name in (
        "edit", "image_usage"
    )),
    *(_shared(f"wagtailimages:{name}", NO_ONE, lambda desk: desk.picture) for name in (
        "url_generator", "url_generator_output"
    )),
    _shared("wagtailimages:delete form", PHOTO | ADMINISTRATOR, lambda desk: desk.picture),
    _shared("wagtailimages:delete", PHOTO | ADMINISTRATOR, lambda desk: desk.picture, silent),
    _shared("wagtailimages:edit_multiple", KEEPERS_OF_PICTURES, lambda desk: desk.picture, silent, writes=False),
    _shared("wagtailimages:delete_multiple", PHOTO | ADMINISTRATOR, lambda desk: desk.picture, silent),
    door(
        "wagtailimages:preview", lambda desk: [desk.picture.pk, "width-10"],
        KEEPERS_OF_PICTURES, foreign=KEEPERS_OF_PICTURES,
    ),
    _shared("wagtailimages_chooser:chosen", KEEPERS_OF_PICTURES, lambda desk: desk.picture),
    _shared("wagtailimages_chooser:select_format", KEEPERS_OF_PICTURES, lambda desk: desk.picture),
    _shared("wagtailadmin_api:images:detail", KEEPERS_OF_PICTURES, lambda desk: desk.picture),
)  # fmt: skip

WORDS = tuple(
    one
    for model in (Correspondent, Organisation, Service, Agency, Place)
    for one in words_of(model, PUBLISHERS, ADMINISTRATOR, DESK)
)
REGIONS = (
    *words_of(Region, LEGAL | ADMINISTRATOR, ADMINISTRATOR, LEGAL | ADMINISTRATOR),
    _shared("wagtailsnippets_regions_region:copy", LEGAL | ADMINISTRATOR, _some(Region)),
)
VIDEOS = (
    *(
        _shared(f"wagtailsnippets_media_video:{name}", PUBLISHERS | PHOTO, lambda desk: desk.video)
        for name in ("edit", "usage")
    ),
    *(
        _shared(f"wagtailsnippets_media_video:{name}", KEEPERS_OF_PICTURES, lambda desk: desk.video)
        for name in ("history", "history_results")
    ),
    _shared("wagtailsnippets_media_video:copy", KEEPERS_OF_PICTURES, lambda desk: desk.video),
    _shared("wagtailsnippets_media_video:delete", PHOTO | ADMINISTRATOR, lambda desk: desk.video),
    _shared("wagtailsnippetchoosers_media_video:chosen", KEEPERS_OF_PICTURES, lambda desk: desk.video),
)
SHARED: tuple[Door, ...] = (*IMAGES, *WORDS, *REGIONS, *VIDEOS)
