"""Tests of the reading of ninjs files, before anything of them reaches the database."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from articles.syndication.documents import LARGEST
from articles.syndication.items import PartyItem, PictureItem, SourceItem, StoryItem, VideoItem
from articles.syndication.ninjs import digest_of, name_of, read_file, read_item
from articles.syndication.problems import FileRefused, Findings
from newsroom.languages import LANGUAGES
from tests.story_files import URI, picture_association, source_entry, story_item, video_association, write_items

AT_NINE = "2026-11-19T09:00:00Z"


def told(item: dict[str, Any]) -> StoryItem:
    findings = Findings("items[0]")
    story = read_item(item, findings)
    assert findings.errors == []
    assert story is not None
    return story


def errors_of(item: dict[str, Any]) -> list[tuple[str, str]]:
    findings = Findings("items[0]")
    assert read_item(item, findings) is None
    return [(error.path, error.message) for error in findings.errors]


def refused(path: Path) -> str:
    with pytest.raises(FileRefused) as refusal:
        read_file(path)
    assert len(str(refusal.value)) < 5000
    return str(refusal.value).removeprefix(f"{path}: ")


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "stories.json"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_a_file_holds_one_item_or_several(tmp_path: Path) -> None:
    one, other = story_item(), story_item(uri="urn:example:2")
    assert read_file(write_items(tmp_path, one)) == [one]
    assert read_file(write_items(tmp_path, one, other)) == [one, other]


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    assert read_file(written(tmp_path, "\ufeff" + json.dumps(story_item()))) == [story_item()]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is not JSON in UTF-8"),
        (b"{", "is not JSON in UTF-8"),
        (b"\xff\xfe{\x00}\x00", "is not JSON in UTF-8"),
        ('{"uri": "ä"}'.encode("latin-1"), "is not JSON in UTF-8"),
        (b"\x89PNG\r\n\x1a\n", "is not JSON in UTF-8"),
        (b"[]", "holds neither one item nor"),
        (b"null", "holds neither one item nor"),
        (b'"text"', "holds neither one item nor"),
        (b'{"items": []}', "holds neither one item nor"),
        (b'{"items": {}}', "holds neither one item nor"),
        (b'{"items": ["x"]}', "holds neither one item nor"),
        (b'{"items": [{"uri": "x"}], "uri": "y"}', "has other properties beside items"),
        (b"[" * 100_000, "is nested too deep"),
        (b'{"uri": "x", "uri": "y"}', "'uri' stands twice"),
        (b'{"items": [{"uri": "x", "by": "a", "by": "a"}]}', "'by' stands twice"),
        (b'{"uri": "x", "urgency": NaN}', "NaN is not a number"),
        (b'{"uri": "x", "urgency": -Infinity}', "-Infinity is not a number"),
        (b'{"uri": "x", "urgency": 1e999}', "1e999 is not a number"),
        (b'{"uri": "x", "urgency": ' + b"9" * 5000 + b"}", "is not JSON in UTF-8"),
    ],
)
def test_what_is_no_file_of_stories_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    assert message in refused(written(tmp_path, content))


def test_items_nested_too_deep_for_the_schema_are_refused(tmp_path: Path) -> None:
    inner = '{"uri":"x","name":"n","associations":[' * 400 + '{"uri":"x","name":"n"}' + "]}" * 400
    assert "nested too deep" in refused(written(tmp_path, inner))


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "stories.json"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert refused(path) == "is larger than 20 MB"


def test_a_folder_a_missing_file_and_an_impossible_name_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == "Is a directory"
    assert refused(tmp_path / "none.json") == "No such file or directory"
    assert refused(tmp_path / ("x" * 300)) == "File name too long"


def test_every_fault_of_every_item_is_named_with_item_and_path(tmp_path: Path) -> None:
    bad = {"uri": "urn:example:2", "headline": "x", "firstCreated": "yesterday"}
    assert refused(write_items(tmp_path, story_item(), bad, {})).splitlines() == [
        "items[1] (urn:example:2): unknown property 'headline'",
        f"{tmp_path / 'stories.json'}: items[1] (urn:example:2): firstCreated: 'yesterday' is not a valid date-time",
        f"{tmp_path / 'stories.json'}: items[2]: missing property 'uri'",
    ]


def test_the_name_of_an_unknown_property_may_not_fill_the_screen(tmp_path: Path) -> None:
    assert "unknown property" in refused(write_items(tmp_path, story_item(**{"x" * 300_000: 1})))


def test_a_message_shows_no_control_characters_of_a_uri() -> None:
    assert name_of({"uri": "urn:example:1"}, 0) == "items[0] (urn:example:1)"
    for uri in ("a\x1b[2J", "a\nb", "a\u202eb", "a\ud800"):
        assert name_of({"uri": uri}, 3).isprintable()
        assert name_of({"uri": uri}, 3).encode()


BAD_URIS = ["", " ", "a b", "a\tb", "a\nb", "a\x00b", "a\u202eb", "a\ud800b", "a" * 256]


@pytest.mark.parametrize("uri", BAD_URIS)
def test_an_identity_is_one_short_word_of_printable_characters(uri: str) -> None:
    assert [path for path, _ in errors_of(story_item(uri=uri))] == ["uri"]


@pytest.mark.parametrize("uri", BAD_URIS)
def test_the_identities_inside_an_item_are_held_to_the_same(uri: str) -> None:
    item = story_item(associations=[picture_association(uri=uri)])
    assert [path for path, _ in errors_of(item)] == ["associations[0].uri"]
    item = story_item(associations=[video_association(uri=uri)])
    assert [path for path, _ in errors_of(item)] == ["associations[0].uri"]


@pytest.mark.parametrize("uri", BAD_URIS[1:])
def test_parties_and_sources_are_held_to_the_same(uri: str) -> None:
    item = story_item(infoSources=[source_entry("agency", "AP", uri=uri)])
    assert [path for path, _ in errors_of(item)] == ["infoSources[0].uri"]
    item = story_item(altIds=[{"role": "slug", "value": "a b"}, {"role": "translation-of", "value": uri}])
    assert [path for path, _ in errors_of(item)] == ["altIds"]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_language_is_known_by_its_tag_in_any_case_and_by_its_code(code: str) -> None:
    for tag in (LANGUAGES[code].tag, LANGUAGES[code].tag.upper(), code):
        assert told(story_item(language=tag)).language == code


@pytest.mark.parametrize("tag", ["", "xx", "eng", "de", "en-GB", "fa_AF", "en\n", "../en", "Ru "])
def test_an_unknown_language_is_an_error(tag: str) -> None:
    assert errors_of(story_item(language=tag)) == [("language", f"{tag!r} is not a language of this newsroom")]


def test_a_missing_language_is_an_error() -> None:
    item = story_item()
    del item["language"]
    assert [path for path, _ in errors_of(item)] == ["language"]


def test_headlines_and_descriptions_are_told_apart_by_role() -> None:
    story = told(
        story_item(
            headlines=[
                {"value": "No role"},
                {"role": "kicker", "value": " Breaking \n News "},
                {"role": "main", "value": "Sea retreats"},
            ],
            descriptions=[{"role": "caption", "value": "no"}, {"role": "summary", "value": "Five countries."}],
            located="Baku",
        )
    )
    assert (story.kicker, story.headline) == ("Breaking News", "Sea retreats")
    assert (story.standfirst, story.dateline) == ("Five countries.", "Baku")


@pytest.mark.parametrize(
    "headlines",
    [[], [{"value": "No role"}], [{"role": "kicker", "value": "K"}], [{"role": "main", "value": " \u202e"}]],
)
def test_an_item_needs_a_main_headline(headlines: list[dict[str, str]]) -> None:
    assert errors_of(story_item(headlines=headlines)) == [("headlines", "an item needs a headline of role main")]


def test_lines_lose_what_hides_and_keep_what_their_script_needs() -> None:
    story = told(story_item(headline="آب\u200cها \x00\x1b\u202e <b>x</b>\u2067\ud800", located="a\u2028b"))
    assert story.headline == "آب\u200cها <b>x</b>\N{REPLACEMENT CHARACTER}"
    assert story.dateline == "a b"


@pytest.mark.parametrize(("text", "number"), [("0", 0), ("7", 7), ("0042", 42), ("999999999999999", 999999999999999)])
def test_a_version_is_a_whole_number_in_a_string(text: str, number: int) -> None:
    assert told(story_item(version=text)).version == number


@pytest.mark.parametrize("text", ["", "1.0", "-1", "+1", " 1", "1\n", "v1", "1e3", "٣", "²", "9" * 16, "1" * 300_000])
def test_any_other_version_is_an_error(text: str) -> None:
    assert [path for path, _ in errors_of(story_item(version=text))] == ["version"]


def test_moments_are_read_with_their_zone() -> None:
    story = told(
        story_item(
            firstCreated="2026-11-19T13:50:00+04:30",
            versionCreated="2026-11-19t09:20:00.5z",
            embargoedUntil=AT_NINE,
        )
    )
    assert story.first_created == datetime(2026, 11, 19, 9, 20, tzinfo=UTC)
    assert story.version_created == datetime(2026, 11, 19, 9, 20, 0, 500_000, tzinfo=UTC)
    assert story.embargo_until == datetime(2026, 11, 19, 9, tzinfo=UTC)


@pytest.mark.parametrize("name", ["firstCreated", "versionCreated", "embargoedUntil", "expires"])
@pytest.mark.parametrize("moment", ["9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00+14:00"])
def test_a_moment_that_no_calendar_here_holds_is_an_error(name: str, moment: str) -> None:
    assert {path for path, _ in errors_of(story_item(urgency=1, **{name: moment}))} == {name}


@pytest.mark.parametrize("urgency", [1, 2])
def test_urgent_news_breaks_until_it_expires(urgency: int) -> None:
    story = told(story_item(urgency=urgency, versionCreated=AT_NINE, expires="2026-11-19T10:00:00Z"))
    assert story.breaking_until == datetime(2026, 11, 19, 10, tzinfo=UTC)


@pytest.mark.parametrize("urgency", [1, 2])
def test_urgent_news_that_does_not_say_breaks_for_six_hours_from_its_version(urgency: int) -> None:
    story = told(story_item(urgency=urgency, firstCreated="2026-11-18T09:00:00Z", versionCreated=AT_NINE))
    assert story.breaking_until == datetime(2026, 11, 19, 15, tzinfo=UTC)


def test_six_hours_after_the_last_moment_of_the_calendar_is_an_error() -> None:
    assert [path for path, _ in errors_of(story_item(urgency=1, versionCreated="9999-12-31T23:00:00Z"))] == [
        "versionCreated"
    ]


@pytest.mark.parametrize("urgency", [3, 4, 9])
def test_other_news_does_not_break(urgency: int) -> None:
    assert told(story_item(urgency=urgency, versionCreated=AT_NINE, expires=AT_NINE)).breaking_until is None


def test_news_without_urgency_does_not_break() -> None:
    assert told(story_item(versionCreated=AT_NINE, expires=AT_NINE)).breaking_until is None


@pytest.mark.parametrize("status", ["usable", "withheld", "canceled"])
def test_the_status_is_taken_over(status: str) -> None:
    assert told(story_item(pubStatus=status)).status == status


def test_without_a_status_an_item_is_usable() -> None:
    assert told(story_item()).status == "usable"


def test_the_first_subject_that_is_a_section_decides() -> None:
    subjects = [
        {"name": "weather", "uri": "http://cv.iptc.org/newscodes/mediatopic/17000000"},
        {"name": " Central\nAsia ", "uri": "newsroom:section:central-asia"},
        {"name": "World", "uri": "newsroom:section:world"},
    ]
    story = told(story_item(subjects=subjects))
    assert (story.section, story.section_title) == ("central-asia", "Central Asia")


@pytest.mark.parametrize("slug", ["", "World", "a b", "a--b", "-a", "../en", "a/b", "мир", "a\n", "a%2f"])
def test_a_section_address_that_is_no_slug_is_an_error(slug: str) -> None:
    assert [path for path, _ in errors_of(story_item(subjects=[{"uri": f"newsroom:section:{slug}"}]))] == [
        "subjects[0].uri"
    ]


def test_the_first_html_body_is_read() -> None:
    bodies = [
        {"contentType": "text/plain", "value": "plain"},
        {"contentType": "text/html", "value": "<p>html</p>"},
        {"contentType": "text/html", "value": "<p>second</p>"},
    ]
    assert [part.value for part in told(story_item(bodies=bodies)).body] == ["<p>html</p>"]


def test_faults_of_a_body_are_told_at_its_place() -> None:
    bodies = [{"contentType": "text/plain", "value": "x"}, {"contentType": "text/html", "value": "<script>x</script>"}]
    assert errors_of(story_item(bodies=bodies)) == [("bodies[1].value", "<script> is not allowed")]


def test_a_figure_of_an_unknown_association_is_an_error() -> None:
    item = story_item(body='<figure data-association="lead shore"></figure>', associations=[picture_association()])
    assert errors_of(item) == [("bodies[0].value", "there is no association named 'shore'")]


def test_a_picture_comes_with_its_words() -> None:
    association = picture_association(
        renditions=[{"name": "text"}, {"name": "original", "href": "a.jpg"}, {"name": "small", "href": "b.jpg"}],
        descriptions=[{"role": "caption", "value": "Boats"}, {"role": "alt", "value": "Two boats"}],
        by="Meridian / Nino Beridze",
        copyrightNotice="© Meridian",
    )
    assert told(story_item(associations=[association])).associations == {
        "lead": PictureItem(
            uri="urn:example:picture:lead",
            href="a.jpg",
            caption="Boats",
            alt="Two boats",
            credit="Meridian / Nino Beridze",
            copyright_notice="© Meridian",
            path="associations[0].renditions[1].href",
        )
    }


def test_a_video_comes_with_poster_sources_and_length() -> None:
    association = video_association(
        {"name": "poster", "href": "poster.jpg"},
        {"name": "web", "href": "film.mp4", "contentType": "video/mp4", "duration": 48.4},
        {"name": "small", "href": "film.webm"},
        descriptions=[{"role": "caption", "value": "In a minute"}],
    )
    assert told(story_item(associations=[association])).associations == {
        "watch": VideoItem(
            uri="urn:example:video:watch",
            title="The shore",
            caption="In a minute",
            poster=PictureItem(
                uri="urn:example:video:watch#poster", href="poster.jpg", path="associations[0].renditions[0].href"
            ),
            sources=(
                SourceItem("film.mp4", "video/mp4", "associations[0].renditions[1].href"),
                SourceItem("film.webm", "", "associations[0].renditions[2].href"),
            ),
            duration=48,
            path="associations[0]",
        )
    }


def test_a_rendition_named_none_carries_the_length_alone() -> None:
    video = told(story_item(associations=[video_association({"name": "none", "duration": 48})])).associations["watch"]
    assert isinstance(video, VideoItem)
    assert (video.sources, video.poster, video.duration) == ((), None, 48)


@pytest.mark.parametrize("duration", [-1, -0.6, 1e300, 10**30])
def test_a_length_that_no_video_has_is_an_error(duration: float) -> None:
    association = video_association({"name": "none", "duration": duration})
    assert [path for path, _ in errors_of(story_item(associations=[association]))] == [
        "associations[0].renditions[0].duration"
    ]


def test_a_video_needs_a_title() -> None:
    assert errors_of(story_item(associations=[video_association(headlines=[])])) == [
        ("associations[0].headlines", "a video needs a headline of role main")
    ]


@pytest.mark.parametrize("kind", ["audio", "text", "graphic"])
def test_an_association_of_another_type_is_an_error(kind: str) -> None:
    assert [path for path, _ in errors_of(story_item(associations=[picture_association(type=kind)]))] == [
        "associations[0].type"
    ]


@pytest.mark.parametrize("name", ["", " ", "two words", "a\tb"])
def test_the_name_of_an_association_is_one_word(name: str) -> None:
    association = picture_association(name, uri="urn:example:picture")
    assert [path for path, _ in errors_of(story_item(associations=[association]))] == ["associations[0].name"]


def test_two_associations_cannot_have_one_name() -> None:
    associations = [picture_association(), picture_association(uri="urn:example:other")]
    assert [path for path, _ in errors_of(story_item(associations=associations))] == ["associations[1].name"]


def test_the_lead_is_a_picture() -> None:
    assert errors_of(story_item(associations=[video_association(name="lead")])) == [
        ("associations", "the association named lead is not a picture")
    ]


def test_credits_keep_their_order_and_what_they_say() -> None:
    sources = [
        source_entry("correspondent", "Mike Eckel", organisation="RFE/RL", place="Washington", uri="urn:example:mike"),
        source_entry("service", "RFE/RL's Russian Service"),
        source_entry("agency", " Reuters "),
    ]
    assert told(story_item(infoSources=sources)).credits == (
        PartyItem("correspondent", "Mike Eckel", "urn:example:mike", "RFE/RL", "Washington"),
        PartyItem("service", "RFE/RL's Russian Service"),
        PartyItem("agency", "Reuters"),
    )


def test_a_credit_needs_a_name() -> None:
    assert errors_of(story_item(infoSources=[source_entry("agency", "AP"), source_entry("agency", "\u202e")])) == [
        ("infoSources[1].name", "a credit needs a name")
    ]


def test_a_source_of_another_role_is_left_out_with_a_warning() -> None:
    findings = Findings("items[0]")
    sources = [source_entry("photographer", "X"), source_entry("agency", "AP")]
    story = read_item(story_item(infoSources=sources), findings)
    assert story
    assert [credit.name for credit in story.credits] == ["AP"]
    assert [warning.path for warning in findings.warnings] == ["infoSources[0].role"]


def test_the_source_of_a_translation_is_told_by_its_role() -> None:
    alternatives = [{"role": "slug", "value": "water"}, {"role": "translation-of", "value": URI}]
    assert told(story_item("ru", uri="urn:example:2", altIds=alternatives)).translation_of == URI


def test_the_digest_tells_content_and_not_the_order_of_properties() -> None:
    item = story_item(located="Baku", version="2")
    assert digest_of(item) == digest_of(dict(reversed(item.items())))
    assert digest_of(item) != digest_of(item | {"located": "Aktau"})
    assert digest_of({"by": "\ud800"}) != digest_of({"by": "?"})
