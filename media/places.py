"""Where the copies of a picture or video lie, and how they change their place: public, or guarded.

A move writes each file at its new place, takes it away from the old one and is noted last. Whatever crashes in between
is found again by the note, and readers get the file meanwhile: `media.serving` looks in both places.
"""

from __future__ import annotations

from typing import Any

from django.core.files.base import File
from django.core.files.storage import Storage
from django.db import transaction

from media.guarding import Thing, is_guarded
from media.models import Guarding, Picture
from media.storage import guarded_storage, public_storage


def folder_of(thing: Thing) -> str:
    """The folder of its copies, in either place: named by a token that nobody guesses."""
    return f"{'pictures' if isinstance(thing, Picture) else 'videos'}/{thing.token}"


def place_of(thing: Thing) -> Storage:
    """Where its copies are written."""
    return guarded_storage() if is_noted(thing) else public_storage()


def is_noted(thing: Thing) -> bool:
    """Whether its copies lie in the guarded place."""
    return Guarding.objects.filter(**_which(thing)).exists()


def settle(thing: Thing) -> None:
    """Brings the copies to where the rules of this moment want them; safe to repeat, and to do twice at once."""
    wanted = is_guarded(thing)
    wrong = public_storage() if wanted else guarded_storage()
    if is_noted(thing) == wanted and not _names(wrong, folder_of(thing)):
        return
    with transaction.atomic():
        # One at a time, and by the rules as they are once it is our turn.
        fresh = type(thing)._default_manager.select_for_update(of=("self",)).filter(pk=thing.pk).first()
        if fresh is None:
            return
        if is_guarded(fresh):
            _move(folder_of(fresh), public_storage(), guarded_storage())
            Guarding.objects.get_or_create(**_which(fresh))
        else:
            _move(folder_of(fresh), guarded_storage(), public_storage())
            Guarding.objects.filter(**_which(fresh)).delete()


def forget_place(thing: Thing) -> None:
    """Takes all copies away, those that a crash left without a row included; nothing is noted any more."""
    sweep(folder_of(thing))
    Guarding.objects.filter(**_which(thing)).delete()


def write(place: Storage, name: str, content: File) -> str:
    """Writes a file at just this address."""
    place.delete(name)
    written: str = place.save(name, content)
    return written


def sweep(folder: str) -> None:
    """Takes every file of a folder away, in both places."""
    for place in (public_storage(), guarded_storage()):
        for name in _names(place, folder):
            place.delete(name)


def _which(thing: Thing) -> dict[str, Any]:
    return {"picture_id" if isinstance(thing, Picture) else "video_id": thing.pk}


def _names(place: Storage, folder: str) -> list[str]:
    try:
        return [f"{folder}/{name}" for name in place.listdir(folder)[1]]
    except FileNotFoundError:
        return []


def _move(folder: str, away: Storage, here: Storage) -> None:
    for name in _names(away, folder):
        try:
            with away.open(name) as file:
                write(here, name, file)
        except FileNotFoundError:  # somebody withdrew it meanwhile
            continue
        away.delete(name)
