"""Tests of XLIFF that comes back as it left, as programs wrote it, and from those who mean harm."""

from __future__ import annotations

import pytest

from articles.legal.exchange.rows import FileIsRefused
from articles.translation.files.inline import Code, CodeKind, is_same, marked
from articles.translation.files.reading import MOST_NESTED, Returned, read
from articles.translation.files.values import Sent, SentStory, State, id_of, key_of
from articles.translation.files.writing import NAMESPACE_1, NAMESPACE_2, write_1, write_2
from newsroom.languages import LANGUAGES

SOURCE = marked('<p>The <b>sea</b> &amp; the <a href="https://example.org/">shore</a></p>')
TARGET = marked('<p>دریا <b>و</b> &lt;ساحل&gt; <a href="https://example.org/">«۱»</a></p>')
KEY = "block:0b1c/speaker"


def sent(**fields: object) -> Sent:
    values: dict[str, object] = {
        "key": KEY, "digest": "abc", "note": "quote.text", "longest": 3000, "source": SOURCE.flow,
        "target": TARGET.flow, "tags": dict(SOURCE.tags), "state": State.TRANSLATED, "is_machine": False,
    }  # fmt: skip
    return Sent(**{**values, **fields})


def story(code: str = "fa", *units: Sent) -> SentStory:
    return SentStory("a-key", "The sea falls", "en", code, 7, 8, units or (sent(),))


ONE, TWO = write_1([story()]), write_2(story())
BOTH = pytest.mark.parametrize("data", [ONE, TWO], ids=["1.2", "2.0"])


def only(data: bytes) -> Returned:
    (returned,) = read(data)
    (unit,) = returned.units
    return unit


def changed(data: bytes, *pairs: tuple[str, str]) -> bytes:
    text = data.decode()
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text.encode()


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_language_returns_as_it_left_in_both_versions(code: str) -> None:
    for data in (write_1([story(code)]), write_2(story(code))):
        (returned,) = read(data)
        assert (returned.work, returned.source_code, returned.code) == ("a-key", "en", code)
        assert (returned.source_revision, returned.revision) == (7, 8)
        assert returned.units == (Returned(KEY, "abc", TARGET.flow, is_done=True, is_machine=False),)


def test_direction_is_told_where_the_format_has_it() -> None:
    assert b'srcDir="ltr" trgDir="rtl"' in TWO
    assert b'its:dir="rtl"' in ONE
    assert b'trgDir="ltr"' in write_2(story("ru"))


def test_what_a_machine_made_says_so_there_and_back() -> None:
    for data in (write_1([story("fa", sent(is_machine=True))]), write_2(story("fa", sent(is_machine=True)))):
        assert only(data).is_machine


def test_an_untranslated_text_has_no_target() -> None:
    unit = sent(target=(), state=State.INITIAL)
    for data in (write_1([story("fa", unit)]), write_2(story("fa", unit))):
        assert b"<target" not in data
        assert (only(data).target, only(data).is_done) == ((), False)


@BOTH
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_other_encodings_of_unicode_are_read(data: bytes, encoding: str) -> None:
    text = data.decode().replace("UTF-8", encoding.removesuffix("-sig"), 1)
    assert only(text.encode(encoding)).target == TARGET.flow


@BOTH
def test_what_programs_add_is_read_through(data: bytes) -> None:
    text = changed(
        data,
        ("دریا ", "<![CDATA[دریا ]]>"),
        ("<source", '<source xmlns:own="urn:own" own:seen="1"'),
        (" &lt;ساحل&gt; ", '<mrk id="m1" mtype="seg"> &lt;ساحل&gt; </mrk><!-- seen -->'),
    )
    assert only(text).target == TARGET.flow


def test_segments_are_joined_in_their_order() -> None:
    segment = "<segment state='translated'><source>a</source><target{}>{}</target></segment>"
    ignorable = "<ignorable><source> </source></ignorable>"
    head = f"<xliff version='2.0' xmlns='{NAMESPACE_2}' srcLang='en' trgLang='fa'><file id='f'><unit id='title'>"
    tail = "</unit></file></xliff>"
    plain = head + segment.format("", "One") + ignorable + segment.format("", "two") + tail
    assert only(plain.encode()).target == ("One two",)
    turned = head + segment.format(" order='2'", "two") + segment.format(" order='1'", "One ") + tail
    assert only(turned.encode()).target == ("One two",)
    half = head + segment.format("", "One") + "<segment><source>b</source></segment>" + tail
    assert only(half.encode()).problem == "Some segments are not translated."


@BOTH
def test_an_element_that_never_left_is_named(data: bytes) -> None:
    assert "“script”" in only(changed(data, ("دریا ", "<script>x</script>"))).problem
    assert "“ph”" in only(changed(data, ("دریا ", '<ph id="9">javascript:x</ph>'))).problem


def test_what_a_file_says_of_a_code_is_never_read() -> None:
    forged = changed(TWO, ("https://example.org/", "javascript:alert(1)"))
    assert is_same(only(forged).target, TARGET.flow)
    assert Code(CodeKind.OPEN, "3") in only(forged).target


@BOTH
@pytest.mark.parametrize(
    "prolog",
    [
        "<!DOCTYPE xliff>",
        '<!DOCTYPE xliff SYSTEM "http://evil.example/x.dtd">',
        '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    ],
)
def test_any_document_type_is_refused(data: bytes, prolog: str) -> None:
    with pytest.raises(FileIsRefused, match="document type or entities"):
        read(changed(data, ("<xliff", prolog + "<xliff")))


def test_50_mb_and_deep_nesting_and_other_xml_are_refused() -> None:
    deep = "<g id='1'>" * (MOST_NESTED + 1) + "</g>" * (MOST_NESTED + 1)
    for data in (
        b"<" * 50 * 2**20,
        f"<xliff version='1.2' xmlns='{NAMESPACE_1}'><file>{deep}</file></xliff>".encode(),
        b"<html/>",
        b"",
        "<xliff/>".encode("utf-32"),
        ONE[:-20],
    ):
        with pytest.raises(FileIsRefused):
            read(data)


@pytest.mark.parametrize("key", ["title", KEY, "block:x y/ключ.2", "block:.2f./a"])
def test_names_of_texts_survive_the_format(key: str) -> None:
    assert key_of(id_of(key)) == key
    assert id_of(key).isascii()
