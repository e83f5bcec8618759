"""Tests of the layout that ARCHITECTURE.md promises."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[1]
ROOMS = [name for name in ("newsroom", "articles", "media", "search") if (ROOT / name).is_dir()]
CODE = sorted(path for room in ROOMS for path in (ROOT / room).rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
LONGEST = 450
NAMES_THAT_SAY_NOTHING = {"util", "utils", "helper", "helpers", "core", "common", "misc"}
MIRROR_NO_FOLDER = {"browser", "edge", "elasticsearch", "rights"}
"""Folders of tests that stand across the tree."""
MIRROR_NO_MODULE = {
    "tests/test_architecture.py",
    "tests/articles/pages/test_every_language.py",
    "tests/articles/pages/test_leaks.py",
    "tests/articles/pages/test_queries.py",
    "tests/newsroom/demo/test_legal_words.py",
    "tests/search/indexing/test_faults.py",
    "tests/search/indexing/test_killing.py",
    "tests/search/test_relevance.py",
}
"""Tests of something that runs through many modules, or that is data and has no module."""
DOORS = {
    "babel": ("newsroom/formats/", "newsroom/languages.py", "newsroom/catalogues.py"),
    "PIL": ("media/", "newsroom/settings/", "newsroom/demo/images/"),
    "elasticsearch": ("search/",),
    "elastic_transport": ("search/",),
}


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported_by(path: Path) -> Iterator[str]:
    """The first part of the name of everything that a module imports, wherever it does so."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def folders_of(paths: list[Path]) -> list[Path]:
    return sorted({path.parent for path in paths})


def test_the_tree_is_found() -> None:
    assert len(CODE) > 50
    assert len(TESTS) > 10


def test_no_module_is_too_long() -> None:
    lengths = {relative(path): len(path.read_text(encoding="utf-8").splitlines()) for path in [*CODE, *TESTS]}
    long = {name: length for name, length in lengths.items() if length > LONGEST and "/migrations/" not in name}
    assert long == {}


def test_every_name_says_something() -> None:
    parts = {part for path in [*CODE, *TESTS] for part in Path(relative(path)).with_suffix("").parts}
    assert {part.removeprefix("test_") for part in parts} & NAMES_THAT_SAY_NOTHING == set()


def test_catalogues_lie_apart_from_code() -> None:
    assert [relative(path) for path in (ROOT / "locale").rglob("*.py")] == []


def test_every_folder_with_python_is_a_package() -> None:
    assert [relative(folder) for folder in folders_of([*CODE, *TESTS]) if not (folder / "__init__.py").is_file()] == []


def test_every_package_says_what_it_holds() -> None:
    packages = [folder / "__init__.py" for folder in folders_of([*CODE, *TESTS])]
    silent = [path for path in packages if path.is_file() and not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert [relative(path) for path in silent] == []


def test_every_module_says_what_it_holds() -> None:
    modules = [path for path in CODE if "migrations" not in path.parts]
    silent = [path for path in modules if not ast.get_docstring(ast.parse(path.read_text("utf-8")))]
    assert [relative(path) for path in silent] == []


def test_folders_of_tests_mirror_the_tree() -> None:
    folders = [folder.relative_to(ROOT / "tests") for folder in folders_of(TESTS)]
    astray = [folder for folder in folders if folder.parts and folder.parts[0] not in MIRROR_NO_FOLDER]
    assert [folder.as_posix() for folder in astray if not (ROOT / folder).is_dir()] == []


def test_every_test_stands_where_the_tested_module_stands() -> None:
    astray = []
    for path in TESTS:
        place = path.relative_to(ROOT / "tests")
        if (
            not path.name.startswith("test_")
            or place.parts[0] in MIRROR_NO_FOLDER
            or relative(path) in MIRROR_NO_MODULE
        ):
            continue
        if not any(tested.is_dir() or tested.with_suffix(".py").is_file() for tested in _tested_by(place)):
            astray.append(relative(path))
    assert astray == []


def _tested_by(place: Path) -> Iterator[Path]:
    """Where the module may stand that a test is named after; `test_importing_versions` is of `importing` too."""
    words = place.stem.removeprefix("test_").split("_")
    for folder in (place.parent, place.parent / "models", place.parent / "commands"):
        for length in range(len(words), 0, -1):
            yield ROOT / folder / "_".join(words[:length])


def test_exceptions_of_this_file_are_still_needed() -> None:
    assert [name for name in MIRROR_NO_MODULE if not (ROOT / name).is_file()] == []


def test_contracts_between_the_rooms_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.syspath_prepend(str(ROOT))
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True, no_logo=True) == 0


@pytest.mark.parametrize("library", DOORS)
def test_library_has_one_door(library: str) -> None:
    users = [relative(path) for path in CODE if library in imported_by(path)]
    assert [name for name in users if not name.startswith(DOORS[library])] == []


@pytest.mark.parametrize("library", [name for name in DOORS if "search" in ROOMS or not name.startswith("elastic")])
def test_library_with_a_door_is_used_behind_it(library: str) -> None:
    if library != "elastic_transport":
        assert any(library in imported_by(path) for path in CODE)
