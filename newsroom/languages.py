"""The table of languages: everything else about languages derives from these rows.

A row says how one language is addressed, written and formatted. Adding a row, a catalogue under `locale/` and a home
page adds a language. Facts: BCP 47 (RFC 5646), ISO 15924 scripts, CLDR; direction is a property of the script.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

RIGHT_TO_LEFT_SCRIPTS = frozenset({"Adlm", "Arab", "Hebr", "Nkoo", "Rohg", "Syrc", "Thaa"})

NEEDS_NATIVE_REVIEW = "needs native review"
REVIEWED = "reviewed"

LATIN_DIGITS = "0123456789"
EASTERN_ARABIC_DIGITS = "۰۱۲۳۴۵۶۷۸۹"

REGION = 2
"""Letters of an ISO 3166 code; a script has four."""

GREGORIAN = "gregorian"
SOLAR_HIJRI = "solar hijri"


@dataclass(frozen=True, slots=True)
class Language:
    """One language as readers, browsers, Django, Babel and search engines call it."""

    code: str
    """Its name in addresses and in Django: lower case, hyphens."""
    tag: str
    """Its BCP 47 tag, for `lang` attributes."""
    cldr: str
    """The CLDR locale whose data comes nearest."""
    name: str
    own_name: str
    script: str
    """ISO 15924."""
    hreflang: str | None
    """What search engines understand, or None where they know no code (a wrong neighbour is never given)."""
    fallbacks: tuple[str, ...] = ("en",)
    """Where a missing editorial text (a name, a caption) is taken from, in order."""
    digits: str = LATIN_DIGITS
    calendar: str = GREGORIAN
    catalogue: str = NEEDS_NATIVE_REVIEW
    """Whether a native editor has read the catalogue."""

    @property
    def direction(self) -> str:
        """`rtl` or `ltr`."""
        return "rtl" if self.is_right_to_left else "ltr"

    @property
    def is_right_to_left(self) -> bool:
        """Whether its script runs from right to left."""
        return self.script in RIGHT_TO_LEFT_SCRIPTS

    @property
    def gettext_name(self) -> str:
        """The folder of its catalogue under `locale/`, as Django's `to_locale` spells it (`sr_Latn`, `fa_AF`)."""
        base, _, rest = self.code.partition("-")
        if not rest:
            return base
        return f"{base}_{rest.upper() if len(rest) == REGION else rest.title()}"


_ROWS = (
    Language("en", "en", "en", "English", "English", "Latn", "en", fallbacks=(), catalogue=REVIEWED),
    Language("sq", "sq", "sq", "Albanian", "Shqip", "Latn", "sq"),
    Language("hy", "hy", "hy", "Armenian", "Հայերեն", "Armn", "hy"),
    Language("az", "az", "az_Latn", "Azerbaijani", "Azərbaycanca", "Latn", "az"),
    Language("ba", "ba", "ba", "Bashkir", "Башҡортса", "Cyrl", "ba", fallbacks=("tt", "ru", "en")),
    Language("be", "be", "be", "Belarusian", "Беларуская", "Cyrl", "be", fallbacks=("ru", "en")),
    Language("bs", "bs", "bs_Latn", "Bosnian", "Bosanski", "Latn", "bs", fallbacks=("hr", "sr-latn", "en")),
    Language("bg", "bg", "bg", "Bulgarian", "Български", "Cyrl", "bg"),
    Language("ce", "ce", "ce", "Chechen", "Нохчийн", "Cyrl", "ce", fallbacks=("ru", "en")),
    Language("crh", "crh-Latn", "crh", "Crimean Tatar", "Qırımtatarca", "Latn", None, fallbacks=("uk", "en")),
    Language("hr", "hr", "hr", "Croatian", "Hrvatski", "Latn", "hr", fallbacks=("bs", "sr-latn", "en")),
    Language(
        "fa-af", "fa-AF", "fa_AF", "Dari", "دری", "Arab", "fa-AF", ("fa", "en"), EASTERN_ARABIC_DIGITS, SOLAR_HIJRI
    ),
    Language("ka", "ka", "ka", "Georgian", "ქართული", "Geor", "ka"),
    Language("hu", "hu", "hu", "Hungarian", "Magyar", "Latn", "hu"),
    Language("kk", "kk", "kk_Cyrl", "Kazakh", "Қазақша", "Cyrl", "kk", fallbacks=("ru", "en")),
    Language("ky", "ky", "ky", "Kyrgyz", "Кыргызча", "Cyrl", "ky", fallbacks=("ru", "en")),
    Language("mk", "mk", "mk", "Macedonian", "Македонски", "Cyrl", "mk"),
    Language("cnr", "cnr", "sr_Latn_ME", "Montenegrin", "Crnogorski", "Latn", None, ("sr-latn", "bs", "en")),
    Language("ps", "ps", "ps", "Pashto", "پښتو", "Arab", "ps", ("fa-af", "en"), EASTERN_ARABIC_DIGITS, SOLAR_HIJRI),
    Language("fa", "fa", "fa", "Persian", "فارسی", "Arab", "fa", ("fa-af", "en"), EASTERN_ARABIC_DIGITS, SOLAR_HIJRI),
    Language("ro", "ro", "ro", "Romanian", "Română", "Latn", "ro"),
    Language("ru", "ru", "ru", "Russian", "Русский", "Cyrl", "ru"),
    Language("sr", "sr", "sr_Cyrl", "Serbian", "Српски", "Cyrl", "sr", fallbacks=("sr-latn", "en")),
    Language("sr-latn", "sr-Latn", "sr_Latn", "Serbian (Latin)", "Srpski", "Latn", "sr-Latn", ("bs", "hr", "en")),
    Language("tg", "tg", "tg", "Tajik", "Тоҷикӣ", "Cyrl", "tg", fallbacks=("ru", "en")),
    Language("tt", "tt", "tt", "Tatar", "Татарча", "Cyrl", "tt", fallbacks=("ru", "en")),
    Language("tk", "tk", "tk", "Turkmen", "Türkmençe", "Latn", "tk"),
    Language("uk", "uk", "uk", "Ukrainian", "Українська", "Cyrl", "uk"),
    Language("ur", "ur", "ur", "Urdu", "اردو", "Arab", "ur"),
    Language("uz", "uz", "uz_Latn", "Uzbek", "Oʻzbekcha", "Latn", "uz"),
    Language("uz-cyrl", "uz-Cyrl", "uz_Cyrl", "Uzbek (Cyrillic)", "Ўзбекча", "Cyrl", "uz-Cyrl", ("ru", "en")),
)

LANGUAGES: dict[str, Language] = {row.code: row for row in _ROWS}
DEFAULT = LANGUAGES["en"]


def language(code: str) -> Language:
    """The row of `code`, whatever its case; English for a code that the table does not have."""
    return LANGUAGES.get(code.lower().replace("_", "-"), DEFAULT)


def known(code: str) -> bool:
    """Whether the table has this very code, as addresses spell it."""
    return code in LANGUAGES


def by_tag(tag: str) -> Language | None:
    """The row with this BCP 47 tag, compared without case; its code is accepted for it."""
    wanted = tag.lower()
    return next((row for row in _ROWS if wanted in (row.tag.lower(), row.code)), None)


def chain(code: str) -> tuple[str, ...]:
    """The codes in which a text for `code` is looked for: itself, then its editorial fallbacks."""
    return (code, *language(code).fallbacks)


def django_languages() -> list[tuple[str, str]]:
    """Django's LANGUAGES and Wagtail's WAGTAIL_CONTENT_LANGUAGES."""
    return [(row.code, row.name) for row in _ROWS]


def right_to_left_codes() -> list[str]:
    """Django's LANGUAGES_BIDI: the codes of the table, and `ar` and `he` for the admin's own translations."""
    return [*(row.code for row in _ROWS if row.is_right_to_left), "ar", "he", "ug"]


def language_information() -> dict[str, dict[str, object]]:
    """Rows for `django.conf.locale.LANG_INFO`: it lacks some codes and has `az` as right-to-left."""
    return {
        row.code: {"bidi": row.is_right_to_left, "code": row.code, "name": row.name, "name_local": row.own_name}
        for row in _ROWS
    }


def best_match(accept_language: str, available: set[str]) -> str | None:
    """The available code that an Accept-Language header (RFC 9110, 12.5.4) wants most, or None.

    A tag matches its own row first, then the row of ever shorter prefixes (`ru-UA` finds `ru`, `sr-Latn-RS` finds
    `sr-latn`). `*` and unreadable parts match nothing.
    """
    for tag in _wanted_tags(accept_language[:1000]):
        parts = tag.split("-")
        for length in range(len(parts), 0, -1):
            row = by_tag("-".join(parts[:length]))
            if row and row.code in available:
                return row.code
    return None


def _wanted_tags(header: str) -> Iterator[str]:
    """The tags of an Accept-Language header, the most wanted first; those with `q=0` are left out."""
    weighted = []
    for position, part in enumerate(header.split(",")):
        tag, _, parameter = part.strip().partition(";")
        try:
            weight = float(parameter.strip().lower().removeprefix("q=")) if parameter else 1.0
        except ValueError:
            continue
        if tag and 0 < weight <= 1:
            weighted.append((-weight, position, tag.strip().lower()))
    return (tag for _, _, tag in sorted(weighted))
