"""Captions in time: checks WebVTT before a player meets it (W3C WebVTT 1)."""

from __future__ import annotations

import io

import webvtt
from django.utils.translation import gettext as _
from webvtt.errors import MalformedCaptionError, MalformedFileError

from newsroom.text import clean_text

LONGEST = 500_000
"""Characters; a feature film has about 150,000."""


class CaptionsRefused(ValueError):
    """The text is not WebVTT that players read."""


def check_captions(text: str) -> str:
    """The captions, cleaned; an empty text stays empty.

    Raises CaptionsRefused, in words for the person who gave them.
    """
    if not text.strip():
        return ""
    if len(text) > LONGEST:
        raise CaptionsRefused(_("These captions are too long."))
    text = clean_text(text.lstrip("\ufeff"))
    try:
        cues = webvtt.from_buffer(io.StringIO(text)).captions
    except (MalformedFileError, MalformedCaptionError, ValueError) as error:
        raise CaptionsRefused(_("These captions are not WebVTT: the first line must be WEBVTT.")) from error
    if not cues:
        raise CaptionsRefused(_("These captions have no cue."))
    for cue in cues:
        if cue.end_in_seconds <= cue.start_in_seconds and cue.end <= cue.start:
            raise CaptionsRefused(_("The cue at {time} ends before it begins.").format(time=cue.start))
    return text


def words_of(captions: str) -> str:
    """What the cues say, one a line, without times and tags; empty for what no player could read."""
    if not captions.strip():
        return ""
    try:
        cues = webvtt.from_buffer(io.StringIO(captions)).captions
    except (MalformedFileError, MalformedCaptionError, ValueError):
        return ""
    return "\n".join(cue.text for cue in cues)
