"""Our own screens: the translation desk, releases, killing, embargo, corrections, the screen beside the source."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from newsroom.users.roles import Action
from tests.rights.door import Door, Sent, door, silent
from tests.rights.people import DESK, NO_ONE, PUBLISHERS, Who, those
from tests.rights.stage import Desk, source_of

LATER = "2099-01-01 12:00"
KILLERS = frozenset({Who.CHIEF, Who.ADMINISTRATOR})
TRANSLATORS = those(Action.TRANSLATE)
DRAFTERS = TRANSLATORS | those(Action.WRITE)


def _of(name: str, own: frozenset[Who], key: Callable[[Desk], Any], sends: Sent | None = None, **rest: Any) -> Door:
    return door(name, lambda desk: [key(desk).pk], own, sends=sends, **rest)


def _wanted(desk: Desk) -> object:
    return desk.wanted


def _stale(desk: Desk) -> object:
    return desk.stale


def _release(desk: Desk) -> object:
    return desk.release


def _item(desk: Desk) -> object:
    return desk.item


def _story(desk: Desk) -> object:
    return desk.story


WORDS = {"gravity": "factual", "wrong": "Nine", "right": "Seven"}

DESK_DOORS = (
    _of("translation_desk:record", DESK, _wanted),
    _of("translation_desk:record to assign", those(Action.ASSIGN), _wanted, lambda desk: {
        "translator": desk.author.pk, "priority": "1"
    }),
    _of("translation_desk:claim", TRANSLATORS, _wanted, silent),
    _of("translation_desk:start", DRAFTERS, _wanted, silent),
    _of("translation_desk:give_up", those(Action.ASSIGN), _wanted, silent),
    _of("translation_desk:hand_back", NO_ONE, _wanted, silent, is_silent=True),
    _of("translation_desk:translate", DESK, lambda desk: desk.plain),
    _of("translation_desk:translate to ask another desk", those(Action.ASSIGN), lambda desk: desk.plain, lambda desk: {
        "languages": [source_of(desk.code)], "priority": "2"
    }, is_silent=True),
    _of("translation_desk:job", NO_ONE, lambda desk: desk.job),
    _of("translation_desk:job_again", NO_ONE, lambda desk: desk.job, silent),
    _of("translation_desk:note", NO_ONE, lambda desk: desk.note),
)  # fmt: skip

BESIDE = (
    _of("translation_answer", PUBLISHERS, _stale, lambda desk: {"part": "title", "answer": "still_fine"}),
    _of("translation_insert", PUBLISHERS, _stale, lambda desk: {"part": "none"}, writes=False),
    _of("translation_offers", PUBLISHERS, _stale, query=lambda desk: "?unit=title"),
    _of("translation_checks", PUBLISHERS, _stale, silent, writes=False),
    _of("translation_suggest", PUBLISHERS, _stale, lambda desk: {"unit": "title"}, writes=False),
    _of("translation_fill to look", PUBLISHERS, _stale),
    _of("translation_fill", PUBLISHERS, _stale, lambda desk: {"unit": "title"}, writes=False),
    _of("translation_review", PUBLISHERS, _stale, lambda desk: {"unit": "title"}, writes=False),
)

FILES = (
    _of("translation_files:files", DESK, lambda desk: desk.draft),
    _of("translation_files:return", PUBLISHERS, _story, silent, writes=False),
)

RELEASES = (
    _of("releases:release", DESK, _release),
    _of("releases:release to add a story", PUBLISHERS, _release, lambda desk: {
        "story": desk.story.pk, "is_required": "on"
    }),
    door("releases:new of a story", lambda desk: [], PUBLISHERS, query=lambda desk: f"?story={desk.plain.pk}"),
    door("releases:new to plan a story", lambda desk: [], PUBLISHERS, sends=lambda desk: {"title": "New"},
         query=lambda desk: f"?story={desk.draft.pk}"),
    _of("releases:edit", PUBLISHERS, _release),
    _of("releases:edit to rename", PUBLISHERS, _release, lambda desk: {"title": "Other", "publish_at": LATER}),
    *(_of(f"releases:{name}", PUBLISHERS, _release, silent) for name in ("confirm", "unconfirm", "cancel")),
    _of("releases:publish", PUBLISHERS, _release),
    _of("releases:publish now", PUBLISHERS, _release, silent, writes=False),
    _of("releases:ready", PUBLISHERS, _item, lambda desk: {"revision": str(desk.plain.latest_revision_id)}),
    *(_of(f"releases:{name}", PUBLISHERS, _item, silent) for name in (
        "not_ready", "take_out", "require", "do_not_require"
    )),
)  # fmt: skip

FATE = (
    _of("kill_story", KILLERS, _story),
    _of("kill_story to ask again", KILLERS, _story, lambda desk: {"reason": "Wrong."}, writes=False),
    _of("revive_story", KILLERS, lambda desk: desk.killed),
    _of("revive_story to ask again", KILLERS, lambda desk: desk.killed, lambda desk: {"reason": "R."}, writes=False),
    _of("embargo", PUBLISHERS, lambda desk: desk.plain),
    _of("embargo to set", PUBLISHERS, lambda desk: desk.plain, lambda desk: {"until": LATER, "everywhere": "on"}),
    _of("correct_story", PUBLISHERS, _story),
    _of("correct_story to tell", PUBLISHERS, _story, lambda desk: WORDS),
    _of("handle_correction", PUBLISHERS, lambda desk: desk.text),
    _of("handle_correction to deal", PUBLISHERS, lambda desk: desk.text, lambda desk: {"state": "not_concerned"}),
    _of("withdraw_correction", PUBLISHERS, lambda desk: desk.correction),
    _of("withdraw_correction to do so", PUBLISHERS, lambda desk: desk.correction, lambda desk: {"reason": "Wrong."}),
)

KEEPERS = those(Action.KEEP_GLOSSARY)
GLOSSARY = (
    _of("glossary:edit", KEEPERS, lambda desk: desk.term),
    _of("glossary:edit to change", KEEPERS, lambda desk: desk.term, lambda desk: {
        "source_language": source_of(desk.code), "language": desk.code, "term": "sea", "translation": "other",
    }),
    _of("glossary:delete form", KEEPERS, lambda desk: desk.term),
    _of("glossary:delete", KEEPERS, lambda desk: desk.term, silent),
    door("glossary:add a term", lambda desk: [], KEEPERS, is_silent=True, sends=lambda desk: {
        "source_language": source_of(desk.code), "language": desk.code, "term": "lake", "translation": "new",
    }),
    *(_of(f"glossary:{name}", KEEPERS, lambda desk: desk.term) for name in ("history", "history_results", "usage")),
)  # fmt: skip

OURS: tuple[Door, ...] = (*DESK_DOORS, *BESIDE, *FILES, *RELEASES, *FATE, *GLOSSARY)
