import socket
from typing import Any

import pytest

from articles.syndication.schema import errors_in

Item = dict[str, Any]
URI = "urn:newsroom:story:1"


def full_item() -> Item:
    return {
        "uri": URI,
        "type": "text",
        "representationType": "full",
        "version": "3",
        "standard": {
            "name": "ninjs",
            "version": "3.1",
            "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#",
        },
        "language": "fa-AF",
        "firstCreated": "2025-01-02T03:04:05Z",
        "versionCreated": "2025-01-02T03:04:05.678+04:30",
        "embargoedUntil": "2025-01-03T00:00:00+00:00",
        "pubStatus": "usable",
        "urgency": 4,
        "located": "کابل",
        "by": "A. Reporter",
        "headlines": [{"value": "آب"}, {"role": "short", "contentType": "text/plain", "value": "Water"}],
        "descriptions": [{"role": "summary", "value": "About water."}],
        "bodies": [
            {"role": "main", "contentType": "text/html", "charCount": 9, "wordCount": 1, "value": "<p>W</p>"},
        ],
        "subjects": [{"name": "weather", "uri": "http://cv.iptc.org/newscodes/mediatopic/17000000", "relevance": 100}],
        "genres": [{"name": "Feature"}],
        "places": [{"name": "Kabul", "geoJSON": {"type": "Point", "coordinates": [69.17, 34.53]}}],
        "infoSources": [
            {
                "name": "A. Reporter",
                "role": "reporter",
                "uri": "urn:newsroom:person:1",
                "contactInfo": [
                    {"type": "email", "role": "office", "lang": "en", "value": "a@example.org"},
                    {"type": "address", "address": {"lines": ["1 Main Road"], "country": "Afghanistan"}},
                ],
            }
        ],
        "altIds": [{"role": "slug", "value": "water"}],
        "rightsInfo": {"linkedRights": "https://example.org/rights"},
        "renditions": [{"name": "web", "href": "https://example.org/water", "contentType": "text/html"}],
        "associations": [
            {
                "name": "lead",
                "rel": "picture",
                "uri": "urn:newsroom:picture:1",
                "type": "picture",
                "headlines": [{"value": "A river"}],
                "renditions": [
                    {
                        "name": "original",
                        "href": "https://example.org/1.jpg",
                        "contentType": "image/jpeg",
                        "width": 1600,
                        "height": 900,
                        "sizeInBytes": 123456,
                        "poi": {"x": 800, "y": 300},
                    },
                    {"name": "clip", "duration": 12.5, "frameRate": 25, "bitrate": "400 kbps"},
                ],
            }
        ],
    }


def geo(shape: object) -> Item:
    return {"uri": URI, "places": [{"geoJSON": shape}]}


def test_a_uri_is_enough() -> None:
    assert errors_in({"uri": "x"}) == []


def test_a_full_item_is_valid() -> None:
    assert errors_in(full_item()) == []


def test_an_item_without_uri_lacks_it() -> None:
    assert errors_in({}) == [("", "missing property 'uri'")]


@pytest.mark.parametrize("name", ["foo", "headline", "body_html", "name", "rel"])
def test_an_unknown_property_is_named(name: str) -> None:
    assert errors_in({"uri": "x", name: "y"}) == [("", f"unknown property {name!r}")]


def test_every_unknown_property_is_named_and_no_other() -> None:
    assert errors_in({"uri": "x", "type": "article", "body": 1, "headline": 2}) == [
        ("", "unknown property 'body'"),
        ("", "unknown property 'headline'"),
        (
            "type",
            "'article' is none of 'text', 'audio', 'video', 'picture', 'graphic', 'composite', 'component', 'event',"
            " 'planning'",
        ),
    ]


@pytest.mark.parametrize("name", ["firstCreated", "versionCreated", "contentCreated", "embargoedUntil", "expires"])
@pytest.mark.parametrize("moment", ["yesterday", "2025-01-02", "2025-01-02T03:04:05", "2025-02-30T00:00:00Z"])
def test_moments_are_full_and_have_a_time_zone(name: str, moment: str) -> None:
    assert errors_in({"uri": "x", name: moment}) == [(name, f"'{moment}' is not a valid date-time")]


@pytest.mark.parametrize("urgency", [0, 10])
def test_urgency_goes_from_one_to_nine(urgency: int) -> None:
    assert [path for path, _ in errors_in({"uri": "x", "urgency": urgency})] == ["urgency"]


@pytest.mark.parametrize("status", ["cancelled", "published", ""])
def test_a_status_that_the_standard_does_not_know_is_an_error(status: str) -> None:
    assert [path for path, _ in errors_in({"uri": "x", "pubStatus": status})] == ["pubStatus"]


def test_a_moment_has_no_line_end() -> None:
    assert [path for path, _ in errors_in({"uri": "x", "expires": "2025-01-02T03:04:05Z\n"})] == ["expires"]


def test_located_is_one_string() -> None:
    assert errors_in({"uri": "x", "located": [{"name": "Kabul"}]}) == [("located", "not of type string")]


def test_a_path_leads_to_the_place() -> None:
    item = full_item()
    item["associations"][0]["renditions"][1]["href"] = 5
    assert errors_in(item) == [("associations[0].renditions[1].href", "not of type string")]


def test_paths_are_sorted_and_numbers_in_them_by_value() -> None:
    item = {"uri": "x", "altIds": [{"value": 1} for _ in range(11)], "version": 1, "by": 1}
    paths = [path for path, _ in errors_in(item)]
    assert paths == [*(f"altIds[{number}].value" for number in range(11)), "by", "version"]


def test_an_association_has_a_name_a_uri_and_nothing_unknown() -> None:
    assert errors_in({"uri": "x", "associations": [{"headline": "y"}]}) == [
        ("associations[0]", "missing property 'name'"),
        ("associations[0]", "missing property 'uri'"),
        ("associations[0]", "unknown property 'headline'"),
    ]


def test_an_association_of_an_association_is_held_to_the_same_rules() -> None:
    inner = {"name": "inner", "uri": "z", "foo": 1}
    item = {"uri": "x", "associations": [{"name": "outer", "uri": "y", "associations": [inner]}]}
    assert errors_in(item) == [("associations[0].associations[0]", "unknown property 'foo'")]


def test_an_association_that_is_no_object_is_one_error() -> None:
    assert errors_in({"uri": "x", "associations": ["y"]}) == [("associations[0]", "not of type object")]


@pytest.mark.parametrize("name", ["headlines", "bodies", "descriptions"])
def test_words_need_a_value_and_know_no_other_names(name: str) -> None:
    assert errors_in({"uri": "x", name: [{"text": "y"}]}) == [
        (f"{name}[0]", "missing property 'value'"),
        (f"{name}[0]", "unknown property 'text'"),
    ]


def test_a_rendition_needs_a_name() -> None:
    assert errors_in({"uri": "x", "renditions": [{"mimeType": "image/png"}]}) == [
        ("renditions[0]", "missing property 'name'"),
        ("renditions[0]", "unknown property 'mimeType'"),
    ]


@pytest.mark.parametrize("contact", [{"type": "email"}, {"value": "a", "address": {}}])
def test_a_contact_has_a_value_or_an_address(contact: Item) -> None:
    item = {"uri": "x", "infoSources": [{"contactInfo": [contact]}]}
    assert errors_in(item) == [
        ("infoSources[0].contactInfo[0]", "fits none, or more than one, of the allowed forms"),
    ]


@pytest.mark.parametrize("rights", [{}, {"linkedRights": "https://example.org", "encodedRights": "<o/>"}])
def test_rights_are_linked_or_encoded(rights: Item) -> None:
    assert [path for path, _ in errors_in({"uri": "x", "rightsInfo": rights})] == ["rightsInfo"]


@pytest.mark.parametrize(
    "dates",
    [
        {"startDate": "2025-01-02T03:04:05Z"},
        {"expectedStartDate": "2025"},
        {"expectedEndDate": "2025-03"},
        {"expectedStartDate": "2025-03-04T05:06:07+01:00", "endDate": "2025-03-05T00:00:00Z"},
        {"startDate": "2025-01-02T03:04:05Z", "expectedStartDate": "2025", "expectedEndDate": "2026"},
    ],
)
def test_an_event_has_a_start_or_an_end(dates: Item) -> None:
    assert errors_in({"uri": "x", "eventDetails": {"dates": dates}}) == []


@pytest.mark.parametrize(
    "dates",
    [
        {},
        {"startDate": "2025-01-02T03:04:05Z", "expectedStartDate": "2025"},
        {"startDate": "2025"},
        {"expectedStartDate": "2025-13"},
        {"expectedStartDate": "2025", "recurrence": {"recurrenceDates": ["2025"]}},
    ],
)
def test_dates_that_contradict_the_standard_are_errors(dates: Item) -> None:
    assert errors_in({"uri": "x", "eventDetails": {"dates": dates}})


POINT = {"type": "Point", "coordinates": [69.17, 34.53, 1790]}
LINE = [[0, 0], [1, 1]]
RING = [[0, 0], [1, 0], [1, 1], [0, 0]]
FEATURE = {"type": "Feature", "id": 1, "geometry": POINT, "properties": None}


@pytest.mark.parametrize(
    "shape",
    [
        POINT,
        {"type": "LineString", "coordinates": LINE, "bbox": [0, 0, 1, 1]},
        {"type": "Polygon", "coordinates": [RING]},
        {"type": "Polygon", "coordinates": []},
        {"type": "MultiPoint", "coordinates": [[0, 0]]},
        {"type": "MultiLineString", "coordinates": [LINE, LINE]},
        {"type": "MultiPolygon", "coordinates": [[RING], [RING, RING]]},
        {"type": "GeometryCollection", "geometries": [POINT, {"type": "Polygon", "coordinates": [RING]}]},
        FEATURE,
        {"type": "Feature", "geometry": None, "properties": {"name": "nowhere"}, "note": "foreign"},
        {"type": "Feature", "geometry": {"type": "GeometryCollection", "geometries": [POINT]}, "properties": {}},
        {"type": "FeatureCollection", "features": [FEATURE]},
        {"type": "FeatureCollection", "features": []},
    ],
)
def test_geojson_of_every_kind_is_valid(shape: Item) -> None:
    assert errors_in(geo(shape)) == []


@pytest.mark.parametrize(
    "shape",
    [
        "Kabul",
        None,
        {},
        {"type": "Circle", "coordinates": [0, 0]},
        {"type": "Point"},
        {"type": "Point", "coordinates": [0]},
        {"type": "Point", "coordinates": ["69", "34"]},
        {"type": "Point", "coordinates": [0, 0], "bbox": [0, 0]},
        {"type": "LineString", "coordinates": [[0, 0]]},
        {"type": "Polygon", "coordinates": [LINE]},
        {"type": "Polygon", "coordinates": RING},
        {"type": "MultiPoint", "coordinates": [0, 0]},
        {"type": "MultiLineString", "coordinates": LINE},
        {"type": "MultiPolygon", "coordinates": [RING]},
        {"type": "GeometryCollection"},
        {"type": "GeometryCollection", "geometries": [FEATURE]},
        {"type": "GeometryCollection", "geometries": [{"type": "GeometryCollection", "geometries": []}]},
        {"type": "Feature", "geometry": POINT},
        {"type": "Feature", "properties": {}},
        {"type": "Feature", "geometry": "POINT(0 0)", "properties": {}},
        {"type": "Feature", "geometry": FEATURE, "properties": {}},
        {"type": "Feature", "geometry": POINT, "properties": {}, "id": True},
        {"type": "FeatureCollection"},
        {"type": "FeatureCollection", "features": [POINT]},
    ],
)
def test_what_is_not_geojson_is_an_error_below_its_place(shape: object) -> None:
    errors = errors_in(geo(shape))
    assert errors
    assert all(path.startswith("places[0].geoJSON") for path, _ in errors)


def test_messages_stay_short_whatever_the_item_holds() -> None:
    text = "word " * 10_000
    item = {"uri": "x", "type": text, "expires": text, "bodies": [[text]], "altIds": [{"value": [text]}]}
    assert max(len(message) for _, message in errors_in(item)) < 300


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: object, **options: object) -> None:
        raise AssertionError("the schema reached for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    assert errors_in(full_item()) == []
