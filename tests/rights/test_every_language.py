"""The rights of each role in all languages: what the table says, what the tree of pages grants, and a door for each.

The doors of `test_matrix` do not know languages one by one; these ask in every language that its people, and nobody
else's, are let in.
"""

from __future__ import annotations

import pytest
from django.urls import reverse

from articles.pages.article import ArticlePage
from articles.pages.embargo.rights import may_set
from articles.pages.founding import section
from articles.pages.killing.rights import may_kill
from articles.translation.models import GlossaryTerm, Translation
from articles.translation.wanting import want
from media.captioning import may_caption
from newsroom.languages import LANGUAGES
from newsroom.users.rights import languages_where
from newsroom.users.roles import Action
from tests.factories import make_draft, make_story
from tests.rights.asking import ask, browser, verdict
from tests.rights.desk_doors import DRAFTERS, KEEPERS, KILLERS
from tests.rights.door import Door
from tests.rights.people import ADMINISTRATOR, DESK, PUBLISHERS, Who, person, those
from tests.rights.stage import foreign_to, source_of

pytestmark = pytest.mark.django_db

STAFF = [who for who in Who if who != Who.ANONYMOUS]


@pytest.fixture
def _desks(code: str) -> None:
    section(code, "world", "World")
    section(foreign_to(code), "world", "World")


@pytest.mark.usefixtures("_desks")
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_table_of_roles_holds_in_its_language_and_in_no_other(code: str) -> None:
    for who in STAFF:
        user = person(who, code)
        assert user is not None
        for action in Action:
            everywhere = set(LANGUAGES) if who == Who.ADMINISTRATOR else set()
            here = {code} if who in those(action) else set()
            assert languages_where(user, action) == here | everywhere, (who, action)


@pytest.mark.usefixtures("_desks")
@pytest.mark.parametrize("code", LANGUAGES)
def test_the_tree_and_what_is_built_on_it_say_the_same(code: str) -> None:
    own, foreign = make_draft(code), make_draft(foreign_to(code))
    for who in STAFF:
        user = person(who, code)
        assert user is not None
        for story, is_own in ((own, True), (foreign, False)):
            rights = story.permissions_for_user(user)
            got = {
                "edit": rights.can_edit(),
                "publish": rights.can_publish(),
                "begin": story.get_parent().specific.permissions_for_user(user).can_add_subpage(),
                "kill": may_kill(user, story),
                "embargo": may_set(user, story),
                "caption": may_caption(user, story.language_code),
            }
            expected = {
                "edit": PUBLISHERS,
                "publish": PUBLISHERS,
                "begin": those(Action.WRITE),
                "kill": KILLERS,
                "embargo": PUBLISHERS,
                "caption": DESK | {Who.PHOTO},
            }
            everywhere = ADMINISTRATOR | {Who.PHOTO}
            for name, roles in expected.items():
                assert got[name] is (who in (roles if is_own else roles & everywhere)), (who, name, is_own)


def _doors(story: ArticlePage, wanted: Translation, term: GlossaryTerm) -> list[Door]:
    """One for each action of the table; none of them looks at the desk."""

    def at(name: str, key: object, own: frozenset[Who]) -> Door:
        return Door(name, lambda desk: reverse(name, args=[key]), own, own & ADMINISTRATOR)

    return [
        at("translation_desk:record", wanted.pk, DESK),
        at("wagtailadmin_pages:edit", story.pk, PUBLISHERS),
        at("correct_story", story.pk, PUBLISHERS),
        at("glossary:edit", term.pk, KEEPERS),
        Door(
            "translation_desk:start",
            lambda desk: reverse("translation_desk:start", args=[wanted.pk]),
            DRAFTERS,
            ADMINISTRATOR,
            sends=lambda desk: {},
        ),
        Door(
            "translation_desk:record to assign",
            lambda desk: reverse("translation_desk:record", args=[wanted.pk]),
            those(Action.ASSIGN),
            ADMINISTRATOR,
            sends=lambda desk: {"translator": "", "priority": "1"},
        ),
    ]


@pytest.mark.usefixtures("_desks")
@pytest.mark.parametrize("code", LANGUAGES)
def test_a_door_of_each_action_is_open_in_the_own_language_alone(code: str) -> None:
    source = make_story(source_of(code), title="Source")
    tables = {}
    for other in (code, foreign_to(code)):
        [wanted] = want(source, [other], by=None)
        words = {"source_language": source_of(code), "language": other, "term": "sea", "translation": "lake"}
        tables[other] = _doors(make_draft(other), wanted, GlossaryTerm.objects.create(**words))
    wrong = []
    for who in STAFF:
        client = browser(person(who, code))
        for other, doors in tables.items():
            for door in doors:
                through = door.own if other == code else door.foreign
                found = verdict(door, ask(client, door, None), gets_through=who in through)  # type: ignore[arg-type]
                wrong.extend([f"{who}, {door.name}, {other}: {found}"] if found else [])
    assert wrong == []
