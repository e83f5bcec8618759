"""In which language a notice is read where its own text is missing: the legal chain, apart from the editorial one.

The other script of the same language comes first, then a language that readers of the notice are sure to read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext, override

from articles.legal.values import Notice, Text
from newsroom.languages import LANGUAGES

LEGAL_CHAIN: dict[str, tuple[str, ...]] = {
    "az": ("ru",),
    "ba": ("ru", "tt"),
    "be": ("ru",),
    "bg": ("ru",),
    "bs": ("hr", "sr-latn", "cnr"),
    "ce": ("ru",),
    "cnr": ("sr-latn", "bs", "hr"),
    "crh": ("uk", "ru"),
    "fa": ("fa-af",),
    "fa-af": ("fa",),
    "hr": ("bs", "sr-latn", "cnr"),
    "hy": ("ru",),
    "ka": ("ru",),
    "kk": ("ru",),
    "ky": ("ru",),
    "ps": ("fa-af", "fa"),
    "sr": ("sr-latn", "bs"),
    "sr-latn": ("sr", "bs", "hr"),
    "tg": ("ru", "fa"),
    "tk": ("ru",),
    "tt": ("ru",),
    "uk": ("ru",),
    "ur": ("en",),
    "uz": ("uz-cyrl", "ru"),
    "uz-cyrl": ("uz", "ru"),
}


def legal_chain(code: str, source: str = "en") -> Iterator[str]:
    """The languages in which the words are looked for, in order: its own, its chain, English, the source, any other."""
    yield from dict.fromkeys((code, *LEGAL_CHAIN.get(code, ()), "en", source, *LANGUAGES))


def text_for(notice: Notice, code: str) -> Text:
    """The words for a page in this language; never nothing: without any text, a sentence that points to the notices."""
    texts: Mapping[str, Text] = notice.texts
    for candidate in legal_chain(code, notice.source_language):
        if candidate in texts:
            return texts[candidate]
    return last_resort(code)


def last_resort(code: str) -> Text:
    """Words of the program itself, for a notice of which no text can be had."""
    with override(code):
        heading, body = gettext("Legal notice"), gettext("The law where you are may apply to you as a reader.")
        return Text(code, heading, f"<p>{body}</p>")
