"""The board of stories × languages, the list of work, and the load of translators."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.translation.board import board
from articles.translation.desk.cells import shown
from articles.translation.desk.filters import MINE, BoardFilter, WorkFilter
from articles.translation.desk.screens import Screen
from articles.translation.load import loads
from articles.translation.pressing import work
from articles.translation.translating import may_translate
from newsroom.languages import LANGUAGES
from newsroom.users.rights import languages_of, languages_where
from newsroom.users.roles import Action

AFTER = "after"


class BoardScreen(Screen):
    title = _("Board")

    def get(self, request: HttpRequest) -> HttpResponse:
        """A page of the board."""
        form = BoardFilter(request.GET, user=self.user)
        languages, now = self.languages(), timezone.now()
        question = form.question(request.GET.get(AFTER, ""))
        found = board(question, user=self.user, codes=[row.code for row in languages])
        mine, wanted = languages_of(self.user), languages_where(self.user, Action.ASSIGN)
        rows = [
            (
                row,
                [
                    shown(cell, row.source.pk, mine=cell.code in mine, wants=bool(wanted), now=now)
                    for cell in row.cells.values()
                ],
            )
            for row in found.rows
        ]
        return self.screen(
            "board",
            form=form,
            languages=[(row, row.code in mine) for row in languages],
            rows=rows,
            next=_next(request.GET, found.next),
            is_filtered=any(form.chosen(name) for name in form.fields),
            is_first=AFTER not in request.GET,
        )


class WorkScreen(Screen):
    title = _("My work")
    icon = "tasks"

    def get(self, request: HttpRequest) -> HttpResponse:
        """Translations into the person's languages, the most pressing first."""
        form = WorkFilter({"language": MINE, **request.GET.dict()}, user=self.user)
        found, following = work(form.question(request.GET.get(AFTER, "")))
        givers, now = languages_where(self.user, Action.ASSIGN), timezone.now()
        rows = [
            {
                "row": row,
                "language": LANGUAGES[row.locale.language_code],
                "source_language": LANGUAGES[row.source.locale.language_code],
                "is_late": row.deadline is not None and row.deadline < now,
                "is_mine": row.assignee_id == self.user.pk,
                "may_take": row.assignee_id is None and may_translate(self.user, row.locale.language_code),
                "may_start": row.story_id is None and may_translate(self.user, row.locale.language_code),
                "may_give": row.locale.language_code in givers,
            }
            for row in found
        ]
        return self.screen(
            "work", form=form, rows=rows, next=_next(request.GET, following), is_first=AFTER not in request.GET
        )


class LoadScreen(Screen):
    title = _("Load")
    icon = "group"

    def get(self, request: HttpRequest) -> HttpResponse:
        """What each translator of one of the person's languages has to do."""
        mine = [row for row in LANGUAGES.values() if row.code in languages_of(self.user)]
        code = request.GET.get("language", "")
        chosen = next((row for row in mine if row.code == code), mine[0])
        return self.screen("load", languages=mine, chosen=chosen, loads=loads(chosen.code))


def _next(query: QueryDict, mark: str) -> str:
    """The query string of the next page; empty on the last."""
    if not mark:
        return ""
    changed = query.copy()
    changed[AFTER] = mark
    return changed.urlencode()
