"""Tests of which notices apply."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.legal.decision import RuleSet
from articles.legal.notices import notices_for
from articles.legal.surfaces import surfaces
from articles.legal.terms import Effect, Kind, Placement, ScopeKind
from articles.legal.trace import trace
from articles.legal.values import NO_STORY, Rule, Scope, Subject
from newsroom.languages import LANGUAGES
from newsroom.regions.area import Area
from newsroom.regions.location import UNKNOWN, Location
from newsroom.regions.vocabulary import countries, subdivisions_of
from tests.articles.legal.laws import GERMANY, NOON, RUSSIA_AND_CONTROLLED, WORLD, law, notice, rule

MOSCOW = Location("RU", "RU-MOW")
SIMFEROPOL = Location("UA", "UA-43")
LVIV = Location("UA", "UA-46")
SOMEWHERE_IN_UKRAINE = Location("UA", None)
BERLIN = Location("DE", "DE-BE")
STORY = Subject("story", "world", frozenset({"elections"}))
SECOND = timedelta(seconds=1)


def keys(rules: RuleSet, location: Location = MOSCOW, subject: Subject = STORY, **asked: str) -> list[str]:
    """Keys of the notices shown in English on a page at noon."""
    decided = rules.decide(subject, asked.get("language", "en"), location, asked.get("surface", "page"), NOON)
    return [shown.notice.key for shown in decided.shown]


@pytest.mark.parametrize("location", [MOSCOW, Location("RU", None), SIMFEROPOL, SOMEWHERE_IN_UKRAINE, UNKNOWN])
def test_reader_in_the_region_or_nobody_knows_where_meets_the_notice(location: Location) -> None:
    assert keys(law(rule()), location) == ["undesirable"]


@pytest.mark.parametrize("location", [LVIV, BERLIN])
def test_reader_elsewhere_does_not(location: Location) -> None:
    assert keys(law(rule()), location) == []


def test_a_warning_is_shown_to_readers_without_a_country_whatever_the_region_says() -> None:
    assert keys(law(rule(area=GERMANY, applies_to_unknown=False)), UNKNOWN) == ["undesirable"]


@pytest.mark.parametrize("answer", [True, False])
def test_a_withholding_follows_its_own_answer_for_readers_without_a_country(answer: bool) -> None:
    order = rule(notice=notice(kind=Kind.WITHHELD), area=GERMANY, applies_to_unknown=answer)
    assert law(order).decide(STORY, "en", UNKNOWN, "page", NOON).is_withheld is answer


def test_different_notices_add_up() -> None:
    assert keys(law(rule(1), rule(2, notice=notice("another")))) == ["another", "undesirable"]


def test_the_most_specific_rule_of_a_notice_wins() -> None:
    wide = rule(1, placement=Placement.END)
    narrow = rule(2, scope=Scope(ScopeKind.STORY, "story"), placement=Placement.TOP)
    decided = law(wide, narrow).decide(STORY, "en", MOSCOW, "page", NOON)
    assert [shown.rule.id for shown in decided.shown] == [2]
    assert (len(decided.above), len(decided.below)) == (1, 0)


def test_an_exemption_of_one_story_leaves_the_others_as_they_are() -> None:
    exemption = rule(2, scope=Scope(ScopeKind.STORY, "story"), effects=frozenset())
    rules = law(rule(1), exemption)
    assert keys(rules) == []
    assert keys(rules, subject=Subject("another")) == ["undesirable"]


def test_a_withholding_outranks_all() -> None:
    order = rule(2, notice=notice("order", Kind.WITHHELD))
    decided = law(rule(1, scope=Scope(ScopeKind.STORY, "story")), order).decide(STORY, "en", MOSCOW, "page", NOON)
    assert decided.withheld
    assert decided.withheld.notice.key == "order"


def test_a_secret_order_decides_how_the_page_answers() -> None:
    public = rule(1, notice=notice("public", Kind.WITHHELD), scope=Scope(ScopeKind.STORY, "story"))
    secret = rule(2, notice=notice("secret", Kind.WITHHELD, is_sealed=True, looks_missing=True))
    decided = law(public, secret).decide(STORY, "en", MOSCOW, "page", NOON)
    assert decided.withheld
    assert decided.withheld.notice.looks_missing


@pytest.mark.parametrize(
    ("scope", "is_covered"),
    [
        (Scope(), True),
        (Scope(ScopeKind.SECTION, "world"), True),
        (Scope(ScopeKind.SECTION, "culture"), False),
        (Scope(ScopeKind.SECTION, ""), False),
        (Scope(ScopeKind.TAG, "elections"), True),
        (Scope(ScopeKind.TAG, "sport"), False),
        (Scope(ScopeKind.STORY, "story"), True),
        (Scope(ScopeKind.STORY, "other"), False),
        (Scope(ScopeKind.STORY, ""), False),
    ],
)
def test_scope_covers_its_own_pages_alone(scope: Scope, is_covered: bool) -> None:
    assert bool(keys(law(rule(scope=scope)))) is is_covered
    assert bool(keys(law(rule(scope=scope)), subject=NO_STORY)) is (scope.kind == ScopeKind.SITE)


@pytest.mark.parametrize("code", LANGUAGES)
def test_languages_and_surfaces_narrow_a_rule(code: str) -> None:
    rules = law(rule(languages=frozenset({code}), surfaces=frozenset({"teaser"})))
    for other in LANGUAGES:
        for surface in ("page", "teaser"):
            expected = ["undesirable"] if other == code and surface == "teaser" else []
            assert keys(rules, language=other, surface=surface) == expected


def test_a_rule_holds_from_its_start_until_just_before_its_end() -> None:
    rules = law(rule(starts_at=NOON, ends_at=NOON + SECOND))
    moments = [NOON - SECOND, NOON, NOON + SECOND]
    answers = [bool(rules.decide(STORY, "en", MOSCOW, "page", at).shown) for at in moments]
    assert answers == [False, True, False]
    changes = [rules.decide(STORY, "en", MOSCOW, "page", at).changes_at for at in moments]
    assert changes == [NOON, NOON + SECOND, None]


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        law(rule()).decide(STORY, "en", MOSCOW, "page", datetime(2026, 11, 25))


def test_effects_of_all_notices_are_joined() -> None:
    first = rule(1, effects=frozenset({Effect.SHOW, Effect.HIDE_SHARE}))
    second = rule(2, notice=notice("another"), effects=frozenset({Effect.SHOW, Effect.NOINDEX}))
    decided = law(first, second).decide(STORY, "en", MOSCOW, "page", NOON)
    assert decided.hides(Effect.HIDE_SHARE)
    assert decided.hides(Effect.NOINDEX)
    assert not decided.hides(Effect.HIDE_SAVE)


def test_a_page_is_touched_by_a_secret_order_wherever_its_reader_is() -> None:
    secret = rule(notice=notice(kind=Kind.WITHHELD, is_sealed=True), scope=Scope(ScopeKind.STORY, "story"))
    assert law(secret).touched_by_seal(STORY, NOON)
    assert not law(secret).touched_by_seal(Subject("another"), NOON)
    assert not law(rule()).touched_by_seal(STORY, NOON)
    in_persian = rule(notice=secret.notice, scope=secret.scope, languages=frozenset({"fa"}))
    assert law(in_persian).touched_by_seal(STORY, NOON), "the same story in other languages links to it"


def every_location() -> list[Location]:
    """Unknown, every country with nothing further known, and every part of Russia and Ukraine."""
    parts = [Location(country, part) for country in ("RU", "UA") for part in subdivisions_of(country)]
    return [UNKNOWN, *(Location(country, None) for country in countries()), *parts]


def test_no_cell_differs_from_the_rule() -> None:
    """Every surface, country, part of two countries and language: what the rules say, said again in plain words."""
    rules = law(
        rule(1),
        rule(
            2, notice=notice("for-tatars"), area=WORLD, languages=frozenset({"tt", "ba"}), surfaces=frozenset({"page"})
        ),
        rule(3, notice=notice("order", Kind.WITHHELD), area=GERMANY, applies_to_unknown=False),
    )
    controlled = {"UA-43", "UA-40", "UA-14", "UA-09", "UA-23", "UA-65", None}
    places, names = every_location(), [surface.name for surface in surfaces()]
    assert {"page", "teaser", "share", "legal", "error"} <= set(names)
    for location in places:
        in_region = location.country in ("RU", None) or (
            location.country == "UA" and location.subdivision in controlled
        )
        for code in LANGUAGES:
            for surface in names:
                decided = notices_for(STORY, code, location, surface, NOON, rules=rules)
                for_tatars = code in ("tt", "ba") and surface == "page"
                expected = [*(["for-tatars"] if for_tatars else []), *(["undesirable"] if in_region else [])]
                assert [shown.notice.key for shown in decided.shown] == expected, (surface, code, location.country)
                assert decided.is_withheld is (location.country == "DE")
    assert len(places) > 249 + len(subdivisions_of("RU"))


# Whatever the input, a rule that is in force is not passed over.

CODES = ["RU", "UA", "UA-43", "DE", "DE-BE", "FR"]
moments = st.integers(-3, 3).map(lambda hours: NOON + timedelta(hours=hours))
areas = st.one_of(
    st.just(WORLD),
    st.builds(
        Area,
        st.frozensets(st.sampled_from(CODES), min_size=1),
        unknown_country=st.booleans(),
        unknown_subdivisions=st.frozensets(st.sampled_from(["UA", "DE"])),
    ),
    st.just(RUSSIA_AND_CONTROLLED),
)
scopes = st.one_of(
    st.just(Scope()),
    st.builds(
        Scope, st.sampled_from([kind for kind in ScopeKind if kind != ScopeKind.SITE]), st.sampled_from(["a", "b"])
    ),
)
rules_of_any_kind = st.builds(
    Rule,
    id=st.integers(1, 9),
    notice=st.builds(notice, st.sampled_from(["n1", "n2", "n3"]), st.sampled_from(list(Kind))),
    area=areas,
    scope=scopes,
    languages=st.frozensets(st.sampled_from(["en", "ru", "tt"])),
    surfaces=st.frozensets(st.sampled_from(["page", "teaser"])),
    starts_at=st.none() | moments,
    ends_at=st.none() | moments,
    applies_to_unknown=st.booleans(),
)
subjects = st.builds(
    Subject,
    st.sampled_from(["a", "b", "c"]),
    st.sampled_from(["a", "b", ""]),
    st.frozensets(st.sampled_from(["a", "b"])),
)
locations = st.sampled_from([UNKNOWN, MOSCOW, SIMFEROPOL, LVIV, SOMEWHERE_IN_UKRAINE, BERLIN, Location("FR", None)])


@given(
    st.lists(rules_of_any_kind, max_size=6, unique_by=lambda each: each.id),
    subjects,
    st.sampled_from(["en", "ru", "tt", "ka"]),
    locations,
    st.sampled_from(["page", "teaser", "error"]),
    moments,
)
def test_no_rule_in_force_is_silently_left_out(
    rules: list[Rule], subject: Subject, code: str, location: Location, surface: str, at: datetime
) -> None:
    """The trace takes no short cut: each notice that any line matches is shown or withholds."""
    rule_set = law(*rules)
    for _ in range(2):  # the second answer comes from what was remembered
        decided = rule_set.decide(subject, code, location, surface, at)
        lines = [line for line in trace(rule_set, subject, code, location, surface, at) if line.applies]
        expected = {line.rule.notice.key for line in lines if not line.rule.withholds}
        assert {shown.notice.key for shown in decided.shown} == expected
        assert decided.is_withheld is any(line.rule.withholds for line in lines)


@given(st.lists(rules_of_any_kind, max_size=6, unique_by=lambda each: each.id), subjects, locations, moments)
def test_nothing_changes_before_the_moment_that_is_told(
    rules: list[Rule], subject: Subject, location: Location, at: datetime
) -> None:
    rule_set = law(*rules)
    now = rule_set.decide(subject, "en", location, "page", at)
    until = now.changes_at or at + timedelta(days=9)
    just_before = rule_set.decide(subject, "en", location, "page", until - timedelta(microseconds=1))
    assert just_before.shown == now.shown
    assert just_before.withheld == now.withheld
