"""Tests of the credit line: the sentence in every language, its plain text and its markup."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from articles.credits.line import Line, Name, Person, credit_line
from newsroom import catalogues
from newsroom.formats import format_number, join_list, list_patterns
from newsroom.languages import LANGUAGES, language

EVERY_LANGUAGE = pytest.mark.parametrize("code", LANGUAGES)
RIGHT_TO_LEFT = pytest.mark.parametrize("code", [code for code, row in LANGUAGES.items() if row.is_right_to_left])
ENGLISH = re.compile(r"\b(with|reporting|by|correspondents?|and|in|of)\b", re.IGNORECASE)
PEOPLE = ["Mike Eckel", "Rikard Jozwiak", "Aida Q. Zulu", "Боб Йылдыз", "Ömer Xyz"]
PLACES = ["Washington", "Brussels", "Ձորագյուղ", "Баку", "Kyiv"]
SEVEN_PARTIES: list[Person | Name] = [
    Person(Name("Mike Eckel"), "RFE/RL", "Washington"),
    Person(Name("Rikard Jozwiak"), "RFE/RL", "Brussels"),
    *(Name(agency) for agency in ("Reuters", "AP", "AFP", "Interfax", "TASS")),
]
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    'O\'Neil & "Sons"',
    "{people}",
    "{0} %s",
    "</bdi></p>",
]


def people(count: int, organisation: str = "", place: bool = False) -> list[Person]:
    """So many correspondents of one organisation or of none, at places or not."""
    pairs = [(f"{PEOPLE[n % 5]} {'I' * (n // 5)}".strip(), PLACES[n % 5] if place else "") for n in range(count)]
    return [Person(Name(name), organisation, where) for name, where in pairs]


def plain(parties: Sequence[Person | Name], code: str) -> str:
    """The sentence as text, without the marks that isolate names."""
    return re.sub("[\u2068\u2069]", "", credit_line(parties, code).text(code))


def template(code: str, singular: str, plural: str = "", count: int = 1) -> str:
    """The words that the catalogue file has for the language, in the form that the count wants."""
    if code == "en":
        return plural if plural and count != 1 else singular
    row = language(code)
    words = (singular, plural) if plural else singular
    message = catalogues.read(row).get(words, "credit line")
    assert message is not None
    assert message.string
    if isinstance(message.string, str):
        return message.string
    return str(message.string[catalogues.plural_categories(row).index(catalogues.plural_rule(row)(count))])


def sentence(code: str, members: list[str]) -> str:
    """The whole sentence around the members of its list."""
    return template(code, "With reporting by {parties}").format(parties=join_list(members, code))


def correspondents(code: str, organisation: str, members: list[str]) -> str:
    """People of one organisation as one member of the sentence's list."""
    words = ("{organisation} correspondent {people}", "{organisation} correspondents {people}")
    filled = template(code, *words, len(members))
    return filled.format(organisation=organisation, people=join_list(members, code))


def assert_well_formed(parties: Sequence[Person | Name], code: str) -> None:
    """All given names stand in the sentence once and in order, in words of its language alone."""
    text = plain(parties, code)
    names = [name.text for party in parties if (name := party if isinstance(party, Name) else party.name)]
    places = [text.index(name) for name in names]
    assert places == sorted(places)
    assert not re.search("[{}]|%s", text)
    line = credit_line(parties, code)
    words = "".join(part for part in line.parts if isinstance(part, str))
    assert bool(ENGLISH.search(words)) == (code == "en")
    assert "  " not in text
    assert text == text.strip()


def test_english_line_of_seven_parties_is_byte_for_byte_the_one_of_the_design() -> None:
    assert credit_line(SEVEN_PARTIES, "en").text("en") == (
        "With reporting by RFE/RL correspondents Mike Eckel in Washington and Rikard Jozwiak in Brussels, "
        "Reuters, AP, AFP, Interfax, and TASS"
    )


@pytest.mark.parametrize(
    ("parties", "text"),
    [
        ([Person(Name("Mike Eckel"))], "With reporting by Mike Eckel"),
        ([Person(Name("Mike Eckel"), "RFE/RL")], "With reporting by RFE/RL correspondent Mike Eckel"),
        ([Person(Name("Mike Eckel"), "", "Baku")], "With reporting by Mike Eckel in Baku"),
        ([Person(Name("Mike Eckel"), "", "Baku", "near Baku")], "With reporting by Mike Eckel near Baku"),
        ([Name("RFE/RL's Russian Service")], "With reporting by RFE/RL's Russian Service"),
        ([Name("Reuters"), Name("AP")], "With reporting by Reuters and AP"),
        ([Person(None, "RFE/RL", "Minsk")], "With reporting by a correspondent of RFE/RL"),
        ([Person(None, "", "Minsk")], "With reporting by a correspondent"),
        ([Person(None), Person(None)], "With reporting by 2 correspondents"),
        (
            [Person(None, "RFE/RL"), Person(Name("Mike Eckel"), "RFE/RL"), Person(None, "RFE/RL"), Name("AP")],
            "With reporting by RFE/RL correspondent Mike Eckel, 2 correspondents of RFE/RL, and AP",
        ),
        (
            [Person(Name("A"), "RFE/RL"), Name("AP"), Person(Name("B"), "BBC"), Person(Name("C"), "RFE/RL")],
            "With reporting by RFE/RL correspondents A and C, AP, and BBC correspondent B",
        ),
        (
            [Person(Name("A")), Name("AP"), Person(Name("B")), Name("AFP")],
            "With reporting by A, AP, B, and AFP",
        ),
    ],
)
def test_english_line_reads_well(parties: list[Person | Name], text: str) -> None:
    assert credit_line(parties, "en").text("en") == text


@EVERY_LANGUAGE
def test_line_of_nobody_is_empty(code: str) -> None:
    line = credit_line([], code)
    assert not line
    assert line.text(code) == line.html() == ""


@EVERY_LANGUAGE
def test_line_of_seven_parties_is_well_formed(code: str) -> None:
    assert_well_formed(SEVEN_PARTIES, code)


@EVERY_LANGUAGE
@pytest.mark.parametrize("count", [1, 2, 3, 5, 11, 21, 22])
def test_correspondents_of_an_organisation_have_the_form_of_their_number(code: str, count: int) -> None:
    parties = people(count, "RFE/RL")
    assert plain(parties, code) == sentence(
        code, [correspondents(code, "RFE/RL", [p.name.text for p in parties if p.name])]
    )
    assert_well_formed(parties, code)


@EVERY_LANGUAGE
@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_correspondents_without_an_organisation_are_members_of_the_list(code: str, count: int) -> None:
    parties = people(count)
    assert plain(parties, code) == sentence(code, [p.name.text for p in parties if p.name])
    assert_well_formed(parties, code)


@EVERY_LANGUAGE
@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("organisation", ["", "RFE/RL"])
def test_bare_name_of_a_place_needs_no_case(code: str, count: int, organisation: str) -> None:
    parties = people(count, organisation, place=True)
    pattern = template(code, "{person} in {place}")
    members = [pattern.format(person=p.name.text, place=p.place) for p in parties if p.name]
    wanted = [correspondents(code, organisation, members)] if organisation else members
    assert plain(parties, code) == sentence(code, wanted)
    assert_well_formed(parties, code)


@EVERY_LANGUAGE
@pytest.mark.parametrize("organisation", ["", "RFE/RL"])
def test_phrase_of_a_place_stands_instead_of_its_name(code: str, organisation: str) -> None:
    phrase = "ⅩⅩ-Вашингтоне"
    person = Person(Name("Mike Eckel"), organisation, "Washington", phrase)
    pattern = template(code, "{person} {place_phrase}")
    member = pattern.format(person="Mike Eckel", place_phrase=phrase)
    assert plain([person], code) == sentence(
        code, [correspondents(code, organisation, [member])] if organisation else [member]
    )
    assert "Washington" not in plain([person], code)
    assert_well_formed([person], code)


@EVERY_LANGUAGE
def test_service_is_named_as_it_is(code: str) -> None:
    assert plain([Name("Azattyq")], code) == sentence(code, ["Azattyq"])
    assert_well_formed([Name("Azattyq")], code)


@EVERY_LANGUAGE
@pytest.mark.parametrize("count", [2, 3, 5])
def test_agencies_are_joined_by_the_conjunction_of_the_language(code: str, count: int) -> None:
    agencies = ["Reuters", "AP", "AFP", "Interfax", "TASS"][:count]
    text = plain([Name(agency) for agency in agencies], code)
    assert text == sentence(code, agencies)
    pattern = list_patterns(code)["2" if count == 2 else "end"]
    assert pattern.format("\0", agencies[-1]).split("\0")[1] in text


@EVERY_LANGUAGE
@pytest.mark.parametrize("count", [1, 2, 5, 11, 21])
@pytest.mark.parametrize("organisation", ["", "RFE/RL"])
def test_withheld_names_are_counted_and_their_places_kept_quiet(code: str, count: int, organisation: str) -> None:
    parties: list[Person | Name] = [Person(None, organisation, "Minsk", "in Minsk")] * count
    if organisation:
        one = "a correspondent of {organisation}"
        many = ("{count} correspondent of {organisation}", "{count} correspondents of {organisation}")
    else:
        one, many = "a correspondent", ("{count} correspondent", "{count} correspondents")
    pattern = template(code, one) if count == 1 else template(code, *many, count)
    member = pattern.format(organisation=organisation, count=format_number(count, code))
    text = plain(parties, code)
    assert text == sentence(code, [member])
    assert "Minsk" not in text
    assert_well_formed(parties, code)


@EVERY_LANGUAGE
@pytest.mark.parametrize("organisation", ["", "RFE/RL"])
def test_withheld_names_among_others_leave_the_others_in_order(code: str, organisation: str) -> None:
    named, withheld = people(2, organisation, place=True), Person(None, organisation, "Minsk")
    parties: list[Person | Name] = [withheld, named[0], Name("Reuters"), withheld, named[1]]
    text = plain(parties, code)
    assert "Minsk" not in text
    assert all(person.name and text.count(person.name.text) == 1 for person in named)
    assert text.index(PEOPLE[0]) < text.index(PEOPLE[1])
    assert text.count("Reuters") == 1
    assert format_number(2, code) in text
    assert not re.search("[{}]", text)


@EVERY_LANGUAGE
def test_people_of_one_organisation_stand_together_and_people_of_none_where_they_were(code: str) -> None:
    first, second, third = people(3, "RFE/RL")
    free_one, free_two = Person(Name("Zoë")), Person(Name("Yaël"))
    text = plain([free_one, first, Name("Reuters"), second, free_two, Name("AP"), third], code)
    together = correspondents(code, "RFE/RL", [p.name.text for p in (first, second, third) if p.name])
    assert text == sentence(code, ["Zoë", together, "Reuters", "Yaël", "AP"])


@RIGHT_TO_LEFT
def test_latin_names_are_isolated_in_right_to_left_text_and_arabic_ones_are_not(code: str) -> None:
    parties: list[Person | Name] = [Person(Name("Mike Eckel"), "RFE/RL", "Baku"), Name("خبرگزاری"), Name("Интерфакс")]
    text = credit_line(parties, code).text(code)
    for name in ("Mike Eckel", "RFE/RL", "Baku", "Интерфакс"):
        assert f"\u2068{name}\u2069" in text
    assert "خبرگزاری" in text
    assert "\u2068خبرگزاری" not in text
    assert text.count("\u2068") == text.count("\u2069") == 4


@pytest.mark.parametrize("code", [code for code, row in LANGUAGES.items() if not row.is_right_to_left])
def test_plain_text_from_left_to_right_has_no_marks(code: str) -> None:
    assert not set(credit_line(SEVEN_PARTIES, code).text(code)) & set("\u2066\u2067\u2068\u2069\u200e\u200f")


@EVERY_LANGUAGE
def test_markup_isolates_every_name_and_links_those_with_a_page(code: str) -> None:
    parties: list[Person | Name] = [
        Person(Name("Mike Eckel", f"/{code}/people/1/"), "RFE/RL", "Baku"),
        Name("AP", f"/{code}/agencies/ap/"),
    ]
    html = BeautifulSoup(credit_line(parties, code).html(), "html.parser")
    names = sorted(bdi.get_text() for bdi in html.find_all("bdi"))
    assert names == ["AP", "Baku", "Mike Eckel", "RFE/RL"]
    links = {link.get_text(): link["href"] for link in html.find_all("a")}
    assert links == {"Mike Eckel": f"/{code}/people/1/", "AP": f"/{code}/agencies/ap/"}
    assert all(link.find("bdi") for link in html.find_all("a"))
    assert html.get_text() == plain(parties, code)


@EVERY_LANGUAGE
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_only_text_in_markup(code: str, name: str) -> None:
    parties: list[Person | Name] = [
        Person(Name(name, '/x"y/'), name, name),
        Person(Name("Ann"), "", "", name),
        Name(name),
    ]
    html = credit_line(parties, code).html()
    page = BeautifulSoup(html, "html.parser")
    assert {tag.name for tag in page.find_all(True)} == {"a", "bdi"}
    assert [bdi.get_text() for bdi in page.find_all("bdi")].count(name) == 4
    assert page.get_text() == plain(parties, code)
    assert page.find("a")["href"] == '/x"y/'  # type: ignore[index]  # it has one


@given(st.text(), st.text(), st.text(), st.sampled_from(sorted(LANGUAGES)))
def test_any_name_goes_through_unchanged(name: str, organisation: str, phrase: str, code: str) -> None:
    linked = Name(name, "/a-page/")
    line = credit_line([Person(linked, organisation, "", phrase), linked], code)
    assert [part for part in line.parts if part == linked] == [linked] * 2
    assert name in line.text(code)


def test_lines_can_be_added() -> None:
    line = Line(("By ",)) + Line((Name("Ann"),))
    assert line.text("en") == "By Ann"
    assert line.html() == "By <bdi>Ann</bdi>"
