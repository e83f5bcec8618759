"""Tests of the import of later versions: what is news, what is ignored, and what editors did here meanwhile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from articles.pages.article import ArticlePage
from articles.syndication.importing import CREATED, UNCHANGED, UPDATED
from tests.factories import make_story
from tests.story_files import URI, bring_in, imported_story, refusal_of, story_item, write_items

pytestmark = pytest.mark.django_db


def states(folder: Path, *items: dict[str, Any], **options: Any) -> list[str]:
    return [outcome.state for outcome in bring_in(write_items(folder, *items), **options).outcomes]


def warnings(folder: Path, *items: dict[str, Any], **options: Any) -> list[str]:
    return [str(warning) for warning in bring_in(write_items(folder, *items), **options).warnings]


def the_story() -> ArticlePage:
    return ArticlePage.objects.get(uri=URI)


def edit_here(headline: str = "Edited here") -> None:
    story = the_story().get_latest_revision_as_object()
    story.title = headline
    story.save_revision()


def test_the_same_version_again_is_unchanged(tmp_path: Path) -> None:
    item = story_item(located="Baku", body="<p>One</p>")
    assert states(tmp_path, item, publish=True) == [CREATED]
    before = the_story().latest_revision_id
    assert states(tmp_path, dict(reversed(item.items())), publish=True) == [UNCHANGED]
    assert the_story().latest_revision_id == before


def test_a_higher_version_updates_and_keeps_the_address(tmp_path: Path) -> None:
    first = imported_story(tmp_path, story_item(), publish=True)
    assert states(tmp_path, story_item(version="2", headline="A new headline"), publish=True) == [UPDATED]
    story = the_story()
    assert (story.pk, story.title, story.url_path) == (first.pk, "A new headline", first.url_path)


def test_versions_are_numbers_and_not_texts(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item(version="9")), publish=True)
    assert states(tmp_path, story_item(version="10", headline="Ten"), publish=True) == [UPDATED]


def test_a_lower_version_is_ignored_with_a_warning(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item(version="2", headline="Two")), publish=True)
    imported = bring_in(write_items(tmp_path, story_item(version="1", headline="One")), publish=True, force=True)
    assert [outcome.state for outcome in imported.outcomes] == [UNCHANGED]
    assert [warning.path for warning in imported.warnings] == ["version"]
    assert the_story().title == "Two"


@pytest.mark.parametrize("force", [False, True])
def test_the_same_version_with_other_content_is_an_error(tmp_path: Path, force: bool) -> None:
    bring_in(write_items(tmp_path, story_item()), publish=True)
    message = refusal_of(write_items(tmp_path, story_item(headline="Other")), publish=True, force=force)
    assert "version: 1 was imported before with other content" in message


def test_a_story_edited_here_becomes_a_draft_with_a_warning(tmp_path: Path) -> None:
    subjects = [{"uri": "newsroom:section:world"}]
    bring_in(write_items(tmp_path, story_item(subjects=subjects)), publish=True)
    edit_here("Edited here")
    the_story().get_latest_revision().publish()
    moved = [{"uri": "newsroom:section:culture"}]
    item = story_item(version="2", headline="From the partner", subjects=moved)
    assert any("was edited here since" in warning for warning in warnings(tmp_path, item, publish=True))
    story = the_story()
    assert (story.title, story.has_unpublished_changes) == ("Edited here", True)
    assert story.url_path == "/en/world/a-story/"
    assert story.get_latest_revision_as_object().title == "From the partner"


def test_what_was_held_back_is_not_published_by_the_next_version_either(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item()), publish=True)
    edit_here()
    the_story().get_latest_revision().publish()
    for version in ("2", "3"):
        item = story_item(version=version, headline=f"Version {version}")
        assert any("was edited here since" in warning for warning in warnings(tmp_path, item, publish=True))
    assert the_story().title == "Edited here"


def test_force_replaces_what_was_edited_here(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item()), publish=True)
    edit_here()
    item = story_item(version="2", headline="From the partner")
    assert warnings(tmp_path, item, publish=True, force=True) == []
    assert the_story().title == "From the partner"
    assert warnings(tmp_path, story_item(version="3", headline="Three"), publish=True) == []
    assert the_story().title == "Three"


def test_force_replaces_what_the_same_file_could_not(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item()), publish=True)
    edit_here()
    item = story_item(version="2", headline="From the partner")
    bring_in(write_items(tmp_path, item), publish=True)
    assert states(tmp_path, item, publish=True) == [UNCHANGED]
    assert states(tmp_path, item, publish=True, force=True) == [UPDATED]
    assert the_story().title == "From the partner"


def test_a_story_written_here_is_not_replaced_by_a_file_that_bears_its_uri(tmp_path: Path) -> None:
    make_story(uri=URI, title="Written here")
    item = story_item(version="999", headline="From a partner")
    assert any("was edited here" in warning for warning in warnings(tmp_path, item, publish=True))
    assert the_story().title == "Written here"


def test_what_editors_add_to_a_story_survives_an_update(tmp_path: Path) -> None:
    other = make_story(title="Other")
    bring_in(write_items(tmp_path, story_item()), publish=True)
    story = the_story().get_latest_revision_as_object()
    story.show_about = False
    story.related_links.create(related_story=other)
    story.save_revision().publish()
    bring_in(write_items(tmp_path, story_item(version="2", headline="Two")), publish=True, force=True)
    story = the_story()
    assert (story.title, story.show_about) == ("Two", False)
    assert [link.related_story for link in story.related_links.all()] == [other]


def test_a_uri_belongs_to_one_language(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item()), publish=True)
    message = refusal_of(write_items(tmp_path, story_item("ru", version="2")), publish=True, force=True)
    assert "uri: belongs to a story in en" in message


def test_a_uri_twice_in_a_file_is_refused_where_one_version_says_two_things(tmp_path: Path) -> None:
    message = refusal_of(write_items(tmp_path, story_item(), story_item(headline="Other")), publish=True)
    assert f"items[1] ({URI}): version: " in message


def test_two_versions_of_a_story_in_a_file_come_in_one_after_the_other(tmp_path: Path) -> None:
    assert states(tmp_path, story_item(), story_item(version="2", headline="Two"), publish=True) == [CREATED, UPDATED]
    assert the_story().title == "Two"
