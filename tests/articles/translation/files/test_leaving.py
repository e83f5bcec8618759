"""Tests of what leaves of a translation, and for whom."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied

from articles.pages.article import ArticlePage
from articles.translation.files.leaving import NothingLeaves, leave
from articles.translation.files.values import Sent, State
from articles.translation.models import Translation
from articles.translation.ways import note_machine, review
from newsroom.users.groups import editors_of
from newsroom.users.models import User
from tests.articles.translation.files.travellers import make_full_source, row_of
from tests.articles.translation.stories import edited, make_source, paragraph, paragraphs, publish, translate, write
from tests.factories import make_administrator, make_draft, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(db: None) -> User:
    return make_administrator("boss")


@pytest.fixture
def story(db: None) -> ArticlePage:
    """A Persian draft whose first paragraph somebody wrote."""
    story = translate(make_source(2), "fa")
    return write(story, [paragraph("b0", "جمله"), *paragraphs(2)[1:]])


def units(story: ArticlePage, by: User, **options: bool) -> dict[str, Sent]:
    return {unit.key: unit for unit in leave(row_of(story), by=by, **options).units}


def test_every_text_with_words_leaves_with_its_kind_and_limit(boss: User) -> None:
    sent = units(translate(make_full_source(), "fa"), boss)
    assert len(sent) == 23
    assert [(sent[key].note, sent[key].longest) for key in ("title", "block:q1/text", "block:p1")] == [
        ("title", 255),
        ("quote.text", 3000),
        ("paragraph", None),
    ]


def test_a_text_that_nobody_wrote_has_no_target(story: ArticlePage, boss: User) -> None:
    sent = units(story, boss)
    assert {key: unit.state for key, unit in sent.items()} == {
        "title": State.INITIAL,
        "block:b0": State.TRANSLATED,
        "block:b1": State.INITIAL,
    }
    assert [key for key, unit in sent.items() if unit.target] == ["block:b0"]


def test_a_text_of_which_the_source_changed_is_to_be_translated_again(story: ArticlePage, boss: User) -> None:
    publish(row_of(story).source, edited(paragraphs(2), "b0", "Else."))
    sent = units(story, boss, only_changed=True)
    assert list(sent) == ["block:b0"]
    assert (sent["block:b0"].state, sent["block:b0"].target) == (State.INITIAL, ("جمله",))


def test_a_machines_text_says_so_until_somebody_has_read_it(story: ArticlePage, boss: User) -> None:
    row = row_of(story)
    assert row.story
    note_machine(row, {"block:b0": "<p>جمله</p>"}, engine="practice")
    sent = units(story, boss)["block:b0"]
    assert (sent.is_machine, sent.state) == (True, State.TRANSLATED)
    review(row, ["block:b0"], row.story.get_latest_revision_as_object().serializable_data(), by=boss)
    sent = units(story, boss)["block:b0"]
    assert (sent.is_machine, sent.state) == (False, State.REVIEWED)


def test_where_nothing_changed_nothing_leaves(story: ArticlePage, boss: User) -> None:
    with pytest.raises(NothingLeaves):
        leave(row_of(story), by=boss, only_changed=True)


def test_only_who_may_edit_it_and_read_its_source_sends_a_translation_out(story: ArticlePage) -> None:
    reza, gia = make_user("reza", editors_of("fa")), make_user("gia", editors_of("hy"))
    assert leave(row_of(story), by=reza).code == "fa"
    with pytest.raises(PermissionDenied):
        leave(row_of(story), by=gia)
    secret = translate(make_source(1, title="Other"), "hy")
    Translation.objects.filter(story=story.pk).update(source=make_draft("ka"), locale=secret.locale)
    with pytest.raises(PermissionDenied):
        leave(row_of(story), by=reza)
    Translation.objects.filter(story=story.pk).update(story=None)
    gone = Translation.objects.select_related("source", "story").get(story=None)
    with pytest.raises(PermissionDenied):
        leave(gone, by=reza)
