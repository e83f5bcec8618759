"""Tests of the files beside an imported file."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.storage import default_storage, storages
from PIL import Image

from articles.syndication.enclosures import Enclosures
from articles.syndication.items import PictureItem, SourceItem, VideoItem
from articles.syndication.problems import Findings
from media.models import Picture, PublishedRendition, Video
from tests.factories import picture_bytes
from tests.story_files import (
    VIDEO_FILE,
    bring_in,
    everything_kept,
    picture_association,
    put_picture,
    refusal_of,
    stored_files,
    story_item,
    video_association,
    write_items,
)

pytestmark = pytest.mark.django_db

PATH = "associations[0].renditions[0].href"
PICTURE = "urn:example:picture:lead"


def found_in(folder: Path, href: str) -> tuple[Path | None, list[str]]:
    findings = Findings("items[0]")
    found = Enclosures(folder).find(href, PATH, findings)
    assert {error.path for error in findings.errors} <= {PATH}
    return found, [error.message for error in findings.errors]


def refused_picture(folder: Path, content: bytes, name: str = "picture.jpg") -> str:
    (folder / name).write_bytes(content)
    return refusal_of(write_items(folder, story_item(associations=[picture_association(href=name)])), publish=True)


def png_header(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is as large as this."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    size = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"\0")) + chunk(b"IEND", b"")


def frames(count: int, side: int) -> bytes:
    """An animated GIF."""
    output = BytesIO()
    pictures = [Image.new("L", (side, side), number % 255) for number in range(count)]
    pictures[0].save(output, "GIF", save_all=True, append_images=pictures[1:])
    return output.getvalue()


def frames_in(copy: PublishedRendition) -> int:
    with copy.file.open("rb") as file, Image.open(file) as image:
        return getattr(image, "n_frames", 1)


@pytest.mark.parametrize("href", ["picture.jpg", "./picture.jpg", "inner/../picture.jpg", "inner/picture.jpg"])
def test_a_file_is_found_beside_the_story_or_below(tmp_path: Path, href: str) -> None:
    (tmp_path / "inner").mkdir()
    for name in ("picture.jpg", "inner/picture.jpg"):
        (tmp_path / name).touch()
    found, errors = found_in(tmp_path, href)
    assert errors == []
    assert found == (tmp_path / href).resolve()


@pytest.mark.parametrize(
    ("name", "href"), [("a b.jpg", "a%20b.jpg"), ("100%.jpg", "100%.jpg"), ("ж.jpg", "%D0%B6.jpg")]
)
def test_a_reference_may_be_percent_encoded_or_plain(tmp_path: Path, name: str, href: str) -> None:
    (tmp_path / name).touch()
    assert found_in(tmp_path, href) == (tmp_path / name, [])


def test_symlinks_may_lead_about_inside_the_folder(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep/picture.jpg").touch()
    (tmp_path / "link.jpg").symlink_to("deep/picture.jpg")
    (tmp_path / "folder").symlink_to("deep")
    for href in ("link.jpg", "folder/picture.jpg"):
        assert found_in(tmp_path, href) == (tmp_path / "deep/picture.jpg", [])


def test_the_folder_itself_may_be_reached_by_a_symlink(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real/picture.jpg").touch()
    (tmp_path / "linked").symlink_to("real")
    assert found_in(tmp_path / "linked", "picture.jpg") == (tmp_path / "real/picture.jpg", [])


@pytest.mark.parametrize(
    "href",
    [
        "../secret.jpg",
        "inner/../../secret.jpg",
        "%2e%2e/secret.jpg",
        "%2E%2E%2Fsecret.jpg",
        "..%2fsecret.jpg",
        ".%2e/secret.jpg",
        "out.jpg",
        "out/secret.jpg",
        "hop.jpg",
    ],
)
def test_nothing_outside_the_folder_is_found(tmp_path: Path, href: str) -> None:
    folder = tmp_path / "partner"
    (folder / "inner").mkdir(parents=True)
    (tmp_path / "secret.jpg").write_bytes(picture_bytes())
    (folder / "out.jpg").symlink_to(tmp_path / "secret.jpg")
    (folder / "out").symlink_to(tmp_path)
    (folder / "hop.jpg").symlink_to("out.jpg")
    assert found_in(folder, href) == (None, [f"{href!r} leads out of the file's folder"])


def test_a_folder_of_a_like_name_is_outside(tmp_path: Path) -> None:
    (tmp_path / "partner").mkdir()
    (tmp_path / "partner-2").mkdir()
    (tmp_path / "partner-2/secret.jpg").touch()
    assert found_in(tmp_path / "partner", "../partner-2/secret.jpg")[0] is None


@pytest.mark.parametrize(
    "href",
    [
        "/etc/passwd",
        "file:///etc/passwd",
        "file:picture.jpg",
        "http://example.org/picture.jpg",
        "https://example.org/picture.jpg",
        "//example.org/picture.jpg",
        "data:image/png;base64,eA==",
        "\\\\example.org\\picture.jpg",
        "\\picture.jpg",
        "C:\\picture.jpg",
        "picture.jpg\x00.png",
        "//[",
        "http://[::1",
    ],
)
def test_only_a_relative_reference_is_a_reference_to_a_file(tmp_path: Path, href: str) -> None:
    (tmp_path / "picture.jpg").touch()
    assert found_in(tmp_path, href) == (None, [f"{href!r} is not a reference to a file beside this one"])


@pytest.mark.parametrize(
    "href",
    [
        "none.jpg",
        ".",
        "inner",
        "inner/",
        "picture.jpg/x",
        "..\\secret.jpg",
        "%00",
        "a%00b.jpg",
        "\ud800.jpg",
        "x" * 5000,
        "loop.jpg",
        "dangling.jpg",
        "~/.profile",
        "$HOME/x.jpg",
        "%252e%252e/secret.jpg",
        "picture.jpg?x=1",
    ],
)
def test_what_is_not_there_is_not_found(tmp_path: Path, href: str) -> None:
    folder = tmp_path / "partner"
    (folder / "inner").mkdir(parents=True)
    (folder / "picture.jpg").touch()
    (tmp_path / "secret.jpg").touch()
    (folder / "loop.jpg").symlink_to("loop.jpg")
    (folder / "dangling.jpg").symlink_to("nothing.jpg")
    assert found_in(folder, href) == (None, [f"there is no file {href!r} beside this one"])


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("bomb.png", png_header(50_000, 50_000), "pixels"),
        ("long.png", png_header(2_000_000_000, 1), ""),
        ("none.png", png_header(0, 0), ""),
        ("page.jpg", b"<!DOCTYPE html><script>alert(1)</script>", ""),
        ("page.png", b"GIF89a/*" + b"<script>alert(1)</script>*/=1;", ""),
        ("program.jpg", b"MZ" + b"\0" * 200, ""),
        ("cut.jpg", picture_bytes(640, 480)[:-200], "cut off"),
        ("cut.png", picture_bytes(640, 480, "PNG")[:-60], "cut off"),
        ("empty.jpg", b"", ""),
        ("drawing.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', ""),
        ("drawing.jpg", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', ""),
        ("renamed.jpg", picture_bytes(format_name="PNG"), ""),
        ("scan.tiff", picture_bytes(format_name="TIFF"), ""),
        ("scan.jpg", picture_bytes(format_name="TIFF"), ""),
        ("bitmap.bmp", picture_bytes(format_name="BMP"), ""),
        ("picture", picture_bytes(), ""),
        ("picture.jpg.exe", picture_bytes(), ""),
    ],
)
def test_a_file_that_is_no_sound_picture_is_refused(tmp_path: Path, name: str, content: bytes, words: str) -> None:
    message = refused_picture(tmp_path, content, name)
    assert f"{PATH}: {name}: " in message
    assert words in message


def test_a_gif_with_thousands_of_small_frames_costs_readers_no_more_than_one(tmp_path: Path) -> None:
    (tmp_path / "frames.gif").write_bytes(frames(3000, 16))
    item = story_item(associations=[picture_association(href="frames.gif")])
    bring_in(write_items(tmp_path, item), publish=True)
    copies = Picture.objects.get().published.all()
    assert {frames_in(copy) for copy in copies} == {1}


@pytest.mark.parametrize(
    "href", ["../secret.jpg", "out.jpg", "/etc/passwd", "http://example.org/x.jpg", "none.jpg", "%2e%2e/secret.jpg"]
)
def test_a_story_with_a_bad_reference_leaves_nothing(tmp_path: Path, href: str) -> None:
    folder = tmp_path / "partner"
    folder.mkdir()
    (tmp_path / "secret.jpg").write_bytes(picture_bytes())
    (folder / "out.jpg").symlink_to(tmp_path / "secret.jpg")
    message = refusal_of(write_items(folder, story_item(associations=[picture_association(href=href)])), publish=True)
    assert f"items[0] (urn:example:story:1): {PATH}: " in message


def test_a_sound_picture_before_a_broken_one_is_taken_away_again(tmp_path: Path) -> None:
    put_picture(tmp_path, "good.jpg")
    (tmp_path / "bad.jpg").write_bytes(b"bad")
    good = picture_association("good", "good.jpg")
    bad = picture_association("bad", "bad.jpg")
    refusal_of(write_items(tmp_path, story_item(associations=[good]), story_item(uri="urn:2", associations=[bad])))


def test_a_picture_is_stored_with_its_words(tmp_path: Path) -> None:
    put_picture(tmp_path, width=80, height=60)
    words = [{"role": "caption", "value": "Boats <b>on</b> sand"}, {"role": "alt", "value": "Two boats"}]
    association = picture_association(descriptions=words, by="Meridian / Nino Beridze", copyrightNotice="© Meridian")
    bring_in(write_items(tmp_path, story_item(associations=[association])))
    picture = Picture.objects.get()
    assert (picture.uri, picture.caption, picture.alt_text) == (PICTURE, "Boats <b>on</b> sand", "Two boats")
    assert (picture.credit, picture.copyright_notice) == ("Meridian / Nino Beridze", "© Meridian")
    assert (picture.width, picture.height) == (80, 60)
    assert picture.file_size == (tmp_path / "picture.jpg").stat().st_size
    with picture.open_file() as file:
        assert file.read() == (tmp_path / "picture.jpg").read_bytes()


@pytest.mark.parametrize("name", ["by", "copyrightNotice"])
def test_words_of_a_picture_that_are_too_long_are_refused(tmp_path: Path, name: str) -> None:
    put_picture(tmp_path)
    association = picture_association(**{name: "x" * 300_000})
    assert "associations[0]" in refusal_of(write_items(tmp_path, story_item(associations=[association])))


@pytest.mark.parametrize("role", ["caption", "alt"])
def test_a_caption_that_is_too_long_is_refused(tmp_path: Path, role: str) -> None:
    put_picture(tmp_path)
    association = picture_association(descriptions=[{"role": role, "value": "x" * 300_000}])
    assert "associations" in refusal_of(write_items(tmp_path, story_item(associations=[association])))


def test_a_hostile_name_of_a_file_is_made_harmless(tmp_path: Path) -> None:
    name = "a b<script>\u202egpj.jpg"
    put_picture(tmp_path, name)
    bring_in(write_items(tmp_path, story_item(associations=[picture_association(href=name)])))
    stored = Picture.objects.get().file.name
    assert stored.isascii()
    assert not set(stored) & set("<> ")


def test_one_picture_serves_many_stories_and_is_stored_once(tmp_path: Path) -> None:
    put_picture(tmp_path)
    items = [story_item(uri=f"urn:{number}", associations=[picture_association()]) for number in range(3)]
    bring_in(write_items(tmp_path, *items))
    assert Picture.objects.count() == 1
    bring_in(write_items(tmp_path, story_item(uri="urn:4", associations=[picture_association()])))
    assert Picture.objects.count() == 1
    assert len(default_storage.listdir("original_images")[1]) >= 1


def test_a_picture_without_a_file_is_the_known_one(tmp_path: Path) -> None:
    put_picture(tmp_path)
    bring_in(write_items(tmp_path, story_item(associations=[picture_association()])))
    bring_in(write_items(tmp_path, story_item(uri="urn:2", associations=[picture_association(href="")])))
    assert Picture.objects.count() == 1


def test_a_picture_without_a_file_that_nobody_knows_is_refused(tmp_path: Path) -> None:
    message = refusal_of(write_items(tmp_path, story_item(associations=[picture_association(href="")])))
    assert f"no picture has the uri {PICTURE!r}, and no file is given" in message


def test_a_new_file_of_a_known_picture_takes_the_place_of_the_old_one_everywhere(tmp_path: Path) -> None:
    put_picture(tmp_path, colour="red")
    item = story_item(associations=[picture_association()])
    bring_in(write_items(tmp_path, item), publish=True)
    before = Picture.objects.get()
    old_copies = {copy.file.name for copy in before.published.all()}
    old_file = before.file.name
    put_picture(tmp_path, colour="white")
    bring_in(write_items(tmp_path, item | {"version": "2"}), publish=True)
    after = Picture.objects.get()
    assert after.pk == before.pk
    with after.open_file() as file:
        assert file.read() == (tmp_path / "picture.jpg").read_bytes()
    assert not default_storage.exists(old_file)
    copies = {copy.file.name for copy in after.published.all()}
    assert len(copies) == len(old_copies)
    assert not any(storages["public"].exists(name) for name in old_copies - copies)
    assert not copies & old_copies
    jpeg = after.published.filter(format="jpeg").first()
    assert jpeg
    with jpeg.file.open("rb") as file, Image.open(file) as image:
        assert image.convert("RGB").getpixel((5, 5)) > (240, 240, 240)


def test_a_new_file_that_is_refused_leaves_the_old_one(tmp_path: Path) -> None:
    put_picture(tmp_path)
    item = story_item(associations=[picture_association()])
    bring_in(write_items(tmp_path, item), publish=True)
    put_picture(tmp_path, colour="white")
    (tmp_path / "bad.jpg").write_bytes(b"bad")
    associations = [picture_association(), picture_association("bad", "bad.jpg")]
    refusal_of(write_items(tmp_path, item | {"version": "2", "associations": associations}), publish=True)


def test_a_video_comes_with_poster_source_and_length(tmp_path: Path) -> None:
    put_picture(tmp_path, "poster.jpg")
    (tmp_path / "film.mp4").write_bytes(VIDEO_FILE.read_bytes())
    renditions = [{"name": "poster", "href": "poster.jpg"}, {"name": "web", "href": "film.mp4"}]
    bring_in(write_items(tmp_path, story_item(associations=[video_association(*renditions)])))
    video = Video.objects.get()
    assert (video.uri, video.title, video.duration) == ("urn:example:video:watch", "The shore", 12)
    assert video.poster is not None
    (source,) = video.sources.all()
    assert source.content_type == "video/mp4"
    assert source.file.size == VIDEO_FILE.stat().st_size


def test_the_length_that_the_item_tells_counts(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(VIDEO_FILE.read_bytes())
    association = video_association({"name": "web", "href": "film.mp4", "contentType": "video/mp4", "duration": 48})
    bring_in(write_items(tmp_path, story_item(associations=[association])))
    assert Video.objects.get().duration == 48


def test_a_video_may_have_no_source(tmp_path: Path) -> None:
    bring_in(write_items(tmp_path, story_item(associations=[video_association({"name": "none", "duration": 48})])))
    video = Video.objects.get()
    assert (video.sources.count(), video.duration) == (0, 48)


def test_importing_a_video_again_adds_no_second_source(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(VIDEO_FILE.read_bytes())
    item = story_item(associations=[video_association({"name": "web", "href": "film.mp4"})])
    bring_in(write_items(tmp_path, item))
    files = stored_files()
    bring_in(write_items(tmp_path, item | {"version": "2"}))
    assert Video.objects.get().sources.count() == 1
    assert stored_files() == files


def test_a_new_file_of_a_known_video_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(VIDEO_FILE.read_bytes())
    item = story_item(
        associations=[video_association({"name": "web", "href": "film.mp4"})],
        body='<figure data-association="watch"></figure>',
    )
    bring_in(write_items(tmp_path, item), publish=True)
    (old,) = Video.objects.get().sources.all()
    (tmp_path / "film.mp4").write_bytes(VIDEO_FILE.read_bytes() + b"\0\0\0\x08free")
    bring_in(write_items(tmp_path, item | {"version": "2"}), publish=True)
    (source,) = Video.objects.get().sources.all()
    assert source.file.size == VIDEO_FILE.stat().st_size + 8
    assert storages["public"].exists(source.published_file.name)
    assert not storages["public"].exists(old.published_file.name)
    assert not default_storage.exists(old.file.name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("film.mp4", b""),
        ("film.mp4", b"<script>alert(1)</script>"),
        ("film.mp4", picture_bytes()),
        ("film.webm", b"\x1aE\xdf\xa3" + b"\0" * 100),
        ("film.m3u8", b"#EXTM3U\n"),
        ("film.html", VIDEO_FILE.read_bytes()[:50_000]),
        ("film", VIDEO_FILE.read_bytes()[:50_000]),
    ],
)
def test_a_source_that_is_no_video_is_refused(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    item = story_item(associations=[video_association({"name": "web", "href": name, "contentType": "video/mp4"})])
    assert f"{PATH}: {name}: " in refusal_of(write_items(tmp_path, item))


@pytest.mark.parametrize("href", ["../film.mp4", "https://example.org/film.mp4", "/film.mp4"])
def test_a_source_elsewhere_is_refused(tmp_path: Path, href: str) -> None:
    item = story_item(associations=[video_association({"name": "web", "href": href})])
    assert PATH in refusal_of(write_items(tmp_path, item))


def test_a_broken_poster_is_refused(tmp_path: Path) -> None:
    (tmp_path / "poster.jpg").write_bytes(b"no picture")
    (tmp_path / "film.mp4").write_bytes(VIDEO_FILE.read_bytes())
    renditions = [{"name": "web", "href": "film.mp4"}, {"name": "poster", "href": "poster.jpg"}]
    message = refusal_of(write_items(tmp_path, story_item(associations=[video_association(*renditions)])))
    assert "associations[0].renditions[1].href: poster.jpg: " in message


def test_a_title_of_a_video_that_is_too_long_is_refused_even_where_no_figure_places_it(tmp_path: Path) -> None:
    association = video_association({"name": "none"}, headlines=[{"role": "main", "value": "x" * 300_000}])
    assert "associations[0]" in refusal_of(write_items(tmp_path, story_item(associations=[association])))


def test_a_content_type_that_is_too_long_is_refused(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(VIDEO_FILE.read_bytes())
    item = story_item(associations=[video_association({"name": "w", "href": "film.mp4", "contentType": "x" * 300})])
    assert PATH in refusal_of(write_items(tmp_path, item))


def test_forgetting_takes_away_what_was_stored_and_nothing_else(tmp_path: Path) -> None:
    put_picture(tmp_path)
    (tmp_path / "film.mp4").write_bytes(VIDEO_FILE.read_bytes())
    before = everything_kept()["files"]
    enclosures, findings = Enclosures(tmp_path), Findings("items[0]")
    enclosures.picture(PictureItem(uri="urn:p", href="picture.jpg"), findings)
    source = SourceItem("film.mp4", "video/mp4", PATH)
    enclosures.video(VideoItem(uri="urn:v", title="Film", sources=(source,)), findings)
    assert findings.errors == []
    assert len(stored_files()) == len(before) + 2
    enclosures.forget()
    assert stored_files() == before
