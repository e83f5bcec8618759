"""Tests of the command import_stories."""

from __future__ import annotations

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from articles.pages.article import ArticlePage
from tests.story_files import everything_kept, story_item, translation_item, write_items

pytestmark = pytest.mark.django_db


def run(*arguments: str | Path) -> tuple[str, str]:
    out, err = StringIO(), StringIO()
    call_command("import_stories", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()


def run_refused(*arguments: str | Path) -> tuple[str, str, CommandError]:
    out, err = StringIO(), StringIO()
    with pytest.raises(CommandError) as refusal:
        call_command("import_stories", *map(str, arguments), stdout=out, stderr=err)
    return out.getvalue(), err.getvalue(), refusal.value


def test_each_story_is_a_tab_separated_line(tmp_path: Path) -> None:
    path = write_items(tmp_path, story_item(uri="urn:1"), translation_item("sr-latn", "urn:2", source="urn:1"))
    lines = "created\ten\t/en/news/a-story/\turn:1\ncreated\tsr-latn\t/sr-latn/news/a-story/\turn:2\n"
    assert run("--publish", path) == (lines, "")
    assert run("--publish", path) == (lines.replace("created", "unchanged"), "")
    write_items(tmp_path, story_item(uri="urn:1", version="2", headline="Another headline"))
    assert run("--publish", path) == ("updated\ten\t/en/news/a-story/\turn:1\n", "")


def test_without_publish_stories_stay_drafts(tmp_path: Path) -> None:
    path = write_items(tmp_path, story_item())
    run(path)
    assert not ArticlePage.objects.get().live


def test_with_publish_they_are_live(tmp_path: Path) -> None:
    run("--publish", write_items(tmp_path, story_item()))
    assert ArticlePage.objects.get().live


def test_warnings_go_to_stderr_with_file_item_and_path(tmp_path: Path) -> None:
    path = write_items(tmp_path, story_item(uri="urn:1", body="<div>text</div>"))
    out, err = run(path)
    assert out == "created\ten\t/en/news/a-story/\turn:1\n"
    assert err == f"{path}: items[0] (urn:1): bodies[0].value: <div> is not used here; its text is kept\n"


def test_a_story_edited_here_is_warned_of_and_forced(tmp_path: Path) -> None:
    run("--publish", write_items(tmp_path, story_item(uri="urn:1")))
    story = ArticlePage.objects.get()
    story.title = "Edited here"
    story.save_revision().publish()
    path = write_items(tmp_path, story_item(uri="urn:1", version="2", headline="New"))
    out, err = run("--publish", path)
    assert out == "updated\ten\t/en/news/a-story/\turn:1\n"
    assert "edited here" in err
    assert ArticlePage.objects.get().title == "Edited here"
    out, err = run("--publish", "--force", path)
    assert (out, err) == ("updated\ten\t/en/news/a-story/\turn:1\n", "")
    assert ArticlePage.objects.get().title == "New"


def test_a_refused_file_ends_in_exit_1_and_names_file_item_and_path(tmp_path: Path) -> None:
    path = write_items(tmp_path, story_item(uri="urn:1"), story_item(uri="urn:2", headline="x", foo=1))
    before = everything_kept()
    out, err, refusal = run_refused("--publish", path)
    assert out == ""
    assert err == f"{path}: items[1] (urn:2): unknown property 'foo'\n"
    assert (refusal.returncode, str(refusal)) == (1, "Nothing was imported of 1 of 1 files.")
    assert everything_kept() == before


def test_one_refused_file_does_not_keep_the_others_out(tmp_path: Path) -> None:
    first = write_items(tmp_path, story_item(uri="urn:1"), name="first.json")
    bad = write_items(tmp_path, story_item(uri="urn:2"), story_item("xx", uri="urn:3"), name="bad.json")
    last = write_items(tmp_path, story_item(uri="urn:4"), name="last.json")
    out, err, refusal = run_refused(first, bad, tmp_path / "none.json", last)
    assert out == "created\ten\t/en/news/a-story/\turn:1\ncreated\ten\t/en/news/a-story-1/\turn:4\n"
    assert err.splitlines() == [
        f"1/4 {first}",
        f"2/4 {bad}",
        f"{bad}: items[1] (urn:3): language: 'xx' is not a language of this newsroom",
        f"3/4 {tmp_path / 'none.json'}",
        f"{tmp_path / 'none.json'}: No such file or directory",
        f"4/4 {last}",
    ]
    assert (refusal.returncode, str(refusal)) == (1, "Nothing was imported of 2 of 4 files.")
    assert set(ArticlePage.objects.values_list("uri", flat=True)) == {"urn:1", "urn:4"}


@pytest.mark.parametrize("content", [b"", b"{", b"\xff\xfe", b"[" * 100_000, b'{"uri": "a", "uri": "b"}'])
def test_what_is_no_story_file_is_refused_in_a_line(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "stories.json"
    path.write_bytes(content)
    out, err, refusal = run_refused(path)
    assert out == ""
    assert err.startswith(f"{path}: ")
    assert err.count("\n") == 1
    assert refusal.returncode == 1


def test_a_folder_is_refused(tmp_path: Path) -> None:
    assert run_refused(tmp_path)[1] == f"{tmp_path}: Is a directory\n"


def test_a_hostile_uri_cannot_write_lines_of_its_own(tmp_path: Path) -> None:
    path = write_items(tmp_path, story_item(uri="urn:1\ncreated\ten\t/en/\turn:2\x1b[2J"))
    out, err, _ = run_refused(path)
    assert out == ""
    assert err.count("\n") == 1
    assert "\x1b" not in err


def test_without_a_file_the_command_says_how_it_is_used() -> None:
    command = [sys.executable, str(settings.BASE_DIR / "manage.py"), "import_stories"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=settings.BASE_DIR)
    assert done.returncode == 2
    assert "FILE" in done.stderr
