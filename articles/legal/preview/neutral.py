"""A page that leads nowhere: no links, forms, scripts, embeds or share links, and nothing from elsewhere."""

from __future__ import annotations

import base64
import mimetypes
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.core.files.storage import storages
from django.urls import reverse

GONE = "script, iframe, object, embed, form, base, noscript, .share, .hosted, [data-hosted], meta[http-equiv]"
KEPT_LINKS = frozenset({"stylesheet", "icon"})
LEADING = ("href", "action", "formaction", "ping", "target", "srcdoc", "xlink:href", "download")
SOURCES = ("src", "poster", "data")
LARGEST_PICTURE = 4 * 1024 * 1024
"""Bytes of a private picture that is put into the page."""


def neutral(html: str, *, with_private_pictures: bool = False) -> str:
    """The page without whatever leads away from it or tells others that it was read.

    Private pictures, which only staff can fetch, are put into the page itself where that is asked for.
    """
    soup = BeautifulSoup(html, "html.parser")
    for found in soup.select(GONE):
        found.decompose()
    for link in soup.find_all("link"):
        if not KEPT_LINKS & set(link.get_attribute_list("rel")) or not _is_ours(str(link.get("href", ""))):
            link.decompose()
    for card in soup.select("meta[property]"):
        card.decompose()
    for tag in soup.find_all(True):
        _calm(tag)
    if with_private_pictures:
        for picture in soup.find_all("picture"):
            for source in picture.find_all("source"):
                source.decompose()
        for image in soup.find_all("img"):
            image.attrs.pop("srcset", None)
            image["src"] = _inside(str(image.get("src", "")))
    return soup.decode(formatter="minimal")


def _calm(tag: Tag) -> None:
    """Takes away what the tag would do when it is used or shown."""
    for name in [name for name in tag.attrs if name.lower().startswith("on")]:
        del tag.attrs[name]
    if tag.name != "link":
        for name in LEADING:
            tag.attrs.pop(name, None)
    for name in SOURCES:
        if name in tag.attrs and not _is_ours(str(tag[name])):
            del tag.attrs[name]
    if "srcset" in tag.attrs and not all(_is_ours(part.split()[0]) for part in _candidates(str(tag["srcset"]))):
        del tag.attrs["srcset"]


def _candidates(srcset: str) -> list[str]:
    return [part.strip() for part in srcset.split(",") if part.strip()]


def own_origins() -> set[str]:
    """Where our public files lie, if that is another host than that of our pages."""
    addresses = [urlsplit(storages["public"].url("x")), urlsplit(settings.STATIC_URL)]
    return {f"{parts.scheme}://{parts.netloc}" for parts in addresses if parts.netloc}


def _is_ours(address: str) -> bool:
    """Whether nobody else learns that it was fetched."""
    parts = urlsplit(address)
    if not parts.scheme and not parts.netloc:
        return not address.startswith("/\\")
    return f"{parts.scheme}://{parts.netloc}" in own_origins()


def _inside(address: str) -> str:
    """A private picture as a part of the page; any other address as it is, and nothing for one that is gone."""
    prefix = reverse("private_file", args=["x"]).removesuffix("x")
    path = unquote(urlsplit(address).path)
    if not path.startswith(prefix):
        return address
    name, storage = path.removeprefix(prefix), storages["default"]
    try:
        with storage.open(name) as file:
            content = file.read(LARGEST_PICTURE + 1)
    except (OSError, ValueError, SuspiciousOperation):
        return ""
    kind = mimetypes.guess_type(name)[0] or ""
    if len(content) > LARGEST_PICTURE or not kind.startswith("image/"):
        return ""
    return f"data:{kind};base64,{base64.b64encode(content).decode()}"
