"""What the machine is asked for on the screen, and what a person says of its texts; answered in JSON."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, JsonResponse
from django.utils.translation import gettext

from articles.translation.aids.asking import LONGEST_KEY, Aid
from articles.translation.aids.fields import state_of, words_for
from articles.translation.engines.choosing import has_engine
from articles.translation.engines.interface import EngineFailed, LanguageNotOffered
from articles.translation.filling import ask_for_all
from articles.translation.suggesting import StoryIsLocked, suggest, unwritten
from articles.translation.units import UnitIsUnknown
from articles.translation.ways import count_machine, review


class Suggest(Aid):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> JsonResponse:
        """The machine's text for one text of the source: `words` to read, `state` for a field of rich text."""
        key = request.POST.get("unit", "")
        if len(key) > LONGEST_KEY:
            return JsonResponse({}, status=HTTPStatus.NOT_FOUND)
        try:
            found = suggest(self.record, key, by=self.user)
        except UnitIsUnknown:
            return JsonResponse({}, status=HTTPStatus.NOT_FOUND)
        except StoryIsLocked:
            return self.locked()
        except EngineFailed as error:
            return self.refused(str(error))
        return JsonResponse({"words": words_for(found.kind, found.text), "state": state_of(found.kind, found.text)})


class Fill(Aid):
    http_method_names = ["get", "post"]

    def get(self, request: HttpRequest, pk: int) -> JsonResponse:
        """How many unchecked texts of a machine the newest version has: more than before when it is filled."""
        return JsonResponse({"machine": count_machine(self.record, self.newest())})

    def post(self, request: HttpRequest, pk: int) -> JsonResponse:
        """Has the machine translate, in the background, all that nobody has written."""
        if self.is_locked():
            return self.locked()
        if not has_engine(self.record.source.language_code, self.story.language_code):
            return self.refused(str(LanguageNotOffered()))
        if not unwritten(self.record, self.newest()):
            return self.refused(gettext("There is nothing to fill: these texts are somebody's work."))
        ask_for_all(self.record, by=self.user)
        return JsonResponse({"message": gettext("The machine is translating. Its texts come as a new draft.")})


class Review(Aid):
    http_method_names = ["post"]

    def post(self, request: HttpRequest, pk: int) -> JsonResponse:
        """Takes the machine's texts that were sent along, as the open form has them, as checked."""
        if self.is_locked():
            return self.locked()
        found = review(self.record, self.wanted(), self.as_open(), by=self.user)
        return JsonResponse({"checked": found})
