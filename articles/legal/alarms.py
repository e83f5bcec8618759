"""What must not be forgotten, by e-mail: unconfirmed emergencies, deadlines, overdue reviews.

The worker calls it each minute. An alarm is noted in the transaction that sends it, so a mail server that is away
delays it and two workers do not send it twice. No e-mail names anything sealed: mail is no safe place for it.
"""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.legal.access import MAY_APPROVE, MAY_CHANGE_DEMANDS, MAY_DRAFT, MAY_SEE_SEALED
from articles.legal.ledger.appending import append
from articles.legal.models import Demand, LegalNotice, NoticeRule, NoticeText
from articles.legal.models.approval import CONFIRMATION
from newsroom.users.models import User

logger = logging.getLogger(__name__)

BEFORE_DEADLINE = timedelta(hours=24)
BETWEEN_REMINDERS = timedelta(days=7)
Cause = NoticeText | NoticeRule | Demand | LegalNotice


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing to be told, and to whom."""

    cause: Cause
    permission: str
    is_sealed: bool
    owner: User | None = None
    """Who alone is told, if anybody in particular is."""

    def line(self) -> str:
        """The thing in a sentence of the present language."""
        if self.is_sealed:
            return _("A sealed matter waits for you.")
        if isinstance(self.cause, Demand):
            return _("The deadline of a demand is near or past: {demander}").format(demander=self.cause.demander)
        if isinstance(self.cause, LegalNotice):
            return _("The review of a notice is overdue: {notice}").format(notice=self.cause.name)
        return _("Put in force by one person, and not confirmed within 24 hours: {notice}").format(
            notice=self.cause.notice.name
        )


def raise_alarms(at: datetime | None = None) -> int:
    """Sends what is due, each once, and reviews once a week; gives the number of e-mails."""
    now = at or timezone.now()
    try:
        with transaction.atomic():
            alarms = list(_due(now))
            letters = list(_letters(alarms))
            for alarm in alarms:
                _note(alarm.cause, now)
            if letters:
                get_connection().send_messages(letters)
            return len(letters)
    except OSError:
        logger.exception("The alarms of the legal desk were not sent; they are sent again in a minute")
        return 0


def _due(now: datetime) -> Iterator[Alarm]:
    late = Q(is_emergency=True, confirmed_at=None, alarmed_at=None, approved_at__lte=now - CONFIRMATION)
    for model in (NoticeText, NoticeRule):
        rows = model.objects.select_for_update(of=("self",), skip_locked=True).filter(late).select_related("notice")
        yield from (Alarm(row, MAY_APPROVE, row.notice.is_sealed) for row in rows)
    demands = Demand.objects.select_for_update(skip_locked=True).filter(
        answered_at=None, alarmed_at=None, deadline__lte=now + BEFORE_DEADLINE
    )
    yield from (Alarm(demand, MAY_CHANGE_DEMANDS, demand.is_sealed) for demand in demands)
    ruled = NoticeRule.objects.filter(approved_at__isnull=False, ended_at=None, withdraws=False)
    notices = (
        LegalNotice.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(Q(reminded_at=None) | Q(reminded_at__lte=now - BETWEEN_REMINDERS), review_on__lte=now.date())
        .filter(pk__in=ruled.values("notice"))
        .select_related("owner")
    )
    yield from (Alarm(notice, MAY_DRAFT, notice.is_sealed, notice.owner) for notice in notices)


def _letters(alarms: Iterable[Alarm]) -> Iterator[EmailMessage]:
    """One e-mail for each person, with everything that the person may be told."""
    wanted: dict[User, list[Alarm]] = defaultdict(list)
    known: dict[str, set[User]] = {}
    for alarm in alarms:
        people = _holders(alarm.permission, known)
        if alarm.is_sealed:
            people = people & _holders(MAY_SEE_SEALED, known)
        if alarm.owner in people:
            people = {alarm.owner}
        if not people:
            logger.error("Nobody can be told of an alarm of the legal desk: no such person has an e-mail address")
        for person in people:
            wanted[person].append(alarm)
    for person, told in sorted(wanted.items(), key=lambda item: item[0].pk):
        with override(_language_of(person)):
            lines = dict.fromkeys(alarm.line() for alarm in told)
            desk = settings.WAGTAILADMIN_BASE_URL + reverse("legal_desk:overview")
            yield EmailMessage(_("Legal desk: what cannot wait"), "\n".join([*lines, "", desk]), to=[person.email])


def _holders(permission: str, known: dict[str, set[User]]) -> set[User]:
    """The people with a permission who can be written to."""
    if permission not in known:
        people = User.objects.with_perm(permission).exclude(email="").select_related("wagtail_userprofile")
        known[permission] = set(people)
    return known[permission]


def _language_of(person: User) -> str:
    profile = getattr(person, "wagtail_userprofile", None)
    return str(profile.get_preferred_language()) if profile else settings.LANGUAGE_CODE


def _note(cause: Cause, now: datetime) -> None:
    """Writes down that it was told of; an emergency without a second person goes into the ledger."""
    if isinstance(cause, LegalNotice):
        LegalNotice.objects.filter(pk=cause.pk).update(reminded_at=now)
        return
    cause.alarmed_at = now
    cause.save(update_fields=["alarmed_at"])
    if not isinstance(cause, Demand):
        noun = "rule" if isinstance(cause, NoticeRule) else "text"
        append(f"{noun}.unconfirmed", subject=f"{cause._meta.label_lower}:{cause.pk}", data={"digest": cause.digest})
