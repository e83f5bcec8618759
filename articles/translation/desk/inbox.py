"""What a person is told: newest first, read one by one or all at once."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from articles.translation.desk.screens import Screen, address
from articles.translation.mailing import choose_letters, wants_letters
from articles.translation.models import Notification
from articles.translation.notifying import mark_read, unread
from articles.translation.wording import line_of
from newsroom.users.rights import languages_of

PER_PAGE = 50


class Inbox(Screen):
    title = _("Inbox")
    icon = "mail"

    def get(self, request: HttpRequest) -> HttpResponse:
        """The newest; the older ones by pages."""
        notes = self.notes()
        before = request.GET.get("before", "")
        if before.isdecimal() and len(before) < len(str(2**63)):
            notes = notes.filter(pk__lt=int(before))
        found = list(notes.order_by("-pk")[: PER_PAGE + 1])
        lines = [(note, line_of(note, reader=self.user)) for note in found[:PER_PAGE]]
        return self.screen(
            "inbox",
            lines=lines,
            before=found[PER_PAGE - 1].pk if len(found) > PER_PAGE else "",
            has_unread=any(note.read_at is None for note, _line in lines),
            wants_letters=wants_letters(self.user),
        )

    def post(self, request: HttpRequest) -> HttpResponse:
        """Marks everything as read, or chooses whether to be written to."""
        if "letters" in request.POST:
            wanted = request.POST["letters"] == "yes"
            choose_letters(self.user, wanted=wanted)
            messages.success(request, gettext("You get letters.") if wanted else gettext("You get no letters."))
        else:
            mark_read(unread(self.user), by=self.user)
        return redirect(address("inbox"))

    def notes(self) -> QuerySet[Notification]:
        """The person's own."""
        rows = Notification.objects.filter(user=self.user.pk)
        rows = rows.select_related("translation__locale", "translation__source")
        return rows.defer("translation__source__body", "translation__parts")


class OpenNote(Inbox):
    """Marks one as read and leads to what it is about."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:  # type: ignore[override]
        """Raises Http404 for somebody else's."""
        note = self.notes().filter(pk=pk).first()
        if note is None:
            raise Http404
        mark_read(Notification.objects.filter(pk=pk), by=self.user)
        if "release" in note.data:
            return redirect(reverse("releases:release", args=[note.data["release"]]))
        row = note.translation
        if row is None or row.locale.language_code not in languages_of(self.user):
            return redirect(address("inbox"))
        if row.story_id:
            return redirect(reverse("wagtailadmin_pages:edit", args=[row.story_id]))
        return redirect(address("record", row.pk))
