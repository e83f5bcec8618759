"""Tests of who translates what."""

from __future__ import annotations

import threading

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection, connections

from articles.translation.assigning import CannotTranslate, NotYours, SomebodyHasIt, assign, claim, hand_back
from articles.translation.models import Notification, Translation
from articles.translation.models.translation import Priority, rank_of
from articles.translation.translating import translate_into
from articles.translation.wanting import TranslationHasAPage, give_up, want
from newsroom.users.groups import editors_of, translators_of, writers_of
from newsroom.users.models import User
from tests.factories import make_draft, make_front_page, make_story, make_user
from tests.grounds import lay_the_ground


@pytest.fixture
def row(db: None) -> Translation:
    """What is wanted in Persian."""
    make_front_page("fa")
    [wanted] = want(make_story(), ["fa"], by=None)
    return wanted


def translator(name: str = "reza") -> User:
    return make_user(name, translators_of("fa"))


def told(user: User) -> list[str]:
    return list(Notification.objects.filter(user=user).order_by("pk").values_list("kind", flat=True))


def test_work_is_given_out_by_editors_and_both_hear_of_it(row: Translation) -> None:
    first, second, editor = translator(), translator("mina"), make_user("edda", editors_of("fa"))
    assign(row, first, by=editor, priority=Priority.LEGAL)
    given = assign(row, second, by=editor)
    assert (given.assignee, given.priority, given.rank) == (second, Priority.LEGAL, rank_of(Priority.LEGAL, None))
    assert told(first) == ["assigned", "unassigned"]
    assert told(second) == ["assigned"]


def test_work_is_only_given_to_people_who_may_do_it(row: Translation) -> None:
    editor = make_user("edda", editors_of("fa"))
    make_front_page("ka")
    for person in (make_user("gia", translators_of("ka")), make_user("walid", writers_of("fa"))):
        with pytest.raises(CannotTranslate):
            assign(row, person, by=editor)
    with pytest.raises(PermissionDenied):
        assign(row, None, by=translator())
    row.refresh_from_db()
    assert row.assignee is None


def test_a_translator_takes_work_and_hands_it_back(row: Translation) -> None:
    reza = translator()
    assert claim(row, by=reza).assignee == reza
    with pytest.raises(SomebodyHasIt, match="reza"):
        claim(row, by=translator("mina"))
    with pytest.raises(NotYours):
        hand_back(row, by=User.objects.get(username="mina"))
    assert hand_back(row, by=reza).assignee is None


def test_nobody_takes_the_work_of_another_desk(row: Translation) -> None:
    make_front_page("ka")
    with pytest.raises(PermissionDenied):
        claim(row, by=make_user("gia", translators_of("ka")))


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor == "sqlite", reason="has one writer")
def test_of_two_who_take_it_at_once_one_has_it() -> None:
    lay_the_ground()
    make_front_page("fa")
    [row] = want(make_story(), ["fa"], by=None)
    people, outcomes = [translator(), translator("mina")], []
    start = threading.Barrier(2)

    def take(person: User) -> None:
        start.wait()
        try:
            outcomes.append(claim(row, by=person).assignee)
        except SomebodyHasIt as error:
            outcomes.append(error.translator)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=take, args=[person]) for person in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    row.refresh_from_db()
    assert {str(outcome) for outcome in outcomes} == {str(row.assignee)}


def test_whoever_has_a_draft_may_edit_it(row: Translation) -> None:
    [page] = translate_into(row.source, ["fa"], by=make_user("edda", editors_of("fa")))
    reza = translator()
    assert not page.permissions_for_user(reza).can_edit()
    claim(row, by=reza)
    page.refresh_from_db()
    assert page.permissions_for_user(reza).can_edit()


def test_wanting_twice_is_wanting_once(row: Translation) -> None:
    assert want(row.source, ["fa"], by=None, priority=Priority.LOW) == [row]
    assert Translation.objects.get().priority == Priority.NORMAL


def test_the_desk_hears_of_what_is_wanted(row: Translation) -> None:
    edda, anna = make_user("edda", editors_of("fa")), make_user("anna", editors_of("en"))
    want(make_story(), ["fa"], by=anna)
    assert told(edda) == ["wanted"]
    assert told(anna) == []


def test_editors_of_the_source_ask_any_desk_and_others_their_own(row: Translation) -> None:
    make_front_page("ka")
    story = make_story(title="Another")
    anna, reza = make_user("anna", editors_of("en")), translator()
    assert [wanted.locale.language_code for wanted in want(story, ["fa", "ka"], by=anna)] == ["fa", "ka"]
    third = make_story(title="A third")
    with pytest.raises(PermissionDenied):
        want(third, ["fa", "ka"], by=reza)
    assert not Translation.objects.filter(source=third).exists()
    assert want(third, ["fa"], by=reza)


def test_nobody_wants_what_they_may_not_read(row: Translation) -> None:
    with pytest.raises(PermissionDenied):
        want(make_draft(), ["fa"], by=translator())


def test_a_wish_is_taken_back_by_whoever_had_it_or_the_desk(row: Translation) -> None:
    with pytest.raises(PermissionDenied):
        give_up(row, by=translator())
    give_up(row, by=make_user("edda", editors_of("fa")))
    assert not Translation.objects.exists()


def test_what_has_a_page_is_no_wish(row: Translation) -> None:
    translate_into(row.source, ["fa"], by=None)
    with pytest.raises(TranslationHasAPage):
        give_up(row, by=None)
