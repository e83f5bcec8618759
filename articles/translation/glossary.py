"""The glossary in the admin: how a desk translates a term, kept by the desk whose language it is."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from articles.translation.models import GlossaryTerm
from newsroom.languages import django_languages
from newsroom.text import clean_line
from newsroom.users.permissions import LanguagePolicy, OnlyOwnLanguages
from newsroom.users.rights import languages_of
from newsroom.users.roles import Action

NEEDED = {
    "add": Action.KEEP_GLOSSARY,
    "change": Action.KEEP_GLOSSARY,
    "delete": Action.KEEP_GLOSSARY,
    "view": Action.READ_DRAFTS,
}
MOST_TERMS = 2000
"""Terms of one pair of languages that the checks look for."""


def terms_for(source_code: str, code: str) -> list[GlossaryTerm]:
    """The terms of a pair of languages; one query."""
    return list(GlossaryTerm.objects.filter(source_language=source_code, language=code)[:MOST_TERMS])


class GlossaryPolicy(LanguagePolicy):
    """By the language into which a term is translated."""

    def __init__(self) -> None:
        super().__init__(GlossaryTerm, "language", NEEDED)


def register_policy() -> None:
    """Makes the whole admin ask the policy; to be called before the viewset is registered."""
    register_permission_policy(GlossaryTerm, GlossaryPolicy(), exact_class=True)


class TermForm(OnlyOwnLanguages, WagtailAdminModelForm):
    """A term; the language into which it is translated is one of the person's own."""

    source_language = forms.ChoiceField(label=pgettext_lazy("language", "from"), choices=django_languages())
    language = forms.ChoiceField(label=pgettext_lazy("language", "into"), choices=django_languages())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.for_user is not None:
            self.limit_languages(GlossaryPolicy().languages(self.for_user, ["change"]))

    def clean(self) -> dict[str, Any]:
        """Makes its lines safe, and refuses a term that is translated into its own language."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        for name in ("term", "translation", "note"):
            if name in cleaned:
                cleaned[name] = clean_line(cleaned[name])
        if cleaned.get("source_language") and cleaned.get("source_language") == cleaned.get("language"):
            self.add_error("language", _("Choose another language."))
        return cleaned

    def save(self, commit: bool = True) -> GlossaryTerm:
        """The term, with who changed it."""
        self.instance.changed_by = self.for_user
        term: GlossaryTerm = super().save(commit)
        return term


class OwnTerms:
    """For views of one term: refuses whoever may not do this in its language."""

    request: Any
    asked_right = "change"
    """Not `action`, which is Wagtail's word for the pressed button."""

    def get_object(self, *args: Any, **kwargs: Any) -> GlossaryTerm:
        """The term. Raises PermissionDenied."""
        term: GlossaryTerm = super().get_object(*args, **kwargs)  # type: ignore[misc]  # the view it is mixed into has it
        if not GlossaryPolicy().user_has_permission_for_instance(self.request.user, self.asked_right, term):
            raise PermissionDenied
        return term


class TermEditView(OwnTerms, generic.EditView):
    pass


class TermDeleteView(OwnTerms, generic.DeleteView):
    asked_right = "delete"


class TermHistoryView(OwnTerms, history.HistoryView):
    asked_right = "view"


class TermUsageView(OwnTerms, usage.UsageView):
    asked_right = "view"


class TermFilter(WagtailFilterSet):
    """By the two languages."""

    source_language = ChoiceFilter(label=pgettext_lazy("language", "from"), choices=django_languages())
    language = ChoiceFilter(label=pgettext_lazy("language", "into"), choices=django_languages())

    class Meta:
        model = GlossaryTerm
        fields = ["source_language", "language"]


class TermIndexView(generic.IndexView):
    def get_base_queryset(self) -> QuerySet[GlossaryTerm]:
        """The terms of the languages in which the person works."""
        return GlossaryTerm.objects.filter(language__in=languages_of(self.request.user))


class GlossaryViewSet(ModelViewSet):
    """The screens of the glossary."""

    model = GlossaryTerm
    name = "glossary"
    icon = "openquote"
    menu_label = _("Glossary")
    menu_name = "glossary"
    menu_order = 320
    add_to_admin_menu = True
    list_display = ["term", "translation", "source_language", "language", UpdatedAtColumn()]
    filterset_class = TermFilter
    list_per_page = 50
    search_fields = ["term", "translation", "note"]
    search_backend_name = None
    copy_view_enabled = False
    index_view_class = TermIndexView
    edit_view_class = TermEditView
    delete_view_class = TermDeleteView
    history_view_class = TermHistoryView
    usage_view_class = TermUsageView
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("source_language"), FieldPanel("language")]),
            FieldPanel("term"),
            FieldPanel("translation"),
            FieldPanel("is_case_sensitive"),
            FieldPanel("note"),
        ],
        base_form_class=TermForm,
    )


glossary_viewset = GlossaryViewSet()
