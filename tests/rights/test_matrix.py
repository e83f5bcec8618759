"""Every role at every door of the table: in the own language, in one of another desk, and for pages of one's own.

In full for one language that is written from the right; `test_every_language` asks the same rights of all the others.
"""

from __future__ import annotations

import pytest
from django.db import transaction
from wagtail.models import Page

from tests.rights.asking import ask, browser, verdict
from tests.rights.people import DESK, Who, person
from tests.rights.stage import Desk, foreign_to, set_up
from tests.rights.table import DOORS

pytestmark = pytest.mark.django_db

OWN = "fa"


@pytest.mark.parametrize("who", Who)
def test_each_role_gets_through_its_doors_and_through_no_others(who: Who) -> None:
    own, foreign = set_up(OWN), set_up(foreign_to(OWN))
    user = person(who, OWN)
    client = browser(user)
    wrong = []

    def come(desk: Desk, *, through: frozenset[Who], word: str) -> None:
        may_know = who == Who.ADMINISTRATOR or (desk is own and who in DESK)
        found = verdict(door, ask(client, door, desk), gets_through=who in through, may_know=may_know)
        wrong.extend([f"{door.name}, {word}: {found}"] if found else [])

    for door in DOORS:
        come(own, through=door.own, word="own language")
        come(foreign, through=door.foreign, word="foreign language")
        if door.made:
            with transaction.atomic():
                Page.objects.filter(owner=own.author).update(owner=user)
                come(own, through=door.own | door.made, word="own page")
                transaction.set_rollback(True)
    assert wrong == []
