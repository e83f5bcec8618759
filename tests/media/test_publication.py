"""Tests of what makes files public and private again."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.test import Client, TestCase
from PIL import Image

from media.models import CaptionTrack, Picture, PublicUse, PublishedRendition, Video
from media.publication import hide, reconcile, reconcile_everything, show
from media.storage import public_storage
from tests.factories import CAPTIONS, make_picture, make_video, picture_bytes

pytestmark = pytest.mark.django_db

STORY, OTHER = "articles.articlepage:1", "articles.articlepage:2"


def _files(thing: Picture | Video) -> set[str]:
    folder = f"{'pictures' if isinstance(thing, Picture) else 'videos'}/{thing.token}"
    try:
        return {f"{folder}/{name}" for name in public_storage().listdir(folder)[1]}
    except FileNotFoundError:
        return set()


def _rows(picture: Picture) -> set[str]:
    return {copy.file.name for copy in PublishedRendition.objects.filter(picture=picture)}


def _show(used_by: str, *things: Picture | Video) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        show(
            used_by,
            pictures=[thing.pk for thing in things if isinstance(thing, Picture)],
            videos=[thing.pk for thing in things if isinstance(thing, Video)],
        )


def _hide(used_by: str) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        hide(used_by)


def _save(thing: Picture | Video | CaptionTrack) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        thing.save()


def _colour(name: str) -> tuple[int, int, int]:
    with public_storage().open(name) as file, Image.open(BytesIO(file.read())) as image:
        pixel = image.convert("RGB").getpixel((image.width // 2, image.height // 2))
    assert isinstance(pixel, tuple)
    return (int(pixel[0]), int(pixel[1]), int(pixel[2]))


# Pictures


def test_picture_that_nothing_uses_has_no_public_file() -> None:
    picture = make_picture()
    reconcile_everything()
    assert _files(picture) == set()


def test_copies_are_made_when_the_transaction_is_done_and_not_before() -> None:
    picture = make_picture()
    with TestCase.captureOnCommitCallbacks() as callbacks:
        show(STORY, pictures=[picture.pk], videos=[])
    assert _files(picture) == set()
    for callback in callbacks:
        callback()
    assert _files(picture) == _rows(picture)
    assert len(_files(picture)) == 6


def test_copies_are_the_picture_in_its_shapes() -> None:
    picture = make_picture()
    _show(STORY, picture)
    sizes = {(copy.shape, copy.format): (copy.width, copy.height) for copy in picture.published.all()}
    assert {sizes["wide", name] for name in ("avif", "webp", "jpeg")} == {(64, 36)}
    assert {sizes["whole", name] for name in ("avif", "webp", "jpeg")} == {(64, 48)}
    for copy in picture.published.all():
        with public_storage().open(copy.file.name) as file, Image.open(file) as image:
            assert (image.format or "").lower() == copy.format
            assert image.size == (copy.width, copy.height)


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP"])
def test_copies_carry_nothing_that_a_camera_or_program_wrote(format_name: str) -> None:
    """Place and time of the photograph can betray people."""
    noted, output = Image.Exif(), BytesIO()
    noted[0x010F] = "A camera that knows"
    image = Image.new("RGB", (64, 48), "navy")
    words = {"comment": "A camera that knows"} if format_name == "JPEG" else {}
    image.save(output, format_name, exif=noted, xmp=b"<x:xmpmeta>A camera that knows</x:xmpmeta>", **words)
    assert b"A camera that knows" in output.getvalue()
    picture = make_picture()
    picture.file = ContentFile(output.getvalue(), name=f"noted.{format_name.lower()}")
    picture.save()
    _show(STORY, picture)
    assert len(_files(picture)) == 6
    for name in _files(picture):
        with public_storage().open(name) as file:
            assert b"A camera that knows" not in file.read(), name


def test_copies_stand_upright() -> None:
    turned, output = Image.Exif(), BytesIO()
    turned[0x0112] = 6
    Image.new("RGB", (64, 48), "navy").save(output, "JPEG", exif=turned)
    picture = make_picture()
    picture.file = ContentFile(output.getvalue(), name="turned.jpg")
    picture._set_image_file_metadata()
    picture.save()
    _show(STORY, picture)
    whole = picture.published.filter(shape="whole", format="jpeg").get()
    assert (whole.width, whole.height) == (48, 64)


def test_shared_picture_stays_while_one_public_story_uses_it() -> None:
    picture = make_picture()
    _show(STORY, picture)
    _show(OTHER, picture)
    _hide(STORY)
    assert len(_files(picture)) == 6
    _hide(OTHER)
    assert _files(picture) == set()
    assert _rows(picture) == set()


def test_showing_again_changes_nothing() -> None:
    picture = make_picture()
    _show(STORY, picture)
    before = set(picture.published.values_list("pk", flat=True))
    _show(STORY, picture)
    assert set(picture.published.values_list("pk", flat=True)) == before
    assert PublicUse.objects.count() == 1


def test_what_a_user_no_longer_shows_is_withdrawn() -> None:
    old, new = make_picture(), make_picture()
    _show(STORY, old)
    _show(STORY, new)
    assert _files(old) == set()
    assert _files(new)


def test_panorama_leaves_no_file_behind() -> None:
    picture = make_picture()
    picture.file = ContentFile(picture_bytes(1300, 150), name="panorama.jpg")
    picture._set_image_file_metadata()
    picture.save()
    _show(STORY, picture)
    assert _files(picture) == _rows(picture)
    _hide(STORY)
    assert _files(picture) == set()


def test_deleted_picture_leaves_no_public_file() -> None:
    picture = make_picture()
    _show(STORY, picture)
    with TestCase.captureOnCommitCallbacks(execute=True):
        Picture.objects.get(pk=picture.pk).delete()
    assert _files(picture) == set()
    assert not PublicUse.objects.exists()


def test_new_file_of_a_public_picture_replaces_the_copies() -> None:
    picture = make_picture()
    _show(STORY, picture)
    before = _files(picture)
    picture = Picture.objects.get(pk=picture.pk)
    picture.file = ContentFile(picture_bytes(colour="red"), name="picture.jpg")
    picture._set_image_file_metadata()
    _save(picture)
    assert [name for name in before if public_storage().exists(name)] == []
    assert _files(picture) == _rows(picture)
    assert len(_files(picture)) == 6
    red, _, blue = _colour(next(name for name in _files(picture) if name.endswith("jpeg")))
    assert red > 200
    assert blue < 50


def test_new_focal_point_of_a_public_picture_replaces_the_copies() -> None:
    """The left half is red, the right half blue; the focal point decides what a wide copy of a tall picture shows."""
    tall = Image.new("RGB", (90, 400), "red")
    tall.paste("blue", (0, 200, 90, 400))
    tall.save(output := BytesIO(), "PNG")
    picture = make_picture()
    picture.file = ContentFile(output.getvalue(), name="tall.png")
    picture._set_image_file_metadata()
    for name, value in {"x": 45, "y": 20, "width": 10, "height": 10}.items():
        setattr(picture, f"focal_point_{name}", value)
    picture.save()
    _show(STORY, picture)
    before = _files(picture)
    assert _colour(f"pictures/{picture.token}/wide-640.jpeg")[0] > 200
    picture = Picture.objects.get(pk=picture.pk)
    picture.focal_point_y = 380
    _save(picture)
    assert [name for name in before if public_storage().exists(name)] == []
    assert _colour(f"pictures/{picture.token}/wide-640.jpeg")[2] > 200


def test_new_words_of_a_public_picture_change_no_file() -> None:
    picture = make_picture()
    _show(STORY, picture)
    before = _files(picture)
    picture = Picture.objects.get(pk=picture.pk)
    picture.caption = "Another caption"
    _save(picture)
    assert _files(picture) == before


def test_new_file_of_a_picture_that_nobody_may_see_makes_nothing_public() -> None:
    picture = make_picture()
    picture.file = ContentFile(picture_bytes(colour="red"), name="picture.jpg")
    _save(picture)
    assert _files(picture) == set()


# Videos


def test_files_captions_and_poster_of_a_video_are_public_with_it() -> None:
    video = make_video()
    _show(STORY, video)
    assert video.poster is not None
    assert sorted(name.rpartition(".")[2] for name in _files(video)) == ["mp4", "vtt"]
    assert len(_files(video.poster)) == 6
    captions = next(name for name in _files(video) if name.endswith("vtt"))
    with public_storage().open(captions) as file:
        assert file.read().decode() == CAPTIONS
    _hide(STORY)
    assert _files(video) == set()
    assert _files(video.poster) == set()
    assert set(video.sources.values_list("published_file", flat=True)) == {""}
    assert set(video.tracks.values_list("published_file", flat=True)) == {""}


def test_shared_video_stays_while_one_public_story_uses_it() -> None:
    video = make_video()
    _show(STORY, video)
    _show(OTHER, video)
    _hide(STORY)
    assert len(_files(video)) == 2
    _hide(OTHER)
    assert _files(video) == set()


def test_public_address_does_not_tell_the_name_of_the_private_file() -> None:
    video = make_video()
    _show(STORY, video)
    assert not any("film" in name for name in _files(video))


def test_new_captions_of_a_public_video_replace_the_old_ones() -> None:
    video = make_video()
    _show(STORY, video)
    before = _files(video)
    track = video.tracks.get()
    track.captions = CAPTIONS.replace("Words are said", "Other words")
    _save(track)
    captions = [name for name in _files(video) if name.endswith("vtt")]
    assert len(captions) == 1
    assert captions[0] not in before
    assert CaptionTrack.objects.get().published_file.name == captions[0]


def test_new_file_of_a_public_video_replaces_the_old_one() -> None:
    video = make_video()
    _show(STORY, video)
    before = _files(video)
    source = video.sources.get()
    source.file = ContentFile(b"other moving pictures", name="film.webm")
    with TestCase.captureOnCommitCallbacks(execute=True):
        source.save()
    films = [name for name in _files(video) if not name.endswith("vtt")]
    assert len(films) == 1
    assert films[0] not in before
    assert films[0].endswith(".webm")
    source.refresh_from_db()
    assert source.content_type == "video/webm"


def test_deleted_source_and_track_of_a_public_video_leave_no_file() -> None:
    video = make_video()
    _show(STORY, video)
    with TestCase.captureOnCommitCallbacks(execute=True):
        video.sources.get().delete()
        video.tracks.get().delete()
    assert _files(video) == set()


def test_new_track_of_a_public_video_is_public() -> None:
    video = make_video()
    _show(STORY, video)
    _save(CaptionTrack(video=video, language="ru", captions=CAPTIONS))
    assert len([name for name in _files(video) if name.endswith("vtt")]) == 2


def test_new_poster_of_a_public_video_takes_the_place_of_the_old_one() -> None:
    video = make_video()
    _show(STORY, video)
    old, new = video.poster, make_picture()
    assert old is not None
    video.poster = new
    _save(video)
    assert _files(old) == set()
    assert len(_files(new)) == 6


def test_deleted_video_leaves_no_public_file() -> None:
    video = make_video()
    poster = video.poster
    assert poster is not None
    _show(STORY, video)
    with TestCase.captureOnCommitCallbacks(execute=True):
        Video.objects.get(pk=video.pk).delete()
    assert _files(video) == set()
    assert _files(poster) == set()
    assert not PublicUse.objects.exists()


def test_video_without_a_file_has_nothing_to_publish() -> None:
    video = Video.objects.create(title="Announced")
    _show(STORY, video)
    assert _files(video) == set()


# After a crash


def test_reconciling_makes_what_a_crash_before_the_files_left_out() -> None:
    picture, video = make_picture(), make_video()
    show(STORY, pictures=[picture.pk], videos=[video.pk])
    assert _files(picture) == _files(video) == set()
    reconcile_everything()
    assert len(_files(picture)) == 6
    assert len(_files(video)) == 2


def test_reconciling_takes_away_what_a_crash_after_the_end_left_behind() -> None:
    picture, video = make_picture(), make_video()
    _show(STORY, picture, video)
    PublicUse.objects.all().delete()
    reconcile_everything()
    assert _files(picture) == _files(video) == set()
    assert _rows(picture) == set()


def test_crash_between_a_file_and_its_row_leaves_nothing_public() -> None:
    """The files were written, their rows never; then the story is unpublished."""
    picture = make_picture()
    _show(STORY, picture)
    PublishedRendition.objects.all().delete()
    _hide(STORY)
    assert _files(picture) == set()


def test_crash_between_two_files_of_a_video_is_mended() -> None:
    video = make_video()
    _show(STORY, video)
    CaptionTrack.objects.create(video=video, language="ru", captions=CAPTIONS)
    assert len(_files(video)) == 2
    reconcile_everything()
    assert len(_files(video)) == 3


def test_crash_between_a_new_file_and_its_copies_is_mended() -> None:
    picture = make_picture()
    _show(STORY, picture)
    before = _files(picture)
    picture.file = ContentFile(picture_bytes(colour="red"), name="picture.jpg")
    picture.save()
    reconcile_everything()
    assert [name for name in before if public_storage().exists(name)] == []
    assert _files(picture) == _rows(picture)
    assert len(_files(picture)) == 6


def test_lost_rows_are_made_again_over_the_files() -> None:
    picture = make_picture()
    _show(STORY, picture)
    files = _files(picture)
    PublishedRendition.objects.all().delete()
    reconcile_everything()
    assert _files(picture) == files == _rows(picture)


def test_reconciling_touches_nothing_that_is_in_order() -> None:
    shown, hidden, video = make_picture(), make_picture(), make_video()
    _show(STORY, shown, video)
    rows = set(PublishedRendition.objects.values_list("pk", flat=True))
    reconcile_everything()
    reconcile([shown.pk, hidden.pk], [video.pk])
    assert set(PublishedRendition.objects.values_list("pk", flat=True)) == rows
    assert _files(hidden) == set()


def test_reader_can_fetch_what_is_public_and_in_parts(client: Client) -> None:
    video = make_video()
    _show(STORY, video)
    film = video.sources.get().published_file
    whole = client.get(film.url)
    assert (whole.status_code, b"".join(whole)) == (200, b"moving pictures")  # type: ignore[call-overload]
    whole.close()
    part = client.get(film.url, headers={"range": "bytes=0-5"})
    assert (part.status_code, b"".join(part)) == (206, b"moving")  # type: ignore[call-overload]
    part.close()
