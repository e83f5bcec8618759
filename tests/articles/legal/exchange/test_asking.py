"""Who asks for which notice, by name."""

from __future__ import annotations

import pytest

from articles.legal.exchange.asking import NobodyOfThatName, NoSuchNotice, notice_for, user_named
from articles.legal.models import LegalNotice
from articles.legal.terms import Kind
from newsroom.users.models import User
from tests.articles.legal.makers import make_lawyer, make_notice

pytestmark = pytest.mark.django_db


def test_people_and_notices_are_found_by_name(notice: LegalNotice, lena: User) -> None:
    assert user_named("lena") == lena
    assert notice_for(lena, "undesirable") == notice_for(None, "undesirable") == notice


def test_nobody_is_found_by_another_name_or_with_a_closed_account(lena: User) -> None:
    User.objects.filter(pk=lena.pk).update(is_active=False)
    for name in ("lena", "Lena", ""):
        with pytest.raises(NobodyOfThatName, match=f"no active account “{name}”"):
            user_named(name)


def test_a_sealed_notice_is_missing_for_those_who_may_not_know(lena: User) -> None:
    sealed = make_notice("sealed", Kind.WITHHELD, is_sealed=True)
    assert notice_for(make_lawyer("sworn", "see_sealed"), "sealed") == sealed
    for person in (lena, None):
        for key in ("sealed", "nothing"):
            with pytest.raises(NoSuchNotice, match=f"no notice with the key “{key}”"):
                notice_for(person, key)
