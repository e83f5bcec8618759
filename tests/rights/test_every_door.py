"""No address of the admin that takes a key is forgotten: each has a door in the table, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from tests.rights.table import DOORS, ELSEWHERE


def _named(resolver: URLResolver, path: str = "", names: str = "") -> Iterator[tuple[str, str]]:
    for pattern in resolver.url_patterns:
        whole = path + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield whole, names + (pattern.name or "")
        else:
            yield from _named(pattern, whole, names + (f"{pattern.namespace}:" if pattern.namespace else ""))


def _keyed() -> set[str]:
    """The names of all addresses of the admin that take something from the address."""
    found = _named(get_resolver())
    return {name for path, name in found if path.startswith("admin/") and ("<" in path) and name}


def _has_reason(name: str) -> bool:
    return any(name == known or name.startswith(f"{known}:") for known in ELSEWHERE)


def test_every_address_with_a_key_has_a_door_or_a_reason() -> None:
    doors = {door.url_name for door in DOORS}
    assert sorted(name for name in _keyed() if name not in doors and not _has_reason(name)) == []


def test_no_reason_stands_for_nothing() -> None:
    keyed = _keyed()
    idle = {known for known in ELSEWHERE if not any(name == known or name.startswith(f"{known}:") for name in keyed)}
    assert idle == set()
    assert not {name for name in ELSEWHERE if name in {door.url_name for door in DOORS}}


def test_doors_have_names_of_their_own() -> None:
    names = [door.name for door in DOORS]
    assert len(set(names)) == len(names)
