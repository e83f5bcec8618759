"""The demo's stories as versions that can be checked, in all their languages."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup

CONTENT = Path(__file__).resolve().parents[4] / "newsroom" / "demo" / "content"
STORIES = sorted(path.name for path in CONTENT.iterdir() if (path / "en.toml").is_file() and path.name != "desk")


@cache
def demo_story(name: str, code: str) -> dict[str, Any]:
    """A story of the demo in a language; its blocks have the same ids in all of them."""
    told = tomllib.loads((CONTENT / name / f"{code}.toml").read_text(encoding="utf-8"))
    blocks = []
    soup = BeautifulSoup(told["body"], "html.parser")
    for number, element in enumerate(element for element in soup.children if getattr(element, "name", None)):
        kind = {"p": "paragraph", "h2": "heading", "ul": "list", "ol": "list", "blockquote": "quote"}.get(element.name)
        value: Any = str(element)
        if kind == "heading":
            value = element.get_text()
        elif kind == "quote":
            value = {"text": element.decode_contents(), "speaker": element.get("cite", "")}
        if kind:
            blocks.append({"id": f"b{number}", "type": kind, "value": value})
    lead = told["pictures"]["lead"]
    return {
        "kicker": told.get("kicker", ""),
        "title": told["headline"],
        "standfirst": told["standfirst"],
        "dateline": told.get("dateline", ""),
        "lead_caption": lead["caption"],
        "lead_alt": lead["alt"],
        "body": json.dumps(blocks, ensure_ascii=False),
    }


def languages_of(name: str) -> list[str]:
    """The languages that the demo has this story in."""
    return sorted(path.stem for path in (CONTENT / name).glob("*.toml") if path.stem != "story")


def with_text(content: dict[str, Any], place: int, text: str) -> dict[str, Any]:
    """The version with another text in one of its paragraphs."""
    blocks = json.loads(content["body"])
    paragraphs = [block for block in blocks if block["type"] == "paragraph"]
    paragraphs[place]["value"] = text
    return {**content, "body": json.dumps(blocks, ensure_ascii=False)}
