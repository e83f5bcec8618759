"""Makes public what readers may see, and only that.

Copies are made when something public uses a picture or video, and taken away when nothing does. They lie in the public
place, or in the guarded one while the law may withhold from some reader all that shows them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from django.core.files.base import ContentFile
from django.core.files.storage import Storage
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q, Value
from django.db.models.functions import Concat
from PIL import Image
from wagtail.images.models import Filter

from media.guarding import astray
from media.models import CaptionTrack, Picture, PublicUse, PublishedRendition, Video, VideoSource
from media.places import folder_of, forget_place, place_of, settle, sweep, write
from media.sizes import Size, sizes_for
from media.storage import withdraw
from media.tasks import guard_files, publish_files

WORKERS = 2


def user_key(thing: models.Model) -> str:
    """How a public use names its user: `articles.articlepage:12`."""
    return f"{thing._meta.label_lower}:{thing.pk}"


def show(used_by: str, *, pictures: Collection[int], videos: Collection[int]) -> None:
    """Notes that `used_by` shows just these openly, and has the files follow once the transaction is done."""
    touched_pictures, touched_videos = _note(used_by, set(pictures), set(videos))
    for video in Video.objects.filter(pk__in=touched_videos):
        touched_pictures |= _note_poster(video)
    _follow(touched_pictures, touched_videos)


def hide(used_by: str) -> None:
    """Notes that `used_by` shows nothing openly any more."""
    show(used_by, pictures=(), videos=())


def follow_picture(picture: Picture) -> None:
    """Has the public copies follow a picture that was changed."""
    if PublicUse.objects.filter(picture=picture).exists():
        _follow({picture.pk}, set())


def follow_video(video: Video) -> None:
    """Has the public files and the poster follow a video of which something was changed."""
    if PublicUse.objects.filter(video=video).exists():
        _follow(_note_poster(video), {video.pk})


def forget(thing: Picture | Video) -> None:
    """Takes the public files of something deleted away, once the deletion is certain."""
    if isinstance(thing, Video):
        hide(user_key(thing))
    transaction.on_commit(lambda: sweep(folder_of(thing)))


def forget_part(part: VideoSource | CaptionTrack) -> None:
    """Takes the public file of a deleted source or track away, once the deletion is certain."""
    name = part.published_file.name
    if name:
        transaction.on_commit(lambda: withdraw(name))


def follow_rules() -> None:
    """Has files change their place, public or guarded, where rules that are changed just now want it."""
    transaction.on_commit(guard_files.enqueue)


def _note(used_by: str, pictures: set[int], videos: set[int]) -> tuple[set[int], set[int]]:
    """Brings the rows of a user in line; returns all that it uses or used."""
    rows = PublicUse.objects.filter(used_by=used_by)
    known = set(rows.values_list("picture_id", "video_id"))
    wanted = {(key, None) for key in pictures} | {(None, key) for key in videos}
    rows.exclude(Q(picture_id__in=pictures) | Q(video_id__in=videos)).delete()
    PublicUse.objects.bulk_create(
        PublicUse(used_by=used_by, picture_id=picture, video_id=video) for picture, video in wanted - known
    )
    touched = wanted | known
    return {picture for picture, _ in touched if picture}, {video for _, video in touched if video}


def _note_poster(video: Video) -> set[int]:
    """A video that is public itself uses its poster openly; returns the pictures that are or were its poster."""
    is_public = PublicUse.objects.filter(video=video).exists()
    posters = {video.poster_id} if is_public and video.poster_id else set()
    return _note(user_key(video), posters, set())[0]


def _follow(pictures: set[int], videos: set[int]) -> None:
    if pictures or videos:
        transaction.on_commit(lambda: publish_files.enqueue(sorted(pictures), sorted(videos)))


def reconcile(pictures: Collection[int], videos: Collection[int]) -> None:
    """Brings the public files of these in line with their uses; safe to repeat."""
    in_use = Exists(PublicUse.objects.filter(picture=OuterRef("pk")))
    for picture in Picture.objects.filter(pk__in=pictures).annotate(is_public=in_use).prefetch_related("published"):
        if not picture.is_public:
            _withdraw_picture(picture)
            continue
        settle(picture)
        if _publish_picture(picture):
            settle(picture)  # rules may have changed while the copies were made
    in_use = Exists(PublicUse.objects.filter(video=OuterRef("pk")))
    for video in Video.objects.filter(pk__in=videos).annotate(is_public=in_use):
        if not video.is_public:
            _withdraw_video(video)
            continue
        settle(video)
        if _publish_video(video):
            settle(video)


def reconcile_everything() -> None:
    """The same for all whose files and uses differ: mends what a crash between the two left behind."""
    used = Exists(PublicUse.objects.filter(picture=OuterRef("pk")))
    copies = PublishedRendition.objects.filter(picture=OuterRef("pk"))
    fresh = Exists(copies.filter(file__startswith=Concat(Value("pictures/"), OuterRef("token"), Value("/"))))
    pictures = Picture.objects.filter(Q(used, ~fresh) | Q(~used, Exists(copies))).values_list("pk", flat=True)
    used = Exists(PublicUse.objects.filter(video=OuterRef("pk")))
    sources = VideoSource.objects.filter(video=OuterRef("pk"))
    tracks = CaptionTrack.objects.filter(video=OuterRef("pk"))
    is_missing = Exists(sources.filter(published_file="").exclude(file="")) | Exists(
        tracks.filter(published_file="").exclude(captions="")
    )
    is_there = Exists(sources.exclude(published_file="")) | Exists(tracks.exclude(published_file=""))
    videos = Video.objects.filter((Q(used) & is_missing) | (Q(~used) & is_there)).values_list("pk", flat=True)
    reconcile(list(pictures), list(videos))
    for lost_pictures, lost_videos in astray():
        reconcile(lost_pictures, lost_videos)


def _publish_picture(picture: Picture) -> bool:
    """Makes the copies that are missing, two at a time: encoders work outside Python's lock; says whether any was."""
    known = {copy.file.name: copy for copy in picture.published.all()}
    wanted = {
        _address(picture, size, format_name): (size, format_name)
        for size in sizes_for(picture.width, picture.height)
        for format_name in size.formats
    }
    missing = [job for address, job in wanted.items() if address not in known]
    outdated = [copy for address, copy in known.items() if address not in wanted]
    copies = _cut_all(picture, missing) if missing else []
    with transaction.atomic():
        PublishedRendition.objects.filter(pk__in=[copy.pk for copy in outdated]).delete()
        PublishedRendition.objects.bulk_create(copies, ignore_conflicts=True)
    for copy in outdated:
        withdraw(str(copy.file.name))
    return bool(copies)


def _cut_all(picture: Picture, jobs: list[tuple[Size, str]]) -> list[PublishedRendition]:
    with picture.open_file() as original:
        content = original.read()
    place = place_of(picture)
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(lambda job: _cut(picture, content, place, *job), jobs))


def _address(picture: Picture, size: Size, format_name: str) -> str:
    return f"{folder_of(picture)}/{size.shape}-{size.width}.{format_name}"


def _cut(picture: Picture, content: bytes, place: Storage, size: Size, format_name: str) -> PublishedRendition:
    """Writes one copy; what lay at its address before is replaced."""
    output = BytesIO()
    Filter(size.spec(format_name)).run(picture, output, source=BytesIO(content))
    with Image.open(output) as cut:
        width, height = cut.size
    name = write(place, _address(picture, size, format_name), ContentFile(output.getvalue()))
    return PublishedRendition(
        picture=picture, shape=size.shape, format=format_name, width=width, height=height, file=name
    )


def _withdraw_picture(picture: Picture) -> None:
    for copy in picture.published.all():
        withdraw(str(copy.file.name))
    picture.published.all().delete()
    forget_place(picture)


def _publish_video(video: Video) -> bool:
    """Copies what is not published yet; says whether anything was."""
    place = place_of(video)
    sources = list(video.sources.filter(published_file="").exclude(file=""))
    for source in sources:
        extension = source.file.name.rpartition(".")[2].lower()
        with source.file.open("rb") as original:
            name = write(place, f"{folder_of(video)}/{_mark(source.file.name)}.{extension}", original)
        VideoSource.objects.filter(pk=source.pk).update(published_file=name)
    tracks = list(video.tracks.filter(published_file="").exclude(captions=""))
    for track in tracks:
        name = f"{folder_of(video)}/{track.language}-{_mark(track.captions)}.vtt"
        name = write(place, name, ContentFile(track.captions.encode()))
        CaptionTrack.objects.filter(pk=track.pk).update(published_file=name)
    return bool(sources or tracks)


def _withdraw_video(video: Video) -> None:
    for model in (VideoSource, CaptionTrack):
        model.objects.filter(video=video).update(published_file="")
    forget_place(video)


def _mark(content: str) -> str:
    """A part of an address that changes with the content, so that no cache shows the old one."""
    return hashlib.sha256(content.encode()).hexdigest()[:12]
