"""Tests of the notice key."""

from __future__ import annotations

from datetime import timedelta

from articles.legal.decision import EMPTY
from articles.legal.keys import REMEMBERED, key_map, notice_key, public_version
from articles.legal.terms import Kind
from articles.legal.values import NO_STORY, Text
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.vocabulary import countries
from tests.articles.legal.laws import GERMANY, NOON, WORLD, law, notice, rule
from tests.articles.legal.test_decision import every_location

RULES = law(
    rule(1),
    rule(2, notice=notice("order", Kind.WITHHELD), area=GERMANY, applies_to_unknown=False),
    rule(3, notice=notice("everywhere"), area=WORLD),
)


def test_places_with_one_key_meet_the_same_notices() -> None:
    met: dict[str, set[object]] = {}
    for location in every_location():
        decided = RULES.decide(NO_STORY, "en", location, "page", NOON)
        met.setdefault(notice_key(RULES, location, NOON), set()).add((decided.shown, decided.withheld))
    assert [len(answers) for answers in met.values()] == [1] * len(met)
    assert 3 <= len(met) <= 4


def test_without_rules_the_world_has_one_key() -> None:
    assert len({notice_key(EMPTY, location, NOON) for location in every_location()}) == 1


def test_a_planned_rule_parts_the_world_before_it_starts_and_no_longer_after_its_end() -> None:
    planned = law(rule(starts_at=NOON, ends_at=NOON + timedelta(hours=1)))
    russia, germany = Location("RU", None), Location("DE", None)
    before, after = NOON - timedelta(days=1), NOON + timedelta(hours=1)
    assert notice_key(planned, russia, before) != notice_key(planned, germany, before)
    assert notice_key(planned, russia, after) == notice_key(planned, germany, after)


def test_a_secret_order_leaves_no_trace_in_the_key() -> None:
    secret = rule(1, notice=notice("secret", Kind.WITHHELD, is_sealed=True), area=GERMANY)
    for location in (UNKNOWN, Location("DE", None), Location("FR", None)):
        assert notice_key(law(secret), location, NOON) == notice_key(EMPTY, location, NOON)


def test_two_rules_for_one_region_need_one_key() -> None:
    one, two = law(rule(1)), law(rule(1), rule(2, notice=notice("another")))
    assert [len({notice_key(rules, place, NOON) for place in every_location()}) for rules in (one, two)] == [2, 2]


def test_keys_of_old_rules_are_nobodys_keys_under_new_ones() -> None:
    old = law(rule(1))
    other_words = notice(texts={"en": Text("en", "Other", "<p>words</p>")})
    for new in (law(rule(1, notice=other_words)), law(rule(1), rule(2, notice=notice("another"))), EMPTY):
        assert not set(key_map(old, NOON).values()) & set(key_map(new, NOON).values())


def test_every_process_has_the_same_keys_whether_or_not_it_still_knows_a_rule_that_is_over() -> None:
    over = rule(2, notice=notice("over"), area=GERMANY, ends_at=NOON)
    assert key_map(law(rule(1), over), NOON) == key_map(law(rule(1)), NOON)
    assert public_version(law(rule(1), over), NOON) == public_version(law(rule(1)), NOON)


def test_a_secret_order_leaves_no_trace_in_the_map_or_its_version() -> None:
    secret = rule(2, notice=notice("secret", Kind.WITHHELD, is_sealed=True), area=GERMANY)
    assert key_map(law(rule(1), secret), NOON) == key_map(law(rule(1)), NOON)
    assert public_version(law(rule(1), secret), NOON) == public_version(law(rule(1)), NOON)


def test_a_place_is_asked_for_without_a_query_and_remembered() -> None:
    places = [Location("UA", f"UA-{number}") for number in range(REMEMBERED + 10)]
    keys = {notice_key(RULES, place, NOON) for place in places}
    assert keys <= set(key_map(RULES, NOON).values())


def test_the_map_gives_every_place_its_key() -> None:
    keys = key_map(RULES, NOON)
    for location in every_location():
        if location.country is None:
            found = keys[""]
        else:
            wider = keys.get(location.country, keys["*"])
            found = keys.get(location.subdivision, wider) if location.subdivision else wider
        assert found == notice_key(RULES, location, NOON)
    assert len(keys) < len(countries())
