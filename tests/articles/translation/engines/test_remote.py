"""Tests of engines of others, asked over a real connection."""

from __future__ import annotations

import pytest

from articles.translation.engines.interface import EngineFailed, EngineIsAway, EngineRefused, LanguageNotOffered
from articles.translation.engines.remote import DeepL, LibreTranslate
from newsroom.languages import LANGUAGES
from tests.articles.translation.engines import servers

RICH = '<p>The <a linktype="page" id="3">sea</a> fell by <b>42</b> metres &amp; more.</p>'


def test_libretranslate_is_asked_in_its_own_words() -> None:
    with servers.serving(servers.libretranslate) as (address, met):
        engine = LibreTranslate(address, "a key")
        made = engine.translate(["The sea", RICH, "Aktau"], "en", "ru", is_html=[False, True, False])
    assert made == ["ru The sea", RICH.replace("<p>", "<p>ru "), "ru Aktau"]
    assert [(path, body["format"]) for path, _, body in met] == [("/translate", "text"), ("/translate", "html")]
    assert met[0][2] == {
        "q": ["The sea", "Aktau"],
        "source": "en",
        "target": "ru",
        "format": "text",
        "api_key": "a key",
    }


def test_deepl_is_asked_in_its_own_words() -> None:
    with servers.serving(servers.deepl) as (address, met):
        made = DeepL(address + "/", "a key").translate(["The sea", RICH], "en", "uk", is_html=[False, True])
    assert made == ["UK The sea", RICH.replace("<p>", "<p>UK ")]
    path, headers, body = met[1]
    assert (path, headers["Authorization"]) == ("/v2/translate", "DeepL-Auth-Key a key")
    assert body == {
        "text": ['<p>The <a n="0">sea</a> fell by <b>42</b> metres &amp; more.</p>'],
        "source_lang": "EN",
        "target_lang": "UK",
        "tag_handling": "html",
    }


def test_many_texts_go_in_few_questions() -> None:
    with servers.serving(servers.libretranslate) as (address, met):
        made = LibreTranslate(address).translate([f"Text {n}" for n in range(60)], "en", "ru", is_html=[False] * 60)
    assert made == [f"ru Text {n}" for n in range(60)]
    assert [len(body["q"]) for _, _, body in met] == [25, 25, 10]


HOSTILE = {
    "one text too few": servers.texts(),
    "one text too many": servers.texts("a", "b"),
    "a number": servers.texts(7),
    "nothing": servers.saying(b""),
    "no JSON": servers.saying(b"<html>Bad gateway</html>"),
    "nested JSON": servers.saying(b"[" * 100_000),
    "a list": servers.saying(b"[]"),
    "no text": servers.saying(b'{"translatedText": null}'),
    "too many questions": servers.saying(b"", 429),
    "a failure": servers.saying(b"", 500),
    "a redirection to a file": servers.saying(b"", 302, Location="file:///etc/passwd"),
    "50 MB": servers.endless,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_answer_that_is_none_is_a_named_error(name: str) -> None:
    with servers.serving(HOSTILE[name]) as (address, _), pytest.raises(EngineFailed):
        LibreTranslate(address, seconds=5).translate(["The sea"], "en", "ru", is_html=[False])


def test_redirection_is_not_followed() -> None:
    with servers.serving(servers.libretranslate) as (other, asked):
        moved = servers.saying(b"", 307, Location=f"{other}/translate")
        with servers.serving(moved) as (address, _), pytest.raises(EngineFailed):
            LibreTranslate(address).translate(["The sea"], "en", "ru", is_html=[False])
    assert asked == []


def test_answer_that_trickles_is_not_waited_for() -> None:
    with servers.serving(servers.slow) as (address, _), pytest.raises(EngineIsAway):
        LibreTranslate(address, seconds=0.3).translate(["The sea"], "en", "ru", is_html=[False])


def test_nobody_at_the_address_is_a_named_error() -> None:
    with pytest.raises(EngineIsAway):
        LibreTranslate("http://127.0.0.1:1", seconds=1).translate(["The sea"], "en", "ru", is_html=[False])


@pytest.mark.parametrize(("status", "error"), [(403, EngineRefused), (456, EngineRefused), (400, LanguageNotOffered)])
def test_refusal_has_its_own_name(status: int, error: type[Exception]) -> None:
    with servers.serving(servers.saying(b"", status)) as (address, _), pytest.raises(error):
        DeepL(address, "key").translate(["The sea"], "en", "ru", is_html=[False])


def test_key_and_texts_are_in_no_log_and_no_message(caplog: pytest.LogCaptureFixture) -> None:
    for answer in (servers.saying(b"secret words", 500), servers.saying(b"not json"), servers.endless):
        with servers.serving(answer) as (address, _), pytest.raises(EngineFailed) as raised:
            DeepL(address, "k3y-of-ours").translate(["secret words"], "en", "ru", is_html=[False])
        told = caplog.text + str(raised.value) + repr(raised.value)
        assert "k3y-of-ours" not in told
        assert "secret words" not in told


BAD_MARKUP = {
    "a script": '<p>Море <a n="0">там</a><script>alert(1)</script></p>',
    "an event": '<p onclick="alert(1)">Море <a n="0" onclick="x()">там</a></p>',
    "an address": '<p>Море <a n="0" href="javascript:alert(1)">там</a></p>',
    "a picture": '<p>Море <a n="0">там</a><img src=x onerror=alert(1)></p>',
    "a frame": '<p>Море <a n="0">там</a><iframe src="https://evil.example"></iframe></p>',
    "another link": '<p>Море <a n="0">там</a> <a href="https://evil.example">тут</a> <a n="9">вот</a></p>',
}


@pytest.mark.parametrize("name", BAD_MARKUP)
def test_markup_that_was_not_sent_does_not_come_in(name: str) -> None:
    with servers.serving(servers.texts(BAD_MARKUP[name])) as (address, _):
        [made] = LibreTranslate(address).translate(
            ['<p>The sea <a href="https://example.org/">there</a></p>'], "en", "ru", is_html=[True]
        )
    assert made is not None
    assert '<a href="https://example.org/">там</a>' in made
    for bad in ("script", "alert", "onclick", "img", "iframe", "evil", "javascript"):
        assert bad not in made


@pytest.mark.parametrize(
    "said", ["", "<p></p>", "<p>Море</p>", '<p>a</p><p><a n="0">b</a></p>', '<p><a n="0">a</a><a n="0">b</a></p>']
)
def test_answer_that_lost_a_link_or_the_frame_is_not_used(said: str) -> None:
    with servers.serving(servers.texts(said)) as (address, _):
        made = LibreTranslate(address).translate(
            ['<p>The <a href="https://example.org/">sea</a></p>'], "en", "ru", is_html=[True]
        )
    assert made == [None]


def test_overrides_and_controls_are_taken_out_of_a_line() -> None:
    with servers.serving(servers.texts("Мо\u202eре\x00\nждет")) as (address, _):
        assert LibreTranslate(address).translate(["The sea"], "en", "ru", is_html=[False]) == ["Море ждет"]


@pytest.mark.parametrize("code", list(LANGUAGES))
def test_language_is_asked_by_a_name_of_its_own_or_not_at_all(code: str) -> None:
    for engine in (LibreTranslate("http://127.0.0.1:1"), DeepL("http://127.0.0.1:1")):
        if not engine.offers("en", code):
            with pytest.raises(LanguageNotOffered):
                engine.translate(["The sea"], "en", code, is_html=[False])


def test_other_script_is_converted_and_never_cut_to_its_neighbour() -> None:
    def cyrillic(handler: servers.Handler, body: dict) -> None:
        handler.say_json({"translatedText": ["Море не чека"]})

    def latin(handler: servers.Handler, body: dict) -> None:
        handler.say_json({"translatedText": ["Dengiz kutmaydi"]})

    with servers.serving(cyrillic) as (address, met):
        engine = LibreTranslate(address, languages={"en", "sr"})
        assert engine.translate(["The sea"], "en", "sr-latn", is_html=[False]) == ["More ne čeka"]
        assert met[0][2]["target"] == "sr"
        engine.translate(["More ne čeka"], "sr-latn", "en", is_html=[False])
        assert (met[1][2]["source"], met[1][2]["q"]) == ("sr", ["Море не чека"])
    with servers.serving(latin) as (address, _):
        engine = LibreTranslate(address, languages={"en", "uz"})
        assert engine.translate(["The sea"], "en", "uz-cyrl", is_html=[False]) == ["Денгиз кутмайди"]
    assert not LibreTranslate(address).offers("en", "uz-cyrl")
