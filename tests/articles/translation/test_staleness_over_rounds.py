"""Random rounds of a source, a translation and a translation of that, published and answered for real.

What is behind must be what a plain account of who saw what says, and nothing that a desk did on purpose may be lost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from articles.credits.models import Credit
from articles.pages.article import ArticlePage
from articles.translation.accepting import Answer, accept, accept_everything
from articles.translation.changes import ChangeKind
from articles.translation.parts import BLOCK
from articles.translation.seen import Seen
from articles.translation.staleness import changes_of
from tests.articles.translation.stories import (
    Raw,
    make_source,
    paragraph,
    paragraphs,
    publish,
    raw_body,
    record_of,
    translate,
    write,
)
from tests.factories import make_agency, make_picture

WHO = st.sampled_from(["ru", "tt"])
PLACES = st.integers(0, 99)
FIELDS = ("title", "lead_picture", "credits")
WORDING = "title"
"""Of these the one that a minor change may change silently."""


@dataclass
class Version:
    """What a story says, as the account keeps it."""

    title: str
    picture: Any = None
    agency: Any = None
    body: Raw = field(default_factory=list)

    def parts(self) -> dict[str, Any]:
        """What can change, by key."""
        fields = dict(zip(FIELDS, (self.title, self.picture, self.agency), strict=True))
        return fields | {BLOCK + row["id"]: row["value"] for row in self.body}

    def copy(self) -> Version:
        """Another one that says the same."""
        return Version(self.title, self.picture, self.agency, list(self.body))


@dataclass
class Desk:
    """One translation: its page, its newest draft, and what it saw of its source."""

    story: ArticlePage
    above: str
    draft: Version
    seen: dict[str, Any]
    not_here: set[str] = field(default_factory=set)

    def behind(self, public: Version) -> set[tuple[str, str]]:
        """What somebody has to look at, moves apart."""
        now, here = public.parts(), self.draft.parts()
        found = set()
        for key in {*now, *self.seen} - self.not_here:
            if key not in self.seen:
                found.add((key, "added"))
            elif key not in here:
                continue
            elif key not in now:
                found.add((key, "removed"))
            elif now[key] != self.seen[key]:
                found.add((key, "changed"))
        return found

    def see(self, key: str, public: Version, answer: Answer) -> None:
        """Takes a part as it is."""
        now = public.parts()
        if key not in now:
            self.seen.pop(key, None)
            self.not_here.discard(key)
            return
        self.seen[key] = now[key]
        (self.not_here.add if answer == Answer.NOT_HERE else self.not_here.discard)(key)


class Newsroom(RuleBasedStateMachine):
    """An English story, a Russian one made from it and a Tatar one made from that."""

    def __init__(self, source: ArticlePage, russian: ArticlePage, tatar: ArticlePage, spare: dict[str, Any]) -> None:
        super().__init__()
        self.atomic = transaction.atomic()
        self.atomic.__enter__()
        first = Version(source.title, body=paragraphs(4))
        self.spare, self.source, self.draft, self.made = spare, source, first.copy(), 0
        self.public = {"en": first.copy(), "ru": first.copy()}
        self.desks = {
            "ru": Desk(russian, "en", first.copy(), first.parts()),
            "tt": Desk(tatar, "ru", first.copy(), first.parts()),
        }

    def teardown(self) -> None:
        transaction.set_rollback(True)
        self.atomic.__exit__(None, None, None)

    def text(self) -> str:
        self.made += 1
        return f"Words of number {self.made}."

    @rule(place=PLACES)
    def edit(self, place: int) -> None:
        self.edit_in(self.draft, place)

    @rule(place=PLACES)
    def add(self, place: int) -> None:
        self.draft.body.insert(place % (len(self.draft.body) + 1), paragraph(f"new{self.made}", self.text()))

    @rule(place=PLACES)
    def remove(self, place: int) -> None:
        if self.draft.body:
            del self.draft.body[place % len(self.draft.body)]

    @rule(place=PLACES, to=PLACES)
    def move(self, place: int, to: int) -> None:
        self.move_in(self.draft, place, to)

    @rule()
    def change_headline(self) -> None:
        self.draft.title = self.text()

    @rule()
    def change_picture(self) -> None:
        self.draft.picture = None if self.draft.picture else self.spare["picture"]

    @rule()
    def change_credit(self) -> None:
        self.draft.agency = None if self.draft.agency else self.spare["agency"]

    @rule(minor=st.booleans())
    def publish_source(self, minor: bool) -> None:
        self.source = self.put(self.source, self.draft, publish, is_minor_change=minor)
        desk, before, now = self.desks["ru"], self.public["en"].parts(), self.draft.parts()
        for key, value in now.items():
            is_wording = key == WORDING or key.startswith(BLOCK)
            if minor and is_wording and key in before and desk.seen.get(key) == before[key]:
                desk.seen[key] = value
        self.public["en"] = self.draft.copy()

    @rule(who=WHO, place=PLACES)
    def drop_here(self, who: str, place: int) -> None:
        body = self.desks[who].draft.body
        if body:
            del body[place % len(body)]
        self.save(who)

    @rule(who=WHO, place=PLACES)
    def add_here(self, who: str, place: int) -> None:
        body = self.desks[who].draft.body
        body.insert(place % (len(body) + 1), paragraph(f"own{self.made}", self.text()))
        self.save(who)

    @rule(who=WHO, place=PLACES, to=PLACES)
    def move_here(self, who: str, place: int, to: int) -> None:
        self.move_in(self.desks[who].draft, place, to)
        self.save(who)

    @rule(place=PLACES)
    def publish_russian(self, place: int) -> None:
        """Whatever it was made from: publishing a translation answers nothing."""
        desk = self.desks["ru"]
        self.edit_in(desk.draft, place)
        desk.story = self.put(desk.story, desk.draft, publish)
        self.public["ru"] = desk.draft.copy()

    @rule(who=WHO, place=PLACES, answer=st.sampled_from(Answer))
    def answer_one(self, who: str, place: int, answer: Answer) -> None:
        desk = self.desks[who]
        parts = list(dict.fromkeys(change.part for change in changes_of(record_of(desk.story))))
        if parts:
            part = parts[place % len(parts)]
            accept(record_of(desk.story), part, by=None, answer=answer)
            desk.see(part, self.public[desk.above], answer)

    @rule(who=WHO)
    def answer_everything(self, who: str) -> None:
        desk = self.desks[who]
        for change in changes_of(record_of(desk.story)):
            desk.see(change.part, self.public[desk.above], Answer.DONE)
        accept_everything(record_of(desk.story), by=None, answer=Answer.DONE)
        assert changes_of(record_of(desk.story)) == []
        assert record_of(desk.story).stale_parts == 0

    @invariant()
    def what_is_behind_is_what_nobody_looked_at(self) -> None:
        for desk in self.desks.values():
            changes, row = changes_of(record_of(desk.story)), record_of(desk.story)
            told = {(change.part, change.kind.value) for change in changes if change.kind != ChangeKind.MOVED}
            assert told == desk.behind(self.public[desk.above])
            assert row.stale_parts == len({change.part for change in changes})
            assert (row.stale_since is not None) == bool(row.stale_parts or row.stale_above)

    @invariant()
    def what_is_behind_above_travels_down(self) -> None:
        behind = {change.part for change in changes_of(record_of(self.desks["ru"].story))}
        assert record_of(self.desks["ru"].story).stale_above == 0
        assert record_of(self.desks["tt"].story).stale_above == len(behind - self.desks["tt"].not_here)

    @invariant()
    def nothing_of_the_desks_own_is_lost(self) -> None:
        for desk in self.desks.values():
            assert [row["id"] for row in raw_body(desk.story)] == [row["id"] for row in desk.draft.body]

    @invariant()
    def the_versions_that_were_seen_are_kept(self) -> None:
        for desk in self.desks.values():
            row = record_of(desk.story)
            kept = set(row.seen_revisions.values_list("revision", flat=True))
            assert Seen.read(row.parts).revisions() == kept

    def edit_in(self, version: Version, place: int) -> None:
        if version.body:
            at = place % len(version.body)
            version.body[at] = paragraph(version.body[at]["id"], self.text())

    def move_in(self, version: Version, place: int, to: int) -> None:
        if version.body:
            row = version.body.pop(place % len(version.body))
            version.body.insert(to % (len(version.body) + 1), row)

    def save(self, who: str) -> None:
        self.desks[who].story = self.put(self.desks[who].story, self.desks[who].draft, write)

    def put(
        self, story: ArticlePage, version: Version, how: Callable[..., ArticlePage], **fields: object
    ) -> ArticlePage:
        credits = [Credit(sort_order=0, agency=version.agency)] if version.agency else []
        return how(story, version.body, title=version.title, lead_picture=version.picture, credits=credits, **fields)


@pytest.mark.django_db
def test_staleness_is_what_a_plain_account_of_it_says() -> None:
    source = make_source(4)
    russian = publish(translate(source, "ru"))
    tatar = translate(russian, "tt")
    spare = {"picture": make_picture(), "agency": make_agency()}
    run_state_machine_as_test(
        lambda: Newsroom(source, russian, tatar, spare),
        settings=settings(
            deadline=None, max_examples=15, stateful_step_count=25, suppress_health_check=list(HealthCheck)
        ),
    )
