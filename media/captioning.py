"""Who may write, change and delete a video's captions: the people of their language."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.forms import ModelForm
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from newsroom.languages import LANGUAGES, language
from newsroom.users.rights import may_in
from newsroom.users.roles import Action

KEEPS_VIDEOS = "media.delete_video"
"""Whoever may delete a video, and with it the captions in all languages, may change them too."""
TEXTS = ("captions", "transcript")


def may_caption(user: AbstractUser, code: str) -> bool:
    """Whether they may: writers, translators and editors of the language, and whoever keeps videos."""
    in_language = may_in(user, Action.WRITE, code) or may_in(user, Action.TRANSLATE, code)
    return in_language or bool(user.is_active and user.has_perm(KEEPS_VIDEOS))


class VideoForm(WagtailAdminModelForm):
    """The form of a video, in which nobody touches captions of a language that is not theirs."""

    for_user: AbstractUser | None

    def clean(self) -> dict[str, Any]:
        """Refuses the whole form where it would change, add, rename or delete somebody else's captions."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        tracks = self.formsets.get("tracks")
        if tracks is None or self.for_user is None or not tracks.is_valid():
            return data
        touched = {code for form in tracks.forms for code in _touched(form, form in tracks.deleted_forms)}
        for code in sorted(code for code in touched if not may_caption(self.for_user, code)):
            name = language(code).name if code in LANGUAGES else code
            self.add_error(None, _("Captions in {language} are changed by its own desk.").format(language=name))
        return data


def _touched(form: ModelForm, is_deleted: bool) -> set[str]:
    """The codes of the languages whose captions one part of the form changes; an order of tracks changes none."""
    stored = type(form.instance)._default_manager.filter(pk=form.instance.pk).first() if form.instance.pk else None
    before = stored.language if stored else ""
    if is_deleted:
        return {before} - {""}
    after = form.cleaned_data.get("language", "")
    # Browsers send other ends of lines than those that are stored.
    is_same = stored is not None and all(
        _plain(getattr(stored, name)) == _plain(form.cleaned_data.get(name, "")) for name in TEXTS
    )
    return set() if is_same and before == after else {before, after} - {""}


def _plain(text: str) -> str:
    return "\n".join(text.split("\r\n")).strip()
