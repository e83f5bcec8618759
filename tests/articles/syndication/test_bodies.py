"""Tests of the reading of bodies."""

from __future__ import annotations

import pytest

from articles.syndication.bodies import DEEPEST, LONGEST, BodyReader
from articles.syndication.items import BodyPart
from articles.syndication.problems import Findings

PATH = "bodies[0].value"


def read(html: str) -> tuple[tuple[BodyPart, ...], BodyReader]:
    reader = BodyReader(Findings("items[0]"), PATH)
    return reader.read(html), reader


def blocks(html: str) -> list[tuple[str, object]]:
    parts, reader = read(html)
    assert reader.findings.errors == []
    assert reader.findings.warnings == []
    return [(part.type, part.value) for part in parts]


def warned(html: str) -> tuple[list[tuple[str, object]], list[str]]:
    parts, reader = read(html)
    assert reader.findings.errors == []
    assert {warning.path for warning in reader.findings.warnings} == {PATH}
    return [(part.type, part.value) for part in parts], [warning.message for warning in reader.findings.warnings]


def refused(html: str) -> list[str]:
    _, reader = read(html)
    assert reader.findings.errors
    assert {error.path for error in reader.findings.errors} == {PATH}
    return [error.message for error in reader.findings.errors]


@pytest.mark.parametrize(
    ("html", "kind", "value"),
    [
        ("<p>Water falls.</p>", "paragraph", "<p>Water falls.</p>"),
        ("<h2>A harbour</h2>", "heading", "A harbour"),
        ("<ul><li>One</li><li>Two</li></ul>", "list", "<ul><li>One</li><li>Two</li></ul>"),
        ("<ol><li>One</li></ol>", "list", "<ol><li>One</li></ol>"),
        (
            '<blockquote cite="Marat Ilyasov"><p>The sea does not wait.</p></blockquote>',
            "quote",
            {"text": "<p>The sea does not wait.</p>", "speaker": "Marat Ilyasov"},
        ),
        ("<blockquote>No paragraph</blockquote>", "quote", {"text": "<p>No paragraph</p>", "speaker": ""}),
        (
            "<aside><h2>In figures</h2><p>Five.</p><ul><li>One</li></ul></aside>",
            "fact_box",
            {"heading": "In figures", "text": "<p>Five.</p><ul><li>One</li></ul>"},
        ),
        (
            '<figure data-embed="https://www.youtube.com/watch?v=M7lc1UVf-VE"></figure>',
            "embed",
            {"address": "https://www.youtube.com/watch?v=M7lc1UVf-VE", "caption": ""},
        ),
        ("<p><strong>a</strong> <em>b</em></p>", "paragraph", "<p><b>a</b> <i>b</i></p>"),
        ('<p><a href="/ru/">r</a></p>', "paragraph", '<p><a href="/ru/">r</a></p>'),
        (
            '<p><a href="https://example.org/?a=1&amp;b=2">x</a></p>',
            "paragraph",
            '<p><a href="https://example.org/?a=1&amp;b=2">x</a></p>',
        ),
        (
            '<p><a href="mailto:desk@example.org">x</a></p>',
            "paragraph",
            '<p><a href="mailto:desk@example.org">x</a></p>',
        ),
        ("<p>one<br>two</p>", "paragraph", "<p>one<br/>two</p>"),
    ],
)
def test_each_tag_becomes_its_block(html: str, kind: str, value: object) -> None:
    assert blocks(html) == [(kind, value)]


def test_blocks_keep_their_order_and_white_space_between_them_is_nothing() -> None:
    html = "\n<h2>One</h2>\n<p>Two</p>\n\n<ul><li>Three</li></ul>\n<!-- four -->"
    assert [kind for kind, _ in blocks(html)] == ["heading", "paragraph", "list"]


@pytest.mark.parametrize("html", ["", "   \n", "<p></p>", "<p> </p>", "<h2></h2>", "<ul></ul>", "<ul><li></li></ul>"])
def test_what_says_nothing_makes_no_block(html: str) -> None:
    assert blocks(html) == []


def test_text_outside_any_paragraph_becomes_one() -> None:
    assert blocks("Loose <strong>words</strong><p>Paragraph</p>") == [
        ("paragraph", "<p>Loose <b>words</b></p>"),
        ("paragraph", "<p>Paragraph</p>"),
    ]


@pytest.mark.parametrize("names", [["shore"], ["hall", "seal"], ["no-such-name"]])
def test_a_figure_places_its_associations_by_name(names: list[str]) -> None:
    parts, reader = read(f'<figure data-association="{" ".join(names)}"></figure>')
    assert parts == (BodyPart("association", names),)
    assert reader.associations == names
    assert reader.findings.errors == []


def test_a_figure_without_a_name_is_refused() -> None:
    assert refused('<figure data-association=" "></figure>') == ["a figure names no association"]


def test_words_inside_a_placed_figure_are_kept_with_a_warning() -> None:
    inner = '<img src="x.jpg"><figcaption>Posts</figcaption>'
    found, warnings = warned(f'<figure data-association="shore">{inner}</figure>')
    assert found == [("association", ["shore"]), ("paragraph", "<p>Posts</p>")]
    assert any("<figcaption>" in warning for warning in warnings)


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org/video",
        "http://www.youtube.com/watch?v=M7lc1UVf-VE",
        "https://www.youtube.com.example.org/watch?v=M7lc1UVf-VE",
        "javascript:alert(1)//www.youtube.com/watch?v=M7lc1UVf-VE",
        "//www.youtube.com/watch?v=M7lc1UVf-VE",
    ],
)
def test_an_embed_of_any_other_site_is_refused(address: str) -> None:
    assert refused(f'<figure data-embed="{address}"></figure>') == [
        f"{address!r} is not an address of an allowed provider"
    ]


@pytest.mark.parametrize("tag", ["div", "span", "h1", "h3", "u", "table", "section", "figure", "video", "button"])
def test_any_other_tag_is_dropped_with_a_warning_and_its_text_kept(tag: str) -> None:
    found, warnings = warned(f"<{tag}>Kept words</{tag}>")
    assert found == [("paragraph", "<p>Kept words</p>")]
    assert warnings == [f"<{tag}> is not used here; its text is kept"]


def test_another_tag_inside_a_paragraph_leaves_its_text_there() -> None:
    found, warnings = warned('<p>one <span style="color: red">two</span> three</p>')
    assert found == [("paragraph", "<p>one two three</p>")]
    assert warnings == ["<span> is not used here; its text is kept"]


def test_text_of_a_list_outside_its_points_is_kept() -> None:
    found, warnings = warned("<ul>before<li>One</li><div><b>Two</b></div></ul>")
    text = "".join(str(value) for _, value in found)
    assert all(word in text for word in ("before", "One", "Two"))
    assert warnings


@pytest.mark.parametrize("tag", ["script", "style", "iframe", "object", "embed", "form", "base", "meta", "link", "svg"])
@pytest.mark.parametrize("shape", ["<{}>x</{}>", "<p><{}></{}></p>", "<aside><h2>H</h2><{}>x</{}></aside>"])
def test_tags_that_could_run_anything_are_refused_wherever_they_stand(tag: str, shape: str) -> None:
    assert f"<{tag}> is not allowed" in refused(shape.format(tag, tag))


@pytest.mark.parametrize("html", ["<SCRIPT>x</SCRIPT>", "<ScRiPt/src=x>", "<script\n>x</script>", "<p><iframe src=x>"])
def test_tags_are_known_in_any_spelling(html: str) -> None:
    assert any("is not allowed" in message for message in refused(html))


@pytest.mark.parametrize(
    "html",
    [
        '<p onclick="x()">a</p>',
        '<img src="x" onerror="x()">',
        "<p ONMOUSEOVER=x>a</p>",
        '<div/onload="x">a</div>',
        '<unknown onfocus="x">a</unknown>',
        '<ul onscroll="x"><li>a</li></ul>',
    ],
)
def test_event_attributes_are_refused_on_any_tag(html: str) -> None:
    assert any("the attribute on" in message.lower() for message in refused(html))


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "java\nscript:alert(1)",
        "java\r\nscript:alert(1)",
        "\x01javascript:alert(1)",
        "java\x00script:alert(1)",
        "\u200bjavascript:alert(1)",
        "java\u00adscript:alert(1)",
        "javascript&colon;alert(1)",
        "&#106;avascript:alert(1)",
        "&#x6A;avascript&#58;alert(1)",
        "java&Tab;script:alert(1)",
        "java&#10;script:alert(1)",
        "vbscript:msgbox(1)",
        "VBScript:msgbox(1)",
        "data:text/html,x",
        "DATA:text/html;base64,eA==",
        "file:///etc/passwd",
        "blob:https://example.org/x",
        "view-source:https://example.org/",
        "//example.org/",
        "/\\example.org/",
        "\\\\example.org\\",
        "/\t/example.org/",
        "https:/example.org",
        "http:javascript:alert(1)",
        "https://[::1",
        "page.html",
        "#part",
        "",
    ],
)
def test_links_elsewhere_than_http_https_mailto_and_this_site_are_refused(href: str) -> None:
    messages = refused(f"<p><a href='{href}'>x</a></p>")
    assert all(message.startswith("the link ") for message in messages)


def test_an_anchor_without_an_address_is_refused() -> None:
    assert refused("<p><a>x</a></p>") == ["the link '' is neither http, https, mailto nor of this site"]


@pytest.mark.parametrize(
    "html",
    [
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>",
        "<p>&amp;lt;script&amp;gt;</p>",
        "<![CDATA[<script>alert(1)</script>]]>",
        "<p><?php <script>alert(1)</script> ?></p>",
        "<p><b</p>",
        '<blockquote cite="&lt;script&gt;alert(1)&lt;/script&gt;"><p>a</p></blockquote>',
    ],
)
def test_markup_that_was_text_stays_text(html: str) -> None:
    parts, _ = read(html)
    for part in parts:
        text = part.value["text"] if isinstance(part.value, dict) else part.value
        assert "<script" not in str(text)
        assert "<b<" not in str(text)


def test_comments_are_left_out() -> None:
    assert blocks("<!-- a --><p>b<!-- c --></p><!-- <script>d</script> -->") == [("paragraph", "<p>b</p>")]


def test_a_quotation_mark_in_a_link_cannot_end_its_attribute() -> None:
    ((_, value),) = blocks("""<p><a href='https://example.org/"onclick="x()'>x</a></p>""")
    assert '"onclick' not in str(value)


def test_attributes_that_are_not_asked_for_do_not_survive() -> None:
    html = '<p id="i" class="c" style="s">a <a href="/en/" target="_blank" id="3" linktype="page">b</a></p>'
    assert blocks(html) == [("paragraph", '<p>a <a href="/en/">b</a></p>')]


def test_controls_and_overrides_are_taken_out_and_letters_of_every_script_stay() -> None:
    html = "<p>a\x00\x08b\u202ec\u2066d</p><h2>آب\u200cها\u202e</h2><p>Ҡош \ud800</p>"
    assert blocks(html) == [
        ("paragraph", "<p>abcd</p>"),
        ("heading", "آب\u200cها"),
        ("paragraph", "<p>Ҡош \N{REPLACEMENT CHARACTER}</p>"),
    ]


def test_a_fact_box_begins_with_its_heading() -> None:
    assert refused("<aside><p>Five.</p></aside>") == ["a fact box (<aside>) begins with its heading in <h2>"]


@pytest.mark.parametrize(
    ("inner", "name"),
    [
        ('<figure data-association="a"></figure>', "association"),
        ("<blockquote><p>a</p></blockquote>", "quote"),
        ("<aside><h2>b</h2><p>a</p></aside>", "fact box"),
        ('<figure data-embed="https://vimeo.com/76979871"></figure>', "embed"),
    ],
)
@pytest.mark.parametrize("tag", ["aside", "blockquote"])
def test_only_text_stands_inside_another_block(tag: str, inner: str, name: str) -> None:
    html = f"<{tag}><h2>Heading</h2>{inner}</{tag}>"
    assert f"a {name} cannot stand inside <{tag}>" in refused(html)


def test_a_body_of_too_many_characters_is_refused() -> None:
    assert refused("a" * (LONGEST + 1)) == [f"is longer than {LONGEST:,} characters"]


def test_tags_nested_too_deep_are_refused_once() -> None:
    assert refused("<div>" * 5000) == [f"tags are nested more than {DEEPEST} deep"]
    assert len(warned("<div>" * (DEEPEST - 1) + "a")[1]) == DEEPEST - 1


def test_every_fault_of_a_body_is_told() -> None:
    html = '<script>x</script><p onclick="x">a</p><a href="javascript:x">b</a>'
    assert refused(html) == [
        "<script> is not allowed",
        "the attribute onclick of <p> is not allowed",
        "the link 'javascript:x' is neither http, https, mailto nor of this site",
    ]
