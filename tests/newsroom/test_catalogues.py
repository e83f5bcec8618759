"""Tests of the catalogues: those that are shipped, and the tools that keep them."""

from __future__ import annotations

import gettext as standard_gettext
import unicodedata
from pathlib import Path

import pytest
from babel import Locale
from babel.messages import Catalog, Message
from django.utils.translation import ngettext, npgettext, override

from newsroom import catalogues
from newsroom.languages import LANGUAGES, Language

TRANSLATED = [row for row in LANGUAGES.values() if row.code != "en"]
COUNTS = [*range(26), 101, 111, 1000]
SCRIPTS = {"Arab": "ARABIC", "Armn": "ARMENIAN", "Cyrl": "CYRILLIC", "Geor": "GEORGIAN", "Latn": "LATIN"}
SAME_IN_LATIN_SCRIPT = {
    "video", "format", "agency", "portal", "text", "tag", "region", "document", "moment", "draft",
    "embargo", "embargo…", "link: {address}",
}  # fmt: skip
"""Words that a language in Latin letters may share with English."""
CATEGORIES = {
    "ru": {1: "one", 2: "few", 4: "few", 5: "many", 11: "many", 12: "many", 21: "one", 22: "few", 101: "one"},
    "uk": {0: "many", 1: "one", 3: "few", 5: "many", 14: "many", 24: "few", 25: "many", 1000: "many"},
    "be": {1: "one", 2: "few", 5: "many", 11: "many", 21: "one"},
    "sr": {1: "one", 2: "few", 5: "other", 11: "other", 21: "one", 101: "one"},
    "cnr": {1: "one", 2: "few", 5: "other", 12: "other", 22: "few"},
    "ro": {0: "few", 1: "one", 2: "few", 19: "few", 20: "other", 101: "few"},
    "fa": {0: "one", 1: "one", 2: "other"},
    "hy": {0: "one", 1: "one", 2: "other"},
    "mk": {1: "one", 2: "other", 11: "other", 21: "one"},
    "crh": {0: "other", 1: "one", 2: "other"},
    "kk": {0: "other", 1: "one", 2: "other"},
    "ba": {0: "other", 1: "other", 2: "other"},
    "tt": {1: "other", 2: "other"},
    "tg": {1: "other", 2: "other"},
}
PROGRAM = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext, npgettext, pgettext

GREETING = _("Hello {name}")
# Translators: a verb.
VERB = pgettext("verb", "Open")
BOOKS = ngettext("{count} book", "{count} books", 2)
NOTES = npgettext("music", "{count} note", "{count} notes", 2)
LAZY = gettext_lazy("Later")
NOT_OURS = print("Not for translation")
"""
TEMPLATE = """{% load i18n %}<p title="{% translate "Front" %}">{% translate "Open" context "adjective" %}</p>
{% phrase _("By {author}") author=author %} Plain words
{% blocktranslate count n=total %}{{ n }} page{% plural %}{{ n }} pages{% endblocktranslate %}"""
WORDS: set[tuple[str | tuple[str, ...], str | None]] = {
    ("Hello {name}", None),
    ("Open", "verb"),
    ("Open", "adjective"),
    (("{count} book", "{count} books"), None),
    (("{count} note", "{count} notes"), "music"),
    ("Later", None),
    ("Front", None),
    ("By {author}", None),
    (("%(n)s page", "%(n)s pages"), None),
}
TRANSLATIONS: dict[tuple[str | tuple[str, ...], str | None], str | tuple[str, ...]] = {
    ("Hello {name}", None): "Привет, {name}",
    ("Open", "verb"): "Открыть",
    ("Open", "adjective"): "Открыто",
    (("{count} book", "{count} books"), None): ("{count} книга", "{count} книги", "{count} книг", "{count} книги"),
    (("{count} note", "{count} notes"), "music"): ("{count} нота", "{count} ноты", "{count} нот", "{count} ноты"),
    ("Later", None): "Позже",
    ("Front", None): "Главная",
    ("By {author}", None): "Автор: {author}",
    (("%(n)s page", "%(n)s pages"), None): ("%(n)s лист", "%(n)s листа", "%(n)s листов", "%(n)s листа"),
}


def each_row(rows: list[Language]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", rows, ids=lambda row: row.code)


def texts_of(message: Message | None) -> list[str]:
    assert message is not None
    return list(message.string) if isinstance(message.string, tuple | list) else [message.string or ""]


def texts_for(catalogue: Catalog, words: str | tuple[str, ...], context: str | None = None) -> list[str]:
    return texts_of(catalogue.get(words, context))


def sources_of(message: Message) -> list[str]:
    return list(message.id) if isinstance(message.id, tuple | list) else [message.id]


def words_of(text: str) -> str:
    """What stands outside the placeholders."""
    return catalogues.PLACEHOLDER.sub(" ", text)


class TestShippedCatalogues:
    def test_nothing_is_missing_or_wrong(self) -> None:
        assert catalogues.problems() == []

    @each_row(TRANSLATED)
    def test_no_english_is_left_over(self, row: Language) -> None:
        left = [
            message.id
            for message in catalogues.read(row)
            if message.id
            and texts_of(message) == sources_of(message)
            and any(character.isalpha() for character in words_of(sources_of(message)[0]))
            and not (row.script == "Latn" and sources_of(message)[0].lower() in SAME_IN_LATIN_SCRIPT)
        ]
        assert left == []

    @each_row(TRANSLATED)
    def test_every_text_is_in_the_script_of_its_language(self, row: Language) -> None:
        foreign = [
            text
            for message in catalogues.read(row)
            for text in texts_of(message)
            if message.id
            and any(character.isalpha() for character in words_of(text))
            and not any(unicodedata.name(character, "").startswith(SCRIPTS[row.script]) for character in words_of(text))
        ]
        assert foreign == []

    @each_row(TRANSLATED)
    def test_header_tells_the_plural_forms_of_cldr(self, row: Language) -> None:
        header = catalogues.path_of(row).read_text(encoding="utf-8").split("\n\n")[0]
        assert f"nplurals={len(catalogues.plural_categories(row))};" in header
        assert f"Language: {row.gettext_name}\\n" in header


class TestPluralForms:
    @each_row([row for row in LANGUAGES.values() if row.code != "crh"])
    def test_categories_are_those_of_cldr(self, row: Language) -> None:
        assert set(catalogues.plural_categories(row)) == {*Locale.parse(row.cldr).plural_form.tags, "other"}

    @pytest.mark.parametrize(
        ("code", "count", "category"),
        [(code, count, category) for code, row in CATEGORIES.items() for count, category in row.items()],
    )
    def test_count_is_of_its_category(self, code: str, count: int, category: str) -> None:
        assert catalogues.plural_rule(LANGUAGES[code])(count) == category

    @each_row(list(LANGUAGES.values()))
    def test_compiled_file_finds_the_form_of_the_category(self, row: Language) -> None:
        with catalogues.path_of(row).with_suffix(".mo").open("rb") as file:
            form_of = standard_gettext.GNUTranslations(file).plural  # type: ignore[attr-defined]  # set by its parser
        categories, rule = catalogues.plural_categories(row), catalogues.plural_rule(row)
        assert [categories[form_of(count)] for count in COUNTS] == [rule(count) for count in COUNTS]

    @each_row(TRANSLATED)
    def test_django_gives_the_text_of_the_category(self, row: Language) -> None:
        categories, rule, catalogue = (
            catalogues.plural_categories(row),
            catalogues.plural_rule(row),
            catalogues.read(row),
        )
        hours = texts_for(catalogue, ("{count} hour", "{count} hours"))
        people = ("{organisation} correspondent {people}", "{organisation} correspondents {people}")
        correspondents = texts_for(catalogue, people, "credit line")
        assert len(hours) == len(correspondents) == len(categories)
        with override(row.code):
            for count in COUNTS:
                form = categories.index(rule(count))
                assert ngettext("{count} hour", "{count} hours", count) == hours[form]
                assert npgettext("credit line", *people, count) == correspondents[form]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of two files that wants to be in Russian and Tatar as well."""
    (tmp_path / "newsroom" / "templates").mkdir(parents=True)
    (tmp_path / "newsroom" / "migrations").mkdir()
    (tmp_path / "newsroom" / "words.py").write_text(PROGRAM, encoding="utf-8")
    (tmp_path / "newsroom" / "templates" / "page.html").write_text(TEMPLATE, encoding="utf-8")
    (tmp_path / "newsroom" / "migrations" / "one.py").write_text('_("In a migration")', encoding="utf-8")
    monkeypatch.setattr(catalogues, "ROOT", tmp_path)
    monkeypatch.setattr(catalogues, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(catalogues, "LANGUAGES", {code: LANGUAGES[code] for code in ("en", "ru", "tt")})
    return tmp_path


def translate(code: str = "ru", **changes: str) -> None:
    """Writes the Russian catalogue, with other texts for some of the words."""
    row = LANGUAGES[code]
    catalogue = catalogues.empty_catalogue(row)
    for (words, context), text in TRANSLATIONS.items():
        catalogue.add(words, changes.get(str(words), text), context=context)
    catalogues.write(row, catalogue)


def problems_of_russian() -> list[str]:
    return [problem for problem in catalogues.problems() if problem.startswith("ru: ")]


@pytest.mark.usefixtures("program")
class TestExtraction:
    def test_strings_of_python_and_templates_are_found_with_their_context(self) -> None:
        assert {(message.id, message.context) for message in catalogues.strings() if message.id} == WORDS

    def test_remark_for_translators_comes_along(self) -> None:
        message = catalogues.strings().get("Open", "verb")
        assert message is not None
        assert message.auto_comments == ["Translators: a verb."]

    def test_every_catalogue_gets_every_string_and_waits_for_translation(self) -> None:
        assert catalogues.extract() == 2 * len(WORDS)
        for code in ("ru", "tt"):
            found = catalogues.read(LANGUAGES[code])
            assert {(message.id, message.context) for message in found if message.id} == WORDS
        assert not catalogues.path_of(LANGUAGES["en"]).exists()

    def test_translations_survive_and_obsolete_ones_go(self, program: Path) -> None:
        translate()
        (program / "newsroom" / "words.py").write_text('_("Hello {name}")\n_("New")', encoding="utf-8")
        catalogues.extract()
        found = catalogues.read(LANGUAGES["ru"])
        assert texts_for(found, "Hello {name}") == ["Привет, {name}"]
        assert texts_for(found, "New") == [""]
        assert found.get("Later") is None
        assert texts_for(found, "Open", "adjective") == ["Открыто"]

    def test_string_that_becomes_plural_waits_anew(self, program: Path) -> None:
        translate()
        (program / "newsroom" / "words.py").write_text('ngettext("Later", "Much later", 2)', encoding="utf-8")
        catalogues.extract()
        assert texts_for(catalogues.read(LANGUAGES["ru"]), ("Later", "Much later")) == [""] * 4

    def test_extracting_twice_changes_nothing(self) -> None:
        translate()
        catalogues.extract()
        before = catalogues.path_of(LANGUAGES["ru"]).read_bytes()
        catalogues.extract()
        assert catalogues.path_of(LANGUAGES["ru"]).read_bytes() == before


@pytest.mark.usefixtures("program")
class TestProblems:
    def test_complete_catalogue_has_none(self) -> None:
        translate()
        assert problems_of_russian() == []

    def test_language_without_a_catalogue_lacks_everything(self) -> None:
        assert len(problems_of_russian()) == len(WORDS)
        assert "ru: lacks 'Later'" in problems_of_russian()

    def test_missing_string_is_named(self, program: Path) -> None:
        translate()
        (program / "newsroom" / "more.py").write_text('_("New")', encoding="utf-8")
        assert problems_of_russian() == ["ru: lacks 'New'"]

    def test_string_in_another_context_is_another_string(self, program: Path) -> None:
        translate()
        (program / "newsroom" / "more.py").write_text('pgettext("noun", "Open")', encoding="utf-8")
        assert problems_of_russian() == ["ru: lacks 'Open'"]

    def test_empty_translation_is_named(self) -> None:
        translate(Later="")
        assert problems_of_russian() == ["ru: 'Later' is not translated"]

    def test_obsolete_string_is_named(self, program: Path) -> None:
        translate()
        (program / "newsroom" / "templates" / "page.html").write_text("", encoding="utf-8")
        assert "ru: has 'Front', which the program does not use" in problems_of_russian()
        assert len(problems_of_russian()) == 4

    @pytest.mark.parametrize("text", ["Привет", "Привет, {имя}", "Привет, {name} {name2}", "Привет, {}"])
    def test_other_placeholders_are_named(self, text: str) -> None:
        translate(**{"Hello {name}": text})
        assert problems_of_russian() == [f"ru: 'Hello {{name}}' has other placeholders in {text!r}"]

    def test_wrong_number_of_plural_forms_is_named(self) -> None:
        translate()
        path = catalogues.path_of(LANGUAGES["ru"])
        text = (
            path.read_text(encoding="utf-8")
            .replace("nplurals=4", "nplurals=3")
            .replace('msgstr[3] "{count} книги"\n', "")
        )
        path.write_text(text.replace('msgstr[3] "{count} ноты"\n', "").replace('msgstr[3] "%(n)s листа"\n', ""))
        assert "ru: '{count} book' has 3 plural forms instead of 4" in problems_of_russian()


@pytest.mark.usefixtures("program")
class TestCommands:
    def test_compiled_catalogue_speaks_with_the_plurals_of_cldr(self) -> None:
        translate()
        assert catalogues.main(["compile"]) == 0
        with catalogues.path_of(LANGUAGES["ru"]).with_suffix(".mo").open("rb") as file:
            russian = standard_gettext.GNUTranslations(file)
        assert russian.gettext("Later") == "Позже"
        assert russian.pgettext("verb", "Open") == "Открыть"
        spoken = [
            russian.ngettext("{count} book", "{count} books", count).format(count=count) for count in (1, 3, 5, 21)
        ]
        assert spoken == ["1 книга", "3 книги", "5 книг", "21 книга"]

    def test_english_gets_an_empty_file_so_that_django_knows_it(self) -> None:
        catalogues.compile_all()
        assert catalogues.path_of(LANGUAGES["en"]).with_suffix(".mo").stat().st_size

    def test_check_lists_the_problems_and_fails(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert catalogues.main(["check"]) == 1
        assert "tt: lacks 'Later'\n" in capsys.readouterr().out

    def test_check_of_a_program_without_words_passes(self, program: Path) -> None:
        for path in (program / "newsroom").rglob("*.*"):
            path.write_text("", encoding="utf-8")
        assert catalogues.main(["check"]) == 0

    def test_extraction_says_how_many_wait(self, capsys: pytest.CaptureFixture[str]) -> None:
        translate()
        assert catalogues.main(["extract"]) == 0
        assert capsys.readouterr().out == f"{len(WORDS)} translations wait.\n"

    @pytest.mark.parametrize("arguments", [[], ["extrakt"], ["check", "ru"]])
    def test_other_commands_get_the_explanation(self, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
        assert catalogues.main(arguments) == 2
        assert "extract|compile|check" in capsys.readouterr().err
