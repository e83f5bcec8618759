"""Screens on which translations leave as files and come back: first a report, then the deed."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages

from articles.pages.article import ArticlePage
from articles.translation.accepting import ChangedMeanwhile
from articles.translation.desk.screens import Screen
from articles.translation.files.formats import file_of
from articles.translation.files.forms import ReturnForm, SendForm
from articles.translation.files.handing import packed, unpacked
from articles.translation.files.leaving import NothingLeaves, ensure_may_exchange, leave
from articles.translation.files.reading import ReturnedStory
from articles.translation.files.returning import Report, report_on, take
from articles.translation.files.showing import rows_of
from articles.translation.models import Translation
from articles.translation.reading import may_read
from articles.translation.rights import is_locked_for, may_edit
from articles.translation.staleness import version_of
from articles.translation.suggesting import StoryIsLocked
from newsroom.exchange.refusing import LARGEST_FILE, FileIsRefused
from newsroom.languages import LANGUAGES, language
from newsroom.users.rights import languages_of
from newsroom.users.steps import StepIsRefused, read_step, sign_step

NAMESPACE = "translation_files"
RECORDS = Translation.objects.select_related("locale", "story__locale", "source__locale", "source__live_revision")


def address(name: str, *arguments: object) -> str:
    """Where a screen of files is."""
    return reverse(f"{NAMESPACE}:{name}", args=arguments)


class FilesScreen(Screen):
    """A screen about one story: as a translation, and as a source of others."""

    title = _("Outside translators")
    icon = "upload"
    folder = "articles/translation/files/"

    def records(self, story: ArticlePage) -> list[Translation]:
        """The translation that the story is, and those made from it, as far as the person may edit them."""
        rows = RECORDS.filter(locale__language_code__in=languages_of(self.user)).exclude(story=None)
        found = [*rows.filter(story=story.pk), *rows.filter(source=story.pk)]
        order = list(LANGUAGES)
        return [row for row in sorted(found, key=lambda row: order.index(_code(row))) if self._may(row, story)]

    def _may(self, row: Translation, read: ArticlePage) -> bool:
        """Whether they may edit it and read its source; `read` is a story that they may read."""
        may_see = row.source_id == read.pk or may_read(self.user, row.source)
        return row.story is not None and may_see and may_edit(self.user, row.story)

    def hub(self, story: ArticlePage, *, send: SendForm | None = None, bring: ReturnForm | None = None) -> HttpResponse:
        """The page from which files leave and where they come back."""
        rows = self.records(story)
        own = next((row for row in rows if row.story_id == story.pk), None)
        return self.screen(
            "files",
            story=story,
            story_language=language(story.language_code),
            rows=[(row, language(_code(row))) for row in rows],
            own=own,
            send=send or SendForm(),
            is_locked=own is not None and is_locked_for(self.user, story),
            bring=(bring or ReturnForm()) if own else None,
        )


class Files(FilesScreen):
    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The page, or the file where one was asked for."""
        story = self.story(pk)
        if "format" not in request.GET:
            return self.hub(story)
        form = SendForm(request.GET)
        rows = self._asked(story, request.GET)
        if not form.is_valid():
            return self.hub(story, send=form)
        if not rows:
            form.add_error(None, gettext("Choose a language."))
            return self.hub(story, send=form)
        return self._file(story, form, rows)

    def _asked(self, story: ArticlePage, data: QueryDict) -> list[Translation]:
        """The translations that were named. Raises Http404 for any that is none of the person's."""
        asked = data.getlist("translation")
        known = {str(row.pk): row for row in self.records(story)}
        if set(asked) - set(known):
            raise Http404
        return [row for key, row in known.items() if key in asked]

    def _file(self, story: ArticlePage, form: SendForm, rows: list[Translation]) -> HttpResponse:
        sent = []
        for row in rows:
            try:
                sent.append(leave(row, by=self.user, only_changed=form.cleaned_data["only_changed"]))
            except NothingLeaves:
                continue
        if not sent:
            form.add_error(None, gettext("There is no text to send."))
            return self.hub(story, send=form)
        file = file_of(sent, form.cleaned_data["format"])
        response = HttpResponse(file.content, content_type=file.content_type)
        response["Content-Disposition"] = f'attachment; filename="{file.name}"'
        response["X-Content-Type-Options"] = "nosniff"
        return response


class Return(FilesScreen):
    """Reads a file and says what would become of each text; stores them once that was read."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The question for the file."""
        return redirect(address("files", pk))

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The report on a file; the deed after the report. Raises PermissionDenied, Http404."""
        story = self.story(pk)
        row = RECORDS.filter(story=story.pk).first()
        if row is None:
            raise Http404
        ensure_may_exchange(self.user, row)
        if "step" in request.POST:
            return self._take(row, story, str(request.POST["step"]))
        form = ReturnForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                return self._report(row, report_on(row, form.cleaned_data["file"].read(LARGEST_FILE + 1), by=self.user))
            except FileIsRefused as refusal:
                form.add_error("file", str(refusal))
        return self.hub(story, bring=form)

    def _take(self, row: Translation, story: ArticlePage, step: str) -> HttpResponse:
        version = version_of(row.source)
        versions = (version.pk if version else None, story.latest_revision_id)
        try:
            entered = read_step(step, self.user, self.request.path, str(versions))
            returned: ReturnedStory = unpacked(str(entered["file"]))
            take_doubtful = "take_doubtful" in self.request.POST
            report = take(row, returned, by=self.user, versions=versions, take_doubtful=take_doubtful)
        except (StepIsRefused, ChangedMeanwhile):
            return self._nothing(row, gettext("Something changed meanwhile, or the report is too old. Read it again."))
        except StoryIsLocked:
            return self._nothing(row, gettext("The story is locked."))
        except ValidationError as error:
            return self._nothing(row, error.messages[0])
        if not report.is_stored:
            return self._report(row, report, is_again=True)
        told = gettext("Stored as a draft: {count}. Changes dealt with: {done}.")
        messages.success(self.request, told.format(count=len(report.good), done=len(report.done)))
        return redirect("wagtailadmin_pages:edit", row.story_id)

    def _nothing(self, row: Translation, why: str) -> HttpResponse:
        messages.error(self.request, why)
        return redirect(address("files", row.story_id))

    def _report(self, row: Translation, report: Report, *, is_again: bool = False) -> HttpResponse:
        """What would become of each text, and the button where anything would."""
        step = ""
        if report.has_effect:
            data = QueryDict(mutable=True)
            data["file"] = packed(report.returned)
            step = sign_step(self.user, self.request.path, str(report.standing.versions), data)
        return self.screen(
            "report",
            title=_("What came back"),
            row=row,
            report=report,
            rows=rows_of(report),
            step=step,
            is_again=is_again,
            source_language=language(row.source.locale.language_code),
            story_language=language(_code(row)),
        )


def _code(row: Translation) -> str:
    return row.locale.language_code
