"""Whatever happens in whatever order, the latest word about each key arrives, and nothing older after it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsroom.outbox.draining import drain
from newsroom.outbox.handlers import PermanentFailure
from newsroom.outbox.models import Destination, Message
from newsroom.outbox.writing import send
from tests.newsroom.outbox.systems import System, system

pytestmark = pytest.mark.django_db

KEYS = st.sampled_from(["a", "b", "c"])
STEPS = st.one_of(
    st.tuples(st.just("send"), KEYS),
    st.tuples(st.just("drain"), st.sampled_from([1, 2, 1000])),
    st.tuples(st.just("away"), st.just(0)),
    st.tuples(st.just("refuse"), KEYS),
    st.tuples(st.just("refuse for good"), KEYS),
    st.tuples(st.just("die"), st.booleans()),
    st.tuples(st.just("change meanwhile"), KEYS),
    st.tuples(st.just("wait"), st.sampled_from([1, 30, 299, 301, 700])),
    st.tuples(st.just("retry"), st.just(0)),
)


class Story:
    """Steps told one after the other to one system."""

    def __init__(self, elsewhere: System) -> None:
        self.elsewhere = elsewhere
        self.latest: dict[str, int] = {}
        self.seen: list[tuple[str, int]] = []
        self.written_at: dict[str, int] = {}
        self.count = 0

    def send(self, key: str) -> None:
        self.count += 1
        self.latest[key] = self.count
        self.written_at[key] = len(self.seen)
        send("elsewhere", key, {"version": self.count})

    def see(self, messages: Sequence[Message]) -> None:
        self.seen += [(message.key, message.payload["version"]) for message in messages]

    def tell(self, deed: str, value: int | str) -> None:
        """Does one step, the system in the state that it needs."""
        self.elsewhere.failure = {"away": TimeoutError(), "die": SystemExit()}.get(deed)
        why = PermanentFailure("Never") if deed == "refuse for good" else "Not now"
        self.elsewhere.refused = {str(value): why} if deed.startswith("refuse") else {}
        self.elsewhere.meanwhile = self.see if deed != "die" or value else lambda messages: None
        if deed == "change meanwhile":
            self.elsewhere.meanwhile = lambda messages: self.see_and_send(messages, str(value))
            self.changes = 1
        try:
            drain(limit=value if deed == "drain" and isinstance(value, int) else 1000)
        except SystemExit:
            assert deed == "die"

    def see_and_send(self, messages: Sequence[Message], key: str) -> None:
        """Writes about the key while it may be under way; once, or it would never end."""
        self.see(messages)
        if self.changes:
            self.changes = 0
            self.send(key)


@given(st.lists(STEPS, max_size=25))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_latest_word_about_each_key_arrives(steps: list[tuple[str, int | str]]) -> None:
    Message.objects.all().delete()
    Destination.objects.all().delete()
    with system() as elsewhere, time_machine.travel("2026-11-01T12:00:00Z", tick=False) as clock:
        story = Story(elsewhere)
        for deed, value in steps:
            if deed == "send":
                story.send(str(value))
            elif deed == "wait":
                clock.shift(timedelta(seconds=int(value)))
            elif deed == "retry":
                Message.objects.parked().update(failed_at=None, attempts=0, refusals=0)
            else:
                story.tell(deed, value)
        for _ in range(5):
            clock.shift(timedelta(minutes=11))
            Message.objects.parked().update(failed_at=None, attempts=0, refusals=0)
            story.tell("drain", 1000)
    assert not Message.objects.exists()
    for key, version in story.latest.items():
        after = [seen for name, seen in story.seen[story.written_at[key] :] if name == key]
        assert after
        assert after[-1] == version
        told = [seen for name, seen in story.seen if name == key]
        assert told == sorted(told)
