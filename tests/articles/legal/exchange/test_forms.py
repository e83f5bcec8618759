"""The signed step between the report and the deed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from articles.legal.exchange.files import FORMATS
from articles.legal.exchange.forms import HOURS, StepIsRefused, read_step, sign_step
from articles.legal.exchange.returning import bring_back
from articles.legal.models import LegalNotice
from newsroom.users.models import User
from tests.articles.legal.exchange.travellers import PERSIAN, RUSSIAN, make_told_notice, translated
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def step(notice: LegalNotice, lena: User) -> str:
    data = FORMATS["csv"].write(translated(notice, ru=RUSSIAN, fa=PERSIAN))
    return sign_step(notice, lena, bring_back(notice, data, by=lena, is_trial=True), accept_older=True)


def test_the_rows_are_as_they_were_read(notice: LegalNotice, lena: User, step: str) -> None:
    rows, accept_older = read_step(step, notice, lena)
    assert accept_older
    assert {row.language: row.words for row in rows} == {"ru": RUSSIAN, "fa": PERSIAN}


def test_a_step_is_of_one_person_and_one_notice(notice: LegalNotice, lena: User, step: str) -> None:
    for about, person in ((make_told_notice("other"), lena), (notice, make_user("other"))):
        with pytest.raises(StepIsRefused):
            read_step(step, about, person)


def test_a_forged_step_is_refused(notice: LegalNotice, lena: User, step: str) -> None:
    for forged in ("", "x", step[:-1], step[1:], step.replace(":", "", 1)):
        with pytest.raises(StepIsRefused):
            read_step(forged, notice, lena)


def test_a_step_grows_old(notice: LegalNotice, lena: User, step: str) -> None:
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=HOURS, minutes=1)), pytest.raises(StepIsRefused):
        read_step(step, notice, lena)
