"""What engines of others call our languages. One that is not listed is not asked for, and never cut to a neighbour."""

from __future__ import annotations

from articles.translation.scripts import convert, is_pair, settled

THROUGH = {"sr-latn": "sr", "uz-cyrl": "uz"}
"""Languages for which the other script of the same language is asked, and the answer converted."""

DEEPL_SOURCES = {"en": "EN", "bg": "BG", "hu": "HU", "ro": "RO", "ru": "RU", "uk": "UK"}
DEEPL_TARGETS = {**DEEPL_SOURCES, "en": "EN-GB"}
DEEPL_MORE = {
    "az": "AZ", "ba": "BA", "be": "BE", "bs": "BS", "fa": "FA", "hr": "HR", "hy": "HY", "ka": "KA", "kk": "KK",
    "ky": "KY", "mk": "MK", "ps": "PS", "sq": "SQ", "sr": "SR", "tg": "TG", "tk": "TK", "tt": "TT", "ur": "UR",
    "uz": "UZ", "fa-af": "PRS",
}  # fmt: skip
"""Languages that some accounts have; asked for where the configuration names them."""
LIBRETRANSLATE = {
    "az": "az", "bg": "bg", "en": "en", "fa": "fa", "hu": "hu", "ky": "ky", "ro": "ro", "ru": "ru", "sq": "sq",
    "uk": "uk", "ur": "ur",
}  # fmt: skip
LIBRETRANSLATE_MORE = {
    "be": "be", "bs": "bs", "hr": "hr", "hy": "hy", "ka": "ka", "kk": "kk", "mk": "mk", "ps": "ps", "sr": "sr",
    "tg": "tg", "tk": "tk", "tt": "tt", "uz": "uz",
}  # fmt: skip
"""Languages of models that a server may have been given."""


def outward(text: str, source: str, *, is_html: bool) -> str:
    """A text of ours in the script in which an engine expects its language."""
    through = THROUGH.get(source)
    return convert(text, source, through, is_html=is_html) if through and is_pair(source, through) else text


def inward(text: str, target: str, *, is_html: bool) -> str:
    """An answer in the script of the language that was wanted."""
    return settled(text, target, is_html=is_html)
