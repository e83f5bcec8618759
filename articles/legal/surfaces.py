"""Where readers meet what we publish: every surface is registered here before it may ask for notices.

A higher room registers its surfaces in `AppConfig.ready()`; each names the addresses that it answers, so a test can
find an address of readers that no surface stands for.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from django.utils.functional import Promise


class SurfaceIsTaken(ValueError):
    """Two rooms want the same surface."""


class UnknownSurface(LookupError):
    """Somebody asks for the notices of a surface that nobody registered."""


@dataclass(frozen=True, slots=True)
class Surface:
    """One kind of place where readers meet notices."""

    name: str
    title: str | Promise
    """For staff."""
    routes: frozenset[str] = field(default=frozenset())
    """Names of the URL patterns, or labels of the page models, that answer with it."""


_surfaces: dict[str, Surface] = {}


def register(name: str, title: str | Promise, *, routes: Collection[str] = ()) -> None:
    """Makes a surface known. Raises SurfaceIsTaken for a name that another one has."""
    surface = Surface(name, title, frozenset(routes))
    if _surfaces.get(name, surface).routes != surface.routes:
        raise SurfaceIsTaken(name)
    _surfaces[name] = surface


def surfaces() -> tuple[Surface, ...]:
    """Every surface, in the order of registration."""
    return tuple(_surfaces.values())


def ensure_known(name: str) -> None:
    """Raises UnknownSurface for a name that nobody registered."""
    if name not in _surfaces:
        raise UnknownSurface(name)
