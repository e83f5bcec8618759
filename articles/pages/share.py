"""Links that share a story: plain addresses, no script of anybody's."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class ShareLink:
    """Where a reader may share; an empty network is e-mail."""

    network: str
    address: str


NETWORKS = (
    ("Telegram", "https://t.me/share/url?url={url}&text={title}"),
    ("WhatsApp", "https://wa.me/?text={title}%20{url}"),
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
)


def share_links(address: str, headline: str) -> list[ShareLink]:
    """The links for a story's full address."""
    url, title = quote(address, safe=""), quote(headline, safe="")
    links = [ShareLink(name, pattern.format(url=url, title=title)) for name, pattern in NETWORKS]
    return [*links, ShareLink("", f"mailto:?subject={title}&body={url}")]
