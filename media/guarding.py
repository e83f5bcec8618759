"""Which pictures and videos the law may withhold from some reader: what rooms above know of it, asked of them here.

A room that has rules registers a `Guard` in `AppConfig.ready()`; without one nothing is guarded.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from media.models import Guarding, Picture, PublicUse, Video

AT_ONCE = 200
"""Pictures and videos that are looked at together."""
THROUGH_VIDEO = f"{Video._meta.label_lower}:"
"""How a use begins that is a video's poster; who uses the video uses its poster."""

Thing = Picture | Video


@dataclass(frozen=True, slots=True)
class Guard:
    """What a room above knows of those who use pictures and videos, named as in `PublicUse.used_by`."""

    guarded: Callable[[Collection[str]], set[str]]
    """Those of these users that may be withheld from some reader, now or later."""
    everything: Callable[[], Iterable[list[str]]]
    """All such users, a list at a time."""
    refuse: Callable[[HttpRequest, Collection[str]], HttpResponse | None]
    """The answer in place of a file for a reader who may see none of these users; None for one who may see one.

    Raises Http404 where the answer must be that of a file that does not exist.
    """


_guard = Guard(guarded=lambda users: set(), everything=list, refuse=lambda request, users: None)


def register(guard: Guard) -> None:
    """Makes this guard the one that is asked."""
    global _guard  # noqa: PLW0603 one for the process, like every registry
    _guard = guard


def refuse(request: HttpRequest, thing: Thing) -> HttpResponse | None:
    """The answer in place of a file of the picture or video, where the reader may see nothing that shows it.

    Raises Http404 where nobody may know that there is such a file.
    """
    return _guard.refuse(request, _users_of(type(thing), [thing.pk]).get(thing.pk, set()))


def is_guarded(thing: Thing) -> bool:
    """Whether all that shows it may be withheld from some reader."""
    return bool(_guarded_among(type(thing), [thing.pk]))


def astray() -> Iterator[tuple[set[int], set[int]]]:
    """Pictures and videos whose copies lie where they should not, by the rules as they are now; some at a time."""
    for model in (Picture, Video):
        for keys in _in_batches(Guarding, _field(model)):
            open_again = keys - _guarded_among(model, keys)
            if open_again:
                yield (open_again, set()) if model is Picture else (set(), open_again)
    for users in _guard.everything():
        uses = PublicUse.objects.filter(used_by__in=users)
        videos = {key for key in uses.values_list("video_id", flat=True) if key}
        shown = [*users, *(f"{THROUGH_VIDEO}{key}" for key in videos)]
        pictures = PublicUse.objects.filter(used_by__in=shown, picture__guarding__isnull=True)
        missing = {key for key in pictures.values_list("picture_id", flat=True) if key}
        videos -= set(Guarding.objects.filter(video__in=videos).values_list("video_id", flat=True))
        found = (_guarded_among(Picture, missing), _guarded_among(Video, videos))
        if any(found):
            yield found


def _guarded_among(model: type[Thing], keys: Collection[int]) -> set[int]:
    users = _users_of(model, keys)
    guarded = _guard.guarded(set().union(*users.values()))
    return {key for key, each in users.items() if each and each <= guarded}


def _users_of(model: type[Thing], keys: Collection[int]) -> dict[int, set[str]]:
    """Who shows each of these, a video's poster through its video."""
    field = _field(model)
    users: dict[int, set[str]] = defaultdict(set)
    for key, user in PublicUse.objects.filter(**{f"{field}__in": keys}).values_list(field, "used_by"):
        users[key].add(user)
    posters = {user for each in users.values() for user in each if user.startswith(THROUGH_VIDEO)}
    if posters:
        by_video = _users_of(Video, [int(user.removeprefix(THROUGH_VIDEO)) for user in posters])
        for key, each in users.items():
            through = [by_video.get(int(user.removeprefix(THROUGH_VIDEO)), set()) for user in each & posters]
            users[key] = (each - posters).union(*through)
    return users


def _field(model: type[Thing]) -> str:
    return "picture_id" if model is Picture else "video_id"


def _in_batches(model: type[Guarding], field: str) -> Iterator[set[int]]:
    """The values of a column, some at a time, whatever changes meanwhile."""
    last = 0
    while batch := list(
        model.objects.filter(**{f"{field}__gt": last}).order_by(field).values_list(field, flat=True)[:AT_ONCE]
    ):
        yield set(batch)
        last = batch[-1]
