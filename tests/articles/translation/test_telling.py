"""Tests of what happens to a story and its desks hear of."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from articles.pages.corrections.correcting import correct
from articles.pages.killing.killing import kill_story, revive_story
from articles.translation.assigning import assign
from articles.translation.models import Notification
from newsroom.users.groups import editors_of, translators_of
from tests.articles.translation.stories import make_source, record_of, translate
from tests.factories import make_front_page, make_story, make_translation, make_user

pytestmark = pytest.mark.django_db
Kind = Notification.Kind


def told(name: str) -> list[str]:
    """What somebody was told, in order."""
    notes = Notification.objects.filter(user__username=name).order_by("pk")
    return [note.kind for note in notes if note.kind not in (Kind.ASSIGNED, Kind.WANTED)]


def test_the_desk_of_every_translation_hears_of_a_correction_once() -> None:
    source = make_source()
    for code in ("fa", "ka"):
        make_front_page(code)
    persian, _georgian = translate(source, "fa"), translate(source, "ka")
    make_user("reza", translators_of("fa"))
    make_user("mina", editors_of("fa"))
    assign(record_of(persian), make_user("leila", translators_of("fa")), by=None)
    make_user("gia", editors_of("ka"))
    make_user("anna", editors_of("en"))
    correct(source, by=None, gravity="factual", wrong="Nine", right="Seven")
    assert told("leila") == told("gia") == [Kind.CORRECTION]
    assert told("reza") == told("mina") == told("anna") == []


def test_a_language_without_a_record_has_nobody_to_tell_and_still_the_task() -> None:
    story = make_story()
    persian = make_translation(story, "fa")
    correction = correct(story, by=None, gravity="minor", wrong="a", right="b")
    assert correction.texts.filter(story=persian).exists()
    assert not Notification.objects.exists()


def test_killing_and_reviving_are_told_too() -> None:
    source = make_source()
    make_front_page("fa")
    persian = translate(source, "fa")
    leila = make_user("leila", translators_of("fa"))
    assign(record_of(persian), leila, by=None)
    kill_story(source, by=None, reason="r")
    revive_story(source, by=None, reason="r")
    assert told("leila") == [Kind.KILLED, Kind.REVIVED]


def test_the_note_of_a_correction_leads_to_the_story_that_says_so() -> None:
    source = make_source()
    make_front_page("fa")
    persian = translate(source, "fa")
    mina = make_user("mina", editors_of("fa"))
    correct(source, by=None, gravity="factual", wrong="Nine", right="Seven")
    client = Client()
    client.force_login(mina)
    note = Notification.objects.get(user=mina, kind=Kind.CORRECTION)
    shown = client.get(reverse("translation_desk:note", args=[note.pk]), follow=True)
    assert shown.redirect_chain[-1][0] == reverse("wagtailadmin_pages:edit", args=[persian.pk])
    assert "The original was corrected." in shown.content.decode()
