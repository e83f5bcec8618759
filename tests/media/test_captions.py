"""Tests of captions in time."""

from __future__ import annotations

import pytest

from media.captions import LONGEST, CaptionsRefused, check_captions

CAPTIONS = "WEBVTT\n\n00:00.000 --> 00:03.000\nThirty years ago\n\n00:03.000 --> 00:06.000\nEvery summer\n"


def test_sound_captions_come_through_as_they_are() -> None:
    assert check_captions(CAPTIONS) == CAPTIONS


@pytest.mark.parametrize(
    "text",
    [
        CAPTIONS.replace("\n", "\r\n"),
        "\ufeff" + CAPTIONS,
        CAPTIONS.replace("WEBVTT", "WEBVTT - The shore"),
        CAPTIONS.replace("WEBVTT\n", "WEBVTT\n\nNOTE a note\n"),
        CAPTIONS.replace("00:00.000 -->", "first\n00:00.000 -->"),
        CAPTIONS.replace("00:03.000\nT", "00:03.000 align:start position:0%\nT"),
        CAPTIONS.replace("00:0", "00:00:0"),
        "WEBVTT\n\n00:00.000 --> 00:03.000\nآب\u200cها می\u200cروند\n",
    ],
)
def test_other_forms_of_the_standard_are_taken(text: str) -> None:
    assert check_captions(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n"])
def test_no_captions_are_no_fault(text: str) -> None:
    assert check_captions(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "no captions",
        "1\n00:00:00,000 --> 00:00:03,000\nSubRip\n",
        "webvtt\n\n00:00.000 --> 00:03.000\na\n",
        "WEBVTT",
        "WEBVTT\n\nNOTE only a note\n",
        "WEBVTT\n\n00:03.000 --> 00:01.000\nends before it begins\n",
        "WEBVTT\n\n00:03.000 --> 00:03.000\nends as it begins\n",
        "WEBVTT\n\nno --> time\na\n",
        "<script>alert(1)</script>",
        "\x00\x01\x02",
        "\ud800",
        CAPTIONS + "x" * LONGEST,
    ],
)
def test_what_no_player_reads_is_refused_in_words(text: str) -> None:
    with pytest.raises(CaptionsRefused, match=r"\w"):
        check_captions(text)


def test_the_cue_that_is_wrong_is_named() -> None:
    with pytest.raises(CaptionsRefused, match="00:00:05"):
        check_captions(CAPTIONS + "\n00:05.000 --> 00:04.000\na\n")


def test_characters_that_hide_are_taken_out() -> None:
    assert check_captions(CAPTIONS.replace("Thirty", "Thi\x00r\u202ety")) == CAPTIONS
