"""Sites whose players may stand in a story; nothing of theirs loads before the reader asks."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """A site with a player: its addresses, and the address of the player for an id."""

    name: str
    addresses: re.Pattern[str]
    player: str


@dataclass(frozen=True, slots=True)
class Hosted:
    """One thing at a provider: where it is watched there, and the address of its player."""

    provider: str
    address: str
    player: str


PROVIDERS = (
    Provider(
        "YouTube",
        re.compile(
            r"https://(?:(?:www\.|m\.)?youtube\.com/(?:watch\?v=|shorts/|live/)|youtu\.be/)(?P<id>[\w-]{6,20})(?:[?&#].*)?",
            re.ASCII,
        ),
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
    ),
    Provider(
        "Vimeo",
        re.compile(r"https://(?:www\.)?vimeo\.com/(?P<id>\d{4,12})(?:[?#].*)?", re.ASCII),
        "https://player.vimeo.com/video/{id}?dnt=1&autoplay=1",
    ),
)


def provider_of(address: str) -> Hosted | None:
    """What lies at the address, or None where no allowed provider has it."""
    for provider in PROVIDERS:
        match = provider.addresses.fullmatch(address)
        if match:
            return Hosted(provider.name, address, provider.player.format(id=match["id"]))
    return None
