"""From which address a request came, when proxies stand between: counted from the side that we trust."""

from __future__ import annotations

import ipaddress
import re

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

_WITH_PORT = re.compile(r"\[([0-9A-Fa-f:.]+)\](?::\d{1,5})?|([0-9.]+):\d{1,5}")
LONGEST = 60
"""No address with brackets and port is longer."""


def reader_address(peer: str, forwarded_for: str, proxies: int) -> IPAddress | None:
    """The address that the outermost trusted proxy saw, or None where nobody can know it.

    Each proxy appends whom it was asked by, so with two proxies of ours the second entry from the right is the
    reader; all before it is what the reader claims. Without proxies the peer is the reader and claims are not read.
    """
    if proxies <= 0:
        return parse(peer)
    entries = forwarded_for.rsplit(",", proxies)
    return parse(entries[-proxies]) if len(entries) >= proxies else None


def parse(text: str) -> IPAddress | None:
    """The address in a text that may carry a port; an IPv4 address inside IPv6 is given as itself."""
    text = text.strip(" \t")
    if len(text) > LONGEST:
        return None
    match = _WITH_PORT.fullmatch(text)
    try:
        address = ipaddress.ip_address((match[1] or match[2]) if match else text)
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address
