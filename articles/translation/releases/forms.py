"""The forms of releases."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateTimeInput, AdminPageChooser

from articles.pages.article import ArticlePage
from articles.translation.models import Release
from articles.translation.reading import readable_q
from newsroom.text import clean_line
from newsroom.users.models import User


class ReleaseForm(forms.ModelForm):
    """What is released when; the moment in the zone of whoever asks, which it names."""

    class Meta:
        model = Release
        fields = ["title", "publish_at", "late_languages_follow"]
        widgets = {"publish_at": AdminDateTimeInput}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        text = gettext("In your time zone, {zone}. Empty: somebody publishes it by hand.")
        self.fields["publish_at"].help_text = text.format(zone=timezone.get_current_timezone_name())

    def clean_title(self) -> str:
        """A safe line that says something."""
        title = clean_line(self.cleaned_data["title"])
        if not title:
            raise forms.ValidationError(self.fields["title"].error_messages["required"], code="required")
        return title

    def clean_publish_at(self) -> datetime | None:
        """A moment that is still to come, or the one that it has."""
        moment: datetime | None = self.cleaned_data["publish_at"]
        if moment is not None and moment <= timezone.now() and "publish_at" in self.changed_data:
            raise forms.ValidationError(_("This moment is past."))
        return moment


class AddForm(forms.Form):
    """Which story, in which languages."""

    story = forms.ModelChoiceField(
        ArticlePage.objects.none(),
        label=_("Story"),
        to_field_name="id",
        widget=AdminPageChooser(target_models=[ArticlePage]),
        error_messages={"invalid_choice": _("You may not read this story, or it is gone.")},
    )
    every_language = forms.BooleanField(label=_("In every language of the story"), required=False, initial=True)
    is_required = forms.BooleanField(
        label=_("Required"), required=False, initial=True, help_text=_("The release waits for it.")
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["story"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 it is declared above
        field.queryset = ArticlePage.objects.filter(readable_q(user), alias_of=None)
