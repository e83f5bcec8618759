"""Tests of XLIFF that comes back as it left, as programs wrote it, and from those who mean harm."""

from __future__ import annotations

import pytest

from articles.translation.files.inline import Code, CodeKind, is_same, marked
from articles.translation.files.reading import MOST_LETTERS, MOST_UNITS, Returned, read
from articles.translation.files.values import Sent, SentStory, State, id_of, key_of
from articles.translation.files.writing import write_1, write_2
from newsroom.exchange.refusing import FileIsRefused
from newsroom.exchange.xliff import MOST_NESTED, NAMESPACE_1, NAMESPACE_2
from newsroom.languages import LANGUAGES
from tests.articles.translation.files.travellers import changed

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
    return SentStory(
        work="a-key", translation=5, source=3, story=4, headline="The sea falls", source_code="en", code=code,
        source_revision=7, revision=8, units=units or (sent(),),
    )  # fmt: skip


ONE, TWO = write_1(story()), write_2(story())
BOTH = pytest.mark.parametrize("data", [ONE, TWO], ids=["1.2", "2.0"])


def only(data: bytes) -> Returned:
    (returned,) = read(data)
    (unit,) = returned.units
    return unit


@pytest.mark.parametrize("code", [code for code in LANGUAGES if code != "en"])
def test_every_language_returns_as_it_left_in_both_versions(code: str) -> None:
    for data in (write_1(story(code)), write_2(story(code))):
        (returned,) = read(data)
        assert (returned.work, returned.translation, returned.source_code, returned.code) == ("a-key", 5, "en", code)
        assert (returned.source_revision, returned.revision) == (7, 8)
        assert returned.units == (Returned(KEY, "abc", TARGET.flow, is_done=True, is_reviewed=False, is_machine=False),)


def test_direction_is_told_where_the_format_has_it() -> None:
    assert b'srcDir="ltr" trgDir="rtl"' in TWO
    assert b'its:dir="rtl"' in ONE
    assert b'trgDir="ltr"' in write_2(story("ru"))


def test_what_a_machine_made_says_so_there_and_back() -> None:
    for data in (write_1(story("fa", sent(is_machine=True))), write_2(story("fa", sent(is_machine=True)))):
        assert only(data).is_machine


def test_an_untranslated_text_has_no_target() -> None:
    unit = sent(target=(), state=State.INITIAL)
    for data in (write_1(story("fa", unit)), write_2(story("fa", unit))):
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


def two(*segments: str) -> bytes:
    """A document of 2.1 with one unit of these segments."""
    head = f"<xliff version='2.1' xmlns='{NAMESPACE_2}' srcLang='en' trgLang='fa'><file id='f'><unit id='title'>"
    return f"{head}{''.join(segments)}</unit></file></xliff>".encode()


def segment(target: str, attributes: str = "", state: str = "translated") -> str:
    return f"<segment state='{state}'><source>a</source><target{attributes}>{target}</target></segment>"


def test_segments_are_joined_in_their_order() -> None:
    ignorable = "<ignorable><source> </source></ignorable>"
    assert only(two(segment("One"), ignorable, segment("two"))).target == ("One two",)
    assert only(two(segment("two", " order='2'"), segment("One ", " order='1'"))).target == ("One two",)


def test_a_text_of_which_a_part_is_not_translated_is_named() -> None:
    for rest in ("<segment><source>b</source></segment>", segment("", state="initial")):
        assert only(two(segment("One"), rest)).problem == "Some segments are not translated."


def test_a_text_is_as_far_as_its_last_segment() -> None:
    reviewed, first = segment("a", state="final"), segment("b", state="initial")
    assert (only(two(reviewed)).is_done, only(two(reviewed)).is_reviewed) == (True, True)
    assert (only(two(reviewed, segment("b"))).is_done, only(two(reviewed, segment("b"))).is_reviewed) == (True, False)
    assert not only(two(reviewed, first)).is_done


def test_segments_of_which_none_is_translated_are_no_text() -> None:
    untouched = "<segment><source>a</source></segment><ignorable><source> </source></ignorable>"
    assert (only(two(untouched, untouched)).target, only(two(untouched, untouched)).problem) == ((), "")


def one(seg_source: str, target: str) -> bytes:
    """A document of 1.2 whose only unit a program cut into segments."""
    head = f"<xliff version='1.2' xmlns='{NAMESPACE_1}'><file original='k' source-language='en' target-language='fa'>"
    unit = f"<trans-unit id='title'><source>a b</source><seg-source>{seg_source}</seg-source>{target}"
    rest = "<alt-trans><target>something else</target></alt-trans></trans-unit>"
    return f"{head}<body><group>{unit}{rest}</group></body></file></xliff>".encode()


def test_marked_segments_are_read_as_one_text() -> None:
    marks = "<mrk mtype='seg' mid='1'>{}</mrk> <mrk mtype='seg' mid='2'>{}</mrk>"
    whole = one(marks.format("a", "b"), f"<target>{marks.format('One', 'two')}</target>")
    assert (only(whole).target, only(whole).problem) == (("One two",), "")
    for half in (marks.format("One", ""), "<mrk mtype='seg' mid='1'>One</mrk>"):
        cut = one(marks.format("a", "b"), f"<target>{half}</target>")
        assert only(cut).problem == "Some segments are not translated."


def test_codes_whose_ends_stand_apart_are_read() -> None:
    apart = two(segment("x <sc id='2'/>y"), segment("z<ec startRef='2'/>"))
    assert only(apart).target == ("x ", Code(CodeKind.OPEN, "2"), "yz", Code(CodeKind.CLOSE, "2"))
    old = one("", "<target><bx id='2'/>y<ex id='2'/></target>")
    assert only(old).target == (Code(CodeKind.OPEN, "2"), "y", Code(CodeKind.CLOSE, "2"))


def test_more_texts_than_any_story_has_are_refused() -> None:
    with pytest.raises(FileIsRefused, match=f"more than {MOST_UNITS} texts"):
        read(two(segment("x") + "</unit>" + "<unit id='a'/>" * MOST_UNITS + "<unit id='b'>"))


def test_a_name_that_stands_for_no_letter_stays_as_it_is() -> None:
    for name in ("a.d800.", "a.0.", "a.ffffff."):
        assert key_of(name) == name


def test_more_letters_than_any_story_has_are_refused() -> None:
    with pytest.raises(FileIsRefused, match="letters"):
        read(two(segment("x" * (MOST_LETTERS + 1))))


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


@BOTH
def test_a_unit_without_a_name_or_digest_is_read_as_it_is(data: bytes) -> None:
    lost = changed(data, ('id="block:0b1c.2f.speaker"', ""), ("<note ", "<other "), ("</note>", "</other>"))
    assert (only(lost).key, only(lost).digest) == ("", "")
    assert read(lost)[0].revision is None


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


def test_a_file_of_nothing_but_beginnings_is_refused_at_once() -> None:
    with pytest.raises(FileIsRefused):
        read(("<?xml" * 1_000_000).encode("utf-16"))


def test_a_name_that_is_no_letter_stays_as_it_was_written() -> None:
    assert key_of("block:x.d800.") == "block:x.d800."
