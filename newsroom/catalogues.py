"""The catalogues of the interface's words: extracted, kept in step, compiled and checked with Babel.

`python -m newsroom.catalogues extract|compile|check`. Extraction writes every string of the program into every
catalogue (new ones empty); compilation makes the files that gettext reads; the check names what is missing or wrong.
Plural forms come from CLDR, not from Babel's gettext table, which has them wrong for Bashkir and Tatar.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir, extract_python
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from babel.plural import PluralRule, to_gettext

from newsroom.languages import DEFAULT, LANGUAGES, Language

ROOT = Path(__file__).resolve().parents[1]
LOCALE = ROOT / "locale"
SOURCES = ("newsroom", "articles", "media", "search")
METHODS = [("**/tests/**", "ignore"), ("**/migrations/**", "ignore"), ("**.py", "python"), ("**.html", "django")]
KEYWORDS: dict[str, Any] = {
    "_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
PLURAL_OVERRIDES = {"crh": {"one": "n is 1"}}
"""Plural rules (CLDR syntax) of languages that CLDR lacks."""
COMMENT_TAGS = ["Translators:"]
PLACEHOLDER = re.compile(r"{\w*}|%\(\w+\)[sd]|%[sd]")


def plural_rule(row: Language) -> PluralRule:
    """The language's plural categories."""
    if row.code in PLURAL_OVERRIDES:
        return PluralRule(PLURAL_OVERRIDES[row.code])
    return Locale.parse(row.cldr).plural_form


def plural_categories(row: Language) -> list[str]:
    """Names of the plural forms in the order in which a catalogue lists them (`one`, `few`, … `other`)."""
    order = ("zero", "one", "two", "few", "many", "other")
    tags = {*plural_rule(row).tags, "other"}
    return [name for name in order if name in tags]


def path_of(row: Language) -> Path:
    """Where the language's catalogue lies."""
    return LOCALE / row.gettext_name / "LC_MESSAGES" / "django.po"


def empty_catalogue(row: Language) -> Catalog:
    """A catalogue without messages, with the language's own plural forms in its header."""
    try:
        locale: Locale | None = Locale.parse(row.cldr)
    except UnknownLocaleError:
        locale = None
    catalogue = Catalog(locale=locale, project="Newsroom", charset="utf-8", header_comment=f"# {row.name}.")
    forms = to_gettext(plural_rule(row))
    # Babel has no setter for these two, and its own table is wrong for us.
    vars(catalogue)["_num_plurals"] = len(plural_categories(row))
    vars(catalogue)["_plural_expr"] = forms.partition("plural=")[2].rstrip(";")
    return catalogue


def read(row: Language) -> Catalog:
    """The language's catalogue as it lies on disk; an empty one where there is none."""
    catalogue = empty_catalogue(row)
    path = path_of(row)
    if path.exists():
        with path.open("rb") as file:
            for message in read_po(file, locale=None, ignore_obsolete=True):
                if message.id:
                    catalogue[message.id] = message
    return catalogue


def write(row: Language, catalogue: Catalog) -> None:
    """Puts the catalogue on disk, sorted, without dates and line numbers, so that changes are readable."""
    output = BytesIO()
    write_po(output, catalogue, sort_output=True, no_location=True, omit_header=True, ignore_obsolete=True, width=120)
    header = (
        f"# {row.name} ({row.tag}): {row.catalogue}.\n"
        'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
        f'"Language: {row.gettext_name}\\n"\n'
        f'"Plural-Forms: nplurals={catalogue.num_plurals}; plural={catalogue.plural_expr};\\n"\n\n'
    )
    path = path_of(row)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(header.encode() + output.getvalue())


def django(fileobj: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """Babel's extractor for Django templates: `templatize` turns tags into Python calls, in place."""
    from django.utils.translation.template import templatize

    source = templatize(fileobj.read().decode("utf-8"))
    yield from extract_python(BytesIO(source.encode("utf-8")), keywords, comment_tags, options)


def strings() -> Catalog:
    """Every string of the program that wants translation."""
    template = Catalog(charset="utf-8")
    for folder in SOURCES:
        if not (ROOT / folder).is_dir():
            continue
        found = extract_from_dir(
            ROOT / folder,
            [(pattern, "newsroom.catalogues:django" if method == "django" else method) for pattern, method in METHODS],
            keywords=KEYWORDS,
            comment_tags=COMMENT_TAGS,
        )
        for name, line, text, comments, context in found:
            template.add(text, None, [(f"{folder}/{name}", line)], auto_comments=comments, context=context)
    return template


def extract() -> int:
    """Brings every catalogue in step with the program's strings; returns how many wait for translation."""
    template, waiting = strings(), 0
    for row in LANGUAGES.values():
        if row == DEFAULT:
            continue
        known, fresh = read(row), empty_catalogue(row)
        for message in template:
            if not message.id:
                continue
            old = known.get(message.id, message.context)
            translation = old.string if old and isinstance(old.id, type(message.id)) else None
            fresh.add(message.id, translation, auto_comments=message.auto_comments, context=message.context)
            waiting += not translation or not all(translation if isinstance(translation, tuple) else [translation])
        write(row, fresh)
    return waiting


def compile_all() -> None:
    """Makes what gettext reads, also an empty one for English, which Django wants to see."""
    for row in LANGUAGES.values():
        path = path_of(row).with_suffix(".mo")
        path.parent.mkdir(parents=True, exist_ok=True)
        # Put in place whole: a server may be reading the one before.
        fresh = path.with_suffix(f".{os.getpid()}")
        with fresh.open("wb") as file:
            write_mo(file, read(row))
        fresh.replace(path)


def problems() -> list[str]:
    """What is wrong in the catalogues, a sentence each."""
    template = strings()
    wanted = {(message.id, message.context) for message in template if message.id}
    return [
        f"{row.gettext_name}: {problem}"
        for row in LANGUAGES.values()
        if row != DEFAULT
        for problem in _problems_of(row, wanted)
    ]


def _problems_of(row: Language, wanted: set[tuple[Any, Any]]) -> Iterator[str]:
    catalogue = read(row)
    have = {(message.id, message.context) for message in catalogue if message.id}
    yield from (f"lacks {key[0]!r}" for key in wanted - have)
    yield from (f"has {key[0]!r}, which the program does not use" for key in have - wanted)
    for message in catalogue:
        if message.id:
            yield from _problems_in(message, len(plural_categories(row)))


def _problems_in(message: Message, forms: int) -> Iterator[str]:
    sources = list(message.id) if isinstance(message.id, tuple | list) else [message.id]
    texts = list(message.string) if isinstance(message.string, tuple | list) else [message.string]
    if len(sources) > 1 and len(texts) != forms:
        yield f"{sources[0]!r} has {len(texts)} plural forms instead of {forms}"
    for text in texts:
        if not text:
            yield f"{sources[0]!r} is not translated"
        elif set(PLACEHOLDER.findall(text)) != set(PLACEHOLDER.findall(sources[-1])):
            yield f"{sources[0]!r} has other placeholders in {text!r}"


def main(arguments: list[str]) -> int:
    """Runs one of the three commands; 1 means that something is missing."""
    if arguments == ["extract"]:
        sys.stdout.write(f"{extract()} translations wait.\n")
        return 0
    if arguments == ["compile"]:
        compile_all()
        return 0
    if arguments == ["check"]:
        found = problems()
        sys.stdout.writelines(f"{problem}\n" for problem in found)
        return 1 if found else 0
    sys.stderr.write(f"{__doc__}\n")
    return 2


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
