"""The map from places to notice keys in the forms that edges read: JSON, nginx's maps, Varnish's language.

An edge that refreshes its map at least once a minute stores as much as it may. One whose map is older only stores
less, because a key of old rules is nobody's key any more.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from newsroom.regions.vocabulary import KOSOVO, countries

Writer = Callable[[Mapping[str, str]], str]


def as_json(keys: Mapping[str, str]) -> str:
    """The map as it is: see `keys.key_map` for what a place that is not named has."""
    return json.dumps(keys, indent=1, sort_keys=True) + "\n"


def as_nginx(keys: Mapping[str, str]) -> str:
    """Two maps for nginx: `$newsroom_notice_key` from `$newsroom_country` and `$newsroom_region`."""
    countries_ = "".join(f'    {code} "{key}";\n' for code, key in _by_country(keys).items())
    parts = "".join(f'    {code} "{key}";\n' for code, key in _by_part(keys).items())
    return (
        f'map $newsroom_country $newsroom_country_key {{\n    default "{keys[""]}";\n{countries_}}}\n'
        f'map "$newsroom_country-$newsroom_region" $newsroom_notice_key {{\n'
        f"    default $newsroom_country_key;\n{parts}}}\n"
    )


def as_vcl(keys: Mapping[str, str]) -> str:
    """A subroutine for Varnish: X-Notice-Key from the country and its part in Cloudflare's spelling."""
    lines = [f'    set req.http.X-Notice-Key = "{keys[""]}";']
    for key, codes in _grouped(_by_country(keys)).items():
        lines.append(f'    if (req.http.CF-IPCountry ~ "^({"|".join(codes)})$") {{')
        lines.append(f'        set req.http.X-Notice-Key = "{key}";\n    }}')
    for code, key in _by_part(keys).items():
        country, part = code.split("-")
        lines.append(f'    if (req.http.CF-IPCountry == "{country}" && req.http.CF-Region-Code == "{part}") {{')
        lines.append(f'        set req.http.X-Notice-Key = "{key}";\n    }}')
    return "sub newsroom_notice_key {\n" + "\n".join(lines) + "\n}\n"


WRITERS: dict[str, Writer] = {"json": as_json, "nginx": as_nginx, "vcl": as_vcl}


def _by_country(keys: Mapping[str, str]) -> dict[str, str]:
    """Every country, because what is none has the key of the unknown."""
    return {code: keys.get(code, keys["*"]) for code in (*countries(), KOSOVO)}


def _by_part(keys: Mapping[str, str]) -> dict[str, str]:
    return {code: key for code, key in keys.items() if "-" in code}


def _grouped(keys: Mapping[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for code, key in keys.items():
        found.setdefault(key, []).append(code)
    return found
