"""Tests of the map of keys in the forms that edges read."""

from __future__ import annotations

import json
import re

from articles.legal.decision import EMPTY
from articles.legal.edge_map import WRITERS, as_json, as_nginx, as_vcl
from articles.legal.keys import key_map, notice_key
from articles.legal.terms import Kind
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.vocabulary import KOSOVO
from tests.articles.legal.laws import GERMANY, NOON, law, notice, rule
from tests.articles.legal.test_decision import every_location

RULES = law(rule(1), rule(2, notice=notice("order", Kind.WITHHELD), area=GERMANY, applies_to_unknown=False))
PLACES = [*every_location(), Location(KOSOVO, None)]


def by_nginx(text: str, country: str, part: str) -> str:
    """What nginx would make of a place: exact entries, else the default."""
    countries, parts = text.split('map "')
    entries = dict(re.findall(r'^    (\S+) "([0-9a-f]{12})";$', countries, re.MULTILINE))
    divided = dict(re.findall(r'^    (\S+-\S+) "([0-9a-f]{12})";$', parts, re.MULTILINE))
    return divided.get(f"{country}-{part}", entries.get(country, entries["default"]))


def by_varnish(text: str, country: str, part: str) -> str:
    """What Varnish would make of a place: the last line that holds."""
    found = re.search(r'X-Notice-Key = "(.{12})"', text)[1]
    for condition, key in re.findall(r'if \((.*)\) {\n +set req.http.X-Notice-Key = "(.{12})"', text):
        listed = re.fullmatch(r'req.http.CF-IPCountry ~ "(.*)"', condition)
        named = re.fullmatch(r'req.http.CF-IPCountry == "(..)" && req.http.CF-Region-Code == "(.+)"', condition)
        if re.search(listed[1], country) if listed else named.groups() == (country, part):
            found = key
    return found


def test_every_form_gives_every_place_its_key() -> None:
    keys = key_map(RULES, NOON)
    nginx, vcl = as_nginx(keys), as_vcl(keys)
    for place in PLACES:
        country, part = place.country or "", (place.subdivision or "-").split("-")[1]
        right = notice_key(RULES, place, NOON)
        assert by_nginx(nginx, country, part) == right
        assert by_varnish(vcl, country, part) == right


def test_what_is_no_country_has_the_key_of_the_unknown() -> None:
    keys = key_map(RULES, NOON)
    for nonsense in ("XX", "T1", "EU", "ru", "RUS", "US, RU", ""):
        assert by_nginx(as_nginx(keys), nonsense, "") == notice_key(RULES, UNKNOWN, NOON)
        assert by_varnish(as_vcl(keys), nonsense, "") == notice_key(RULES, UNKNOWN, NOON)


def test_the_map_as_json_is_the_map() -> None:
    assert json.loads(as_json(key_map(RULES, NOON))) == key_map(RULES, NOON)


def test_without_rules_every_form_still_has_a_key() -> None:
    (key,) = set(key_map(EMPTY, NOON).values())
    assert all(key in write(key_map(EMPTY, NOON)) for write in WRITERS.values())
