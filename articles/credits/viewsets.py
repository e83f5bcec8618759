"""The screens of correspondents, organisations, services, agencies and places in the admin."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, UpdatedAtColumn
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import (
    CopyView,
    DeleteView,
    EditView,
    HistoryView,
    InspectView,
    SnippetViewSet,
    SnippetViewSetGroup,
    UsageView,
)

from articles.credits.access import Guarded, OnlyThoseToMeet, whom_may_meet
from articles.credits.forms import NamedForm, PlaceForm
from articles.credits.models import Agency, Correspondent, Organisation, Place, Service

NAMES = [FieldPanel("name"), FieldPanel("names")]


class NamedViewSet(SnippetViewSet):
    """What the screens of everything with a name have in common."""

    list_display = ["name", UpdatedAtColumn()]
    list_per_page = 50
    copy_view_enabled = False
    """A second row with the same name would only confuse, and would give a withheld name away."""
    edit_handler = ObjectList(NAMES, base_form_class=NamedForm)


class GuardedEditView(Guarded, EditView):
    pass


class GuardedDeleteView(Guarded, DeleteView):
    pass


class GuardedUsageView(Guarded, UsageView):
    pass


class GuardedHistoryView(Guarded, HistoryView):
    pass


class GuardedInspectView(Guarded, InspectView):
    pass


class GuardedCopyView(Guarded, CopyView):
    pass


class ChooseCorrespondentView(OnlyThoseToMeet, ChooseView):
    pass


class ChooseCorrespondentResultsView(OnlyThoseToMeet, ChooseResultsView):
    pass


class CorrespondentChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseCorrespondentView
    choose_results_view_class = ChooseCorrespondentResultsView


class CorrespondentViewSet(NamedViewSet):
    model = Correspondent
    icon = "user"
    list_display = [
        "__str__",
        "organisation",
        Column("state", label=_("State"), accessor=lambda person: _("name withheld") if person.is_withheld else ""),
        UpdatedAtColumn(),
    ]
    list_filter = ["organisation"]
    edit_handler = ObjectList([*NAMES, FieldPanel("organisation")], base_form_class=NamedForm)
    edit_view_class = GuardedEditView
    delete_view_class = GuardedDeleteView
    usage_view_class = GuardedUsageView
    history_view_class = GuardedHistoryView
    inspect_view_class = GuardedInspectView
    copy_view_class = GuardedCopyView
    chooser_viewset_class = CorrespondentChooserViewSet

    def get_queryset(self, request: HttpRequest) -> QuerySet[Correspondent]:
        """The people whom the user may meet, with their organisations."""
        return whom_may_meet(request.user).select_related("organisation")


class OrganisationViewSet(NamedViewSet):
    model = Organisation
    icon = "home"


class ServiceViewSet(NamedViewSet):
    model = Service
    icon = "group"


class AgencyViewSet(NamedViewSet):
    model = Agency
    icon = "globe"


class PlaceViewSet(NamedViewSet):
    model = Place
    icon = "crosshairs"
    edit_handler = ObjectList([*NAMES, FieldPanel("phrases")], base_form_class=PlaceForm)


class CreditsViewSetGroup(SnippetViewSetGroup):
    """The menu of everybody who can be credited."""

    items = (CorrespondentViewSet, OrganisationViewSet, ServiceViewSet, AgencyViewSet, PlaceViewSet)
    menu_label = _("Credits")
    menu_name = "credits"
    menu_icon = "group"
    menu_order = 320
