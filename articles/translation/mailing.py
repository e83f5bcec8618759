"""One letter for each person with everything that is new for them; the worker sends them each minute."""

from __future__ import annotations

import logging
from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.users.models import UserProfile

from articles.translation.models import Notification
from articles.translation.wording import line_of
from newsroom.users.models import User

logger = logging.getLogger(__name__)

PATIENCE = timedelta(minutes=2)
"""What happens within it comes in one letter."""
LONGEST = 50
"""Lines of a letter; the rest is in the admin."""
NO_LETTERS = "translation-desk-letters"
"""By this name Wagtail's profile of a person remembers that they want none."""


def send_letters(at: datetime | None = None) -> int:
    """Sends what people have neither read nor been sent; gives the number of letters.

    What is sent is noted in the same transaction: a mail server that is away delays it, two workers do not send it
    twice.
    """
    now = at or timezone.now()
    try:
        with transaction.atomic():
            letters = list(_letters(now))
            if letters:
                get_connection().send_messages(letters)
            return len(letters)
    except OSError:
        logger.exception("The letters of the translation desk were not sent; they are sent again in a minute")
        return 0


def wants_letters(person: User) -> bool:
    """Whether they want to be written to."""
    profile = getattr(person, "wagtail_userprofile", None)
    return not (profile and profile.dismissibles.get(NO_LETTERS))


def choose_letters(person: User, *, wanted: bool) -> None:
    """Notes whether they want to be written to."""
    profile = UserProfile.get_for_user(person)
    profile.dismissibles[NO_LETTERS] = not wanted
    profile.save(update_fields=["dismissibles"])


def _letters(now: datetime) -> Iterator[EmailMessage]:
    notes = (
        Notification.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(mailed_at=None, created_at__lte=now - PATIENCE)
        .select_related("user__wagtail_userprofile", "translation__locale", "translation__source")
        .defer("translation__source__body", "translation__parts")
        .order_by("created_at")
    )
    of_person: dict[User, list[Notification]] = defaultdict(list)
    seen = list(notes)
    for note in seen:
        if note.read_at is None and note.user.is_active and note.user.email and wants_letters(note.user):
            of_person[note.user].append(note)
    Notification.objects.filter(pk__in=[note.pk for note in seen]).update(mailed_at=now)
    for person, told in of_person.items():
        with override(_language_of(person)):
            lines = dict.fromkeys(line_of(note, reader=person, is_letter=True) for note in told[:LONGEST])
            inbox = settings.WAGTAILADMIN_BASE_URL + reverse("translation_desk:inbox")
            yield EmailMessage(_("News from the translation desk"), "\n".join([*lines, "", inbox]), to=[person.email])


def _language_of(person: User) -> str:
    profile = getattr(person, "wagtail_userprofile", None)
    return str(profile.get_preferred_language()) if profile else settings.LANGUAGE_CODE
