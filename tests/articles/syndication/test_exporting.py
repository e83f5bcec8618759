"""Tests of the export: a story that leaves as ninjs comes back as itself."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from articles.credits.models import Correspondent
from articles.pages.article import ArticlePage
from articles.syndication.exporting import Export, export_story
from articles.syndication.importing import CREATED, UNCHANGED
from articles.syndication.schema import errors_in
from media.models import Picture, Video
from newsroom.languages import LANGUAGES
from tests.factories import erase, make_correspondent, make_story
from tests.story_files import (
    URI,
    VIDEO_FILE,
    bring_in,
    picture_association,
    put_picture,
    source_entry,
    story_item,
    translation_item,
    video_association,
    write_items,
)

pytestmark = pytest.mark.django_db

BODY = (
    '<p>Water <strong>falls</strong> &amp; <em>falls</em>: <a href="https://example.org/?a=1&amp;b=2">more</a></p>'
    "<h2>A &lt;harbour&gt;</h2>"
    "<ul><li>One</li><li>Two</li></ul><ol><li>Three</li></ol>"
    '<blockquote cite="Marat &quot;the sea&quot;"><p>It does not wait.</p><p>Never.</p></blockquote>'
    "<aside><h2>In figures</h2><p>Five.</p><ul><li>Six</li></ul></aside>"
    '<figure data-association="shore"></figure>'
    '<figure data-association="shore lead"></figure>'
    '<figure data-association="watch"></figure>'
    '<figure data-embed="https://vimeo.com/76979871"></figure>'
)


def full_item(folder: Path, code: str = "en") -> dict[str, Any]:
    for name in ("lead", "shore", "poster"):
        put_picture(folder, f"{name}.jpg")
    (folder / "film.mp4").write_bytes(VIDEO_FILE.read_bytes())
    words = [{"role": "caption", "value": "Boats"}, {"role": "alt", "value": "Two boats"}]
    renditions = [{"name": "poster", "href": "poster.jpg"}, {"name": "web", "href": "film.mp4"}]
    return story_item(
        code,
        version="3",
        headlines=[{"role": "main", "value": "Sea <b>retreats</b>"}, {"role": "kicker", "value": "Breaking"}],
        descriptions=[{"role": "summary", "value": "Five countries."}],
        located="Baku",
        firstCreated="2026-11-18T09:00:00Z",
        versionCreated="2026-11-19T09:00:00Z",
        urgency=1,
        expires="2026-11-19T12:00:00Z",
        subjects=[{"uri": "newsroom:section:world", "name": "World"}],
        bodies=[{"contentType": "text/html", "value": BODY}],
        associations=[
            picture_association("lead", "lead.jpg", descriptions=words, by="Nino", copyrightNotice="© Meridian"),
            picture_association("shore", "shore.jpg"),
            video_association(*renditions),
        ],
        infoSources=[
            source_entry("correspondent", "Mike", organisation="RFE/RL", place="Washington", uri="urn:mike"),
            source_entry("service", "RFE/RL's Russian Service", uri="urn:service"),
            source_entry("agency", "Reuters", uri="urn:reuters"),
        ],
    )


def said_by(story: ArticlePage) -> dict[str, Any]:
    """All that a story says, in words that are the same in another database."""
    fields = ("title", "kicker", "standfirst", "dateline", "lead_caption", "lead_alt", "url_path", "uri")
    fields += ("published_at", "updated_at", "breaking_until", "embargo_until", "live", "translation_key")
    body = [(block.block_type, block.block.get_prep_value(block.value)) for block in story.body]
    credits = [(credit.party.uri, str(credit.party), str(credit.place)) for credit in story.credits.all()]
    return {name: getattr(story, name) for name in fields} | {"body": body, "credits": credits}


def exported(folder: Path, *arguments: str) -> list[Path]:
    out = StringIO()
    call_command("export_stories", str(folder), *arguments, stdout=out)
    return [Path(line.split("\t")[3]) for line in out.getvalue().splitlines()]


@pytest.mark.parametrize("code", LANGUAGES)
def test_an_exported_story_is_valid_ninjs_in_its_language(code: str) -> None:
    item = export_story(make_story(code))
    assert errors_in(item) == []
    assert item["language"] == LANGUAGES[code].tag


def test_a_story_that_leaves_with_everything_comes_back_as_itself(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, full_item(tmp_path)), publish=True)
    story = ArticlePage.objects.get(uri=URI)
    before = said_by(story)
    (file,) = exported(tmp_path / "out")
    assert errors_in(json.loads(file.read_text(encoding="utf-8"))) == []
    for model in (Picture, Video):
        assert model.objects.exists()
    key = story.translation_key
    erase(story)
    (outcome,) = bring_in(file, publish=True).outcomes
    assert outcome.state == CREATED
    ArticlePage.objects.filter(uri=URI).update(translation_key=key)
    assert said_by(ArticlePage.objects.get(uri=URI)) == before


def test_it_comes_back_into_an_empty_newsroom_with_its_files(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, full_item(tmp_path)), publish=True)
    (file,) = exported(tmp_path / "out")
    erase(ArticlePage.objects.get(uri=URI))
    Video.objects.all().delete()
    Picture.objects.all().delete()
    bring_in(file, publish=True)
    story = ArticlePage.objects.get(uri=URI)
    assert story.lead_picture
    with story.lead_picture.open_file() as picture:
        assert picture.read() == (tmp_path / "lead.jpg").read_bytes()
    assert (story.lead_picture.credit, story.lead_picture.copyright_notice) == ("Nino", "© Meridian")
    video = Video.objects.get()
    assert (video.title, video.duration, video.sources.count()) == ("The shore", 12, 1)
    assert video.poster


def test_importing_an_export_where_it_was_made_changes_nothing(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, full_item(tmp_path)), publish=True)
    make_story(title="Written here", uri="urn:ours")
    for file in exported(tmp_path / "out"):
        imported = bring_in(file, publish=True)
        assert [outcome.state for outcome in imported.outcomes] == [UNCHANGED]
        assert imported.warnings == []


def test_a_translation_names_its_source(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item(), translation_item("ru", "urn:2")), publish=True)
    item = export_story(ArticlePage.objects.get(uri="urn:2"))
    assert item["altIds"] == [{"role": "translation-of", "value": URI}]
    assert "altIds" not in export_story(ArticlePage.objects.get(uri=URI))


def test_a_withheld_name_does_not_leave() -> None:
    person = make_correspondent("Mike Eckel", uri="urn:mike")
    story = make_story(credits=[{"correspondent": person}])
    assert "Mike Eckel" in json.dumps(export_story(story))
    Correspondent.objects.update(withheld_at=timezone.now())
    text = json.dumps(export_story(ArticlePage.objects.get(pk=story.pk)))
    assert "Mike Eckel" not in text
    assert "urn:mike" not in text


def test_a_draft_leaves_as_withheld_and_a_killed_story_as_cancelled() -> None:
    draft = make_story(publish=False, live=False)
    assert export_story(draft)["pubStatus"] == "withheld"
    draft.killed_at = timezone.now()
    assert export_story(draft)["pubStatus"] == "canceled"
    assert export_story(make_story(title="Live"))["pubStatus"] == "usable"


def test_a_story_that_was_edited_here_leaves_as_a_later_version(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item(version="3")), publish=True)
    story = ArticlePage.objects.get(uri=URI)
    assert export_story(story)["version"] == "3"
    story.title = "Edited"
    story.save_revision().publish()
    assert export_story(ArticlePage.objects.get(uri=URI))["version"] == "4"


def test_files_of_an_export_lie_below_its_own_folder(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, full_item(tmp_path)), publish=True)
    export = Export(ArticlePage.objects.get(uri=URI))
    assert export.files
    assert all(Path(reference).parts[0] == "files" and ".." not in reference for reference in export.files)


def test_only_what_readers_see_is_exported_unless_all_is_asked_for(tmp_path: Path) -> None:
    make_story(title="Live")
    make_story(title="Draft", publish=False, live=False)
    assert [file.name for file in exported(tmp_path / "seen")] == ["en-world-live.json"]
    assert len(exported(tmp_path / "all", "--all")) == 2


def test_stories_can_be_chosen_by_language_and_uri(tmp_path: Path) -> None:
    make_story("en", uri="urn:1")
    make_story("ru", uri="urn:2")
    assert [file.name for file in exported(tmp_path, "--language", "ru")] == ["ru-world-a-story.json"]
    assert [file.name for file in exported(tmp_path, "--uri", "urn:1")] == ["en-world-a-story.json"]
    with pytest.raises(CommandError, match="urn:3"):
        exported(tmp_path, "--uri", "urn:3")
