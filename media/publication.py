"""Makes public what readers may see, and only that.

Copies are made when something public uses a picture or video, and taken away when nothing does.
"""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.db import models, transaction
from django.db.models import Exists, OuterRef, Q
from PIL import Image
from wagtail.images.models import Filter

from media.models import CaptionTrack, Picture, PublicUse, PublishedRendition, Video, VideoSource
from media.sizes import Size, sizes_for
from media.storage import public_storage
from media.tasks import publish_files

WORKERS = 2


def user_key(thing: models.Model) -> str:
    """How a public use names its user: `articles.articlepage:12`."""
    return f"{thing._meta.label_lower}:{thing.pk}"


def show(used_by: str, *, pictures: Collection[int], videos: Collection[int]) -> None:
    """Notes that `used_by` shows just these openly, and has the files follow once the transaction is done."""
    posters = Video.objects.filter(pk__in=videos, poster__isnull=False).values_list("poster_id", flat=True)
    wanted_pictures, wanted_videos = {*pictures, *posters}, set(videos)
    rows = PublicUse.objects.filter(used_by=used_by)
    known = set(rows.values_list("picture_id", "video_id"))
    wanted = {(key, None) for key in wanted_pictures} | {(None, key) for key in wanted_videos}
    rows.exclude(Q(picture_id__in=wanted_pictures) | Q(video_id__in=wanted_videos)).delete()
    PublicUse.objects.bulk_create(
        PublicUse(used_by=used_by, picture_id=picture, video_id=video) for picture, video in wanted - known
    )
    touched = wanted | known
    _follow({picture for picture, _ in touched if picture}, {video for _, video in touched if video})


def hide(used_by: str) -> None:
    """Notes that `used_by` shows nothing openly any more."""
    show(used_by, pictures=(), videos=())


def _follow(pictures: set[int], videos: set[int]) -> None:
    if pictures or videos:
        transaction.on_commit(lambda: publish_files.enqueue(sorted(pictures), sorted(videos)))


def reconcile(pictures: Collection[int], videos: Collection[int]) -> None:
    """Brings the public files of these in line with their uses; safe to repeat."""
    in_use = Exists(PublicUse.objects.filter(picture=OuterRef("pk")))
    for picture in Picture.objects.filter(pk__in=pictures).annotate(is_public=in_use).prefetch_related("published"):
        (_publish_picture if picture.is_public else _withdraw_picture)(picture)
    in_use = Exists(PublicUse.objects.filter(video=OuterRef("pk")))
    for video in Video.objects.filter(pk__in=videos).annotate(is_public=in_use):
        (_publish_video if video.is_public else _withdraw_video)(video)


def reconcile_everything() -> None:
    """The same for all whose files and uses differ: mends what a crash between the two left behind."""
    reconcile(
        list(_astray(Picture, "picture", [PublishedRendition.objects.all()]).values_list("pk", flat=True)),
        list(
            _astray(
                Video,
                "video",
                [VideoSource.objects.exclude(published_file=""), CaptionTrack.objects.exclude(published_file="")],
            ).values_list("pk", flat=True)
        ),
    )


def _astray(model: type[Picture | Video], name: str, copies: list[models.QuerySet[Any]]) -> models.QuerySet[Any]:
    """Those that are used and have no copy, and those that have one and are not used."""
    mine = {name: OuterRef("pk")}
    is_used = Q(Exists(PublicUse.objects.filter(**mine)))
    is_copied = Q(*(Q(Exists(rows.filter(**mine))) for rows in copies), _connector=Q.OR)
    has_something = Q() if model is Picture else Q(sources__file__gt="") | Q(tracks__captions__gt="")
    return model._default_manager.filter((is_used & ~is_copied & has_something) | (~is_used & is_copied)).distinct()


def _publish_picture(picture: Picture) -> None:
    """Makes the copies that are missing, two at a time: encoders work outside Python's lock."""
    have = {copy.file.name for copy in picture.published.all()}
    jobs = [
        (size, format_name)
        for size in sizes_for(picture.width)
        for format_name in size.formats
        if _address(picture, size, format_name) not in have
    ]
    if not jobs:
        return
    with picture.open_file() as original:
        content = original.read()
    with ThreadPoolExecutor(WORKERS) as pool:
        copies = list(pool.map(lambda job: _cut(picture, content, *job), jobs))
    PublishedRendition.objects.bulk_create(copies, ignore_conflicts=True)


def _address(picture: Picture, size: Size, format_name: str) -> str:
    return f"pictures/{picture.token}/{size.shape}-{size.width}.{format_name}"


def _cut(picture: Picture, content: bytes, size: Size, format_name: str) -> PublishedRendition:
    """Writes one public copy; what lay at its address before is replaced."""
    output = BytesIO()
    Filter(size.spec(format_name)).run(picture, output, source=BytesIO(content))
    with Image.open(output) as cut:
        width, height = cut.size
    storage, name = public_storage(), _address(picture, size, format_name)
    storage.delete(name)
    name = storage.save(name, ContentFile(output.getvalue()))
    return PublishedRendition(
        picture=picture, shape=size.shape, format=format_name, width=width, height=height, file=name
    )


def _withdraw_picture(picture: Picture) -> None:
    storage = public_storage()
    for copy in picture.published.all():
        storage.delete(copy.file.name)
    picture.published.all().delete()


def _publish_video(video: Video) -> None:
    storage = public_storage()
    for source in video.sources.filter(published_file="").exclude(file=""):
        extension = source.file.name.rpartition(".")[2].lower()
        with source.file.open("rb") as original:
            source.published_file.name = storage.save(f"videos/{video.token}/{source.pk}.{extension}", original)
        VideoSource.objects.filter(pk=source.pk).update(published_file=source.published_file.name)
    for track in video.tracks.exclude(captions=""):
        name = f"videos/{video.token}/{track.language}.vtt"
        storage.delete(name)
        name = storage.save(name, ContentFile(track.captions.encode()))
        CaptionTrack.objects.filter(pk=track.pk).update(published_file=name)


def _withdraw_video(video: Video) -> None:
    storage = public_storage()
    for rows in (video.sources, video.tracks):
        for row in rows.exclude(published_file=""):
            storage.delete(row.published_file.name)
        rows.model.objects.filter(video=video).update(published_file="")
